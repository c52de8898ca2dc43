"""Where a list of parts ends: at its last figure, or at a part that has none."""

from __future__ import annotations

import re

from linter.core.pattern import lazy_pattern
from linter.infer.figures.figured import Figured

UNCOUNTED = lazy_pattern(
    r"(?:.*[^,;])?,? (?:and|plus|while|as well as|with)(?:, [^,;]{2,40},)? "
    r"(?:the|an?|his|her|its|their|all|some|many|several)\b",
    re.IGNORECASE,
)
"""Behind the last figure of a list without an "and", what is one more part: "two brothers, a bank and the town"."""


LAST_ONE = lazy_pattern(r"\b(?:and|plus) (?:\w+ )?$|; $")
"""Before the last figure of a list, what tells that it is the last part."""

REST_OF_CLAUSE = lazy_pattern(r"[^.;:!?)\ue000-\ue009]*")


def goes_on(block: Figured, found: re.Match[str]) -> bool:
    """Whether a list, the group `list` of a match in a figured text, ends with a part that has no figure."""
    last = max(block.sign_of(each) + 1 for each in block.between(*found.span("list")))
    if LAST_ONE.search(block.text, found.start("list"), last - 1):
        return False
    end = REST_OF_CLAUSE.match(block.text, found.end("list"))
    return UNCOUNTED.match(block.text, last, end.end() if end is not None else found.end("list")) is not None
