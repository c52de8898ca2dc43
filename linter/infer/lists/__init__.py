"""Lists that a text announces with their number."""
