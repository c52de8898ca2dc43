"""Values that every other package speaks of: sources, spans, problems, diagnostics, reports."""
