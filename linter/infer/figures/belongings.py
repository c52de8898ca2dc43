"""Whether a thing of which a text tells how many or how long it has is the one that it comes back to."""

from __future__ import annotations

import re

from linter.core.pattern import lazy_pattern
from linter.infer.figures.topics import VARYING, Topic
from linter.infer.stems import stem, stems

POSSESSOR = lazy_pattern(r"\b(?:the|this|that|its) (?:[a-z][\w-]* )?([a-z][\w-]*)'s? $", re.IGNORECASE)
"""Before a figure: "the shelter's 46 beds"."""

GAINED = VARYING - {"seat", "part", "side"}
"""Heads of what a thing can have more of at its next mention."""

POSSESSED = lazy_pattern(
    r"\b(?:has|have|had|with|contains?|counts?|employs?|comprises?|offers?|owns?|of) $", re.IGNORECASE
)

ANOTHER = lazy_pattern(r"\b(?:an?|another|its|new|the|their|his|her)\b", re.IGNORECASE)
"""What opens another thing that the figure may belong to: "opened a wing with 12 rooms"."""

SENTENCES = frozenset(("sentence", "term", "imprisonment"))

SENTENCED = frozenset(stem(word) for word in ("sentenced", "jailed", "imprisoned", "condemned"))

WISHED = frozenset(
    stem(word)
    for word in ("asked", "sought", "demanded", "faces", "maximum", "suspended", "requested", "risks", "other")
)
"""What makes a sentence one that was not passed so."""

LASTED = frozenset(stem(word) for word in ("lasted", "signed", "ended", "ran", "agreed"))


def same_belonging(one: Topic, other: Topic) -> bool:
    """Whether a later count is of what a thing was said to have: "opened with 64 beds", "the shelter's 46 beds"."""
    first, second = one.quantity, other.quantity
    owner = POSSESSOR.search(other.before)
    if owner is None or not first.head or first.head != second.head or first.of != second.of or first.head in GAINED:
        return False
    if other.places - one.places:
        return False
    words = [stem(word) for word in one.before.lower().split()]
    name = stem(owner[1].lower())
    if name not in words or POSSESSED.search(one.before) is None or one.years != other.years:
        return False
    between = one.before.split()[len(words) - words[::-1].index(name) :]
    return ANOTHER.search(" ".join(between)) is None


def same_length(one: Topic, other: Topic) -> bool:
    """Whether a later length is of what was told before: "sentenced to seven years", "his five-year sentence"."""
    head = other.quantity.head
    if one.quantity.kind != "duration" or not (other.definite and head) or one.quantity.unit != other.quantity.unit:
        return False
    if WISHED & (one.words | other.words):
        return False
    if head in SENTENCES:
        # "His sentence begins in May" names another year than that in which it was passed.
        return bool(SENTENCED & one.words) and not (one.years and other.years and one.years != other.years)
    if one.years != other.years:
        return False
    lasted = bool(LASTED & one.words) or one.before.endswith(("for ", "for about ", "for nearly ", "for more than "))
    return stem(head) in one.words | set(stems(one.quantity.of)) and lasted
