"""What an article's text holds: sentences, quotations, attributions, times, polls."""
