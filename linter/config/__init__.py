"""What the user wants of a run."""
