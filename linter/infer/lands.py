"""Lands that a headline names and of which the text below tells without the name: "the islands' assembly"."""

from __future__ import annotations

import re

from linter.annotation.article import Article
from linter.annotation.names.types import is_place
from linter.core.pattern import lazy_pattern

LAND = r"islands?|archipelago|region|province|county|canton|territory|principality|republic|kingdom|state"
UNNAMED = lazy_pattern(
    rf"\b[Tt]he (?P<land>{LAND})(?:'s?|’s?) |\b(?:on|across|around|off|of) the (?P<isle>islands?|archipelago)\b(?! of)"
)
DATELINE = lazy_pattern(r"[A-Z][A-Z' .-]+(?: \([\w ]+\))? (?:—|–|--?) ")
"""A town alone: one with its land behind a comma would name it."""

IN_BEFORE = lazy_pattern(r"\b(?:in|to|on|from|across|off|around) $", re.IGNORECASE)


def is_land_below(article: Article, start: int, name: str) -> bool:
    """Whether a place of the headline, from an offset, can be the land of which the text below tells without a name.

    It has "in", "to" or the like before it, and the fact base does not know it as another.
    """
    inside = IN_BEFORE.search(article.plain, max(0, start - len(" around ")), start) is not None
    return inside and not is_place(article, name) and article.derive(_has_unnamed_land)


def _has_unnamed_land(article: Article) -> bool:
    """Whether a text with a dateline speaks of a land's government or the like, and gives no land of that kind."""
    body = next((block for block in article.document.blocks if block.kind == "paragraph"), None)
    if body is None or DATELINE.match(article.plain, body.start) is None:
        return False
    found = UNNAMED.search(article.plain, body.start)
    if found is None:
        return False
    land = (found["land"] or found["isle"]).removesuffix("s")
    land = f"(?:{land}|{land.title()})s?"
    named = rf"\b(?!The |This |Its |Their )[A-Z][\w-]+ {land}\b|\b{land} (?:of|called|known as) (?:the )?[A-Z]"
    return re.search(named, article.plain[body.start :]) is None
