"""Acts that a noun tells: "the opening of the line is set for 3 May"."""

from __future__ import annotations

import re

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.facts.names import key_of
from linter.infer.stems import stem, stems

NOMINAL = {
    "opening": "open", "start": "begin", "beginning": "begin", "launch": "launch", "inauguration": "inaugurate",
    "closure": "close", "closing": "close", "signing": "sign", "completion": "complete", "collapse": "collapse",
    "demolition": "demolish", "founding": "found", "ratification": "ratify", "unveiling": "unveil", "death": "die",
}  # fmt: skip
"""Nouns for acts, with their verbs."""

NOMINAL_OF = lazy_pattern(
    rf"\b(?P<noun>{'|'.join(NOMINAL)}) of (?P<thing>(?:the|its|their) (?:[\w'-]+ ){{0,5}}?[\w'-]+|"
    r"(?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}))(?=,? (?:is|was|will|has|had|took|takes|on|for|in)\b|,)",
    re.IGNORECASE,
)
"""Such a noun with what the act is of."""


class Nominal(Struct, frozen=True):
    """An act that a noun tells: the stem of its verb, those of the thing that it is of, and the key of whoever died."""

    act: str
    thing: frozenset[str]
    whose: str = ""


def told_by_noun(before: str, *, alone: bool) -> Nominal | None:
    """The act that a noun before a date tells, right before it or, where no verb does (`alone`), anywhere."""
    found = NOMINAL_OF.search(before)
    if found is None or not (alone or before[found.end() :] in (" on ", " in ")):
        return None
    noun, thing = found["noun"].casefold(), found["thing"]
    named = noun == "death" and " " in thing and thing.istitle()
    return Nominal(stem(NOMINAL[noun]), frozenset(stems(thing)), key_of(thing) if named else "")
