"""`factlint annotate`: what factlint reads in an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from linter import __version__
from linter.annotation.settings import Settings
from linter.cli.arguments import Parser, day
from linter.config.resolve import Configurations
from linter.core.errors import ProblemsError, UnreadableError
from linter.engine.api import shipped
from linter.engine.described import described
from linter.engine.files import read_all
from linter.engine.lint import Input
from linter.report.terminal import one_line


def annotate(arguments: Sequence[str]) -> int:
    """Print the annotations of one article; returns the exit code."""
    parser = Parser("annotate", "Show what factlint reads in an article: times, quotations, attributions, polls.")
    parser.add_argument("path", metavar="FILE", help="an article; - is standard input")
    parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the day the article was written")
    parser.add_argument("--stdin-filename", default="stdin.md", metavar="NAME")
    parser.add_argument("-o", "--output", choices=("text", "json"), default="text")
    values = parser.parse(arguments)
    reading = read_all([values.path], values.stdin_filename)
    if reading.problems or len(reading.sources) != 1:
        reasons = "; ".join(f"{problem.path}: {problem.message}" for problem in reading.problems)
        raise UnreadableError(reasons or f"{values.path}: name one article, not a folder")
    article = Input(reading.sources[0], values.date, settings=_house(reading.sources[0].path))
    annotations = list(described(shipped().article(article)))
    if values.output == "json":
        print(json.dumps({"version": 1, "annotations": annotations}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(_line, annotations)))
    return 0


def _house(path: str) -> Settings:
    """The conventions of the house that the article's configuration tells; raises ProblemsError for its mistakes."""
    configurations = Configurations(version=__version__)
    house = configurations.of(path).house
    if configurations.problems:
        raise ProblemsError(configurations.problems)
    return house


def _line(annotation: dict[str, Any]) -> str:
    place = f"{annotation['line']}:{annotation['column']}"
    return f"{place:>8}  {annotation['kind']:12}{one_line(annotation['text'])}{_details(annotation)}"


def _details(annotation: dict[str, Any]) -> str:
    return "".join(f"  {name}={value}" for name, value in _told(annotation))


def _told(annotation: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    common = {"kind", "start", "end", "text", "line", "column", "cue"}
    return ((name, value) for name, value in annotation.items() if name not in common and value not in (None, ""))
