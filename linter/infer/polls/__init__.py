"""What the figures of a poll come to."""
