"""`python -m linter` is the same as `factlint`."""

from __future__ import annotations

from linter.cli.main import command

command()
