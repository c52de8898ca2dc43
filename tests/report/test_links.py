from __future__ import annotations

import pytest
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic
from linter.core.report import Report
from linter.report import REPORTERS
from linter.report.context import Context, RuleInfo
from linter.report.links import file_uri, hyperlink, use_links


@pytest.mark.parametrize(
    ("choice", "environment", "is_terminal", "linked"),
    [
        ("auto", {"TERM": "xterm-256color"}, True, True),
        ("auto", {"TERM": "xterm-256color"}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {}, True, False),
        ("always", {}, False, True),
        ("never", {"TERM": "xterm"}, True, False),
    ],
)
def test_when_rule_ids_are_links(choice: str, environment: dict[str, str], is_terminal: bool, linked: bool) -> None:
    assert use_links(choice, environment, is_terminal) is linked


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_the_rule_id_links_to_its_page_or_its_file(name: str, diagnostics: tuple[Diagnostic, ...]) -> None:
    rule = RuleInfo(diagnostics[1].rule, "", "", "note", "high", file="/rules/a b.yaml")
    report = Report((diagnostics[1],))
    label = "warning[polls/unnamed-pollster]"
    to_file = "".join(REPORTERS[name](report, Context((rule,), links=True)))
    assert f"\x1b]8;;file:///rules/a%20b.yaml\x1b\\{label}\x1b]8;;\x1b\\" in to_file
    page = replace(rule, help_uri="https://example.org/a")
    assert "\x1b]8;;https://example.org/a\x1b\\" in "".join(REPORTERS[name](report, Context((page,), links=True)))
    assert "\x1b" not in "".join(REPORTERS[name](report, Context((rule,))))


def test_without_a_target_there_is_no_link() -> None:
    assert hyperlink("", "a/b") == "a/b"
    assert file_uri("") == ""
