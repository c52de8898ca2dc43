"""Suppressions: every form in every format, and those that do nothing."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

import linter
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.lint import Input, Linter
from linter.ruleset.model import RuleSet

WEASEL = "Many experts say that the ferry is slow."
OTHER = "Some observers see it as a first step."


def told(text: str, path: str) -> list[tuple[int, str]]:
    report = linter.lint(text, path=path)
    kept = ("attribution/weasel", "meta/")
    return [(d.line, d.rule) for d in report.diagnostics if d.rule.startswith(kept)]


MARKDOWN_FORMS = [
    "<!-- factlint: ignore[attribution/weasel] known to the desk -->",
    "[//]: # (factlint: ignore[attribution/weasel] known to the desk)",
]


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        *(("a.md", form) for form in MARKDOWN_FORMS),
        ("a.mdx", "{/* factlint: ignore[attribution/weasel] known to the desk */}"),
        ("a.html", "<!-- factlint: ignore[attribution/weasel] known to the desk -->"),
        ("a.txt", "<!-- factlint: ignore[attribution/weasel] known to the desk -->"),
        ("a.txt", ".. factlint: ignore[attribution/weasel] known to the desk"),
        ("a.txt", "// factlint: ignore[attribution/weasel] known to the desk"),
    ],
)
def test_a_comment_on_its_own_line_works_on_the_next_block(path: str, comment: str) -> None:
    mark = "<p>{}</p>" if path.endswith("html") else "{}"
    text = "\n\n".join([mark.format("The ferry runs."), comment, mark.format(WEASEL), mark.format(OTHER)]) + "\n"
    assert told(text, path) == [(7, "attribution/weasel")]
    report = linter.lint(text, path=path)
    assert [(s.diagnostic.rule, s.reason) for s in report.suppressed] == [("attribution/weasel", "known to the desk")]


def test_a_comment_inside_a_paragraph_works_on_the_sentence_it_touches() -> None:
    text = f"The ferry runs.\n\n{OTHER} {WEASEL} <!-- factlint: ignore[attribution/weasel] --> The ferry runs.\n"
    assert told(text, "a.md") == [(3, "attribution/weasel")]
    assert linter.lint(text, path="a.md").suppressed[0].diagnostic.text == "Many experts"


def test_disable_works_until_enable() -> None:
    text = (
        f"The ferry runs.\n\n<!-- factlint: disable[attribution/weasel] -->\n\n{WEASEL}\n\n{OTHER}\n\n"
        f"<!-- factlint: enable[attribution/weasel] -->\n\n{WEASEL}\n"
    )
    assert told(text, "a.md") == [(11, "attribution/weasel")]


def test_file_ignore_works_on_the_whole_article() -> None:
    text = f"<!-- factlint: file-ignore[attribution/weasel] a column -->\n\n# Ferry\n\n{WEASEL}\n\n{OTHER}\n"
    assert told(text, "a.md") == []
    assert len(linter.lint(text, path="a.md").suppressed) == 2


def test_a_suppression_that_keeps_nothing_quiet_is_reported() -> None:
    text = "<!-- factlint: ignore[attribution/weasel] -->\n\nThe ferry runs.\n"
    assert told(text, "a.md") == [(1, "meta/unused-ignore")]


def test_a_suppression_of_an_unknown_rule_is_reported_with_a_hint() -> None:
    text = f"<!-- factlint: ignore[attribution/weasle] -->\n\n{WEASEL}\n"
    report = linter.lint(text, path="a.md")
    unknown = next(d for d in report.diagnostics if d.rule == "meta/unknown-ignore")
    assert "did you mean 'attribution/weasel'?" in unknown.message
    assert (3, "attribution/weasel") in told(text, "a.md")


def test_a_suppression_names_its_rules() -> None:
    report = linter.lint(f"<!-- factlint: ignore -->\n\n{WEASEL}\n", path="a.md")
    assert [problem.line for problem in report.problems] == [1]
    assert "pack/name" in report.problems[0].hint


def test_a_comment_leaves_no_words_behind() -> None:
    for comment in MARKDOWN_FORMS:
        assert "factlint" not in str(linter.annotate(f'"One," he said.\n\n{comment}\n\nTwo.\n', path="a.md"))


# Every form in every format.

OWN_LINE = {
    "html": "<!-- {} -->",
    "mdx": "{{/* {} */}}",
    "reference": "[//]: # ({})",
    "comment": '[comment]: # "{}"',
    "dots": ".. {}",
    "slashes": "// {}",
}
INLINE = {"html": "<!-- {} -->", "mdx": "{{/* {} */}}"}
FORMATS = {
    "a.md": ("html", "mdx", "reference", "comment"),
    "a.markdown": ("html", "mdx", "reference", "comment"),
    "a.mdx": ("html", "mdx", "reference", "comment"),
    "a.html": ("html",),
    "a.htm": ("html",),
    "a.txt": ("html", "mdx", "reference", "comment", "dots", "slashes"),
    "a.text": ("html", "mdx", "reference", "comment", "dots", "slashes"),
}
EVERY = [(path, OWN_LINE[form]) for path, forms in FORMATS.items() for form in forms]
EVERY_INLINE = [
    (path, INLINE[form])
    for path, forms in FORMATS.items()
    for form in forms
    if form in INLINE and not path.endswith(("txt", "text"))
]
RULE = "attribution/weasel"


def article(path: str, *parts: str) -> str:
    mark = "<p>{}</p>" if ".htm" in path else "{}"
    return "\n\n".join(part if "factlint" in part else mark.format(part) for part in parts) + "\n"


@pytest.mark.parametrize(("path", "comment"), EVERY)
def test_ignore_in_every_form_and_format(path: str, comment: str) -> None:
    text = article(path, "The ferry runs.", comment.format(f"factlint: ignore[{RULE}] a reason"), WEASEL, OTHER)
    assert told(text, path) == [(7, RULE)]
    assert [suppressed.reason for suppressed in linter.lint(text, path=path).suppressed] == ["a reason"]


@pytest.mark.parametrize(("path", "comment"), EVERY)
def test_disable_and_enable_in_every_form_and_format(path: str, comment: str) -> None:
    off, on = (comment.format(f"factlint: {verb}[{RULE}] a reason") for verb in ("disable", "enable"))
    assert told(article(path, "One.", off, WEASEL, OTHER, on, WEASEL), path) == [(11, RULE)]


@pytest.mark.parametrize(("path", "comment"), EVERY)
def test_file_ignore_in_every_form_and_format(path: str, comment: str) -> None:
    text = article(path, comment.format(f"factlint: file-ignore[{RULE}] a reason"), WEASEL, OTHER)
    assert told(text, path) == []
    assert len(linter.lint(text, path=path).suppressed) == 2


@pytest.mark.parametrize("path", FORMATS)
def test_front_matter_in_every_format(path: str) -> None:
    text = f"---\ntitle: Ferry\nfactlint: file-ignore[{RULE}] a reason\n---\n\n" + article(path, WEASEL, OTHER)
    assert told(text, path) == []
    assert {suppressed.reason for suppressed in linter.lint(text, path=path).suppressed} == {"a reason"}


@pytest.mark.parametrize(("path", "comment"), EVERY_INLINE)
def test_ignore_inside_a_paragraph_in_every_format_that_has_such_comments(path: str, comment: str) -> None:
    directive = comment.format(f"factlint: ignore[{RULE}] a reason")
    mark = "<p>{}</p>" if ".htm" in path else "{}"
    text = mark.format("One.") + "\n\n" + mark.format(f"{OTHER} {WEASEL} {directive} The ferry runs.") + "\n"
    assert told(text, path) == [(3, RULE)]
    assert [suppressed.diagnostic.text for suppressed in linter.lint(text, path=path).suppressed] == ["Many experts"]


# Those that do nothing, in every form.


@pytest.mark.parametrize(("path", "comment"), EVERY)
def test_unused_unknown_and_unmatched_are_reported_in_every_form_and_format(path: str, comment: str) -> None:
    unused = article(path, "One.", comment.format(f"factlint: ignore[{RULE}]"), "The ferry runs.")
    assert told(unused, path) == [(3, "meta/unused-ignore")]
    unknown = article(path, "One.", comment.format("factlint: ignore[attribution/weasle]"), "The ferry runs.")
    assert told(unknown, path) == [(3, "meta/unknown-ignore")]
    unmatched = article(path, "One.", comment.format(f"factlint: disable[{RULE}]"), WEASEL)
    assert told(unmatched, path) == [(3, "meta/unmatched-range")]


@cache
def attribution() -> RuleSet:
    return linter.load_rules(["attribution"])


def only(text: str, path: str = "a.md", **arguments: datetime.date) -> Report:
    return Linter(attribution(), **arguments).lint([Input(Source(path, text))])


def message(text: str, rule: str) -> str:
    [found] = [diagnostic.message for diagnostic in only(text).diagnostics if diagnostic.rule == rule]
    return found


def test_an_unused_suppression_tells_the_line_it_would_have_needed() -> None:
    text = f"<!-- factlint: ignore[{RULE}] -->\n\nThe ferry runs.\n\nIt is white.\n\n{WEASEL}\n"
    assert "the nearest is on line 7: write it right above that line" in message(text, "meta/unused-ignore")


def test_an_unused_suppression_tells_which_rule_reports_there() -> None:
    text = f"<!-- factlint: ignore[attribution/vague-study] -->\n\n{WEASEL}\n"
    assert f"what is reported there is {RULE}" in message(text, "meta/unused-ignore")


def test_a_disable_without_an_enable_works_to_the_end_and_tells_where_its_enable_belongs() -> None:
    text = f"One.\n\n<!-- factlint: disable[{RULE}] -->\n\n{WEASEL}\n\n{OTHER}\n\nTwo.\n"
    report = only(text)
    assert [d.rule for d in report.diagnostics] == ["meta/unmatched-range"]
    assert f"write enable[{RULE}] below line 7" in report.diagnostics[0].message


def test_an_enable_of_another_rule_tells_which_one_is_disabled() -> None:
    text = f"<!-- factlint: disable[{RULE}] -->\n\n{WEASEL}\n\n<!-- factlint: enable[attribution/vague-study] -->\n"
    hints = [d.message for d in only(text).diagnostics if d.line == 5]
    assert [f"what is disabled above is {RULE}" in hint for hint in hints] == [True]


def test_an_enable_of_a_misspelt_rule_tells_which_one_could_be_meant() -> None:
    text = f"<!-- factlint: disable[{RULE}] -->\n\n{WEASEL}\n\n<!-- factlint: enable[attribution/weasle] -->\n"
    [found] = [d for d in only(text).diagnostics if d.line == 5]
    assert found.rule == "meta/unknown-ignore"
    assert f"did you mean '{RULE}'?" in found.message


@pytest.mark.parametrize(("day", "standing"), [("2026-12-31", []), ("2027-01-01", ["meta/expired-ignore", RULE])])
def test_a_suppression_works_up_to_its_last_day(day: str, standing: list[str]) -> None:
    text = f"<!-- factlint: ignore[{RULE}] until the vote expires: 2026-12-31 -->\n\n{WEASEL}\n"
    report = only(text, today=datetime.date.fromisoformat(day))
    assert [d.rule for d in report.diagnostics] == standing
    assert only(text).diagnostics == ()  # without a day nothing expires


def test_suppressions_without_a_last_day_are_the_same_on_all_days() -> None:
    text = f"<!-- factlint: ignore[{RULE}] known -->\n\n{WEASEL}\n\n{OTHER}\n"
    assert only(text, today=datetime.date(1999, 1, 1)) == only(text, today=datetime.date(2099, 1, 1)) == only(text)


def test_reports_on_suppressions_can_be_suppressed_themselves() -> None:
    kept = "<!-- factlint: file-ignore[meta/unused-ignore] kept for the next edition -->\n\n"
    unused = f"<!-- factlint: ignore[{RULE}] -->\n\nThe ferry runs.\n"
    assert [d.rule for d in only(kept + unused).diagnostics] == []
    [left] = only(kept + "The ferry runs.\n").diagnostics
    assert (left.rule, left.line) == ("meta/unused-ignore", 1)


def test_a_suppression_of_a_rule_that_is_not_in_force_is_left_alone() -> None:
    known = attribution()
    chosen = RuleSet(tuple(rule for rule in known.rules if rule.id != RULE))
    text = f"<!-- factlint: ignore[{RULE}] -->\n\nThe ferry runs.\n"
    assert Linter(chosen, known).lint([Input(Source("a.md", text))]).diagnostics == ()


@pytest.mark.parametrize("line", [1, 5])
def test_a_suppression_covers_a_report_by_any_of_its_places(line: int) -> None:
    lines = ["Officials met in Kyiv in May.", "", "The ferry runs.", "", "Later they left Kiev by train.", ""]
    assert [(d.line, d.related[0].line) for d in variants("\n".join(lines)).diagnostics] == [(5, 1)]
    lines.insert(line - 1, "<!-- factlint: ignore[names/mixed-variant] both are used -->\n")
    report = variants("\n".join(lines))
    assert (len(report.diagnostics), len(report.suppressed)) == (0, 1)


def variants(text: str) -> Report:
    return Linter(linter.load_rules(["names"])).lint([Input(Source("a.md", text))])
