"""What factlint knows of the world: dated and sourced facts, as data in `rules/facts/`."""
