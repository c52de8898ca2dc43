"""The report as test results, in the XML that Ant wrote first for JUnit and that Jenkins, GitLab and others read.

A file is a test suite, and a finding a test case: failed at the fail level or above it, skipped below. A file without
findings has one case, which passes, so that the report tells it from a file that was not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from linter.core.diagnostic import LEVELS, Diagnostic, Level
from linter.core.pattern import lazy_pattern
from linter.core.problem import Problem
from linter.core.report import Report
from linter.report.context import Context
from linter.report.line import concise_line, location
from linter.report.paths import shown_path
from linter.report.terminal import one_line, unstyled, visible

ILLEGAL = lazy_pattern("[\ufffe\uffff]")
"""What XML 1.0 has no way to write, besides the controls and surrogates that `visible` spells out (section 2.2)."""


class Suite(Struct, frozen=True):
    """The cases of one file: its findings, and what kept it from being read or used."""

    path: str
    findings: Sequence[Diagnostic]
    problems: Sequence[Problem]

    def failed(self, fail_level: Level) -> int:
        """How many findings fail the run."""
        return sum(fails(diagnostic, fail_level) for diagnostic in self.findings)

    def attributes(self, context: Context) -> str:
        """Name and counts, as XML attributes."""
        failures, clean = self.failed(context.fail_level), not self.findings and not self.problems
        numbers = {
            "tests": len(self.findings) + len(self.problems) + clean,
            "failures": failures,
            "errors": len(self.problems),
            "skipped": len(self.findings) - failures,
        }
        counted = " ".join(f'{name}="{number}"' for name, number in numbers.items())
        return f"name={attribute(shown_path(self.path, context))} {counted}"


def render(report: Report, context: Context) -> Iterator[str]:
    """The suites by path, each a chunk. No times and no dates: the same report gives the same text."""
    failed = sum(fails(diagnostic, context.fail_level) for diagnostic in report.diagnostics)
    made = tuple(suites(report))
    tests = sum(max(1, len(suite.findings) + len(suite.problems)) for suite in made)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="factlint" tests="{tests}" failures="{failed}" errors="{len(report.problems)}">\n'
    for suite in made:
        yield "".join(suite_lines(suite, context))
    yield "</testsuites>\n"


def suites(report: Report) -> Iterator[Suite]:
    """A suite for each article and for each other file that something is said of, sorted by path."""
    by_path = attrgetter("path")
    findings = grouped(sorted(report.diagnostics, key=by_path))
    problems = {path: tuple(group) for path, group in groupby(sorted(report.problems, key=by_path), key=by_path)}
    for path in sorted({*(source.path for source in report.sources), *findings, *problems}):
        yield Suite(path, findings.get(path, ()), problems.get(path, ()))


def grouped(diagnostics: Sequence[Diagnostic]) -> Mapping[str, tuple[Diagnostic, ...]]:
    """Diagnostics, sorted by path, by path."""
    return {path: tuple(group) for path, group in groupby(diagnostics, key=attrgetter("path"))}


def suite_lines(suite: Suite, context: Context) -> Iterator[str]:
    """A suite with its cases, a line each."""
    name = attribute(shown_path(suite.path, context))
    yield f"  <testsuite {suite.attributes(context)}>\n"
    for diagnostic in suite.findings:
        yield f"    <testcase name={case_name(diagnostic)} classname={name}>{verdict(diagnostic, context)}</testcase>\n"
    for problem in suite.problems:
        title = attribute(f"{problem.line}:{problem.column}")
        told = element("error", one_line(problem.message), "problem", problem.headline)
        yield f"    <testcase name={title} classname={name}>{told}</testcase>\n"
    if not suite.findings and not suite.problems:
        yield f'    <testcase name="no findings" classname={name}/>\n'
    yield "  </testsuite>\n"


def case_name(diagnostic: Diagnostic) -> str:
    """The rule and the place, as an attribute: a reader of the report tells equal findings apart by it."""
    return attribute(f"{diagnostic.rule} at {diagnostic.line}:{diagnostic.column}")


def verdict(diagnostic: Diagnostic, context: Context) -> str:
    """The element that says what became of a case, with the finding and its related places in its text."""
    lines = [concise_line(diagnostic, unstyled)]
    lines.extend(f"  {location(place)}: {one_line(place.message or place.text)}" for place in diagnostic.related)
    name = "failure" if fails(diagnostic, context.fail_level) else "skipped"
    return element(name, one_line(diagnostic.message), diagnostic.level, "\n".join(lines))


def element(name: str, message: str, kind: str, text: str) -> str:
    """A failure, an error or a skipped test."""
    from xml.sax.saxutils import escape

    inside = escape(legal("\n".join(map(one_line, text.split("\n")))))
    return f"<{name} message={attribute(message)} type={attribute(kind)}>{inside}</{name}>"


def fails(diagnostic: Diagnostic, fail_level: Level) -> bool:
    """Whether a finding is at the fail level or above it."""
    return LEVELS.index(diagnostic.level) <= LEVELS.index(fail_level)


def attribute(text: str) -> str:
    """A text as the value of an XML attribute, with its quotation marks."""
    from xml.sax.saxutils import quoteattr

    return quoteattr(legal(one_line(text)))


def legal(text: str) -> str:
    """A text whose every character XML can hold, tricks spelled out; line breaks are kept."""
    spelled = "\n".join(map(visible, text.split("\n")))
    return ILLEGAL.sub(lambda found: f"<U+{ord(found[0]):04X}>", spelled)
