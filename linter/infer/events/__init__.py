"""What began, lasted and came round again, and when."""
