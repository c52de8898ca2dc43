"""From articles to a report: the stages put together."""
