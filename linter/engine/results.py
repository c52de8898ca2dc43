"""Reports of articles kept in the cache: an article that has not changed is not linted again.

A report is known by the article's bytes and its file's name, by what the job says it depends on, and by the program
itself. Documents that the article names as its sources are looked at again before a kept report is used.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence

from msgspec import Struct

from linter.core import cache
from linter.core.day import can_expire
from linter.core.read import digest_of
from linter.core.spool import Kept
from linter.engine.files import declared_digest
from linter.engine.fingerprint import program_fingerprint
from linter.engine.job import Job

NAME, COMPARISONS = "results", "comparisons"


class Result(Struct, frozen=True):
    """What is kept of an article: its packed report, the documents it names, and its extract for comparisons."""

    packed: bytes
    declared: tuple[str, ...] = ()
    extract: bytes = b""


def read_result(job: Job, path: str, digest: str, content: bytes) -> Result | None:
    """What is known of the article at a path with that content and its digest; None where it must be linted."""
    data = cache.read(NAME, _key(job, path, digest, content))
    if data is None:
        return None
    try:
        declared, packed, extract, of_path = marshal.loads(data)  # noqa: S302 - the cache has checked that we wrote it
    except (EOFError, ValueError, TypeError):
        return None
    # An extract speaks of its article by its path.
    is_usable = not extract or of_path == path
    unchanged = all(declared_digest(path, name) == kept for name, kept in declared)
    return Result(packed, tuple(name for name, _ in declared), extract) if is_usable and unchanged else None


def write_result(job: Job, path: str, digest: str, content: bytes, result: Result) -> None:
    """Keep what came of an article."""
    known = [(name, declared_digest(path, name)) for name in result.declared]
    data = marshal.dumps((known, result.packed, result.extract, path))
    cache.write(NAME, _key(job, path, digest, content), data)


def read_comparison(job: Job, extracts: Sequence[tuple[str, Kept]]) -> bytes | None:
    """The packed report on what these articles say against each other; None where they must be compared."""
    kept = cache.read(COMPARISONS, _comparison_key(job, extracts))
    return None if kept is None else bytes(kept)


def write_comparison(job: Job, extracts: Sequence[tuple[str, Kept]], packed: bytes) -> None:
    """Keep what these articles say against each other."""
    cache.write(COMPARISONS, _comparison_key(job, extracts), packed)


def _comparison_key(job: Job, extracts: Sequence[tuple[str, Kept]]) -> str:
    parts = (f"{path}\0{job.fingerprint(path)}\0{digest_of(bytes(extract))}" for path, extract in extracts)
    return "\0".join((program_fingerprint(), *parts))


def _key(job: Job, path: str, digest: str, content: bytes) -> str:
    # Of the path only the name matters: it can hold the article's date, and its suffix is the format.
    name, day = os.path.basename(path), job.today if can_expire(content) else ""
    return "\0".join((program_fingerprint(), job.fingerprint(path), name, digest, day))
