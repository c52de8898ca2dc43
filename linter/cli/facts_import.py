"""`factlint facts import`: a fact file made of Wikidata query results or Popolo."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence

from linter.cli.arguments import Parser, day
from linter.core.errors import UnreadableError, UsageError
from linter.core.read import decode
from linter.facts.base import FactBase
from linter.facts.dates import PartialDate
from linter.facts.imports.gather import gathered
from linter.facts.imports.popolo import is_popolo, read_popolo
from linter.facts.imports.record import Refusal, RefusedError, Taken
from linter.facts.imports.table import COLUMNS, is_table, read_bindings, read_csv
from linter.facts.imports.write import fact_text
from linter.facts.load import shipped_base
from linter.facts.model import FactFile
from linter.report.summary import counted

CLEAN, FOUND, FAILED = 0, 1, 2
LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

DESCRIPTION = """\
Make a fact file of other people's data: results of a query of query.wikidata.org (JSON or CSV), other CSV with a
header, or Popolo JSON. Rows that cannot be taken are told on standard error, each with its number and the reason.
Exit code: 0 all taken, 1 some rows left out, 2 nothing taken or a file that cannot be read.
"""


def import_files(arguments: Sequence[str]) -> int:
    """Make a fact file of what the arguments name; returns the exit code."""
    values = _parser().parse(arguments)
    given = {"title": values.title, "of": values.of}
    base = shipped_base()
    taken, unread = [], []
    for path in values.paths:
        try:
            taken.append(_taken(path, base, given))
        except (RefusedError, UnreadableError) as error:
            unread.append(f"{path}: {str(error).removeprefix(f'{path}: ')}")
    facts, refused = gathered(taken, PartialDate.of(values.through) if values.through else None)
    if facts.offices:
        _write(values.output, fact_text(facts, f"Made by factlint facts import of {', '.join(values.paths)}."))
    _tell(facts, refused, unread, values.through is None)
    return FAILED if unread or not facts.offices else FOUND if refused else CLEAN


def _taken(path: str, base: FactBase, given: Mapping[str, str]) -> Taken:
    text = _text(path)
    if text.lstrip()[:1] not in ("{", "["):
        return read_csv(path, text, base, given)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"is no JSON: {error}") from None
    if is_popolo(data):
        return read_popolo(path, data, base, given)
    if is_table(data):
        return read_bindings(path, data, base, given)
    raise UnreadableError("is neither a result of query.wikidata.org nor Popolo")


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error
    if len(content) > LARGEST:
        raise UnreadableError(f"larger than {LARGEST // 1024 // 1024} MiB")
    return decode(path, content).text


def _write(path: str, text: str) -> None:
    if path == "-":
        sys.stdout.write(text)
        return
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error


def _tell(facts: FactFile, refused: Sequence[Refusal], unread: Sequence[str], limitless: bool) -> None:
    """On standard error: what was not taken, and how much was."""
    for line in (*unread, *(refusal.headline for refusal in refused)):
        print(line, file=sys.stderr)
    holders = [holder for office in facts.offices for holder in office.holders]
    people = "1 person" if len(facts.people) == 1 else f"{len(facts.people)} people"
    counts = f"{counted(len(facts.offices), 'office')}, {counted(len(holders), 'term')}, {people}"
    print(f"taken: {counts}; not taken: {counted(len(refused), 'row')}", file=sys.stderr)
    if limitless and any(holder.end is None for holder in holders):
        print(
            "terms without an end count as lasting; say with --through up to which day that is known", file=sys.stderr
        )


def _parser() -> Parser:
    parser = Parser("facts import", DESCRIPTION)
    columns = "; ".join(f"{what}: {', '.join(names)}" for what, names in COLUMNS.items())
    parser.epilog = f"Columns are known by these names, whatever their case: {columns}."
    parser.add_argument("paths", nargs="+", metavar="FILE", help="files to read")
    parser.add_argument(
        "-o", "--output", default="-", metavar="OUT.yaml", help="the file to write (default: standard output)"
    )
    parser.add_argument(
        "--title", default="", help="the office, for rows that name none, as in: --title 'prime minister'"
    )
    parser.add_argument(
        "--of", default="", metavar="PLACE", help="the country or organisation, for rows that name none"
    )
    parser.add_argument(
        "--through", type=day, metavar="YYYY-MM-DD", help="the day up to which the data is complete: that of the query"
    )
    return parser
