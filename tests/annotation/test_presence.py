"""What a check presupposes is seen wherever it is, so that no check is passed over that could find something."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import pytest

from linter.annotation.annotators import make_article
from linter.annotation.marks import MARK
from linter.annotation.presence import MARKS, PRESENCES, is_present
from linter.checks import CHECKS
from linter.checks.base import presupposed
from linter.core.diagnostic import Diagnostic
from linter.core.source import Source
from linter.document.formats import parse
from linter.engine import lint as lint_module
from linter.engine.lint import Input, Linter
from linter.engine.ready import shipped_automaton
from linter.ruleset.model import Rule
from linter.ruleset.shipped import shipped_rules

DAY = datetime.date(2025, 3, 12)

PRESENT = {
    "attribution": "The bridge is safe, the mayor said.",
    "time": "It opened last Monday.",
    "small number": "It has twelve arches.",
    "quantity": "It has one arch.",
    "two quantities": "It has 12 arches and 3 lanes.",
    "poll": "A poll found that they like it.",
    "fact": "Angela Merkel opened the bridge.",
    "quotation": "They call it ‘old.",
    "title": "# The bridge\n\nIt is open.",
    "quotation in title": '# "The bridge is safe"\n\nIt is open.',
    "figure in title": "# Bridge opens after 12 years\n\nIt is open.",
    "clue to the date": "It has been open since Monday.",
}

ABSENT = {
    "attribution": "The bridge is safe.",
    "time": "The bridge is safe.",
    "small number": "It was built in 1932 for 1200000 crowns.",
    "quantity": "Since 2019, the bridge, built in 1932, is closed (see the news of 2020).",
    "two quantities": "It was built in 1932.",
    "poll": "The bridge is safe.",
    "fact": "The bridge is safe.",
    "date": "The bridge is safe.",
    "sources": "The bridge is safe.",
    "quotation": "The bridge is safe.",
    "title": "The bridge is safe.",
    "quotation in title": '# The bridge\n\n"It is open," she said.',
    "figure in title": "# The bridge\n\nIt has 12 arches.",
    "clue to the date": "The bridge is safe.",
}


def present(text: str, name: str, date: datetime.date | None = None) -> bool:
    return is_present(make_article(parse(Source("a.md", text), date=date), shipped_automaton()), name)


@pytest.mark.parametrize("name", PRESENT)
def test_it_is_seen_where_it_is(name: str) -> None:
    assert present(PRESENT[name], name)


@pytest.mark.parametrize("name", ABSENT)
def test_it_is_not_seen_where_nothing_is_like_it(name: str) -> None:
    assert not present(ABSENT[name], name)


def test_a_date_is_one_that_the_caller_or_the_article_gives() -> None:
    assert present("The bridge is safe.", "date", DAY)
    assert present("---\ndate: 2025-03-12\n---\nThe bridge is safe.", "date")


def test_two_dates_of_the_article_bound_its_day() -> None:
    assert present("---\ndate: 2025-03-12\n---\nThe bridge is safe.", "clue to the date", DAY)


def test_every_kind_of_check_presupposes_what_is_known_and_tried_here() -> None:
    named = {name for rule in shipped_rules(CHECKS).ruleset.rules for name in presupposed(rule.check)}
    assert named == set(PRESENCES)
    assert set(PRESENT) | set(ABSENT) == set(PRESENCES)


@pytest.mark.parametrize("figures", ["1932 arches", "2,019", "2019.5", "the 2018–19 season", "1932/33.", "1850."])
def test_figures_that_may_be_counted_are_no_years(figures: str) -> None:
    assert present(f"It has {figures}", "quantity")


def test_the_signs_of_a_quotation_are_those_that_quotations_are_paired_by() -> None:
    assert set(MARKS) == {*MARK.pattern.strip("[]"), "`"}  # the last one as in ``so''


def test_no_check_finds_anything_where_what_it_presupposes_is_not_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """All rules on the examples of each other, with the checks passed over and with none: the same is found."""
    linter = Linter(shipped_rules(CHECKS).ruleset)

    def found(rules: Sequence[Rule]) -> Iterator[tuple[Diagnostic, ...]]:
        for number, rule in enumerate(rules):
            for example in rule.examples[number % 3 :: 6]:
                source = Source(f"a.{example.format}", example.text)
                yield linter.lint_one(Input(source, example.date)).diagnostics

    rules, few = linter.ruleset.rules, linter.ruleset.rules[::10]
    passed_over, of_few = list(found(rules)), list(found(few))
    monkeypatch.setattr(lint_module, "is_present", lambda article, name: False)
    assert list(found(few)) != of_few
    monkeypatch.setattr(lint_module, "is_present", lambda article, name: True)
    assert list(found(rules)) == passed_over
    assert sum(map(len, passed_over)) > 100
