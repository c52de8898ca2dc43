"""A table of keys as bytes, of which a look-up reads a few entries: as quick for a million keys as for ten."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterator
from zlib import crc32

Table = dict[str, tuple[int, ...]]

ROOM = 8
"""Keys that share a bucket on average."""

OPEN, SHUT = b"\x01", b"\x02"
"""Stand before a key, and between it and its numbers. No name has such characters; a key that has is left out."""


def packed_table(table: Table) -> bytes:
    """A table as bytes for `PackedTable`."""
    buckets: list[list[bytes]] = [[] for _ in range(len(table) // ROOM + 1)]
    for name, numbers in table.items():
        key = _encoded(name)
        if OPEN not in key and SHUT not in key:
            buckets[crc32(key) % len(buckets)].append(OPEN + key + SHUT + b",".join(b"%d" % each for each in numbers))
    starts, parts = array("I", [0]), [b"".join((*bucket, OPEN)) for bucket in buckets]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return marshal.dumps((starts.tobytes(), b"".join(parts)))


class PackedTable:
    """A table that stays packed: a look-up searches one bucket, which takes a millionth of a second."""

    def __init__(self, data: bytes) -> None:
        """A table of what `packed_table` makes; the data are trusted, so they must be our own."""
        starts, self._parts = marshal.loads(data)  # noqa: S302 - from our own cache, which has checked it
        self._starts = array("I", starts)
        self._buckets = len(self._starts) - 1

    def get(self, key: str) -> tuple[int, ...]:
        """The numbers under a key, () where there are none."""
        wanted = _encoded(key)
        bucket = crc32(wanted) % self._buckets
        place = self._parts.find(OPEN + wanted + SHUT, self._starts[bucket], self._starts[bucket + 1])
        if place < 0:
            return ()
        start = place + len(wanted) + 2
        return tuple(map(int, self._parts[start : self._parts.index(OPEN, start)].split(b",")))

    def keys(self) -> Iterator[str]:
        """All keys, in no order that means anything."""
        for entry in self._parts.split(OPEN):
            if entry:
                yield entry.partition(SHUT)[0].decode("utf-8", "surrogatepass")


def _encoded(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass")
