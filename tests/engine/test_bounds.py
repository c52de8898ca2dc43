"""Articles that are huge, odd or hostile are linted or refused, in bounded time."""

from __future__ import annotations

import pytest

import linter

SENTENCE = "Many experts say that the ferry was slow on Monday, the port authority said. "
ODD = {
    "nothing": "",
    "no letters": "%&/ 123 … — 😀\n\n\t\u00a0\n",
    "one character": "x",
    "only a byte-order mark": "\ufeff",
    "only line breaks": "\r\n\r\r\n\n",
    "right to left": "قال الوزير إن الحرب ستنتهي. “نعم” قال.\n",
    "mixed scripts": "Премьер сказал: «нет». 首相は言った。 The minister said “yes”.\n",
    "lone surrogate": "The minister said \ud800 that.\n",
    "combining marks": "e\u0301" * 5000,
    "null characters": "The\0minister\0said\0",
    "line separators": "One.\u2028Two.\u0085Three.\x0bFour.",
    "year 0": "On 0000-00-00 and 31 February 9999 and in 10000 B.C., he said.",
    "vast numbers": f"The {10**400} people rose by {9 * 10**30} percent over 10^12 years.",
    "a quotation that never ends": "“" + SENTENCE * 50,
    "nested quotations": "“‘" * 50 + "no" + "’”" * 50,
    "a thousand names": " ".join(f"Anna{n} Berg{n} said no." for n in range(1000)),
}


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@pytest.mark.parametrize("name", ODD)
def test_odd_articles_are_linted(name: str, suffix: str) -> None:
    text = ODD[name]
    report = linter.lint(text, path=f"a.{suffix}")
    for diagnostic in report.diagnostics:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
    assert isinstance(linter.annotate(text, path=f"a.{suffix}"), list)


HUGE = {
    "500 KB on one line": ("txt", SENTENCE * 6_500),
    "20,000 short lines": ("txt", "He said no.\n" * 20_000),
    "2 MB of lines without a word to look at": ("txt", "x y z w v u t s r q p o n m l k j i h g f.\n" * 50_000),
    "100,000 open tags": ("html", "<div><b>" * 100_000 + SENTENCE),
    "100,000 nested quotes": ("md", "> " * 100_000 + SENTENCE),
    "100,000 emphasis marks": ("md", "*_" * 100_000 + SENTENCE),
    "100,000 brackets": ("md", "[" * 100_000 + SENTENCE),
    "10 MB without a space": ("md", "x" * 10_000_000),
    "a million quotation marks": ("txt", '"' * 1_000_000),
    "a million dots": ("txt", "." * 1_000_000),
    "two hundred thousand digits": ("txt", "1" * 200_000),
    "fifty thousand figures": ("txt", "12.5 " * 50_000),
    "ten thousand names": ("txt", " ".join(f"Anna{n} Berg{n} said no." for n in range(10_000))),
    "a hundred thousand commas": ("txt", "a, " * 100_000),
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_articles_end(name: str) -> None:
    suffix, text = HUGE[name]
    report = linter.lint(text, path=f"a.{suffix}")
    assert all(diagnostic.span.end <= len(text) for diagnostic in report.diagnostics)
