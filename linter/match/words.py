"""Word lists in patterns: `<name>` stands for any word of the list, inflected as its entries ask.

An entry is a word or phrase, taken as it is; with "/v" a verb in all its forms, "/vf" in its finite forms, "/ving" and
"/vpp" in its participles; with "/n" a noun in both numbers, "/ns" in the plural alone. A phrase is inflected at its
first word where it is a verb ("point/v out"), at its last where it is a noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from linter.core.pattern import lazy_pattern
from linter.core.problem import did_you_mean
from linter.match.branches import any_of
from linter.match.inflection import finite_forms, past_participle, plural, present_participle, verb_forms

NAME = lazy_pattern(r"<([a-z][a-z0-9_-]*)>")
ENTRY = lazy_pattern(r"^(?P<before>[^/]*?)(?P<word>[^\s/]+)/(?P<tag>v|vf|ving|vpp|n|ns)(?P<after>\s.*)?$")


class WordListError(ValueError):
    """A pattern names a word list that nobody gave."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        hint = did_you_mean(name, sorted(known))
        super().__init__(f"no word list is called <{name}>" + (f"; {hint}" if hint else ""))


def expand(pattern: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """The pattern with each `<name>` replaced by its list; raises WordListError for an unknown name."""

    def alternatives(found: re.Match[str]) -> str:
        name = found[1]
        if name not in lists:
            raise WordListError(name, lists)
        return alternation(lists[name])

    # A named group "(?P<name>" is no word list.
    return re.sub(r"(?<!\(\?P)(?<!\(\?)" + NAME.pattern, alternatives, pattern)


@lru_cache(maxsize=128)
def alternation(entries: tuple[str, ...]) -> str:
    """One group that matches any form of any entry, the longest first; the patterns of a rule name the same lists."""
    return any_of({form for entry in entries for form in forms(entry)})


def forms(entry: str) -> tuple[str, ...]:
    """All the forms that an entry stands for."""
    found = ENTRY.match(entry)
    if found is None:
        return (entry,)
    before, after = found["before"], found["after"] or ""
    return tuple(f"{before}{form}{after}" for form in _inflected(found["word"], found["tag"]))


def _inflected(word: str, tag: str) -> tuple[str, ...]:
    match tag:
        case "v":
            return verb_forms(word)
        case "vf":
            return finite_forms(word)
        case "ving":
            return (present_participle(word),)
        case "vpp":
            return (past_participle(word),)
        case "ns":
            return (plural(word),)
        case _:
            return (word, plural(word))
