"""A report on articles that hold everything that makes positions and printing hard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec import Struct
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Edit, Fix, Level, Place
from linter.core.problem import Problem
from linter.core.report import Report, Suppressed
from linter.core.source import Source
from linter.core.span import Span
from linter.report.context import Context, RuleInfo

LONG_LINE = (
    "The walkout began on 3 March 2025, when the night shift left. "
    + "Nobody at the plant expected it to last so long, and few had savings for it. " * 40
)[
    :1893
] + " x. The members voted on a Monday, and the dispute ended on 30 June 2025 after the second ballot in a month."

STRIKE = (
    "# Strike at the café — day 218\r\n"
    "\r\n"
    "“A naïve plan” — 😀 said 62% of voters in a recent poll, a man told us, and the\r\n"
    "  mayor agreed.\r\n"
    "\tCafe\u0301 owner\t蔡英文 sighed: “we waited, a source with ##[error] knowledge said”.\r\n"
    f"{LONG_LINE}\r\n"
    "It ended \u202eafter\u202c seven months"
)


class Writer(Struct, frozen=True, dict=True):
    """Writes places and diagnostics about words of a source."""

    source: Source

    def span(self, words: str) -> Span:
        start = self.source.text.index(words)
        return Span(start, start + len(words))

    def place(self, words: str, message: str = "") -> Place:
        span = self.span(words)
        start, end = self.source.position(span.start), self.source.position(span.end)
        return Place(self.source.path, start.line, start.column, end.line, end.column, words, message, span)

    def diagnostic(self, rule: str, level: Level, words: str, message: str, *related: Place) -> Diagnostic:
        at = self.place(words)
        lines = (at.line, at.column, at.end_line, at.end_column)
        fingerprint = f"{rule}:{at.line}:{at.column}".encode().hex()
        return Diagnostic(rule, level, "high", message, at.path, *lines, words, related, None, fingerprint, at.span)


def rule(identity: str, title: str, level: Level, docs: str = "") -> RuleInfo:
    return RuleInfo(
        identity, title, docs, level, "high", (identity.partition("/")[0], "core"), ("https://example.org/a",)
    )


@pytest.fixture
def strike() -> Writer:
    return Writer(Source("news/strike.md", STRIKE, bom=True))


@pytest.fixture
def diagnostics(strike: Writer) -> tuple[Diagnostic, ...]:
    other = Writer(Source("news/two words 100%.md", "One poll.\rThe council denied it.\n"))
    empty = Writer(Source("news/empty.md", ""))
    poll = strike.diagnostic(
        "polls/unnamed-pollster",
        "warning",
        "a recent poll",
        '"a recent poll" names no pollster: 62% of whom, and when?',
    )
    spread = strike.diagnostic(
        "sources/unattributed",
        "warning",
        "a man told us, and the\r\n  mayor agreed",
        '"a man told us, and the\nmayor agreed" [names](1) nobody.',
        other.place("The council denied it", "the council says the opposite"),
    )
    name = strike.diagnostic(
        "names/spelling", "note", "蔡英文", '"蔡英文" is spelled in another way above', strike.place("Cafe\u0301 owner")
    )
    edit = Edit(strike.span("蔡英文"), "Tsai Ing-wen")
    name = replace(name, confidence="medium", fix=Fix('write "Tsai Ing-wen"', "safe", (edit,)))
    duration = strike.diagnostic(
        "timeline/duration-mismatch",
        "error",
        "seven months",
        '"seven months" does not match the dates given',
        strike.place("3 March 2025", "start"),
        strike.place("30 June 2025", "end: 3 months 27 days later"),
        strike.place("ended \u202eafter\u202c", "the same event"),
    )
    nothing = empty.diagnostic("meta/empty-article", "note", "", "the article is empty")
    return (nothing, poll, spread, name, duration)


@pytest.fixture
def report(diagnostics: tuple[Diagnostic, ...], strike: Writer) -> Report:
    source = strike.diagnostic("sources/anonymous", "warning", "a source", '"a source" is not named')
    weasel = strike.diagnostic("sources/anonymous", "warning", "few had savings", '"few" says nothing')
    return Report(
        diagnostics,
        suppressed=(Suppressed(source, "directive", "agreed with the desk"), Suppressed(weasel, "baseline", "")),
        hidden=(replace(weasel, confidence="low"),),
        problems=(
            Problem("rules/é.yaml", 3, 9, "unknown key 'mesage'", "did you mean 'message'?", "  “😀” mesage: x"),
        ),
        sources=(
            strike.source,
            Source("news/two words 100%.md", "One poll.\rThe council denied it.\n"),
            Source("news/empty.md", ""),
        ),
    )


@pytest.fixture
def context() -> Context:
    long_docs = "A poll that nobody can look up cannot be checked. " * 60
    rules = (
        rule("timeline/duration-mismatch", "Duration that the dates contradict", "error", "Counts the days."),
        rule("polls/unnamed-pollster", "Poll cited without its pollster", "warning", long_docs),
        rule("names/spelling", "Name spelled in several ways", "note"),
        rule("meta/empty-article", "Article without text", "note"),
        rule("sources/anonymous", "Source that is not named", "warning", "Who says so?\n\n*Anonymous* sources."),
        rule("sources/unattributed", "Statement by nobody", "warning"),
        rule("names/never-reported", "Rule that reported nothing", "warning"),
    )
    return Context(rules, "1.2.3", checked=3, root="/home/desk")


@pytest.fixture
def several(diagnostics: tuple[Diagnostic, ...]) -> Callable[[Level, int], tuple[Diagnostic, ...]]:
    """Makes any number of diagnostics of a level."""
    return lambda level, number: tuple(
        replace(diagnostics[1], level=level, line=line, end_line=line) for line in range(1, number + 1)
    )
