"""Patterns compiled when used, and their code kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from linter.core import pattern
from linter.core.pattern import keep_patterns, lazy_pattern

SAMPLES = (
    (r"(?P<day>\d{1,2}) (?P<month>[A-Z]\w+)", 0, "on 12 March"),
    (r"\b(?:many|some) (?:experts|critics)\b", re.IGNORECASE, "Many critics and some experts"),
    (r"^(?:# )?(.*?)\s*$", re.MULTILINE, "# One\nTwo "),
    (r"(?<!\w)[éèê]+(?=\W)", re.IGNORECASE, "É, e"),
)


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))

    def start() -> None:
        monkeypatch.setattr(pattern, "_STORE", pattern._Store())

    start()
    return start


def found(expression: str, flags: int, text: str) -> list[Any]:
    return [(m.span(), m.groups(), m.groupdict()) for m in lazy_pattern(expression, flags).finditer(text)]


@pytest.mark.parametrize(("expression", "flags", "text"), SAMPLES)
def test_a_kept_pattern_matches_as_a_compiled_one(fresh: Any, expression: str, flags: int, text: str) -> None:
    wanted = [(m.span(), m.groups(), m.groupdict()) for m in re.compile(expression, flags).finditer(text)]
    assert wanted
    assert found(expression, flags, text) == wanted
    keep_patterns()
    fresh()
    assert found(expression, flags, text) == wanted


def test_what_is_kept_is_not_compiled_again(fresh: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(*SAMPLES[0])
    keep_patterns()
    fresh()
    monkeypatch.setattr(pattern, "_code", lambda *_: pytest.fail("compiled again"))
    assert found(*SAMPLES[0])


def test_a_damaged_entry_counts_as_none(fresh: Any, tmp_path: Path) -> None:
    assert found(*SAMPLES[0])
    keep_patterns()
    for entry in tmp_path.glob("patterns-*"):
        entry.write_bytes(entry.read_bytes()[:-3] + b"???")
    fresh()
    assert found(*SAMPLES[0])


def test_an_invalid_expression_is_refused_when_it_is_used(fresh: Any) -> None:
    broken = lazy_pattern("(")
    with pytest.raises(re.error):
        broken.search("x")


def test_the_expression_can_be_read_without_compiling(fresh: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern, "_code", lambda *_: pytest.fail("compiled"))
    assert lazy_pattern("a+b").pattern == "a+b"


def test_what_the_package_brings_along_is_not_compiled(
    fresh: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert found(*SAMPLES[0])
    brought = pattern.kept_patterns()
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "other"))
    fresh()
    monkeypatch.setattr(pattern.prepared, "built", {pattern.CACHE_NAME: brought}.get)
    monkeypatch.setattr(pattern, "_code", lambda *_: pytest.fail("compiled"))
    assert found(*SAMPLES[0])


def test_what_another_engine_has_compiled_is_not_used(
    fresh: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert found(*SAMPLES[0])
    monkeypatch.setattr(pattern, "_key", lambda: "another engine")
    foreign = pattern.kept_patterns()
    monkeypatch.undo()
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "other"))
    fresh()
    monkeypatch.setattr(pattern.prepared, "built", lambda _: foreign)
    assert not list(pattern._STORE._built.items())
    assert found(*SAMPLES[0])


def test_the_store_does_not_grow_without_end(fresh: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern, "MOST", 2)
    for sample in SAMPLES:
        assert found(*sample)
    keep_patterns()
    fresh()
    assert len(list(pattern._STORE.kept.items())) == 2
    assert all(found(*sample) for sample in SAMPLES)
