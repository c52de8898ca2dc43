from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from linter.annotation import vocabulary
from linter.annotation.vocabulary import LEAST, is_everyday, is_word


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
    vocabulary._everyday.cache_clear()
    vocabulary._rare.cache_clear()
    yield
    vocabulary._everyday.cache_clear()
    vocabulary._rare.cache_clear()


def frequencies() -> dict[str, int]:
    spec = find_spec("spellchecker")
    assert spec is not None
    assert spec.origin is not None
    with gzip.open(Path(spec.origin).parent / "resources" / "en.json.gz") as file:
        words: dict[str, int] = json.load(file)
    return words


def test_the_words_are_those_of_the_package(fresh: None) -> None:
    listed = frequencies()
    assert {word for word in listed if is_everyday(word)} == {word for word, n in listed.items() if n >= LEAST}
    assert all(map(is_word, listed))


@pytest.mark.parametrize("word", ["", "hous", "houseg", "bridge house", "house\nhouses", "\n", "Brünn"])
def test_what_is_no_word_of_the_list_is_none(word: str) -> None:
    assert not is_everyday(word)
    assert not is_word(word)


def test_what_was_kept_is_read_back(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_everyday("house")
    vocabulary._everyday.cache_clear()
    monkeypatch.setattr(vocabulary, "_read", lambda: pytest.fail("read again"))
    assert is_everyday("house")
    assert not is_everyday("zarbulon")
