"""How many items the words of a list have."""

from __future__ import annotations

import itertools
import re

from linter.annotation.grammar import AUXILIARIES, FINITE
from linter.core.pattern import lazy_pattern

FINITE_VERB = frozenset((FINITE | AUXILIARIES) - {"to", "left", "lost", "held", "being", "been"})

APPOSED = lazy_pattern(
    r"(?:an?|the|his|her|its|their|who|which|whose|both|aged|formerly|now|also|all|one|two|three|\d+|all of) ?\b",
    re.IGNORECASE,
)


def clauses_of(text: str) -> tuple[int, int] | None:
    """The least and the most items of a list of whole clauses; None unless each part is one by its verb."""
    parts = re.split(r"[,;] ", text)
    opened = [bool(re.match(r"(?:and|or) ", part)) for part in parts]
    parts = [re.sub(r"^(?:and|or) ", "", part) for part in parts]
    if any(CLAUSE_WITHIN.match(part) for part in parts) or not all(_is_clause(part) for part in parts):
        return None
    joined = [_joined_clauses(part) for part in parts]
    least = len(parts) + (joined[-1] > 0 and not opened[-1])
    most = len(parts) + sum(joined)
    return (least, most) if most > 1 else None


def _joined_clauses(part: str) -> int:
    """How many more clauses an "and" adds to a part of a list."""
    return sum(_is_clause(piece) for piece in part.split(" and ")[1:])


CLAUSE_WITHIN = lazy_pattern(
    r"(?:who|which|that|whose|whom|when|while|because|if|as|although|though|since|after|before|where|whereas|but|so|"
    r"said|says|according|he said|she said|they said|it said|[A-Z][\w'-]+ said)\b"
)
"""What opens a part of a clause rather than a clause of its own."""


def _is_clause(part: str) -> bool:
    words = part.split()
    return any(word.strip("'\"").lower() in FINITE_VERB or PAST.fullmatch(word) for word in words[1:])


PAST = lazy_pattern(r"[a-z]{3,}ed")


ASIDE = lazy_pattern(r"(\b(?:and|or)), (?:across|after|at|by|for|from|in|on|since|to|with) [^,;]{2,40},(?= )")
"""What stands aside behind an "and": "a grocery, a bakery and, across the river, a mill"."""


OPEN = lazy_pattern(r"\b(?:and|among|or) (?:(?:many )?others|more|so (?:forth|on)|the like)$|\betc\b")
"""How a list ends that names only some things."""


def items_of(text: str) -> tuple[int, int] | None:
    """The least and the most items of a list in a sentence; None for what is no list of names or things.

    An "and" inside an item other than the last is part of a name ("Marks and Spencer"), as one before the last item may
    be; what stands after a name with an article ("Joke, a plumber,") may belong to it.
    """
    if ";" in text:
        items = len([part for part in text.split(";") if part.strip()])
        return items, items
    if set(re.findall(r"[\w']+", text.lower())) & FINITE_VERB or OPEN.search(text):
        return None
    parts = [part.strip() for part in ASIDE.sub(r"\1", text).split(",") if part.strip()]
    final = parts[-1]
    if re.match(r"(?:and|or|plus) ", final):
        least = most = len(parts)
    elif " and " in final or " or " in final:
        splits = final.count(" and ") or 1
        least, most = len(parts) + 1, len(parts) + splits
    else:
        return None
    closed = [number for number, part in enumerate(parts[:-1], 1) if re.match(r"(?:and|or|plus) ", part)]
    least = min([least, *closed])
    apposed = sum(_is_apposed(left, right) for left, right in itertools.pairwise(parts))
    return (least - apposed, most) if most > 1 else None


def _is_apposed(left: str, right: str) -> bool:
    """Whether a part of a list may say more of the one before it: a name and a description, in either order."""
    if re.match(r"(?:his|her|its|their|the|my|our)\b", left) and re.search(r"\b[A-Z]", right):
        return True
    return left[:1].isupper() and (
        APPOSED.match(right) is not None or (right[:1].islower() and not right.startswith("and "))
    )


SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"

THING = lazy_pattern(rf"(?:an?|the|his|her|its|their|some|{SMALL}) (?!of\b)[a-z]")
NUMBERED = lazy_pattern(rf"(?:{SMALL})\b")
"""How a thing in a list begins, and several of a kind."""

FURTHER = lazy_pattern(r"\b(?:that|which|who|whose|where|with|including|containing|holding|both|each|aged?|years?)\b")
"""What may list things that belong to one thing of a list."""

CLAUSE = lazy_pattern(r" (?:that|which|who|whose|where|because|for which) .*$")


def things_of(text: str, figures: int) -> int:
    """The least items of a list of things, the last with a clause of its own or some with a number; 0 for no list.

    `figures` is how many counts the words hold: each has to open an item ("a torch, two ropes and a map").
    """
    parts = text.split(", ")
    joined = parts[-1].removeprefix("and ").split(" and ", 1)
    parts = [*parts[:-1], *([joined[0]] if len(joined) == 1 or parts[-1].startswith("and ") else joined)]
    parts[-1] = CLAUSE.sub("", parts[-1])
    inner = any(FURTHER.search(part) for part in parts[:-1])
    plain = all(THING.match(part) and " and " not in part and " or " not in part for part in parts)
    known = sum(NUMBERED.match(part) is not None for part in parts) == figures
    if len(parts) < FEWEST or inner or not plain or not known or set(" ".join(parts).split()) & FINITE_VERB:
        return 0
    return len(parts)


FEWEST = 3
"""Things that make a list."""
