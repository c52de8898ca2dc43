"""Rules: as values, from files."""
