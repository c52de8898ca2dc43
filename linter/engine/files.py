"""Reading articles from files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linter.core.errors import UnreadableError
from linter.core.problem import Problem
from linter.core.read import decode
from linter.core.source import Source
from linter.document.formats import FORMATS
from linter.document.frontmatter import read_front_matter

STANDARD_INPUT = "-"
LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

HEAD = 8192
"""Code points in which front matter that names sources must begin to do so."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of the paths: the articles, and what could not be read, each with its reason."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def read_all(paths: Iterable[str], stdin_filename: str) -> Reading:
    """Read every article that the paths name, each once: files as they are, folders in the order of their names."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in paths:
        found = [path] if path == STANDARD_INPUT or not os.path.isdir(path) else list(articles_below(path))
        if not found:
            problems.append(_no_articles(path))
        for file in found:
            try:
                sources.setdefault(file, _read(file, stdin_filename))
            except UnreadableError as error:
                problems.append(Problem(file, 1, 1, str(error)))
    return Reading(tuple(sources.values()), tuple(problems))


def declared_sources(article: Source) -> Reading:
    """The documents that an article names under `sources:` in its front matter, as paths relative to its own.

    Only files in the article's folder or below it are read; links are not followed out of it.
    """
    if "sources" not in article.text[:HEAD]:
        return Reading((), ())
    folder = os.path.realpath(os.path.dirname(article.path) or ".")
    named = [os.path.join(folder, path) for path in read_front_matter(article).sources if "://" not in path]
    within = [path for path in named if os.path.realpath(path).startswith(folder + os.sep)]
    return read_all([path for path in within if os.path.isfile(path)], "")


def articles_below(folder: str) -> Iterator[str]:
    """The articles in a folder and below it, by name; hidden folders and links to folders are not followed."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(files):
            if os.path.splitext(name)[1].lower() in FORMATS:
                yield os.path.normpath(os.path.join(root, name))


def _no_articles(path: str) -> Problem:
    return Problem(
        path, 1, 1, "no article in this folder", f"an article is a file ending in {', '.join(sorted(FORMATS))}"
    )


def _read(path: str, stdin_filename: str) -> Source:
    if path == STANDARD_INPUT:
        return decode(stdin_filename, sys.stdin.buffer.read(LARGEST + 1))
    try:
        if os.path.getsize(path) > LARGEST:
            raise UnreadableError(f"larger than {LARGEST // 1024 // 1024} MiB")
        with open(path, "rb") as file:
            return decode(path, file.read())
    except FileNotFoundError:
        raise UnreadableError("no such file or folder") from None
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error
