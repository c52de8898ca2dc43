"""The report as GitHub-flavoured Markdown, for a comment on a pull request or the summary of a CI job."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.diagnostic import Diagnostic
from linter.core.pattern import lazy_pattern
from linter.core.report import Report
from linter.report.context import Context
from linter.report.paths import shown_path
from linter.report.statistics import counts
from linter.report.summary import counted, summary
from linter.report.terminal import one_line

LONGEST = 60_000
"""Code points of the tables: GitHub refuses a comment of more than 65,536."""

SPECIAL = lazy_pattern(r"[\\`*_\[\]~|$]|:(?=//|[\w+-]+:)")
"""What means something inside a line of Markdown, in a table or in GitHub's own additions (math, addresses, emoji)."""

REFERENCE = lazy_pattern(r"[@#](?=\w)|(?<=\bwww)\.")
"""What a forge makes a mention of a person or a link to an issue or a site: words of an article do neither."""

ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

APART = "<!-- -->"
"""Parts two characters without a trace on the page."""


def render(report: Report, context: Context) -> Iterator[str]:
    """A heading, the summary, a table a file; findings beyond the longest comment are counted, not listed."""
    yield f"## factlint\n\n{paragraphs(summary(report, context))}\n"
    yield from statistics_table(report, context) if context.statistics else ()
    yield from tables(report, context)
    yield from problem_rows(report)


def tables(report: Report, context: Context) -> Iterator[str]:
    """A table a file, a chunk a row, up to the longest comment; then how many rows there would have been."""
    room = LONGEST
    for index, diagnostic in enumerate(report.diagnostics):
        is_first = index == 0 or report.diagnostics[index - 1].path != diagnostic.path
        text = (table_head(shown_path(diagnostic.path, context)) if is_first else "") + row(diagnostic)
        room -= len(text)
        if room < 0:
            yield f"\n{counted(len(report.diagnostics) - index, 'more finding')} in the full report.\n"
            return
        yield text


def paragraphs(text: str) -> str:
    """Lines of our own words as lines of one paragraph."""
    return "  \n".join(escaped(line) for line in text.splitlines())


def table_head(path: str) -> str:
    """The heading of a file and the head of its table."""
    return f"\n### {escaped(path)}\n\n| Place | Level | Rule | Finding |\n|--:|:--|:--|:--|\n"


def row(diagnostic: Diagnostic) -> str:
    """A row of a table, ended."""
    places = "".join(
        f"<br>{place.line}:{place.column} {escaped(place.message or place.text)}"
        if place.path == diagnostic.path
        else f"<br>{escaped(f'{place.path}:{place.line}:{place.column}')} {escaped(place.message or place.text)}"
        for place in diagnostic.related
    )
    cells = (
        f"{diagnostic.line}:{diagnostic.column}",
        diagnostic.level,
        escaped(diagnostic.rule),
        escaped(diagnostic.message) + places,
    )
    return f"| {' | '.join(cells)} |\n"


def statistics_table(report: Report, context: Context) -> Iterator[str]:
    """A row a rule, the most frequent first."""
    yield "\n| Findings | Rule | Title |\n|--:|:--|:--|\n"
    for each in counts(report, context):
        yield f"| {each.findings} | {escaped(each.rule)} | {escaped(each.title)} |\n"


def problem_rows(report: Report) -> Iterator[str]:
    """A list of what kept the run from doing all of its work."""
    if report.problems:
        yield "\n### Problems\n\n"
    for problem in report.problems:
        yield f"- {escaped(problem.headline)}\n"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, on one line: no markup, no HTML, no mention, no link comes of it."""
    plain = SPECIAL.sub(r"\\\g<0>", one_line(text).translate(ENTITIES))
    return REFERENCE.sub(lambda found: f"{found[0]}{APART}", plain)
