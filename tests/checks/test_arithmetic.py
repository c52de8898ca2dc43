"""The arithmetic of the checks: silent on every true statement, told of every false one beyond its rounding."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from linter.annotation.annotators import annotator_triggers, make_article
from linter.annotation.article import Article
from linter.checks.base import Check
from linter.checks.change import ChangeCheck
from linter.checks.conversion import ConversionCheck
from linter.checks.figure_words import shown
from linter.checks.list_count import ListCountCheck
from linter.checks.percent_total import PercentTotalCheck
from linter.checks.reversed_range import ReversedRangeCheck
from linter.checks.share import ShareCheck
from linter.checks.total import TotalCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import Automaton, compile_triggers

PERCENT_OF = ShareCheck(stated="percent")
FRACTION = ShareCheck(stated="fraction")
CHANGE = ChangeCheck(fault="size")
POINTS = ChangeCheck(fault="points")
TOTAL = TotalCheck()
RANGE = ReversedRangeCheck(ranging=("costs?", "aged"))
CONVERSION = ConversionCheck(differences=("warmed",))
ALL: tuple[Check, ...] = (
    PERCENT_OF,
    FRACTION,
    CHANGE,
    POINTS,
    TOTAL,
    RANGE,
    CONVERSION,
    PercentTotalCheck(),
    ListCountCheck(),
)

COUNTS = st.integers(min_value=2, max_value=9_999)
SHARE_TEMPLATES = (
    "Inspectors found rust on {part} of the {whole} boats ({share}%) that they saw.",
    "Rust was found on {part} out of {whole} boats, or {share} percent, they said.",
    "Of {whole} boats that were seen, {part} were rusty, or {share} percent, they said.",
    "In all, {part} of the {whole} boats were rusty, a rate of {share} percent.",
    "Only {part} of {whole} boats were clean. That is {share} percent.",
)
CHANGE_TEMPLATES = (
    "The number of boats went from {before} to {after}, {word} {change} percent, the harbor said.",
    "The harbor had {before} boats in 2008 and {after} a year later, a {noun} of {change} percent.",
    "The harbor has {after} boats, compared with {before} the year before, a {noun} of {change} percent.",
)
TOTAL_TEMPLATES = (
    "{total:,} people — {one} men and {two} women — were on board.",
    "The ferry took {total:,} people: {one} men and {two} women.",
    "The ferry took {total:,} people, {one} men and {two} women.",
    "Of the {total:,} members, {one} voted for it and the other {two} stayed away.",
)


@lru_cache(maxsize=1)
def automaton() -> Automaton:
    return compile_triggers(annotator_triggers())


def article_of(text: str, path: str = "a.txt") -> Article:
    return make_article(parse(Source(path, text)), automaton())


def told(check: Check, text: str) -> list[str]:
    article = article_of(f"The harbor\n\n{text}")
    return [article.words(finding.span) for finding in check.check(article, "test/rule")]


@settings(deadline=None)
@given(st.sampled_from(SHARE_TEMPLATES), COUNTS, COUNTS, st.integers(0, 1))
def test_a_share_as_it_is_rounded_is_true(template: str, part: int, whole: int, decimals: int) -> None:
    assume(part < whole)
    share = shown(Fraction(100 * part, whole), decimals)
    assert told(PERCENT_OF, template.format(part=f"{part:,}", whole=f"{whole:,}", share=share)) == []


@settings(deadline=None)
@given(st.sampled_from(SHARE_TEMPLATES), COUNTS, COUNTS, st.integers(1, 99))
def test_a_share_beyond_its_rounding_is_false(template: str, part: int, whole: int, share: int) -> None:
    assume(part < whole and abs(Fraction(100 * part, whole) - share) > Fraction(1, 2))
    assert len(told(PERCENT_OF, template.format(part=f"{part:,}", whole=f"{whole:,}", share=share))) == 1


@settings(deadline=None)
@given(st.sampled_from(CHANGE_TEMPLATES), COUNTS, COUNTS, st.integers(-3, 3))
def test_a_change_is_true_within_its_rounding_only(template: str, before: int, after: int, off: int) -> None:
    assume(before != after and after < 3 * before)
    exact = abs(Fraction(after, before) - 1) * 100
    change = int(shown(exact).replace(",", "")) + off
    assume(change > 0)
    up = after > before
    words = {"word": "up" if up else "down", "noun": "gain" if up else "fall"}
    found = told(CHANGE, template.format(before=f"{before:,}", after=f"{after:,}", change=change, **words))
    assert len(found) == (abs(exact - change) > Fraction(1, 2))


@settings(deadline=None)
@given(st.sampled_from(TOTAL_TEMPLATES), st.integers(2, 900), st.integers(2, 900), st.integers(-1, 3))
def test_a_total_is_true_when_its_parts_make_it(template: str, one: int, two: int, off: int) -> None:
    total = one + two + off
    assume(total > max(one, two))
    assert len(told(TOTAL, template.format(total=total, one=one, two=two))) == (off != 0)


@settings(deadline=None)
@given(st.integers(2, 90), st.integers(2, 90))
def test_points_are_not_percent(before: int, after: int) -> None:
    assume(before != after)
    difference, relative = abs(after - before), abs(Fraction(after, before) - 1) * 100
    text = (
        f"The share of empty shops went from {before}% to {after}%, {'up' if after > before else 'down'} {difference}%."
    )
    low, high = (Fraction(2 * after - 1, 2 * before + 1), Fraction(2 * after + 1, 2 * before - 1))
    may_be = min(abs(low - 1), abs(high - 1)) * 100 - 1 <= difference <= max(abs(low - 1), abs(high - 1)) * 100 + 1
    assume(not may_be and relative != difference)
    assert told(POINTS, text) == [f"{'up' if after > before else 'down'} {difference}%"]
    assert told(CHANGE, text) == []


@settings(deadline=None)
@given(st.integers(1, 99_000), st.integers(0, 1))
def test_a_conversion_as_it_is_rounded_is_true(miles: int, decimals: int) -> None:
    kilometers = shown(Fraction(miles) * Fraction(1609344, 1000000), decimals)
    assert told(CONVERSION, f"The cable is {miles:,} miles ({kilometers} kilometers) long.") == []


@settings(deadline=None)
@given(st.integers(1, 99_000), st.sampled_from((Fraction(7, 10), Fraction(13, 10), Fraction(2))))
def test_a_conversion_that_is_far_off_is_false(miles: int, factor: Fraction) -> None:
    kilometers = shown(Fraction(miles) * Fraction(1609344, 1000000) * factor)
    assume(miles > 9)
    assert told(CONVERSION, f"The cable is {miles:,} miles ({kilometers} kilometers) long.") == [
        f"{kilometers} kilometers"
    ]


@settings(deadline=None)
@given(st.integers(1, 9_999), st.integers(1, 9_999))
def test_a_range_runs_from_less_to_more(first: int, second: int) -> None:
    assume(first != second)
    found = told(RANGE, f"It takes in between {first:,} and {second:,} people a night.")
    assert found == ([f"between {first:,} and {second:,}"] if first > second else [])


@settings(deadline=None)
@given(st.integers(1, 99))
def test_a_third_covers_31_to_36_percent(percent: int) -> None:
    found = told(FRACTION, f"A third of the boats ({percent} percent) are rusty.")
    assert found == ([] if 31 <= percent <= 36 else ["A third"])


@pytest.mark.parametrize(
    "text",
    [
        "0 of 0 (50%)",
        "from 0 to 0, up 20%, doubled from 0 to 5",
        f"10^400 of {'9' * 5000} ({'9' * 400}%)",
        "NaN% of NaN (NaN%), inf%, -5 of -10 (50%)",
        "half of half of half, ½½½, 1/2/3/4 (5%)",
        "between 0 and 0 of 0 to 0 or 0",
        "0 km (0 miles), one in zero (0%)",
    ],
)
def test_impossible_figures_break_nothing(text: str) -> None:
    assert [found for check in ALL for found in told(check, text)] == []


@pytest.mark.parametrize(
    "text",
    [
        ", ".join(map(str, range(10_000))),
        "two hundred and " * 3_000,
        ", ".join(f"{number} people" for number in range(3_000)),
        "5 percent, " * 3_000,
        "three men: " * 2_000,
    ],
)
def test_thousands_of_figures_are_read_in_bounded_time(text: str) -> None:
    for check in ALL:
        assert all(found in text for found in told(check, text))


@settings(deadline=None)
@given(st.lists(st.integers(5, 60), min_size=2, max_size=4), st.sampled_from((", ", "; ")))
def test_parts_of_a_whole_are_told_beyond_their_rounding(shares: list[int], joint: str) -> None:
    goods = ("grain", "ore", "coal", "timber")
    listed = joint.join(f"{share} percent {good}" for share, good in zip(shares[:-1], goods, strict=False))
    text = f"Of the cargo, {listed} and the remaining {shares[-1]} percent salt."
    over = sum(shares) - Fraction(len(shares), 2) > 100
    assert bool(told(PercentTotalCheck(), text)) == over


@settings(deadline=None)
@given(st.integers(2, 9), st.integers(2, 9))
def test_a_list_has_as_many_items_as_it_says(announced: int, listed: int) -> None:
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
    items = ("salt", "frost", "rust", "neglect", "haste", "rain", "greed", "sand", "moss")[:listed]
    text = f"She named {words[announced - 2]} culprits: {', '.join(items[:-1])} and {items[-1]}."
    assert bool(told(ListCountCheck(), text)) == (announced != listed)


@settings(deadline=None)
@given(st.integers(1, 400), st.integers(2, 401), st.sampled_from(("A majority", "A minority")))
def test_a_majority_is_more_than_half(part: int, whole: int, word: str) -> None:
    assume(part < whole and not 1500 <= whole <= 2100)
    found = told(FRACTION, f"{word} of the members, {part} of {whole}, voted for it.")
    right = 2 * part > whole if word == "A majority" else 2 * part <= whole
    assert bool(found) == (not right)


@settings(deadline=None)
@given(COUNTS, st.integers(2, 9), st.integers(-40, 40))
def test_a_factor_covers_a_twentieth_either_way(before: int, factor: int, off: int) -> None:
    words = {2: "doubled", 3: "tripled", 4: "quadrupled"}
    assume(factor in words and before >= 50 and before * factor < 1500)
    after = before * factor + off
    text = f"The number of boats {words[factor]} from {before:,} to {after:,}, the harbor said."
    share = Fraction(after, before)
    right = Fraction(95, 100) * factor <= share <= Fraction(105, 100) * factor
    assert bool(told(CHANGE, text)) == (not right)


@pytest.mark.parametrize(
    ("check", "text", "fixed"),
    [
        (PERCENT_OF, "Rust was found on 37 of 148 boats (35%).", "25%"),
        (CHANGE, "The fleet grew from 40 to 50 boats, up 20%.", "up 25%"),
        (POINTS, "The share went from 10% to 15%, an increase of 5%.", "increase of 5 percentage points"),
        (TOTAL, "The ferry took 14 people: seven men and four women.", "11"),
        (CONVERSION, "The cable is 5 miles (12 km) long.", "8 km"),
        (RANGE, "It takes in between 50 and 30 people a night.", "between 30 and 50"),
    ],
)
def test_the_right_figure_is_offered_where_it_is_the_only_one(check: Check, text: str, fixed: str) -> None:
    (finding,) = check.check(article_of(f"The harbor\n\n{text}"), "test/rule")
    assert finding.suggestions == (fixed,)


@pytest.mark.parametrize(
    "text",
    [
        "Of 30 games, the club won 10, drew 12 and lost 9.",
        "In 30 games there were 10 won, 12 drawn and 9 lost.",
        "10 won, 12 drawn and 9 lost in 30 games.",
    ],
)
def test_games_won_drawn_and_lost_add_up_however_they_are_listed(text: str) -> None:
    assert len(told(TOTAL, text)) == 1
    assert told(TOTAL, text.replace("9", "8")) == []


def test_a_share_beside_its_part_is_read_after_among_too() -> None:
    text = "Among 650 patients, some 60 percent ({}) were cured."
    assert told(PERCENT_OF, text.format(390)) == []
    assert len(told(PERCENT_OF, text.format(290))) == 1
