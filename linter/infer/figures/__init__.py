"""What the figures of an article have to do with each other."""
