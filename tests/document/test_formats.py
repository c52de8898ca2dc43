import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from linter.document.formats import FORMATS
from linter.document.model import Document

Read = Callable[..., Document]
LAZY = {"html.parser", "pyromark", "dateparser", "tomllib", "ruamel", "ruamel.yaml"}


def loaded(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys, json; print(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return LAZY & set(json.loads(told.stdout))


@pytest.mark.parametrize(
    ("path", "text", "needed"),
    [
        (None, "", set()),
        ("a.txt", "Crane\\n\\nIt came on 3 May 2019.", set()),
        ("a.md", "---\\ntitle: Crane\\ndate: 2019-05-12\\ntags: x\\n---\\nIt came.", {"pyromark"}),
        ("a.html", "<p>It came.", {"html.parser"}),
    ],
)
def test_a_format_loads_what_it_needs_and_no_more(path: str | None, text: str, needed: set[str]) -> None:
    code = "from linter.core.source import Source; from linter.document.formats import parse"
    use = f"; parse(Source({path!r}, '{text}'))" if path else ""
    assert loaded(code + use) == needed


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_suffixes_are_read_whatever_their_case(read: Read, suffix: str) -> None:
    assert read("It came.", suffix[1:]).text == read("It came.", suffix[1:].upper()).text == "It came."


def test_an_unknown_suffix_is_plain_text(read: Read) -> None:
    assert read("*It* came.", "org").text == "*It* came."


@pytest.mark.parametrize("suffix", ["txt", "md", "mdx", "html"])
@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "A line of text\n" * 20_000,
        "A paragraph.\n\n" * 10_000,
        "a\u00ad \u200bb  " * 30_000,
        "e\u0301" * 50_000,
        "{/* factlint " * 10_000,
        "[//]: # (factlint " * 10_000,
        "> " * 10_000 + "x",
        "- " * 5_000 + "x",
        "<!-- factlint: ignore[a/b] -->x" * 3_000,
        "---\n" + "a: [\n" * 10_000 + "---\n",
        "By " + "Ana " * 50_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_large_and_hostile_texts_end(read: Read, suffix: str, text: str) -> None:
    assert read(text, suffix).source.text == text
