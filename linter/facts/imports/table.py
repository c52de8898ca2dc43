"""Tables of terms of office: results of query.wikidata.org as JSON or CSV, and other CSV with such columns.

Columns are known by their names, whatever the case, underscores and spaces; `COLUMNS` has those that are understood.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from linter.core.pattern import lazy_pattern
from linter.facts.base import FactBase
from linter.facts.dates import PartialDate
from linter.facts.imports.record import Record, Refusal, RefusedError, Taken, clean, date_of, is_unknown

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": (
        "personlabel", "itemlabel", "humanlabel", "holderlabel", "officeholderlabel", "politicianlabel",
        "ministerlabel", "headlabel", "leaderlabel", "memberlabel", "name", "personname", "fullname", "label", "person",
        "holder", "officeholder", "politician", "minister",
    ),
    "entity": (
        "person", "item", "human", "holder", "officeholder", "politician", "minister", "head", "leader", "member",
        "wikidata", "wikidataid", "qid", "id",
    ),
    "title": (
        "positionlabel", "officelabel", "postlabel", "rolelabel", "titlelabel", "positionheldlabel", "position",
        "positionheld", "office", "post", "role", "title",
    ),
    "of": (
        "oflabel", "jurisdictionlabel", "appliestojurisdictionlabel", "appliestolabel", "countrylabel", "statelabel",
        "organizationlabel", "organisationlabel", "bodylabel", "of", "jurisdiction", "country", "state", "organization",
        "organisation", "body",
    ),
    "start": ("start", "startdate", "starttime", "from", "since", "begin", "begindate", "termstart", "tookoffice"),
    "end": ("end", "enddate", "endtime", "to", "until", "till", "termend", "leftoffice"),
    "start-precision": ("startprecision", "startdateprecision", "starttimeprecision"),
    "end-precision": ("endprecision", "enddateprecision", "endtimeprecision"),
    "born": ("born", "birth", "birthdate", "dateofbirth", "dob"),
    "died": ("died", "death", "deathdate", "dateofdeath", "dod"),
    "born-precision": ("bornprecision", "birthprecision", "birthdateprecision", "dateofbirthprecision", "dobprecision"),
    "died-precision": ("diedprecision", "deathprecision", "deathdateprecision", "dateofdeathprecision"),
    "aliases": ("aliases", "alias", "personaltlabel", "itemaltlabel", "altlabel", "altlabels", "alsoknownas"),
    "acting": ("acting", "interim"),
    "source": ("source", "article", "sitelink", "wikipedia", "url", "reference", "ref"),
}  # fmt: skip
"""The names of columns by what they hold, the better ones first; compared in small letters without marks."""

MARKS = lazy_pattern(r"[^a-z0-9]+")
ITEM = lazy_pattern(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d*)")
"""An entity of Wikidata, as an address or alone; as a label it stands for a missing one."""

Cells = Mapping[str, str]


def read_csv(path: str, text: str, base: FactBase, given: Mapping[str, str]) -> Taken:
    """The terms of a table with a header; the row after it is row 1. Raises RefusedError for one of no use.

    `given` are an office's `title` and `of` for rows that have none.
    """
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter="\t" if "\t" in text.partition("\n")[0] else ","))
    except csv.Error as error:
        raise RefusedError(f"cannot be read as a table: {error}") from None
    header = rows[0] if rows else []
    return _taken(path, header, (dict(zip(header, row, strict=False)) for row in rows[1:]), base, given)


def read_bindings(path: str, data: Any, base: FactBase, given: Mapping[str, str]) -> Taken:
    """The terms of a query's results, in their full form or as a plain list. Raises RefusedError for other JSON."""
    rows = [row for row in _bindings(data) if isinstance(row, dict)]
    header = list(dict.fromkeys(str(name) for row in rows for name in row))
    return _taken(path, header, ({name: _cell(cell) for name, cell in row.items()} for row in rows), base, given)


def is_table(data: Any) -> bool:
    """Whether JSON looks like results of a query."""
    return isinstance(data, list) or (isinstance(data, dict) and isinstance(data.get("results"), dict))


def _bindings(data: Any) -> Sequence[Any]:
    found = data if isinstance(data, list) else data["results"].get("bindings")
    if not isinstance(found, list):
        raise RefusedError("has no results.bindings")
    return found


