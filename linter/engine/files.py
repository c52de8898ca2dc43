"""Reading articles: the bytes of files and of standard input, and the documents that articles name."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable

from msgspec import Struct

from linter.core.errors import UnreadableError
from linter.core.inputs import looked_at
from linter.core.problem import Problem
from linter.core.read import decode, digest_of
from linter.core.relative import is_below
from linter.core.source import Source
from linter.engine.walk import EVERYTHING, STANDARD_INPUT, find_articles

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

HEAD = 8192
"""Code points in which front matter that names sources must begin to do so."""


class Reading(Struct, frozen=True):
    """What came of the paths: the articles, and what could not be read, each with its reason."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def read_all(paths: Iterable[str], stdin_filename: str) -> Reading:
    """Read every article that the paths name, each once, in the order of their paths; no ignore file counts."""
    found = find_articles(paths, EVERYTHING)
    read = [(path, _source_or_reason(path, stdin_filename)) for path in found.paths]
    sources = tuple(each for _, each in read if isinstance(each, Source))
    problems = tuple(Problem(path, 1, 1, each) for path, each in read if isinstance(each, str))
    return Reading(sources, (*found.problems, *problems))


def read_bytes(path: str) -> bytes:
    """The content of a file, or of standard input for `-`; raises UnreadableError with the reason."""
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableError("no such file or folder") from None
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error
    if len(data) > LARGEST:
        raise UnreadableError(f"larger than {LARGEST // 1024 // 1024} MiB")
    return data


def can_be_read_again(path: str) -> bool:
    """Whether a path is a regular file, and no pipe that gives its content once."""
    try:
        return path != STANDARD_INPUT and stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True


def declared_sources(article: Source) -> Reading:
    """The documents that an article names under `sources:` in its front matter, as paths relative to its own.

    Only files in the article's folder or below it are read; links are not followed out of it.
    """
    places = [_declared_place(article.path, name) for name in declared_names(article)]
    return read_all([place for place in places if place is not None], "") if places else Reading((), ())


def declared_names(article: Source) -> tuple[str, ...]:
    """The paths that an article names under `sources:` in its front matter."""
    if "sources" not in article.text[:HEAD]:
        return ()
    from linter.document.frontmatter import read_front_matter

    return tuple(path for path in read_front_matter(article).sources if "://" not in path)


def declared_digest(path: str, name: str) -> str:
    """The digest of a document that the article at `path` names; empty where it is none that would be read."""
    place = _declared_place(path, name)
    try:
        return digest_of(read_bytes(place)) if place is not None else ""
    except UnreadableError:
        return ""


def _declared_place(path: str, name: str) -> str | None:
    folder = os.path.realpath(os.path.dirname(path) or ".")
    place = os.path.join(folder, name)
    looked_at(place)
    within = is_below(os.path.realpath(place), folder)
    return place if within and os.path.isfile(place) else None


def _source_or_reason(path: str, stdin_filename: str) -> Source | str:
    try:
        return decode(stdin_filename if path == STANDARD_INPUT else path, read_bytes(path))
    except UnreadableError as error:
        return str(error)
