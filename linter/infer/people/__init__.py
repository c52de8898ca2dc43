"""Who is who, how old, and in which office."""
