"""The text of an article on a page, its findings beside the lines they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from linter.core.diagnostic import LEVELS, Diagnostic
from linter.report.html_markup import source_text, text
from linter.report.html_note import note
from linter.report.html_rows import Page, Row, Segment, Spot

FOLDED = 8
"""So many lines of nothing but markup, such as front matter or a script, are folded away."""

HEADINGS = ("title", "heading")
SMALL = ("byline", "dateline")


def passages(page: Page, findings: Mapping[int, Diagnostic], shown: frozenset[str]) -> Iterator[str]:
    """The article in passages: a line with findings, its notes, then the lines up to the next line that has some.

    The notes of a passage stand beside all of it, so that they never overlap; on a narrow screen below its first line.
    `shown` are the paths whose text the page holds.
    """
    rest: list[Row] = []
    head: Row | None = None
    for row in page.rows():
        if any(not spot.related for spot in primary_here(row)):
            yield passage(page, head, rest, findings, shown)
            head, rest = row, []
        else:
            rest.append(row)
    yield passage(page, head, rest, findings, shown)


def primary_here(row: Row) -> Iterator[Spot]:
    """The spots whose finding is told beside this row."""
    return (spot for spot in row.spots if not spot.related and spot.first_line == row.number)


def passage(
    page: Page, head: Row | None, rest: Sequence[Row], findings: Mapping[int, Diagnostic], shown: frozenset[str]
) -> str:
    """One passage; empty where there is neither a line with findings nor any other."""
    if head is None:
        return f'<div class="passage"><div class="rest">{"".join(lines(page, rest))}</div></div>\n' if rest else ""
    notes = "".join(note(spot.finding, findings[spot.finding], shown) for spot in primary_here(head))
    below = f'<div class="rest">{"".join(lines(page, rest))}</div>\n' if rest else ""
    opening = f'<div class="notes" role="group" aria-label="Findings on line {head.number}">'
    return f'<div class="passage">{line(page, head)}\n{opening}\n{notes}</div>\n{below}</div>\n'


def lines(page: Page, rows: Sequence[Row]) -> Iterator[str]:
    """Lines without findings, long stretches of markup folded."""
    for is_bare, group in groupby(rows, key=lambda row: row.kind == "markup" and not row.spots):
        stretch = tuple(group)
        inside = "\n".join(line(page, row) for row in stretch)
        if is_bare and len(stretch) >= FOLDED:
            yield f'<details class="fold"><summary>{len(stretch)} lines of markup</summary>{inside}</details>\n'
        else:
            yield f"{inside}\n"


def line(page: Page, row: Row) -> str:
    """One line with its number."""
    kind = "heading" if row.kind in HEADINGS else "small" if row.kind in SMALL else ""
    classes = " ".join(filter(None, ("line", kind, "opens" if row.opens else "")))
    inside = "".join(segment(page, each) for each in page.segments(row))
    return f'<p class="{classes}" data-line="{row.number}" dir="auto">{inside}</p>'


def segment(page: Page, part: Segment) -> str:
    """A stretch of a line: plain, or as a link to the finding that speaks of it."""
    anchors = "".join(f'<span class="anchor" id="{spot.anchor}"></span>' for spot in part.beginning)
    words = source_text(page.source.text[part.start : part.end])
    inside = words if part.is_prose else f'<span class="markup">{words}</span>'
    if not part.covering:
        return inside
    if not words:
        return f'{anchors}<span class="point {worst(part.covering)}" {attributes(part.covering)}></span>'
    first = min(part.covering, key=rank)
    return (
        f'{anchors}<a class="mark {worst(part.covering)}" href="#finding-{first.finding}"'
        f" {attributes(part.covering)}>{inside}</a>"
    )


def rank(spot: Spot) -> tuple[bool, int, int]:
    """The order of spots that meet in one stretch: primary places first, then the worse."""
    return bool(spot.related), LEVELS.index(spot.level), spot.finding


def worst(spots: Sequence[Spot]) -> str:
    """The class of a stretch: the worst level of a finding whose primary place it is, else `related`.

    `several` with it where it is the primary place of more than one.
    """
    first = min(spots, key=rank)
    if first.related:
        return "related"
    return f"{first.level} several" if sum(not spot.related for spot in spots) > 1 else first.level


def attributes(spots: Sequence[Spot]) -> str:
    """Which findings a stretch belongs to, for the filters."""
    own = " ".join(str(spot.finding) for spot in spots if not spot.related)
    related = " ".join(str(number) for number in sorted({spot.finding for spot in spots if spot.related}))
    return f'data-own="{text(own)}" data-related="{text(related)}"'
