"""What is made only when somebody looks at it: sequences, and the texts of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import TypeVar, overload

from linter.core.errors import UnreadableError
from linter.core.source import Source

T = TypeVar("T")

OPEN_AT_ONCE = 4
"""Articles whose text is kept after it was read again."""


class Late(Sequence[T]):
    """A sequence that is made when it is first looked at."""

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Sequence[T]:
        return self._make()

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._made[index]


class Streamed(Sequence[T]):
    """A sequence whose members are made anew each time it is gone through, and not held in between."""

    def __init__(self, length: int, members: Callable[[], Iterator[T]]) -> None:
        self._length = length
        self._members = members

    def __iter__(self) -> Iterator[T]:
        return self._members()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = range(self._length)[index]
        return next(islice(self._members(), place, None))


class LateSource(Source):
    """An article that was read, and is decoded, or read again, when somebody asks for its text.

    `digest` is that of the file's bytes; where `data`, the bytes themselves, are not given, the file is read again, and
    UnreadableError is raised if it is not what it was.
    """

    def __init__(self, path: str, digest: str, data: bytes | None = None) -> None:
        self.path = path
        self._digest = digest
        self._data = data

    @property
    def text(self) -> str:
        """The decoded file without its byte-order mark."""
        return _decoded(self.path, self._digest, self._data).text

    @property
    def encoding(self) -> str:
        """The encoding of the file."""
        return _decoded(self.path, self._digest, self._data).encoding

    @property
    def bom(self) -> bool:
        """Whether the file began with a byte-order mark."""
        return _decoded(self.path, self._digest, self._data).bom

    @property
    def line_starts(self) -> tuple[int, ...]:
        """Where the lines begin, in code points."""
        return _decoded(self.path, self._digest, self._data).line_starts


@lru_cache(maxsize=OPEN_AT_ONCE)
def _decoded(path: str, digest: str, data: bytes | None) -> Source:
    from linter.core.read import decode, digest_of

    if data is None:
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            raise UnreadableError(f"{path}: {error.strerror or error}, though it was there before") from error
    if digest_of(data) != digest:
        raise UnreadableError(f"{path}: has changed while it was being checked; run again")
    return decode(path, data)
