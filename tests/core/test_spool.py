"""Bytes put aside come back as they were."""

from __future__ import annotations

import tempfile

import pytest

from linter.core.spool import Spool, Spooled


def test_what_is_put_aside_comes_back_in_any_order() -> None:
    spool = Spool(8)
    packs = [bytes([65 + n]) * (n + 1) for n in range(20)]
    kept = [spool.put(pack) for pack in packs]
    assert [bytes(each) for each in reversed(kept)] == packs[::-1]
    assert bytes(spool.put(b"one more")) == b"one more"


def test_only_what_has_room_stays_in_memory() -> None:
    spool = Spool(4)
    assert spool.put(b"four") == b"four"
    assert isinstance(spool.put(b"x"), Spooled)


def test_without_a_place_for_a_file_all_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise OSError

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert Spool(0).put(b"data") == b"data"
