"""Figures of the headline against the body, and one quantity with two values."""

from __future__ import annotations

import datetime
from fractions import Fraction
from functools import lru_cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from linter.annotation.annotators import annotator_triggers, make_article
from linter.checks.base import Check
from linter.checks.conflict import ConflictCheck
from linter.checks.headline_figure import HeadlineFigureCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import Automaton, compile_triggers

HEADLINE, CONFLICT = HeadlineFigureCheck(), ConflictCheck(updates=("later", "rose to", "now"))
DATE = datetime.date(2020, 3, 16)


@lru_cache(maxsize=1)
def automaton() -> Automaton:
    return compile_triggers(annotator_triggers())


def told(check: Check, title: str, body: str) -> list[str]:
    article = make_article(parse(Source("a.txt", f"{title}\n\n{body}"), date=DATE), automaton())
    return [article.words(finding.span) for finding in check.check(article, "test/rule")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dockers will begin their strike on March 9, the union said. It is to last a week.", ["March 19"]),
        ("Dockers will begin their strike on March 19, the union said. It was called on March 9.", []),
        ("Dockers will begin their strike on Thursday, the union said. The strike was called on March 9.", []),
        ("Dockers will strike from March 9, and the strike ends on March 17 at the docks.", []),
        ("Dockers will begin their strike, the union said. A cat was found on March 9.", []),
    ],
)
def test_a_day_of_the_headline_must_be_one_of_the_body(body: str, expected: list[str]) -> None:
    assert told(HEADLINE, "Dock strike to begin March 19", body) == expected


@settings(deadline=None, max_examples=60)
@given(
    st.integers(21, 9_000), st.integers(21, 9_000), st.sampled_from((
        ("Storm fells {0} trees in Riga", "A storm felled {1} trees in Riga on Sunday, the city said."),
        ("Mill buys {0} looms", "The mill has bought {1} looms, its owner said. They come from Lyon."),
        ("{0} sheep freed from truck", "The truck had left Dubbo with {1} sheep, the driver said."),
    )),
)  # fmt: skip
def test_a_headline_is_true_within_its_rounding_only(headline: int, body: int, template: tuple[str, str]) -> None:
    slack = Fraction(headline * 25, 1000) if headline % 100 == 0 else 0
    assume(not 1500 <= headline <= 2100 and not 1500 <= body <= 2100)
    found = told(HEADLINE, template[0].format(f"{headline:,}"), template[1].format(headline, f"{body:,}"))
    assert bool(found) == (abs(headline - body) > slack)


@pytest.mark.parametrize(
    ("days", "expected"),
    [("20 days", []), ("twenty days", []), ("30 days", ["30 days"])],
)
def test_a_promise_is_quoted_with_its_own_deadline(days: str, expected: list[str]) -> None:
    title = "Mayor to bring dog bill to council within 20 days"
    body = (
        "Mayor Ana Ruiz said she will bring a bill on dogs to the council in the next 20 days.\n\n"
        f'"[W]ithin the next {days} I will bring the council a bill on dogs," Ruiz said.'
    )
    assert told(CONFLICT, title, body) == expected


def test_two_deadlines_of_two_acts_are_no_conflict() -> None:
    title = "Court orders ministry to publish report within 10 days"
    body = (
        "A court ordered the ministry to publish the report within 10 days.\n\n"
        "The ministry may appeal the court's order to publish within 30 days."
    )
    assert told(CONFLICT, title, body) == []


@settings(deadline=None)
@given(
    st.integers(0, 99), st.integers(1990, 2020), st.sampled_from((
        'In the name Aro-{0:02}, "{0:02}" stands for the year in which it was found, {1}.',
        'The "{0:02}" is for the year it was built, {1}.',
        "The '{0:02}' in its name refers to the year of its launch ({1}).",
    )),
)  # fmt: skip
def test_a_short_year_is_the_end_of_its_year(short: int, year: int, template: str) -> None:
    found = told(CONFLICT, "A name", template.format(short, year))
    assert found == ([] if year % 100 == short else [str(year)])


@settings(deadline=None, max_examples=60)
@given(
    st.integers(3, 900), st.integers(3, 900), st.sampled_from((
        ("The slide buried {0} barns before dawn.", "He will rebuild each of the {1} barns that were buried."),
        ("The museum has {0} drums.", "A fire broke out. All of the {1} drums were saved from the museum's fire."),
    )),
)  # fmt: skip
def test_things_that_come_back_keep_their_number(first: int, second: int, template: tuple[str, str]) -> None:
    body = "\n\n".join(part.format(first, second) for part in template)
    assert bool(told(CONFLICT, "A long night", body)) == (first != second)
