"""A finding as a note in the margin of a page."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.diagnostic import Diagnostic, Place
from linter.report.html_markup import LEVEL_NAMES, pack_of, rule_anchor, text
from linter.report.line import suggestion

QUOTED = 60
"""Code points of the words of a related place that a note repeats."""


def note(number: int, diagnostic: Diagnostic, shown: frozenset[str]) -> str:
    """The finding of a number: level, rule, message, related places, suggestion.

    Places in the texts that the page shows, `shown`, are links to them.
    """
    label = f'aria-labelledby="finding-{number}-rule"'
    data = f'data-level="{diagnostic.level}" data-pack="{text(pack_of(diagnostic.rule))}"'
    opening = (
        f'<section role="note" class="finding {diagnostic.level}" id="finding-{number}" tabindex="-1" {label} {data}>'
    )
    return f"{opening}\n{''.join(parts(number, diagnostic, shown))}</section>\n"


def parts(number: int, diagnostic: Diagnostic, shown: frozenset[str]) -> Iterator[str]:
    """The lines of a note."""
    place = f"{diagnostic.line}:{diagnostic.column}"
    linked = f'<a class="place" href="#place-{number}">{place}</a>' if diagnostic.path in shown else place
    rule = f'<a class="rule" href="#{rule_anchor(diagnostic.rule)}">{text(diagnostic.rule)}</a>'
    level = f'<strong class="level">{LEVEL_NAMES[diagnostic.level]}</strong>'
    yield f'<p class="head" id="finding-{number}-rule">{level} {rule} {linked}</p>\n'
    yield f'<p class="message" dir="auto">{text(diagnostic.message)}</p>\n'
    if diagnostic.related:
        items = (related(number, index, place, shown) for index, place in enumerate(diagnostic.related, 1))
        yield f'<ul class="related-places">{"".join(items)}</ul>\n'
    more = " · ".join(remarks(diagnostic))
    if more:
        yield f'<p class="more">{text(more)}</p>\n'


def remarks(diagnostic: Diagnostic) -> Iterator[str]:
    """How to mend it, and how sure the rule is where it is not."""
    if diagnostic.fix:
        yield suggestion(diagnostic.fix)
    if diagnostic.confidence != "high":
        yield f"{diagnostic.confidence} confidence"


def related(number: int, index: int, place: Place, shown: frozenset[str]) -> str:
    """A related place: where it is, its words, and what they have to do with the finding."""
    words = place.text if len(place.text) <= QUOTED else place.text[: QUOTED - 1].rstrip() + "…"
    where = text(f"line {place.line}") if place.path in shown else text(f"{place.path}:{place.line}:{place.column}")
    quoted = f"{where}: “{text(words)}”"
    link = f'<a href="#place-{number}-{index}">{quoted}</a>' if place.path in shown else quoted
    return f'<li dir="auto">{link}{f" — {text(place.message)}" if place.message else ""}</li>'
