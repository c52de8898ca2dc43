"""Figures: counts, shares, amounts of money, measures."""
