"""Articles: their text as readers see it, exact to the source, and what they declare about themselves."""
