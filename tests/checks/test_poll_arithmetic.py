"""The arithmetic of polls, and the check kinds that use it, on generated and on written cases."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.annotation.annotators import annotator_triggers, make_article
from linter.checks.base import Check
from linter.checks.poll_lead import PollLeadCheck
from linter.checks.poll_margin import PollMarginCheck
from linter.checks.poll_percentage import PollPercentageCheck
from linter.checks.poll_shares import PollSharesCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.infer.polls.arithmetic import can_be_share, critical_value, margin_fits, margin_of_error
from linter.match.automaton import Automaton, compile_triggers

OWNER = "test/rule"
MARGIN, LEAD = PollMarginCheck(), PollLeadCheck()
SHARE, SHARES = PollPercentageCheck(), PollSharesCheck()


@lru_cache(maxsize=1)
def automaton() -> Automaton:
    return compile_triggers(annotator_triggers())


def told(check: Check, body: str) -> list[str]:
    article = make_article(parse(Source("a.txt", f"A title\n\n{body}")), automaton())
    return [article.words(finding.span) for finding in check.check(article, OWNER)]


def rounded(value: Fraction, decimals: int) -> str:
    """A value as people write it, halves up."""
    scaled = (value * 10**decimals + Fraction(1, 2)).__floor__()
    digits = str(scaled).zfill(decimals + 1)
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits


@pytest.mark.parametrize(("level", "value"), [(95, "1.96"), (90, "1.645"), (99, "2.576")])
def test_critical_values(level: int, value: str) -> None:
    assert critical_value(Fraction(level)) == Fraction(value)


@pytest.mark.parametrize(("sample", "margin"), [(400, "4.9"), (1000, "3.1"), (1512, "2.5"), (312, "5.5"), (607, "4.0")])
def test_margins_of_simple_samples(sample: int, margin: str) -> None:
    assert rounded(margin_of_error(Fraction(sample)), 1) == margin


def test_the_design_effect_widens_and_nothing_narrows() -> None:
    thousand = (Fraction(1000), Fraction(1000))
    assert margin_fits((Fraction("3.85"), Fraction("3.95")), thousand)
    assert not margin_fits((Fraction("1.85"), Fraction("1.95")), thousand)
    assert not margin_fits((Fraction("6.25"), Fraction("6.35")), thousand)


def test_halves_may_be_rounded_either_way() -> None:
    assert can_be_share(Fraction(12), Fraction(1), 8)
    assert can_be_share(Fraction(13), Fraction(1), 8)
    assert not can_be_share(Fraction(14), Fraction(1), 8)


@given(whole=st.integers(2, 2000), data=st.data(), decimals=st.integers(0, 2))
def test_every_true_share_passes(whole: int, data: st.DataObject, decimals: int) -> None:
    part = data.draw(st.integers(0, whole))
    percent = Fraction(rounded(Fraction(part * 100, whole), decimals))
    assert can_be_share(percent, Fraction(1, 10**decimals), whole)


@settings(deadline=None, max_examples=60)
@given(
    sample=st.integers(200, 5000), decimals=st.integers(0, 1), template=st.sampled_from((
        "The poll of {n} likely voters has a margin of error of plus or minus {m} percentage points.",
        "Norrsken questioned {n} adults by telephone in May. The sampling error is {m} points.",
        "The survey reached {n} residents and is accurate to within {m} points either way.",
    )), factor=st.sampled_from((Fraction(1, 3), Fraction(1), Fraction(3, 2), Fraction(5, 2))),
)  # fmt: skip
def test_margins_are_reported_where_they_cannot_be(sample: int, decimals: int, template: str, factor: Fraction) -> None:
    margin = rounded(margin_of_error(Fraction(sample)) * factor, decimals)
    slack, exact = Fraction(1, 2 * 10**decimals), margin_of_error(Fraction(sample))
    false = Fraction(margin) + slack < exact or Fraction(margin) - slack > 2 * exact
    found = told(MARGIN, template.format(n=f"{sample:,}", m=margin))
    assert bool(found) == (false and Fraction(margin) > 0)


@settings(deadline=None, max_examples=60)
@given(
    whole=st.integers(11, 90), percent=st.integers(1, 99), template=st.sampled_from((
        "Of the {n} teachers who answered the questionnaire, {p} percent said no.",
        "The survey found that {p} percent of the {n} nurses who took part said no.",
        "The parish asked them in May. Of the {n} who replied, {p}% said no.",
    )),
)  # fmt: skip
def test_shares_are_reported_where_no_number_gives_them(whole: int, percent: int, template: str) -> None:
    possible = any(abs(Fraction(part * 100, whole) - percent) <= Fraction(1, 2) for part in range(whole + 1))
    assert bool(told(SHARE, template.format(n=whole, p=percent))) == (not possible)


@settings(deadline=None, max_examples=60)
@given(
    shares=st.tuples(st.integers(30, 55), st.integers(25, 44), st.integers(2, 30)), template=st.sampled_from((
        "In the poll, {0} percent support the ban, {1} percent oppose it and {2} percent are undecided.",
        "Asked in a survey, {0}% said yes, {1}% said no and {2}% did not know.",
    )),
)  # fmt: skip
def test_answers_are_reported_where_they_exceed_the_whole(shares: tuple[int, int, int], template: str) -> None:
    parts = (shares[0] + shares[1], shares[1] + shares[2])
    whole_inside = any(98 <= part <= 101 for part in parts)
    found = told(SHARES, template.format(*shares))
    assert bool(found) == (sum(shares) - Fraction(3, 2) > 100 and not whole_inside)


@settings(deadline=None, max_examples=40)
@given(
    first=st.integers(41, 50), gap=st.integers(1, 12), template=st.sampled_from((
        "Ana Lund leads Ida Bro, {0} percent to {1} percent, in a Norrsken poll.",
        "Ana Lund, at {0} percent, is ahead of Ida Bro, at {1} percent, in a Norrsken poll.",
    )),
)  # fmt: skip
def test_leads_are_reported_below_the_margin(first: int, gap: int, template: str) -> None:
    body = template.format(first, first - gap) + " The poll of 600 islanders has a margin of error of 4 points."
    assert bool(told(LEAD, body)) == (gap < 4)


def test_a_margin_goes_with_the_sample_of_its_own_sentence() -> None:
    body = "Norrsken asked 2,004 adults. The margin of error is 2.2 per cent. For the 312 tenants it is {} points."
    assert told(MARGIN, body.format("2.2")) == ["2.2 points"]
    assert told(MARGIN, body.format("5.5")) == []


@pytest.mark.parametrize("check", [MARGIN, LEAD, SHARE, SHARES])
@pytest.mark.parametrize("body", [
    "The poll of 0 adults has a margin of error of 0 points.", "Of the 0 who replied to the survey, 0 percent agreed.",
    f"The poll of {'9' * 400} adults has a margin of error of {'9' * 400} points.",
    "In the poll NaN% said yes, -1% no.",
])  # fmt: skip
def test_strange_figures_are_survived(check: Check, body: str) -> None:
    assert told(check, body) == []
