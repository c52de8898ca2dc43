"""Texts that would take hours if any reading of figures or polls were quadratic; what they must not report is held."""

from __future__ import annotations

import pytest

from linter.checks.base import Check
from linter.checks.conflict import ConflictCheck
from linter.checks.disclosure import DisclosureCheck
from linter.checks.headline_figure import HeadlineFigureCheck
from tests.checks.test_arithmetic import ALL, article_of
from tests.checks.test_poll_arithmetic import LEAD, MARGIN, SHARE, SHARES

CHECKS: tuple[Check, ...] = (*ALL, HeadlineFigureCheck(), MARGIN, LEAD, SHARE, SHARES)


def told(text: str) -> list[str]:
    article = article_of(f"A title\n\n{text}")
    return [article.words(finding.span) for check in CHECKS for finding in check.check(article, "test/rule")]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 200_000,
        "9-" * 100_000,
        "1." * 100_000,
        "1," * 100_000,
        "A1" * 100_000,
        "poll survey " * 10_000,
        "Ab " * 40_000 + "poll found 5%",
        "A poll by " + "ab " * 40_000 + " Zed found 5%",
        "margin of error of plus or minus points, " * 4_000,
        "(" * 60_000 + "5 of 6",
        '"' * 60_000 + "5 boats",
        "half of a third of " * 1_500,
        "voted " * 30_000,
    ],
)
def test_a_long_run_is_read_in_linear_time_and_tells_nothing(text: str) -> None:
    assert told(text) == []


def test_a_table_of_ten_thousand_figures_tells_nothing() -> None:
    head = "| " + " | ".join("abcdefghij") + " |\n|" + "---|" * 10 + "\n"
    rows = "\n".join("| " + " | ".join(str(10 * row + column) for column in range(10)) + " |" for row in range(1_000))
    article = article_of(f"# A title\n\nA word.\n\n{head}{rows}\n", "a.md")
    assert len(article.quantities) > 9_000
    assert [finding for check in CHECKS for finding in check.check(article, "test/rule")] == []


def test_thousands_of_counts_of_one_fate_are_one_conflict_for_each_pair_of_values() -> None:
    text = " ".join(f"{11 + number % 2} people were killed." for number in range(3_000))
    article = article_of(f"Flood in the valley\n\n{text}")
    found = list(ConflictCheck(updates=("later",)).check(article, "test/rule"))
    assert [article.words(finding.span) for finding in found] == ["12 people"]


def test_a_headline_of_thousands_of_figures_is_looked_for_in_part() -> None:
    title = ", ".join(f"{number} boats" for number in range(100, 1_100))
    body = " ".join(f"{number} people came." for number in range(3_000, 5_000))
    article = article_of(f"{title}\n\n{body}")
    assert len(list(HeadlineFigureCheck().check(article, "test/rule"))) <= 20


def test_a_thousand_polls_are_each_told_once() -> None:
    text = " ".join(f"A new poll found {number % 90}% of voters for it." for number in range(1_000))
    article = article_of(f"A title\n\n{text}")
    found = list(DisclosureCheck(one_of=("pollster", "sponsor")).check(article, "test/rule"))
    assert len({finding.span for finding in found}) == len(found) == len(article.polls)
