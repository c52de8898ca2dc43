"""Expressions of time: dates, clock times, durations and sets (TIMEX3)."""
