"""The examples in rule files, run as tests."""
