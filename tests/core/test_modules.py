"""Modules in one file: loaded from it as Python would load them, and never other than their sources are."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from linter.core import modules
from linter.core.modules import FEW, in_one_file

NAMES = [f"stories.m{number}" for number in range(FEW + 2)]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "stories"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "inner" / "__init__.py").write_text("from stories.inner import leaf\n")
    (folder / "inner" / "leaf.py").write_text("VALUE = 'leaf'\n")
    for name in NAMES:
        (folder / f"{name[8:]}.py").write_text(f"VALUE = {name!r}\ndef fail():\n    raise KeyError(VALUE)\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(modules, "PREFIX", "stories.")
    monkeypatch.setattr(modules, "_place", lambda: str(tmp_path / "kept"))
    yield tmp_path / "kept"
    forget()


def forget() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "stories"]:
        del sys.modules[name]


def run(*names: str) -> list[ModuleType]:
    forget()
    with in_one_file():
        return [import_module(name) for name in names]


def by_python(module: ModuleType) -> bool:
    return isinstance(module.__loader__, SourceFileLoader)


def test_what_one_run_has_loaded_the_next_has_from_the_file(place: Path) -> None:
    first = run(*NAMES, "stories.inner")
    assert all(map(by_python, first))
    second = run(*NAMES, "stories.inner")
    assert not any(map(by_python, second))
    for mine, theirs in zip(second, first, strict=True):
        same = ("__name__", "__file__", "__package__", "__doc__")
        assert [getattr(mine, name) for name in same] == [getattr(theirs, name) for name in same]
    assert [module.VALUE for module in second[:-1]] == NAMES
    assert list(second[-1].__path__) == list(first[-1].__path__)
    assert not by_python(sys.modules["stories.inner.leaf"])


def test_an_edited_module_is_read_from_its_source_and_kept_anew(place: Path) -> None:
    edited = Path(str(run(*NAMES)[0].__file__))
    edited.write_text("VALUE = 'edited'\n")
    again = run(*NAMES)
    assert (again[0].VALUE, by_python(again[0])) == ("edited", True)
    assert not any(map(by_python, again[1:]))
    for name in NAMES:
        path = edited.with_name(f"{name[8:]}.py")
        os.utime(path, ns=(1, path.stat().st_mtime_ns + 5_000_000_000))
    assert all(map(by_python, run(*NAMES)))
    assert [module.VALUE for module in run(*NAMES)] == ["edited", *NAMES[1:]]
    assert not any(map(by_python, run(*NAMES)))


def test_a_module_that_is_gone_cannot_be_imported(place: Path) -> None:
    first = run(*NAMES)[0]
    Path(str(first.__file__)).unlink()
    with pytest.raises(ModuleNotFoundError):
        run(NAMES[0])


def test_a_traceback_tells_the_line_of_the_source(place: Path) -> None:
    run(*NAMES)
    module = run(*NAMES)[0]
    with pytest.raises(KeyError) as caught:
        module.fail()
    last = traceback.extract_tb(caught.tb)[-1]
    assert (last.filename, last.lineno, last.line) == (module.__file__, 3, "raise KeyError(VALUE)")


TORN = modules.HEAD + (4).to_bytes(modules.LENGTH, "big") + b"\xfb\xda\x13a"
"""A table that ends in the middle of its first name."""


@pytest.mark.parametrize("damage", [b"", b"factlint modules 0\n", modules.HEAD, modules.HEAD + b"\xff" * 20, TORN])
def test_another_interpreters_file_or_a_cut_one_counts_as_none(place: Path, damage: bytes) -> None:
    run(*NAMES)
    place.write_bytes(damage)
    assert all(map(by_python, run(*NAMES)))
    assert not any(map(by_python, run(*NAMES)))


def test_where_nothing_can_or_may_be_written_python_loads_as_ever(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    run(*NAMES)
    assert not place.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(modules, "_place", lambda: str(place / "no" / "folder"))
    assert all(map(by_python, run(*NAMES)))
    assert all(map(by_python, run(*NAMES)))


def test_a_few_more_modules_are_not_worth_writing(place: Path) -> None:
    run(*NAMES)
    before = place.read_bytes()
    assert by_python(run(*NAMES, "stories.inner")[-1])
    assert place.read_bytes() == before


def test_no_finder_is_left_behind(place: Path) -> None:
    before = list(sys.meta_path)
    run(*NAMES)
    assert sys.meta_path == before


def test_it_lies_where_python_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    kept = Path(modules._place())
    assert kept.parent == Path(str(modules.__file__)).parents[1] / "__pycache__"
    monkeypatch.setattr(sys, "pycache_prefix", "/elsewhere")
    assert modules._place() == ""
