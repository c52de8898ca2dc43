"""Reports of articles kept in the cache: an article that has not changed is not linted again.

A report is known by the article's bytes and its file's name, by what the job says it depends on, and by the program
itself. Documents that the article names as its sources are looked at again before a kept report is used.
"""

from __future__ import annotations

import marshal
import os
import time

from linter.core import cache
from linter.engine.files import declared_digest
from linter.engine.fingerprint import program_fingerprint
from linter.engine.job import Job

NAME = "results"

EXPIRY = (b"expires", "expires".encode("utf-16-le"), "expires".encode("utf-16-be"))
"""What an article holds if a suppression in it has a last day: then its report depends on the day."""


def read_result(job: Job, path: str, digest: str, content: bytes) -> bytes | None:
    """The packed report on the article at a path with that content and its digest; None where it must be linted."""
    data = cache.read(NAME, _key(job, path, digest, content))
    if data is None:
        return None
    try:
        declared, packed = marshal.loads(data)  # noqa: S302 - the cache has checked that we wrote it
    except (EOFError, ValueError, TypeError):
        return None
    unchanged = all(declared_digest(path, name) == kept for name, kept in declared)
    return packed if unchanged and isinstance(packed, bytes) else None


def write_result(job: Job, path: str, digest: str, content: bytes, declared: tuple[str, ...], packed: bytes) -> None:
    """Keep the packed report on an article, which names these documents as its sources."""
    known = [(name, declared_digest(path, name)) for name in declared]
    cache.write(NAME, _key(job, path, digest, content), marshal.dumps((known, packed)))


def _key(job: Job, path: str, digest: str, content: bytes) -> str:
    # Of the path only the name matters: it can hold the article's date, and its suffix is the format.
    name, day = os.path.basename(path), today() if can_expire(content) else ""
    return "\0".join((program_fingerprint(), job.fingerprint(path), name, digest, day))


def can_expire(content: bytes) -> bool:
    """Whether the report on an article of that content can depend on the day."""
    return any(word in content for word in EXPIRY)


def today() -> str:
    """The day, as users write it."""
    return time.strftime("%Y-%m-%d")
