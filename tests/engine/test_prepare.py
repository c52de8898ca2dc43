"""What building the package brings along is what a first run would have made, and stands in for it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from linter.annotation import event_forms, vocabulary
from linter.core import cache, pattern, prepared
from linter.engine.prepare import AUTOMATON, TRIGGERS, prepare, shipped_automaton
from linter.facts import load, words
from linter.match.automaton import unpacked

TEXT = "Many experts say that Angela Merkel opened the bridge."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    prepare(folder)
    return folder


def test_a_build_makes_everything_that_is_kept(built: Path) -> None:
    names = {AUTOMATON, TRIGGERS, load.SHIPPED, words.NAME, event_forms.NAME, pattern.CACHE_NAME, prepared.CONTENT}
    assert names | set(vocabulary.kept_names()) | {"rules"} == {path.name for path in built.iterdir()}
    assert (built / prepared.CONTENT).read_text() == prepared.content()


def test_what_was_built_is_used_and_gets_into_the_cache(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(prepared, "built", lambda name: (built / name).read_bytes())
    monkeypatch.setattr("linter.engine.prepare.automaton_of", lambda _: pytest.fail("compiled"))
    hits = shipped_automaton().scan(TEXT)
    assert {"attribution/weasel", "annotate/fact"} <= set(hits)
    assert cache.read(AUTOMATON, prepared.stamp()) == (built / AUTOMATON).read_bytes()


def test_what_another_processor_or_library_has_built_is_made_anew(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
    others = {TRIGGERS: (built / TRIGGERS).read_bytes(), AUTOMATON: b"of another processor"}
    monkeypatch.setattr(prepared, "built", others.get)
    hits = shipped_automaton().scan(TEXT)
    assert hits
    kept = cache.read(AUTOMATON, prepared.stamp())
    assert kept is not None
    again = unpacked(kept)
    assert again is not None
    assert again.scan(TEXT) == hits


def test_what_was_built_of_other_code_is_passed_over(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "_package", lambda: built.parent)
    monkeypatch.setattr(prepared, "FOLDER", built.name)
    monkeypatch.setattr(prepared, "_content", lru_cache(lambda: "another digest"))
    assert prepared.built(TRIGGERS) is None
    monkeypatch.setattr(prepared, "_content", lambda: (built / prepared.CONTENT).read_text())
    assert prepared.built(TRIGGERS) == (built / TRIGGERS).read_bytes()
