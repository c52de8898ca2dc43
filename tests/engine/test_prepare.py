"""What building the package brings along is what a first run would have made, and stands in for it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.annotation import vocabulary
from linter.core import cache, pattern, prepared
from linter.engine.prepare import NAMES, TRIGGERS, prepare
from linter.engine.ready import AUTOMATON, shipped_automaton
from linter.match.automaton import unpacked

TEXT = "Many experts say that Angela Merkel opened the bridge."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    prepare(folder)
    return folder


def test_a_build_makes_everything_that_is_kept(built: Path) -> None:
    names = {*NAMES, *vocabulary.kept_names(), pattern.CACHE_NAME, prepared.CONTENT}
    assert names == {path.name for path in built.iterdir()}
    assert (built / prepared.CONTENT).read_text() == prepared.content()


def test_what_was_built_is_used_and_gets_into_the_cache(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(prepared, "built", lambda name: (built / name).read_bytes())
    monkeypatch.setattr("linter.engine.ready.automaton_of", lambda _: pytest.fail("compiled"))
    hits = shipped_automaton().scan(TEXT)
    assert {"attribution/weasel", "annotate/fact"} <= set(hits)
    assert cache.read(AUTOMATON, prepared.stamp()) == (built / AUTOMATON).read_bytes()


def test_preparing_again_leaves_what_others_have_mapped_as_it_was(built: Path) -> None:
    with (built / pattern.CACHE_NAME).open("rb") as file:
        mapped = cache.mapped(file)
        before = bytes(mapped)
        prepare(built)
        assert bytes(mapped) == before
        assert (built / pattern.CACHE_NAME).stat().st_ino != os.fstat(file.fileno()).st_ino


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


@pytest.mark.parametrize("same", [True, False])
def test_what_was_built_of_other_code_is_passed_over(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, same: bool
) -> None:
    made_of = (built / prepared.CONTENT).read_text()
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(prepared, "_folder", lambda: str(built))
    monkeypatch.setattr(prepared, "content", lambda: made_of if same else "another digest")
    for _ in range(2):  # the second time all files need not be read again
        prepared._is_current.cache_clear()
        assert prepared.built(TRIGGERS) == ((built / TRIGGERS).read_bytes() if same else None)
        monkeypatch.setattr(prepared, "content", lambda: pytest.fail("read again"))
    prepared._is_current.cache_clear()
