"""The documentation of rules, made from the rules."""
