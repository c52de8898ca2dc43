"""Time expressions: where they stand, and what they mean."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.annotation.times.figures import order_of
from linter.annotation.times.forms import FORMS, WITH_OTHER_WORDS
from linter.annotation.times.memory import NOTHING, Memory
from linter.annotation.times.needs import needed
from linter.annotation.times.notation import Form, Found, Reading
from linter.annotation.times.tense import is_running, is_running_age
from linter.annotation.times.tokens import Tokens
from linter.annotation.times.words import CODES
from linter.core.calendar import ANY_MONTH, FigureOrder
from linter.core.pattern import lazy_pattern
from linter.core.prepared import prepared_plain
from linter.core.span import Span
from linter.match.trigger import Trigger

OWNER = "annotate/time"

TRIGGERS = {
    "year": r"\b(?:1\d|20|21)\d\d",
    "decade": r"'\d0s|(?:ties\b)",
    "month": rf"\b(?:{ANY_MONTH})\b|"
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.| \d)|"
    r"\d (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b",
    "weekday": r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\b(?:Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)\.",
    "unit": r"\b(?:day|week|month|year|decade|fortnight|centur|quarter|hour|minute|second|yrs?\b|hrs?\b)",
    "part": r"\b(?:morning|afternoon|evening|night|noon|midnight|midday|overnight|weekend)",
    "season": r"\b(?:spring|summer|autumn|winter|fall)\b",
    "deictic": r"\b(?:yesterday|today|tomorrow|tonight|ago)\b",
    "reference": r"\b(?:now|nowadays|currently|current|recent|recently|lately|soon|shortly)\b",
    "phrase": r"\b(?:long|while|future|past|moment|period|daily|nightly|hourly|yearly|annual|annually)\b",
    "feast": r"\b(?:Christmas|Xmas|Easter|Thanksgiving|Halloween|Hogmanay|Epiphany|New Year)",
    "age": r"\b[Aa]ged? (?:of )?(?:\d|[a-z]+)|anniversar|birthday|centena|centennial|jubilee|[Oo]'clock",
    "figures": r"\d[/.-]\d\d?[/.-]\d\d|'\d\d\b|\b(?:B\.C|BCE?|AD|A\.D|CE)\b",
    "term": r"\b(?:near|short|long)[ -]term\b",
    "clock": r"\d:\d\d|(?:0|1|2|3|4|5|6|7|8|9) ?(?:a|p)m\b|\b(?:a|p)\.m|\bnineteen\b|\beighteen\b|\btwo thousand\b",
    "iso": r"\d{4}-\d\d-\d\d",
}
"""Where it is worth to look for a time expression."""

CASED = {"month", "weekday", "feast", "age", "figures"}


def triggers() -> tuple[Trigger, ...]:
    """What the scan looks for on behalf of this annotator."""
    return tuple(Trigger(OWNER, name, expression, cased=name in CASED) for name, expression in TRIGGERS.items())


def annotate(article: Article) -> tuple[TimeMention, ...]:
    """All time expressions of an article, sorted by place; no two overlap."""
    return tuple(_mentions(article))


def _mentions(article: Article) -> Iterator[TimeMention]:
    figures = any(hit.name == "figures" for hit in article.hits(OWNER))
    order = article.settings.date_order or (order_of(article.plain) if figures else None)
    context = Context(article.date, order=order)
    for sentence in article.sentences_hit(OWNER):
        text, offset = article.plain_words(sentence.span), sentence.span.start
        for place, reading, after in readings(text, context):
            yield _mention(article, text, offset, place, reading)
            context = after


def _mention(article: Article, text: str, offset: int, place: Span, reading: Reading) -> TimeMention:
    span = Span(offset + place.start, offset + place.end)
    running = (
        reading.type == "DURATION"
        and (is_running(text, place) if not reading.role else reading.role == "age" and is_running_age(text, place))
        and article.quotation_at(span) is None
    )
    return TimeMention(
        span,
        reading.type,
        reading.value,
        "none" if running else reading.anchoring,
        reading.earliest,
        reading.latest,
        running,
        reading.modifier,
        reading.role,
        reading.weekday,
        reading.problem,
    )


class Context(Struct, frozen=True):
    """What is known before a sentence: the article's date, the dates named so far, the order of dates in figures."""

    base: datetime.date | None = None
    memory: Memory = NOTHING
    order: FigureOrder | None = None

    def after(self, words: str, reading: Reading) -> Context:
        """The context after an expression; what is compared with ("a year ago") is not what the story is about."""
        if reading.type == "SET" or COMPARED.search(words):
            return self
        memory = self.memory.after(reading.value, reading.earliest)
        return self if memory is self.memory else Context(self.base, memory, self.order)


