"""What an article says of its dates and spans of time."""
