"""What the document tests share: parse a text, and look at it block by block."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.core.source import Source
from linter.document.formats import parse
from linter.document.model import Document


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    return lambda text, suffix="txt": parse(Source(f"article.{suffix}", text))


@pytest.fixture(scope="session")
def blocks() -> Callable[[Document], list[tuple[str, str]]]:
    return lambda document: [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


@pytest.fixture(scope="session")
def source_of() -> Callable[[Document, str], str]:
    """The source that a stretch of reading text came from."""

    def find(document: Document, words: str) -> str:
        start = document.text.index(words)
        span = document.prose.to_source(start, start + len(words))
        return document.source.text[span.start : span.end]

    return find
