"""Who says what, how sure it is, and what is quoted."""
