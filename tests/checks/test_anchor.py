"""The check kinds `anchor` and `disclosure`, on articles made here."""

from __future__ import annotations

import datetime

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.annotation.article import Article
from linter.checks.anchor import AnchorCheck
from linter.checks.disclosure import DisclosureCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import compile_triggers

OWNER = "test/rule"


def article_for(text: str, check: AnchorCheck, date: datetime.date | None = None, path: str = "a.txt") -> Article:
    """An article scanned for the annotators and a check."""
    automaton = compile_triggers([*annotator_triggers(), *check.triggers(OWNER)])
    return make_article(parse(Source(path, text), date=date), automaton)


def told(check: AnchorCheck, text: str, date: datetime.date | None = None) -> list[str]:
    """The words that a check reports."""
    article = article_for(text, check, date)
    return [article.words(finding.span) for finding in check.check(article, OWNER)]


RELATIVE = AnchorCheck(mentions=("relative",))
RUNNING = AnchorCheck(mentions=("running",))


def test_relative_times_need_a_date() -> None:
    text = "He came yesterday and leaves next week."
    assert told(RELATIVE, text) == ["yesterday", "next week"]
    assert told(RELATIVE, text, datetime.date(2001, 1, 1)) == []


def test_a_month_without_a_year_is_left_alone() -> None:
    assert told(RELATIVE, "In July the lake is warm, and on 3 May it is cold.") == []


def test_quotations_are_not_read() -> None:
    assert told(RELATIVE, '"I came yesterday," he said.') == []


def test_a_headline_given_twice_is_told_once() -> None:
    text = "---\ntitle: Two held on Monday\n---\n\n# Two held on Monday\n\nThey were let go.\n"
    article = article_for(text, RELATIVE, path="a.md")
    assert [article.words(finding.span) for finding in RELATIVE.check(article, OWNER)] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tunnel has been closed for four weeks.", ["four weeks"]),
        ("The tunnel, which flooded in March 2012 and closed, has been shut for four weeks.", []),
        ("The tunnel has been closed for four weeks. It was shut on 2 March 2012.", []),
        ("The tunnel was built in 1904. It has been closed for four weeks.", ["four weeks"]),
        ("The mill opened on 2 March 1904. The road has been closed for four weeks.", ["four weeks"]),
    ],
)
def test_a_running_duration_needs_a_start(text: str, words: list[str]) -> None:
    assert told(RUNNING, text) == words


def test_a_date_that_follows_lifts_a_match() -> None:
    check = AnchorCheck(phrases=("recently",), only_undated=False, dated_within=30)
    assert told(check, "It recently closed, on 3 May 1999.") == []
    assert told(check, "It recently closed and will open in May 2021.") == ["recently"]
    assert told(check, "Built in 1999, it recently closed.") == ["recently"]


def test_the_whole_article_is_told_once() -> None:
    check = AnchorCheck(mentions=("relative", "now"), whole_article=True)
    article = article_for("It is now shut. He came yesterday.", check)
    findings = list(check.check(article, OWNER))
    assert [finding.whole_article for finding in findings] == [True]


def missing(check: DisclosureCheck, text: str) -> list[str]:
    """What a check misses of each poll it reports."""
    article = article_for(text, RELATIVE)
    return [str(finding.values["missing"]) for finding in check.check(article, OWNER)]


def test_missing_items_are_named_in_one_finding() -> None:
    check = DisclosureCheck(
        only_if=("pollster",),
        all_of={"sample": "how many", "mode": "how", "margin": "the margin"},
        not_online=("margin",),
    )
    assert missing(check, "A Sifo poll has it at 51 percent.") == ["how many, how and the margin"]
    assert missing(check, "An online Sifo poll of 1,000 adults has it at 51 percent.") == []
    assert missing(check, "A poll has it at 51 percent.") == []


def test_one_of_several_items_is_enough() -> None:
    check = DisclosureCheck(one_of=("pollster", "sponsor"))
    assert len(missing(check, "A poll has it at 51 percent.")) == 1
    assert missing(check, "A poll for the Skarv Gazette has it at 51 percent.") == []


def test_an_item_that_no_poll_has_is_refused() -> None:
    with pytest.raises(ValueError, match="weather"):
        DisclosureCheck(all_of={"weather": "the weather"})
