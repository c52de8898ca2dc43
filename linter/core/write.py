"""Writing an article back: whole or not at all, in its encoding, and only where nobody else has changed it."""

from __future__ import annotations

import contextlib
import os
import stat

from linter.core.errors import UnwritableError
from linter.core.read import MARKS
from linter.core.relative import is_below
from linter.core.source import Source


def encode(source: Source) -> bytes:
    """The bytes of a source: its encoding, its byte-order mark, its line ends."""
    mark = next(mark for mark, encoding in MARKS if encoding == source.encoding) if source.bom else b""
    return mark + source.text.encode(source.encoding)


def rewrite(before: Source, after: Source, root: str) -> None:
    """Put a text in the place of the one that was read; raises UnwritableError.

    The new file takes the old one's place in one step and has its mode. A link stays a link, and what it points to is
    written, but only below `root`. A file that is read-only, or that is not what was read any more, is left alone.
    """
    target = os.path.realpath(before.path)
    if target != os.path.abspath(before.path) and not is_below(target, os.path.realpath(root)):
        raise UnwritableError(f"a link to {target}, which is outside {root}; nothing written")
    try:
        mode = os.stat(target).st_mode
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
            raise UnwritableError("the file is read-only; nothing written")
        with open(target, "rb") as file:
            if file.read() != encode(before):
                raise UnwritableError("the file was changed while it was linted; nothing written")
        replace_file(target, encode(after), stat.S_IMODE(mode))
    except OSError as error:
        raise UnwritableError(f"cannot be written: {error.strerror or error}; nothing written") from error


def replace_file(path: str, data: bytes | memoryview, mode: int | None = None) -> None:
    """Write a file in one step: whoever reads it finds the old content or the new. Raises OSError."""
    import tempfile

    handle, temporary = tempfile.mkstemp(prefix=".factlint-", suffix=".tmp", dir=os.path.dirname(path) or ".")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _usual_mode() if mode is None else mode)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _usual_mode() -> int:
    """The mode that a new file would have."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