COMPARED = lazy_pattern(r"\b(?:ago|earlier)\b")


def readings(text: str, context: Context) -> Iterator[tuple[Span, Reading, Context]]:
    """The time expressions of a sentence, each with its place, its meaning, and what is known after it."""
    tokens = Tokens(text)
    taken = 0
    for candidate in candidates(tokens.code):
        if candidate.first < taken:
            continue
        reading = _read(candidate, text, tokens, context)
        if reading is not None:
            taken = candidate.last
            place = Span(tokens[candidate.first].start, tokens[candidate.last - 1].end)
            context = context.after(text[place.start : place.end], reading)
            yield place, reading, context


def _read(candidate: Candidate, text: str, tokens: Tokens, context: Context) -> Reading | None:
    first, last = candidate.first, candidate.last
    found = Found(
        tokens[first:last],
        {name: tokens[start:end] for name, start, end in candidate.groups},
        context.base,
        text,
        tokens[first - 1] if first else None,
        tokens[last] if last < len(tokens) else None,
        context.memory,
        context.order,
    )
    try:
        return candidate.form.read(found)
    except (ValueError, OverflowError):  # before year 1 or after 9999: no day of Python's calendar
        return None


class Candidate(Struct, frozen=True):
    """A form that matches the tokens from `first` to before `last`, and where its named groups lie."""

    first: int
    last: int
    form: Form
    groups: tuple[tuple[str, int, int], ...]


def candidates(code: str) -> list[Candidate]:
    """The forms that match the codes of a sentence's tokens: by place, the longest first, then by the table's order."""
    found = [_moved(candidate, run.start()) for run in _run().finditer(code) for candidate in _in_run(run.group())]
    if YEAR in code:
        found += _matches(WITH_OTHER_WORDS, code)
    return sorted(found, key=lambda candidate: (candidate.first, -candidate.last)) if found else found


def _moved(candidate: Candidate, offset: int) -> Candidate:
    groups = tuple((name, start + offset, end + offset) for name, start, end in candidate.groups)
    return Candidate(candidate.first + offset, candidate.last + offset, candidate.form, groups)


@lru_cache(maxsize=2048)
def _in_run(run: str) -> tuple[Candidate, ...]:
    """The forms in a run of words of the vocabulary: there are few different runs, however long the text is."""
    by_kind, _ = _needs()
    wanted = {index for kind in set(run) for index in by_kind.get(kind, ())}
    return tuple(_matches((FORMS[index] for index in sorted(wanted)), run))


def _matches(forms: Iterable[Form], code: str) -> Iterator[Candidate]:
    for form in forms:
        for match in form.compiled.finditer(code):
            spans = ((name, *match.span(name)) for name in match.re.groupindex)
            yield Candidate(match.start(), match.end(), form, tuple(span for span in spans if span[1] >= 0))


NAME = "time-forms"
"""What the forms need is kept under this name."""


@lru_cache(maxsize=1)
def _needs() -> tuple[Mapping[str, tuple[int, ...]], str]:
    """The places in the table of the forms that need one of several kinds, under each of these kinds; and all kinds."""
    needs: tuple[Mapping[str, tuple[int, ...]], str] = prepared_plain(NAME, _read_needs)
    return needs


def _read_needs() -> tuple[dict[str, tuple[int, ...]], str]:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(FORMS):
        for kind in needed(form.compiled.pattern) or CODES.values():
            by_kind[kind].append(index)
    used = frozenset("".join(form.compiled.pattern for form in FORMS))
    kinds = "".join(code for code in CODES.values() if code in used)
    return {kind: tuple(indexes) for kind, indexes in by_kind.items()}, kinds


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    """A run of tokens of kinds that forms are made of."""
    return lazy_pattern(f"[{_needs()[1]}]+")


YEAR = CODES["year"]
