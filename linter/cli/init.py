"""`factlint init`: a configuration to begin with, and the entry for pre-commit."""

from __future__ import annotations

import os
from collections.abc import Sequence

from linter import __version__
from linter.cli.arguments import Parser
from linter.config.discover import NAMES, config_in
from linter.config.keys import DEFAULT_PROFILE, PROFILES
from linter.core.errors import UsageError

HOOKS = ".pre-commit-config.yaml"

CONFIGURATION = """\
# The configuration of factlint. `factlint config show ARTICLE` tells what holds for an article, and why.
# What is written as a comment is an example.

# The profile: minimal (what is proved wrong or hardly disputed), newsroom (what an editor wants to see), strict (all).
extends: {profile}

# The versions of factlint that this is written for.
required-version: ">={version}"

# Which reports are shown, and the mildest one that makes `factlint check` fail.
# min-level: note            # error, warning or note
# min-confidence: medium     # high, medium or low; or one for each level: {{error: low, warning: medium, note: high}}
# fail-level: warning

# Rules: an id, a pack ("polls/"), "tag:NAME" or "all". The most specific selector decides.
# ignore: [framing/question-headline]
# extend-select: [house/]
# rules:
#   framing/cliche: off
#   numbers/list-count: error
#   framing/loaded-language: {{level: note, extend-phrases: [game-changing]}}
# packs: [desk/rules/house]  # rules of your own

# The house: how it writes, and the words that need no report.
# date-order: dmy            # 03/04/2025 is 3 April; mdy, ymd, or article: as the article's other dates tell
# decimal-mark: point        # or comma
# names: [Lagos, Ada Brun]
# acronyms: [NUJ, TUC]
# phrases: [ballot rigging]

# What the articles can be checked against.
# facts: [desk/facts.yaml]
# sources: [desk/transcripts]

# Other rules for other pages, by patterns as in a .gitignore.
# per-file-ignores:
#   "opinion/": [framing/, attribution/]
# overrides:
#   - files: ["us/**"]
#     date-order: mdy
# extend-exclude: ["wire/"]

# Single reports to keep quiet where the article has no room for a comment.
# ignores:
#   - {{path: budget.txt, rule: numbers/total-mismatch, text: "41 million", reason: rounded, expires: 2026-12-31}}
"""

ENTRY = """\
  - repo: URL-OF-THIS-REPOSITORY
    rev: v{version}
    hooks:
      - id: factlint
"""


def init(arguments: Sequence[str]) -> int:
    """Write the files that are not there yet; nothing is ever overwritten. Returns the exit code."""
    parser = Parser("init", "Write a configuration to begin with, and the entry for pre-commit.")
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where to (default: here)")
    profile = "the profile to begin with (default: %(default)s)"
    parser.add_argument("--extends", choices=PROFILES, default=DEFAULT_PROFILE, help=profile, metavar="PROFILE")
    values = parser.parse(arguments)
    if not os.path.isdir(values.folder):
        raise UsageError(f"{values.folder}: no such folder")
    there = config_in(os.path.abspath(values.folder))
    if there:
        print(f"kept {os.path.join(values.folder, os.path.basename(there))}: it configures factlint already")
    else:
        text = CONFIGURATION.format(profile=values.extends, version=__version__)
        print(f"wrote {_write(os.path.join(values.folder, NAMES[0]), text)}")
    _add_hook(os.path.join(values.folder, HOOKS), ENTRY.format(version=__version__))
    return 0


def _add_hook(path: str, entry: str) -> None:
    """Write the hook's entry; where other hooks are, say what to add to them."""
    if not os.path.lexists(path):
        print(f"wrote {_write(path, 'repos:' + chr(10) + entry)}")
        return
    with open(path, encoding="utf-8", errors="replace") as file:
        known = "id: factlint" in file.read()
    if known:
        print(f"kept {path}: it has the hook already")
    else:
        print(f"kept {path}; add this below `repos:` for the hook:\n{entry}", end="")


def _write(path: str, text: str) -> str:
    """Write a file that is not there; returns its path."""
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    return path
