"""What is made late is what it would have been."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.core.errors import UnreadableError
from linter.core.late import Late, LateSource, Streamed
from linter.core.read import decode, digest_of

DATA = b"\xef\xbb\xbfcaf\xc3\xa9 \xe2\x80\x94\r\nlast line"


def test_a_late_sequence_is_made_once_and_only_if_wanted() -> None:
    made: list[int] = []

    def make() -> tuple[int, ...]:
        made.append(1)
        return (1, 2, 3)

    late = Late(make)
    assert made == []
    assert (list(late), len(late), late[-1], late[:2]) == ([1, 2, 3], 3, 3, (1, 2))
    assert made == [1]


def test_a_streamed_sequence_is_like_a_tuple() -> None:
    def members() -> Iterator[int]:
        return iter(range(10, 20))

    streamed, whole = Streamed(10, members), tuple(range(10, 20))
    assert (tuple(streamed), len(streamed), bool(Streamed(0, lambda: iter(())))) == (whole, 10, False)
    assert [streamed[index] for index in (0, 3, -1)] == [whole[index] for index in (0, 3, -1)]
    assert (streamed[2:5], streamed[::-3], 14 in streamed) == (whole[2:5], whole[::-3], True)
    with pytest.raises(IndexError):
        streamed[10]


@pytest.mark.parametrize("kept", [True, False])
def test_a_late_source_is_the_source(tmp_path: Path, kept: bool) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(DATA)
    late, source = LateSource(str(path), digest_of(DATA), DATA if kept else None), decode(str(path), DATA)
    assert (late.text, late.encoding, late.bom, late.line_starts) == (
        source.text, source.encoding, source.bom, source.line_starts,
    )  # fmt: skip
    assert late.line_text(2) == "last line"
    assert late.position(5, "utf-8") == source.position(5, "utf-8")
    assert late == source


def test_a_source_that_has_changed_since_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"other text")
    with pytest.raises(UnreadableError, match="changed while it was being checked"):
        LateSource(str(path), digest_of(DATA)).line_text(1)
    path.unlink()
    with pytest.raises(UnreadableError, match="though it was there"):
        LateSource(str(path), digest_of(b"gone")).line_text(1)
