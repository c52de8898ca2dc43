"""`python -m linter` is the same as `factlint`."""

from __future__ import annotations

from linter.cli.main import command

if __name__ == "__main__":  # a process that is spawned to lint imports this too
    command()
