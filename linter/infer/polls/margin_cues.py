"""What announces a margin of error."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.core.pattern import lazy_pattern
from linter.match.trigger import Trigger

CUE = lazy_pattern(
    r"\b(?:uncertainty|the error|its error)(?= (?:is|was|of)\b)|"
    r"\b(?:margins?|range) (?:of|for) (?:(?:sampling|statistical|maximum|polling) )?(?:error|uncertainty)\b"
    r"|\b(?:sampling|statistical|error) (?:error|margin|uncertainty)\b|\bsampling margin of error\b"
    r"|\bmargin(?= (?:is|was|of (?:about )?(?:plus|±|\+)))|\bplus[ -]or[ -]minus\b|±|\+/-|\bgive or take\b"
    r"|\b(?:accurate|correct|reliable|exact|precise) (?:to )?(?:within )?(?=\S)|\bconfidence interval\b|"
    r"\bcredibility interval\b|\boff by (?:up to |as much as )?(?=\d)",
    re.IGNORECASE,
)
"""What announces a margin, before its value."""

CUE_AFTER = lazy_pattern(
    r"^,? (?:margin of (?:\w+ )?error|error margin|sampling error|(?:in )?either (?:way|direction)|up or down)\b",
    re.IGNORECASE,
)
"""What does so after its value."""

CUE_WORDS = (
    "margin", "error", "uncertainty", "plus or", "plus-or", "±", "+/-", "give or take", "accurate ", "correct ",
    "reliable ", "exact ", "precise ", "confidence interval", "credibility interval", "off by", "either way",
    "either direction", "up or down",
)  # fmt: skip
"""What every cue, before or after, has one of."""

CUE_AFTER_ANY = lazy_pattern(CUE_AFTER.pattern.removeprefix("^,? "), re.IGNORECASE)


def cue_triggers(owner: str) -> Iterator[Trigger]:
    """What to scan for on behalf of a rule that reads margins."""
    yield Trigger(owner, "margin", "|".join(re.escape(word) for word in CUE_WORDS if word.isascii()))
    # A phrase of its own: folded for a pattern, the sign is any other mark.
    yield Trigger(owner, "sign", "±", literal=True)


def may_announce(text: str) -> bool:
    """Whether a text has a word of a cue; far quicker to see than the patterns of the cues are to fail."""
    small = text.lower()
    return any(word in small for word in CUE_WORDS)
