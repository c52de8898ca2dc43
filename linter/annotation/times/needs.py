"""The kinds of token that a form cannot match without: only the forms that a run of tokens can hold are tried on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.annotation.times.words import CODES
from linter.core.pattern import lazy_pattern

TOKEN = lazy_pattern(r"\[[^\]]*\]|\(\?(?:P<\w+>|:|<?=)|[()|]|[?*+]")
"""A class of kinds, the opening of a group, an alternation, a closing, a quantifier: all that forms consist of."""

COMMON = frozenset(CODES[kind] for kind in ("the", "a", "of", "in", "to", "and", "hyphen", "comma", "day", "on", "its"))
"""Kinds that stand everywhere and so tell little."""

Kinds = frozenset[str] | None
"""Codes of kinds one of which must be there; None where nothing must."""


def needed(pattern: str) -> frozenset[str]:
    """Codes of kinds, one of which stands in every match of a form's compiled pattern; empty where none does."""
    return _alternation(iter([*TOKEN.findall(pattern), ")"])) or frozenset()


def _alternation(parts: Iterator[str]) -> Kinds:
    """What the parts up to the closing of their group need."""
    options: list[Kinds] = []
    sequence: list[Kinds] = []
    for part in parts:
        if part in ")|":
            options.append(_rarest(sequence))
            sequence = []
            if part == ")":
                break
        elif part in "?*":
            sequence.pop()
        elif part != "+":
            sequence.append(_alternation(parts) if part[0] == "(" else frozenset(part[1:-1]))
    known = [option for option in options if option is not None]
    return frozenset().union(*known) if len(known) == len(options) else None


def _rarest(sequence: Iterable[Kinds]) -> Kinds:
    return min((kinds for kinds in sequence if kinds is not None), key=_frequency, default=None)


def _frequency(kinds: frozenset[str]) -> int:
    return len(kinds) + 100 * len(kinds & COMMON)
