"""Rules that compare articles: what is told at which place, and what is kept of an article to do so."""

from __future__ import annotations

import datetime
import pickle

import pytest

import linter
from linter.core.source import Source
from linter.engine.api import shipped
from linter.engine.corpus import MOST, Extract, Packed, extract
from linter.engine.lint import Input

DAY = datetime.date(2017, 2, 6)
RINK = "The mayor of Tarvisio, Elena Cossutti, opened the rink on Sunday.\n"
ICE = "The rink is open. The mayor of Tarvisio, Bruno Madotto, skated first.\n"


def told(*articles: tuple[str, str, datetime.date | None]) -> list[tuple[str, str, str]]:
    report = linter.lint_many(articles)
    return [(d.rule, d.path, d.text) for d in report.diagnostics if d.rule.startswith("corpus/")]


def test_the_later_article_is_reported_with_the_earlier_one_as_a_related_place() -> None:
    report = linter.lint_many([("ice.txt", ICE, DAY + datetime.timedelta(3)), ("rink.txt", RINK, DAY)])
    (diagnostic,) = [d for d in report.diagnostics if d.rule == "corpus/conflicting-holder"]
    assert (diagnostic.path, diagnostic.line, diagnostic.text) == ("ice.txt", 1, "Bruno Madotto")
    (place,) = diagnostic.related
    assert (place.path, place.line, place.text) == ("rink.txt", 1, "Elena Cossutti")


def test_on_equal_dates_the_later_in_the_order_given_is_reported() -> None:
    assert told(("ice.txt", ICE, DAY), ("rink.txt", RINK, DAY)) == [
        ("corpus/conflicting-holder", "rink.txt", "Elena Cossutti")
    ]


@pytest.mark.parametrize("articles", [[], [("rink.txt", RINK + ICE, DAY)]], ids=["no article", "one article"])
def test_an_article_alone_contradicts_nothing(articles: list[tuple[str, str, datetime.date | None]]) -> None:
    assert told(*articles) == []


def test_articles_of_other_times_are_left_alone() -> None:
    assert told(("rink.txt", RINK, DAY), ("ice.txt", ICE, DAY + datetime.timedelta(15))) == []
    assert told(("rink.txt", RINK, None), ("ice.txt", ICE, DAY)) == []


def test_a_suppression_in_the_later_article_keeps_the_report_quiet() -> None:
    comment = "<!-- factlint: ignore[corpus/conflicting-holder] he stood in -->\n\n"
    report = linter.lint_many([("rink.md", RINK, DAY), ("ice.md", comment + ICE, DAY)])
    assert [s.reason for s in report.suppressed if s.diagnostic.rule.startswith("corpus/")] == ["he stood in"]
    assert not [d for d in report.diagnostics if d.rule.startswith(("corpus/", "meta/"))]


def test_a_suppression_that_a_run_on_one_article_cannot_use_is_not_called_unused() -> None:
    comment = "<!-- factlint: ignore[corpus/conflicting-holder] he stood in -->\n\n"
    report = linter.lint(comment + ICE, path="ice.md", date=DAY)
    assert not [d for d in report.diagnostics if d.rule.startswith("meta/")]


def test_extracts_travel_between_processes_and_are_small() -> None:
    linted = [
        shipped().lint_to_compare(Input(Source(path, text), DAY)) for path, text in (("a.txt", RINK), ("b.txt", ICE))
    ]
    extracts = [extract for _, extract in linted]
    for copies in (
        pickle.loads(pickle.dumps(extracts)),
        [_repacked(each) for each in extracts],
    ):
        report = shipped().compare(copies)
        assert [d.rule for d in report.diagnostics] == ["corpus/conflicting-holder"]


def _repacked(given: Extract) -> Extract:
    packed = Packed(given.packed())
    assert all(packed.count(rule) == len(told) for rule, told in given.claims.items())
    claims = {rule: packed.claims(rule) if packed.count(rule) else () for rule in given.claims}
    return Extract(packed.path, packed.date, claims, packed.directives)


def test_an_article_leaves_a_bounded_extract() -> None:
    text = "\n\n".join(f"The mayor of Town{n}, Anna{n} Berg{n}, carried {n + 20} chairs." for n in range(2000))
    kept = extract(shipped().article(Input(Source("a.txt", text), DAY)), shipped().ruleset)
    assert max(len(told) for told in kept.claims.values()) == MOST
    assert pickle.loads(pickle.dumps(kept)) == kept


def test_many_articles_that_say_the_same_take_time_in_their_number() -> None:
    body = "The mill of Otterup burned down on 4 June 1911. The repair of the mill will cost 4 million kroner.\n"
    articles = [(f"{n}.txt", body, DAY) for n in range(300)]
    extracts = [shipped().lint_to_compare(Input(Source(path, text), date))[1] for path, text, date in articles[:2]]
    assert not shipped().compare(extracts * 1000).diagnostics
