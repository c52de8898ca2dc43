"""The report as one page for people who would rather look than read: articles with their findings in the margin.

The page holds all it needs and asks no network for anything: its policy (Content Security Policy, Level 3) names the
digests of its one style sheet and its one script, and forbids all else. It reads without the script, which only adds
filters, keys and a choice of colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from linter.core.diagnostic import LEVELS, Diagnostic, Level
from linter.core.report import Report
from linter.core.source import Source
from linter.report.context import Context, RuleInfo
from linter.report.html_head import controls, head, script
from linter.report.html_markup import LEVEL_NAMES, prose, rule_anchor, text
from linter.report.html_note import note
from linter.report.html_rows import Page, Spot, spots_of
from linter.report.html_text import passages
from linter.report.summary import counted, found, summary

Findings = Mapping[int, Diagnostic]
"""Diagnostics by their number on the page."""


def render(report: Report, context: Context) -> Iterator[str]:
    """The page: the articles by path, each passage a chunk, then the rules that reported."""
    yield head(found(report, context))
    yield f'<header class="top">\n<h1>factlint</h1>\n<p class="summary">{headline(report, context)}</p>\n</header>\n'
    yield controls(report)
    yield f'<main id="report">\n{"".join(problems(report))}'
    findings = dict(enumerate(report.diagnostics, 1))
    spots = spots_of(report.diagnostics)
    paths = sorted({*(source.path for source in report.sources), *(each.path for each in report.diagnostics)})
    if len(paths) > 1:
        yield contents(paths, report)
    sources = {source.path: source for source in report.sources}
    shown = frozenset(path for path in sources if path in spots)
    for number, path in enumerate(paths, 1):
        yield from article(number, path, sources.get(path), spots.get(path, ()), findings, shown)
    yield from rules(report, context)
    yield f"</main>\n{script()}</body>\n</html>\n"


def headline(report: Report, context: Context) -> str:
    """The summary, its lines parted by line breaks."""
    return "<br>".join(text(line) for line in summary(report, context).splitlines())


def problems(report: Report) -> Iterator[str]:
    """What kept the run from doing all of its work."""
    if report.problems:
        items = "".join(f"<li>{text(problem.headline)}</li>\n" for problem in report.problems)
        title = '<h2 id="problems">Problems</h2>'
        yield f'<section class="problems" aria-labelledby="problems">\n{title}\n<ul>{items}</ul>\n</section>\n'


def contents(paths: Sequence[str], report: Report) -> str:
    """The list of articles with the number of findings of each level."""
    levels = Counter((diagnostic.path, diagnostic.level) for diagnostic in report.diagnostics)
    columns = "".join(f'<th scope="col">{LEVEL_NAMES[level]}s</th>' for level in LEVELS)
    rows = "".join(contents_row(number, path, levels) for number, path in enumerate(paths, 1))
    table = (
        f'<table>\n<thead><tr><th scope="col">Article</th>{columns}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'
    )
    return f'<nav class="contents" aria-label="Articles">\n{table}</nav>\n'


def contents_row(number: int, path: str, levels: Mapping[tuple[str, Level], int]) -> str:
    """A row of the list of articles."""
    cells = "".join(
        f'<td class="{level if levels[path, level] else "none"}">{levels[path, level]}</td>' for level in LEVELS
    )
    return f'<tr><th scope="row"><a href="#article-{number}">{text(path)}</a></th>{cells}</tr>\n'


def article(
    number: int, path: str, source: Source | None, spots: Sequence[Spot], findings: Findings, shown: frozenset[str]
) -> Iterator[str]:
    """One article: its text where a finding speaks of it, else only its name."""
    own = {spot.finding for spot in spots if not spot.related}
    yield f'<article class="article" id="article-{number}" aria-labelledby="title-{number}">\n'
    yield f'<header><h2 id="title-{number}">{text(path)}</h2><p>{counted(len(own), "finding")}</p></header>\n'
    if source is not None and spots:
        yield from passages(Page(source, spots), findings, shown)
    elif own:
        yield f'<div class="notes alone">{"".join(note(key, findings[key], shown) for key in sorted(own))}</div>\n'
    yield "</article>\n"


def rules(report: Report, context: Context) -> Iterator[str]:
    """The documentation of the rules that reported, by id."""
    reported = Counter(diagnostic.rule for diagnostic in report.diagnostics)
    if not reported:
        return
    known = {rule.id: rule for rule in context.rules}
    yield '<section class="rules" aria-labelledby="rules">\n<h2 id="rules">Rules that reported</h2>\n'
    for rule_id in sorted(reported):
        yield rule_entry(rule_id, known.get(rule_id), reported[rule_id])
    yield "</section>\n"


def rule_entry(rule_id: str, rule: RuleInfo | None, number: int) -> str:
    """One rule: title, what it reports and why, where to read on."""
    title = f"<h3>{text(rule_id)} <small>{counted(number, 'finding')}</small></h3>"
    said = f'<p class="rule-title">{text(rule.title)}</p>{prose(rule.docs)}{links(rule)}' if rule else ""
    return f'<section class="rule-docs" id="{rule_anchor(rule_id)}">\n{title}\n{said}</section>\n'


def links(rule: RuleInfo) -> str:
    """The page of a rule and its references, as links where they are addresses of the web."""
    items = "".join(f"<li>{link(target)}</li>" for target in (rule.help_uri, *rule.references) if target)
    return f'<ul class="references">{items}</ul>\n' if items else ""


def link(target: str) -> str:
    """A link to a site; any other target, which could run a script, as plain text."""
    if target.startswith(("https://", "http://")):
        return f'<a href="{text(target)}" rel="noopener noreferrer">{text(target)}</a>'
    return text(target)
