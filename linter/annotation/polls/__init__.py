"""Polls: who asked whom, when, and what is said of it."""
