"""Annotations: what is known about stretches of an article's reading text.

All spans are `Span`s of offsets into `Document.text`, in code points, the end exclusive.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct

from linter.core.span import Span

if TYPE_CHECKING:
    from fractions import Fraction

VoiceKind = Literal["writer", "quoted", "reported"]
"""Who speaks: the writer; a person in a direct quotation; a source in attributed indirect speech."""


class Sentence(Struct, frozen=True):
    """A sentence, a headline or a list item; `block` is the index of its block in `Document.blocks`."""

    span: Span
    block: int


class Quotation(Struct, frozen=True):
    """Words in quotation marks.

    `span` takes in the marks, `inner` does not. `depth` is 0 for an outermost quotation. `closed` is False for one
    whose closing mark is missing; a paragraph of a running quotation, left open as the next one goes on, is closed.
    `speech` is False for words that are marked but not spoken (a title, a nickname, a term).
    """

    span: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    speech: bool = True

    @property
    def runs_on(self) -> bool:
        """Whether it goes on in the next paragraph: left open, but rightly so."""
        return self.closed and self.inner.end == self.span.end


Stance = Literal["neutral", "doubting", "vouching", "emotive"]
"""What an attribution verb lets the writer think of the statement."""

SourceType = Literal["person", "organisation", "document", "outlet", "group", "anonymous", "pronoun", "unknown"]
"""What kind of source an attribution has; `group` are nameless people ("critics"), `anonymous` a nameless informant."""


class Attribution(Struct, frozen=True):
    """Who says something: the field's source, cue and content (PARC, PolNeAR).

    `source` is None where nobody is named ("it was reported"). `named` says whether a reader could find the source:
    a name, a document, an office with a body. `speaker` is the source's name with a pronoun resolved, "" if unknown.
    """

    cue: Span
    source: Span | None
    content: Span | None
    verb: str
    stance: Stance
    source_type: SourceType
    named: bool
    speaker: str


class Voice(Struct, frozen=True):
    """Who speaks at a place, and who that is by name ("" if unknown)."""

    kind: VoiceKind
    speaker: str = ""


TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
"""The types of TIMEX3 (TimeML 1.2.1)."""

Anchoring = Literal["absolute", "relative", "vague", "none"]
"""What a time expression needs to be placed.

`absolute` needs nothing ("3 May 2025"), `relative` the article's date ("last week"), `vague` cannot be placed
("recently"), `none` is a bare duration or set.
"""


TimeRole = Literal["", "age", "anniversary"]
"""What a length of time tells: nothing more, how old somebody is ("aged 44"), how often a day came back ("the 10th
anniversary of")."""

TimeProblem = Literal["", "no-such-day", "two-readings"]
"""What is wrong with a date: the calendar lacks the day ("30 February"), or its figures can be read day first and month
first ("03/04/2022") and nothing in the article decides."""


class TimeMention(Struct, frozen=True):
    """A time expression: TIMEX3 `type` and `value`, and the days it can mean, both ends included, None where unknown.

    `running` marks a duration that goes on at the moment of writing ("for over seven months now"). `modifier` is
    TIMEX3's `mod` ("MORE_THAN", "APPROX", "START" …), "" for none. `weekday` is the one stated beside a date of day
    precision ("Tuesday, January 4, 2019": 2; Monday is 1, ISO 8601), right or wrong; None where none is stated. A date
    that does not exist keeps its value ("2023-02-29"), has no days and the `problem` "no-such-day"; one with
    "two-readings" has the value of the day-first reading and days that take in both. Years before 1 and after 9999
    have a value ("BC0044") and no days. An anniversary is a DURATION: "the 10th anniversary" has the value "P10Y".
    """

    span: Span
    type: TimeType
    value: str
    anchoring: Anchoring
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    running: bool = False
    modifier: str = ""
    role: TimeRole = ""
    weekday: int | None = None
    problem: TimeProblem = ""


QuantityKind = Literal[
    "count", "percent", "points", "money", "measure", "fraction", "multiple", "duration", "age", "ordinal"
]
"""What a figure states.

`points` are percentage points, `fraction` a part in words or as a ratio ("a third", "one in five"), `multiple` says how
many times as much. `age` and `ordinal` are kept apart: they are figures of the text, not quantities.
"""


class Quantity(Struct, frozen=True):
    """A figure: `span` takes in the words that blur it, its currency, scale and unit, `number` is the number alone.

    `value` is the figure stated (the middle of a range), `low` to `high` what it can stand for by the precision of its
    writing and the words around it; `high` is None where nothing bounds it ("more than 40"). `ends` are those of a
    range ("40 to 50") in the order of the text. A percentage is its figure (25 for "25%"), a fraction is below 1,
    money is in whole units of `unit`: an ISO 4217 code, or the word for the currency. `unit` is "percent" or "point"
    for the kinds of that name, the name of a unit in `quantity_words.UNITS`, a unit of time, or "".

    `of` is the noun phrase that says what is counted, "" where none follows; `noun` is its place and `head` its last
    word, in the singular and in small letters. `approximation` is the blurring word, "" for none.
    """

    span: Span
    kind: QuantityKind
    value: Fraction
    low: Fraction
    high: Fraction | None
    number: Span
    unit: str = ""
    of: str = ""
    head: str = ""
    noun: Span | None = None
    approximation: str = ""
    ends: tuple[Fraction, Fraction] | None = None
    inexact: bool = False

    def may_be(self, value: Fraction) -> bool:
        """Whether it can stand for an exact value."""
        return self.low <= value and (self.high is None or value <= self.high)


class Ranged(Protocol):
    """What can stand for any value from `low` to `high`, None where nothing bounds it."""

    @property
    def low(self) -> Fraction | float:
        """The least value."""

    @property
    def high(self) -> Fraction | float | None:
        """The greatest value."""


def overlap(one: Ranged, other: Ranged) -> bool:
    """Whether two figures can stand for one value."""
    return (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high)


class Poll(Struct, frozen=True):
    """A poll as the article tells it; `span` is its first mention, `mentions` are all of them.

    Each item of disclosure is the span that tells it, None where nothing does.
    """

    span: Span
    mentions: tuple[Span, ...]
    pollster: Span | None
    sponsor: Span | None
    sample: Span | None
    dates: Span | None
    population: Span | None
    mode: Span | None
    margin: Span | None
    online: bool = False


NameType = Literal["person", "organisation", "place", "acronym", "other"]
"""What bears a name; a demonym ("Danish", "Danes") counts as its place, an event or a work as other."""


class Name(Struct, frozen=True):
    """A name: `span` is the name alone, without title, form of address, article and possessive ending.

    `canonical` is the fullest form that the article has for the same bearer ("Ruiz": "Ana Belén Ruiz"), for an acronym
    what it is short for; the name itself where there is no fuller form. `title` is the office or the form of address
    right before it ("Health Minister", "Mr."). `sure` is False where the capitals may come from the place alone: a
    single word that opens a sentence, a word of a headline in title case.
    """

    span: Span
    type: NameType
    canonical: str
    title: Span | None = None
    sure: bool = True