def _cell(cell: Any) -> str:
    if isinstance(cell, dict):  # the full form tells the type of each value
        return "_:" + str(cell.get("value")) if cell.get("type") == "bnode" else clean(cell.get("value"))
    return clean(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _taken(path: str, header: Iterable[str], rows: Iterable[Cells], base: FactBase, given: Mapping[str, str]) -> Taken:
    columns = known_columns(header)
    lacking = [what for what in ("person", "start") if what not in columns]
    lacking += [] if "title" in columns or given.get("title") else ["title"]
    if lacking:
        wanted = "; ".join(f"{what}: {', '.join(COLUMNS[what][:4])} …" for what in lacking)
        raise RefusedError(f"lacks a column ({wanted})")
    made = [_made(path, number, row, columns, base, given) for number, row in enumerate(rows, 1) if any(row.values())]
    records = tuple(each for each in made if isinstance(each, Record))
    return Taken(records, tuple(each for each in made if isinstance(each, Refusal)))


def known_columns(header: Iterable[str]) -> dict[str, str]:
    """The columns of a table by what they hold."""
    present = {MARKS.sub("", name.lower()): name for name in header}
    best = ((what, next((present[name] for name in names if name in present), None)) for what, names in COLUMNS.items())
    return {what: column for what, column in best if column is not None}


def _made(
    path: str, number: int, row: Cells, columns: Mapping[str, str], base: FactBase, given: Mapping[str, str]
) -> Record | Refusal:
    cells = {what: clean(row.get(column)) for what, column in columns.items()}
    try:
        return _record(path, number, cells, base, given)
    except RefusedError as error:
        return Refusal(path, number, str(error))


def _record(path: str, number: int, cells: Cells, base: FactBase, given: Mapping[str, str]) -> Record:
    person = cells["person"]
    if not person or ITEM.fullmatch(person):
        raise RefusedError(f"the person has no name{f', only {person}' if person else ''}")
    start, end = (_date(cells, what) for what in ("start", "end"))
    born, died = (None if is_unknown(cells.get(what, "")) else _date(cells, what) for what in ("born", "died"))
    if start is None:
        raise RefusedError("the start is missing")
    title, of = office_of(cells.get("title") or given.get("title", ""), cells.get("of") or given.get("of", ""), base)
    acting = cells.get("acting", "").lower() in ("true", "1", "yes", "acting", "interim") or title.startswith("acting ")
    return Record(
        path, number, person, title.removeprefix("acting "), of, start, end, tuple(_aliases(cells)), born, died, acting,
        _source(cells),
    )  # fmt: skip


def _date(cells: Cells, what: str) -> PartialDate | None:
    return date_of(cells.get(what, ""), cells.get(f"{what}-precision", ""), what)


def office_of(title: str, of: str, base: FactBase) -> tuple[str, str]:
    """A title in small letters and its country or organisation, which the title may name: "President of France".

    Raises RefusedError where either is not told.
    """
    if not title or ITEM.fullmatch(title):
        raise RefusedError(f"the office has no name{f', only {title}' if title else ''}")
    if not of or ITEM.fullmatch(of):
        head, tail = _split(title, base)
        if not tail:
            raise RefusedError(f"nothing says of which country or organisation {title[:60]!r} is; give it with --of")
        title, of = head, tail
    return _lower(re.sub(rf"\s+of\s+(?:the\s+)?{re.escape(of)}$", "", title, flags=re.IGNORECASE) or title), of


def _split(title: str, base: FactBase) -> tuple[str, str]:
    """A title and the place at its end or, as a demonym, at its beginning."""
    for found in re.finditer(r"\s+of\s+(?:the\s+)?", title):
        places = base.places_named(title[found.end() :])
        if places:
            return title[: found.start()], places[0].name
    words = title.split()
    for cut in range(len(words) - 1, 0, -1):
        places = base.places_called(" ".join(words[:cut]))
        if places:
            return " ".join(words[cut:]), places[0].name
    return title, ""


def _lower(title: str) -> str:
    return " ".join(word.lower() if word[1:].islower() or len(word) == 1 else word for word in title.split())


def _aliases(cells: Cells) -> Iterator[str]:
    text = cells.get("aliases", "")
    parted = re.split(r"\s*[|;]\s*" if re.search(r"[|;]", text) else r",\s+", text)
    return (alias for alias in parted if any(map(str.isalpha, alias)))


def _source(cells: Cells) -> str:
    source, entity = cells.get("source", ""), ITEM.fullmatch(cells.get("entity", ""))
    if source.startswith(("https://", "http://")):
        return source
    return f"https://www.wikidata.org/wiki/{entity[1]}" if entity else source
