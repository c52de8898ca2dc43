"""One term of office as another data set tells it, and what cannot be taken from there."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from linter.core.field import FieldError
from linter.core.pattern import lazy_pattern
from linter.facts.dates import PartialDate
from linter.facts.model import Holder

WRITTEN = lazy_pattern(r"([+-]?)(\d{4,})(?:-(\d\d)(?:-(\d\d))?)?(T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
UNPRINTABLE = lazy_pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")

YEAR, MONTH, DAY = 9, 10, 11
"""How Wikidata counts the precision of a date."""


class RefusedError(ValueError):
    """Why a row cannot be taken."""


class Record(Struct, frozen=True):
    """A term of office as a row tells it: `row` counts from 1, in the file `path`."""

    path: str
    row: int
    person: str
    title: str
    of: str
    start: PartialDate
    end: PartialDate | None = None
    aliases: tuple[str, ...] = ()
    born: PartialDate | None = None
    died: PartialDate | None = None
    acting: bool = False
    source: str = ""
    many: bool = False
    """Whether several people hold the office at once, as the seats of a parliament."""

    def holder(self) -> Holder:
        """The term as a fact; raises FieldError for one that ends before it begins."""
        aliases = tuple(alias for alias in dict.fromkeys(self.aliases) if alias != self.person)
        return Holder(self.person, self.start, self.end, aliases, self.acting, self.source)

    def joined(self, other: Record) -> Record:
        """This record with what another row adds to the same term: aliases, and dates of the life."""
        aliases = tuple(dict.fromkeys((*self.aliases, *other.aliases)))
        return replace(self, aliases=aliases, born=self.born or other.born, died=self.died or other.died)


class Refusal(Struct, frozen=True, order=True):
    """A row that was not taken, and why."""

    path: str
    row: int
    reason: str

    @property
    def headline(self) -> str:
        """The one-line form."""
        return f"{self.path}: row {self.row}: not taken: {self.reason}"


class Taken(Struct, frozen=True):
    """What was read of a file."""

    records: tuple[Record, ...]
    refusals: tuple[Refusal, ...]


def clean(text: object) -> str:
    """A text of foreign data in one line without control characters; "" for anything else than text."""
    return " ".join(UNPRINTABLE.sub(" ", text).split()) if isinstance(text, str) else ""


def date_of(text: str, precision: str, what: str) -> PartialDate | None:
    """The date of a cell; None for an empty one. Raises RefusedError, naming `what`, for one that is none.

    `precision` is Wikidata's number, "" where it is not told. Its query service writes a year as its first of January
    and a month as its first day; so without the precision, a timestamp on such a day is taken as no more than that.
    """
    if not text:
        return None
    found = WRITTEN.fullmatch(text)
    if found is None:
        told = "is known to have been, but not when" if is_unknown(text) else f"is no date: {text[:40]!r}"
        raise RefusedError(f"the {what} {told}")
    sign, year, month, day, time = found.groups()
    number = int(year) if len(year) <= 5 else 10**5
    # XML Schema, which the query service follows, counts a year 0: -0043 is 44 B.C.
    number = -number - 1 if sign == "-" or not number else number
    parts = (number, *(int(part) for part in (month, day) if part and part != "00"))
    try:
        return PartialDate(*parts[: _kept(parts, precision, bool(time))])
    except FieldError as error:
        raise RefusedError(f"the {what}: {error}") from None


def is_unknown(text: str) -> bool:
    """Whether a cell is Wikidata's sign for a value that exists and is not known."""
    return text.startswith(("http://", "https://", "_:")) or (text[:1] == "t" and text[1:].isdecimal())


def _kept(parts: tuple[int, ...], precision: str, timestamp: bool) -> int:
    """How many of year, month and day are known."""
    if precision.isdecimal():
        return max(1, min(3, int(precision) - YEAR + 1))
    if not timestamp or parts[2:] != (1,):
        return 3
    return 1 if parts[1] == 1 else 2
