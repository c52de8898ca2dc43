"""Messages in SARIF, whose `[words](id)` are links to related places (SARIF 2.1.0, 3.11.6)."""

from __future__ import annotations

from linter.core.diagnostic import Diagnostic, Place
from linter.core.pattern import lazy_pattern

LINK_LIKE = lazy_pattern(r"\[([^\[\]]*)\]\(")
"""Words of an article that a viewer would take for a link."""

LINK_SPECIAL = lazy_pattern(r"([\\\[\]])")


def message_text(diagnostic: Diagnostic) -> str:
    """The message, then a sentence that links every related place; GitHub takes the first sentence as the title."""
    message = LINK_LIKE.sub(r"\\[\1\\](", diagnostic.message)
    if not diagnostic.related:
        return message
    links = ", ".join(link(place, number) for number, place in enumerate(diagnostic.related, 1))
    return f"{message}{'' if message.endswith(('.', '?', '!')) else '.'} See {links}."


def link(place: Place, number: int) -> str:
    """A link whose words are what the place has to do with the diagnostic."""
    words = " ".join((place.message or place.text).split())
    escaped = LINK_SPECIAL.sub(r"\\\1", words)
    return f"[{escaped}]({number})"
