"""Garbage is not looked for while a run loads, and is again afterwards."""

from __future__ import annotations

import gc

import pytest

from linter.core.garbage import held, paused, settle


def test_the_collector_rests_up_to_the_first_article() -> None:
    with held():
        assert not gc.isenabled()
        settle()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_run_that_breaks_leaves_it_at_work() -> None:
    with pytest.raises(ZeroDivisionError), held():
        _ = 1 / 0
    assert gc.isenabled()


def test_outside_a_run_nothing_is_settled() -> None:
    settle()
    assert gc.get_freeze_count() == 0


def test_a_pause_ends_as_it_began() -> None:
    with paused():
        assert not gc.isenabled()
        with paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
