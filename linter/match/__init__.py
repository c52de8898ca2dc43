"""Finding every trigger of every rule and annotator in one pass over the text."""
