"""What follows from several annotations together."""
