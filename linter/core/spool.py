"""Bytes put aside: a few in memory, any number more in a temporary file."""

from __future__ import annotations

from typing import IO

from msgspec import Struct


class Spooled(Struct, frozen=True):
    """Bytes in a spool's file; `bytes` reads them."""

    spool: Spool
    start: int
    length: int

    def __bytes__(self) -> bytes:
        return self.spool.read(self.start, self.length)


Kept = bytes | Spooled
"""Bytes at hand, or put aside; `bytes` of either are the bytes themselves."""


class Spool:
    """Keeps what is put into it: the first `room` bytes in memory, what comes then in a file without a name.

    Where no file can be written, everything stays in memory. Not shared between threads or processes.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._file: IO[bytes] | None = None
        self._end = 0

    def put(self, data: bytes) -> Kept:
        """The same bytes, put aside if they are beyond what has room."""
        if len(data) <= self._room:
            self._room -= len(data)
            return data
        self._room = 0
        try:
            return self._written(data)
        except OSError:
            return data

    def read(self, start: int, length: int) -> bytes:
        """Bytes of the file."""
        assert self._file is not None
        self._file.seek(start)
        return self._file.read(length)

    def _written(self, data: bytes) -> Spooled:
        if self._file is None:
            from tempfile import TemporaryFile
            from weakref import finalize

            self._file = TemporaryFile(prefix="factlint-")  # noqa: SIM115 - it lasts as long as what is in it
            finalize(self, self._file.close)
        self._file.seek(self._end)
        self._file.write(data)
        self._file.flush()
        start, self._end = self._end, self._end + len(data)
        return Spooled(self, start, len(data))
