"""What stands around an article's headline: the headline itself, bylines, date lines, datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.core.calendar import FigureOrder
from linter.core.pattern import lazy_pattern
from linter.document.dates import CHANGED, DATE, MONTH, FoundDate, find_dates, is_date_line
from linter.document.lines import WORD, like_title
from linter.document.model import Block, BlockKind, DateOrigin, DeclaredDate, Prose

FARTHEST = 10
"""Blocks; what stands deeper in an article is no longer its masthead."""

LONGEST_BYLINE = 140

NAME = r"(?:[^\W\d_a-zà-öø-ÿ][\w.’'-]*|d[’'][^\W\d_]\w*)"
PARTICLE = r"(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y|e|zu|af|av)"
A_DAY = rf"(?i:{MONTH})\b\.?\s+\d"
BYLINE = lazy_pattern(
    rf"(?:[Bb]y|BY|(?:Written|Reported|Reviewed|Compiled|Posted|"
    r"Published|Filed|Researched|Reporting|Story|Words|Text|Analysis|Opinion|Interview|Review|Report|Commentary|"
    r"Column|Essay|Feature)(?:\s+and\s+[a-z]+)?\s+by|(?:Text|Words)(?:(?:,|\s+and|\s+&)\s+[a-z]+)*(?=\s*:)|Author|Von|Par|Por)"
    rf"\s*:?\s+(?P<names>{NAME}(?:\s+(?:{PARTICLE}\s+)*{NAME})*(?:(?:,\s*(?!{A_DAY})|,?\s+(?:and|&|und|et|y)\s+){NAME}(?:\s+(?:{PARTICLE}\s+)*{NAME})*)*)"
    r"(?P<rest>.*)"
)
ROLE = r"[a-z ]*(?:correspondent|reporter|writer|editor|columnist|contributor|staff)s?\b"
CAPITAL = r"\W*[^\W\d_a-z]"
REST_OF_BYLINE = lazy_pattern(
    rf"\s*(?:$|[|•·—–/(]|-\s|,\s*(?:$|[|\d]|{CAPITAL}|{ROLE})|(?:in|for|of|from|at|on|with)\s+{CAPITAL}|{ROLE})"
)
"""What may follow the names: nothing, a mark, a place, an outlet, a role; or a date, which is looked at for itself."""
PLACE_AND_DATE = lazy_pattern(
    rf"(?:\s+[a-z]{{2,4}}(?:\s+{CAPITAL}[\w'’-]*){{1,3}}){{1,2}},?\s+[—–|-]?\s*(?P<date>.*\d.*)"
)
"""What may follow them where they end in the first word of a place: "Dar es Salaam, 3 May 2025"."""

STAFF = (
    r"(?:correspondent|reporter|writer|editor|stringer|columnist|newsroom|news ?desk|desk|staff|bureau|team|agency|"
    r"agencies|news service)s?"
)
PLACE_WORDS = frozenset("de la of am upon es sur do da del di le les".split())
OF_PLACES = rf"(?:{PARTICLE}|es|sur|am|an|les|upon)"
PLACED = (
    rf"(?:(?:,?\s+(?:in|at|for|from)|,)\s+{NAME}(?:,?\s+(?:{OF_PLACES}\s+)?{NAME}){{0,4}})?"
    r"\s*(?:[,|•·—–-]+\s*(?P<date>\S.*)?)?"
)
STAFF_LINE = lazy_pattern(
    rf"(?P<lead>(?:From|By|BY|FROM|Report(?:ed)? (?:by|from)|Text|Words|Story by)\s*:?\s+|Our\s+)?"
    rf"(?:(?:[Oo]ur|[Aa]n?|[Tt]he|special|own|local|foreign|city|staff|news)\s+|{NAME}\s+){{0,4}}{STAFF}{PLACED}"
)
"""A byline of nobody by name: "From our correspondent in Porto", "By a staff reporter, 3 May 2025"."""
NAMED_LINE = lazy_pattern(
    rf"{NAME}(?:\s+(?:{PARTICLE}\s+)*{NAME}){{1,3}}(?:,?\s+(?:reports|reporting))?"
    rf"(?:,\s+[a-z ]{{0,20}}{STAFF}\b)?{PLACED}"
)
"""A byline without "by", where a date ends it: "Ana Silva in Porto, 3 May 2025"."""
TIME_NAMES = lazy_pattern(rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?i:{MONTH})\b\.?\s+\d)")
FUNCTION_WORDS = frozenset(
    "on in by at since from until till after before the to for between as about during a an".split()
)
DATELINE = lazy_pattern(r"(?P<head>[^—–\n]{2,100}?)\s*(?:—|–|--+|\s-)\s+(?=\S)")
LONE_DATELINE = lazy_pattern(
    r"(?P<place>[^\W\d_a-z][^\W\d_]*(?:[ .,'’-]+[^\W_]+\.?){0,7})\s*(?P<agency>\([^()]{2,40}\))?[\s,]*(?P<dash>[—–_-]*)"
)
"""A dateline that is a line of its own: "NAIROBI, Aug. 7 (AP) --"."""
WIRES = frozenset(
    "(AFP) (ANSA) (AP) (BNS) (CP) (DPA) (EFE) (Kyodo) (PA) (Reuters) (TASS) (UPI) (Xinhua)".casefold().split()
)
AGENCY = lazy_pattern(r"\([^()]{2,40}\)|\((?:[^()]{2,40})$")


class Masthead(Struct, frozen=True):
    """The blocks with those of the masthead told apart; the dates and the author it gives.

    `body` is the reading offset of the first paragraph that is neither; the end of the text where there is none.
    """

    blocks: tuple[Block, ...]
    dates: tuple[DeclaredDate, ...]
    author: str
    body: int


def read_masthead(prose: Prose, blocks: Sequence[Block], order: FigureOrder | None = None) -> Masthead:
    """Tell the headline, bylines and date lines among the first blocks, and read the dates they give.

    `order` is that of dates in figures, None where nothing tells.
    """
    told = tuple(_told(prose.text, blocks, order))
    dates = (*_dates_of_lines(prose, told, order), *_inline_datelines(prose, told, order))
    dates = dates or tuple(_dates_of_titles(prose, told, order))
    authors = (_author(_words(prose.text, block)) for block in told if block.kind == "byline")
    bodies = (block.start for block in told if block.kind not in ("title", "heading", "byline", "dateline"))
    return Masthead((*told, *blocks[len(told) :]), dates, next(authors, ""), next(bodies, len(prose.text)))


def _told(text: str, blocks: Sequence[Block], order: FigureOrder | None) -> Iterator[Block]:
    """The first blocks with their kinds, up to the first paragraph of the article."""
    titled = any(block.kind == "title" for block in blocks)
    for index, block in enumerate(blocks[:FARTHEST]):
        may_be_title = not titled and index + 1 < len(blocks)
        kind = _kind(_words(text, block), block, order, titled=titled, may_be_title=may_be_title)
        titled = titled or kind == "title"
        yield block if kind == block.kind else replace(block, kind=kind, level=0)
        if kind in ("paragraph", "quote", "item", "cell"):
            return


def _kind(text: str, block: Block, order: FigureOrder | None, *, titled: bool, may_be_title: bool) -> BlockKind:
    if block.kind not in ("paragraph", "heading", "item", "quote", "cell"):
        return block.kind
    if dates_of_line(text, order) or (
        titled and block.kind in ("paragraph", "heading") and dates_of_place(text, order)
    ):
        return "dateline"
    if _is_lone_dateline(text):
        return "dateline"
    if is_byline(text):
        return "byline"
    if may_be_title and (block.kind == "heading" or (block.kind == "paragraph" and _headline(text))):
        return "title"
    return block.kind


def _words(text: str, block: Block) -> str:
    return text[block.start : block.end]


def _is_lone_dateline(text: str) -> bool:
    """Whether a line is a place in capitals with an agency or a dash behind it, and nothing else."""
    if not text[-1:] or text[-1] not in ")—–_-" or len(text) > LONGEST_PLACE_LINE:
        return False
    found = LONE_DATELINE.fullmatch(text)
    if found is None or not (found["dash"] or (found["agency"] or "").casefold() in WIRES):
        return False
    first = found["place"].split(",")[0]
    return len(first) > 2 and first.isupper() and _like_place(first)


def _headline(text: str) -> bool:
    return like_title(text) and dateline_head(text) is None


def dates_of_line(text: str, order: FigureOrder | None = None) -> tuple[FoundDate, ...]:
    """The date of a line that holds nothing else, in any language; of "Published …, updated …" the first."""
    if is_date_line(text, order):
        return tuple(find_dates(text, order))[:1]
    return ()


def dates_of_place(text: str, order: FigureOrder | None = None) -> tuple[FoundDate, ...]:
    """The date of a line that holds but a place and a date: "Bergamo, 14 March 2017"; "14 March 2017, Bergamo"."""
    dates = tuple(find_dates(text, order)) if len(text) <= LONGEST_PLACE_LINE else ()
    if len(dates) != 1:
        return ()
    before, after = text[: dates[0].span.start], AGENCY.sub("", text[dates[0].span.end :]).strip(" .—–-")
    named = AGENCY.sub("", before).strip(" ,") if before else after.strip(" ,")
    apart = PLACE_BEFORE.search(before) if before else after.startswith(",")
    alone = not (before and after) and " of " not in named and len(named.split()) <= MOST_PLACE_WORDS
    return dates if apart and alone and _like_place(named) else ()


LONGEST_PLACE_LINE = 70
MOST_PLACE_WORDS = 4
PLACE_BEFORE = lazy_pattern(r"(?:,|\s[—–|-]|\))\s*$")
"""Between the place and the date of a line."""


def is_byline(text: str) -> bool:
    """Whether a line names the author and says nothing else: "By Ana Silva", "By Ana Silva in Porto, 3 May 2025"."""
    if len(text) > LONGEST_BYLINE:
        return False
    found = BYLINE.fullmatch(text)
    if found is None:
        staff, named = STAFF_LINE.fullmatch(text), NAMED_LINE.fullmatch(text)
        led = staff is not None and bool(staff["lead"]) and not staff["date"]
        return led or any(each is not None and _is_one_date(each["date"] or "") for each in (staff, named))
    if re.search(r"[.!?]\s+[^\W\d_a-z].*[.!?]$", text):
        return False
    rest = found["rest"]
    dated = PLACE_AND_DATE.fullmatch(rest)
    ends = REST_OF_BYLINE.match(rest) or is_date_line(rest) or (dated is not None and _is_one_date(dated["date"]))
    return bool(ends) and not _sentence(found)


def _is_one_date(text: str) -> bool:
    """Whether a text is a date and nothing else, and not the two of a life."""
    return is_date_line(text) and len(tuple(find_dates(text))) == 1


def _sentence(found: re.Match[str]) -> bool:
    """Whether the words are a sentence or a phrase that begins with "By": "By Friday, 40 boats had left."."""
    if TIME_NAMES.match(found.string, found.start("names")):
        return True
    return found["rest"].endswith((".", "?", "!")) and len(found["rest"].split()) > 4


def _author(text: str) -> str:
    found = BYLINE.fullmatch(text)
    return found["names"].strip(" ,") if found else ""


def _dates_of_lines(prose: Prose, told: Sequence[Block], order: FigureOrder | None) -> Iterator[DeclaredDate]:
    """The dates of date lines and bylines; that of a change only where none is of the first publication."""
    changes: list[DeclaredDate] = []
    published = False
    for block in told:
        if block.kind not in ("dateline", "byline"):
            continue
        text = _words(prose.text, block)
        origin: DateOrigin = "byline" if block.kind == "byline" else "date-line"
        for found in (dates_of_line(text, order) or tuple(find_dates(text, order)))[:1]:
            declared = _declared(prose, found, block.start, origin)
            if CHANGED.match(text):
                changes.append(declared)
            else:
                published = True
                yield declared
    if not published:
        yield from changes


def _inline_datelines(prose: Prose, told: Sequence[Block], order: FigureOrder | None) -> Iterator[DeclaredDate]:
    """The date of a dateline that opens the first paragraph: "NAIROBI, Kenya, Aug. 7, 1998 (AP) — "."""
    for block in told:
        head = dateline_head(_words(prose.text, block), order) if block.kind == "paragraph" else None
        for found in tuple(find_dates(head or "", order))[:1]:
            yield _declared(prose, found, block.start, "dateline")


RUNNING_TITLE = lazy_pattern(
    r"\b(?:as it happen(?:s|ed)|live|blog|ticker|diary|log|report|bulletin|briefing|newsletter|news|digest|roundup|"
    r"round-up|updates?|minutes|notes|edition|issue|forecast|results|letters|column|dispatch|wrap|today|recap|"
    r"the week|this week|summary|morning|evening|close|markets?)\b",
    re.IGNORECASE,
)
"""Words of a headline that stands above the news of one day."""

DATE_APART = lazy_pattern(r"(?:[,:;|·•]|\s[—–-]|\()\s*$")


def _dates_of_titles(prose: Prose, told: Sequence[Block], order: FigureOrder | None) -> Iterator[DeclaredDate]:
    """The date at the end of a headline, apart from its words: "The flood as it happens, Thursday 6 February 2014".

    It dates the article where it has its weekday, or where the headline is of a kind that comes out again and again.
    """
    for block in told:
        text = _words(prose.text, block) if block.kind == "title" else ""
        dates = tuple(find_dates(text, order))
        if (
            len(dates) != 1
            or text[dates[0].span.end :].strip(" ).")
            or not DATE_APART.search(text, 0, dates[0].span.start)
        ):
            continue
        head, words = text[: dates[0].span.start], text[dates[0].span.start : dates[0].span.end]
        if (words[0].isalpha() and WEEKDAY_FIRST.match(words)) or RUNNING_TITLE.search(head):
            yield _declared(prose, dates[0], block.start, "date-line")


WEEKDAY_FIRST = lazy_pattern(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")


def _declared(prose: Prose, found: FoundDate, offset: int, origin: DateOrigin) -> DeclaredDate:
    span = prose.to_source(offset + found.span.start, offset + found.span.end)
    return DeclaredDate(found.date, origin, span)


def dateline_head(text: str, order: FigureOrder | None = None) -> str | None:
    """What stands before the dash of a dateline: a place in capitals, or a place and a date; else None."""
    found = DATELINE.match(text)
    if found is None or DATE.match(text, found.end()):  # "Ana Silva, 3 May 1912 – 6 July 2001"
        return None
    head = found["head"]
    place = AGENCY.sub("", head).strip(" ,")
    first = place.split(",")[0]
    if WORD.search(first) and first == first.upper() and any(character.isalpha() for character in first):
        return head
    if AGENCY.fullmatch(head.strip()):
        return head
    if place[:1].isdecimal() and is_date_line(place, order) and text[found.end() : found.end() + 1].isupper():
        return head  # "7 May 2013 – Nobody in the choir can read music"
    dates = tuple(find_dates(place, order))
    rest = place[: dates[0].span.start].strip(" ,") if dates else ""
    return head if rest and dates[-1].span.end == len(place) and _like_place(rest) else None


def _like_place(text: str) -> bool:
    """Whether all of a few words begin with a capital: "Geneva", "Port Alfred, South Africa"."""
    words = re.findall(r"[^\W\d_][\w.’'-]*", text)
    if not 1 <= len(words) <= 6 or words[0].lower() in FUNCTION_WORDS:
        return False
    return all(word[0].isupper() or word in PLACE_WORDS for word in words)
