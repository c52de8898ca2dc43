"""What is looked at before a dear pattern must be in all that the pattern can match: told from the patterns themselves.

A gate is a few words one of which a text must hold before it is worth while to try a pattern. Whoever adds a wording to
the pattern and forgets the gate has a pattern that is never tried on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from re import _constants as kinds
from re import _parser as parser
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from linter.annotation.names import types
from linter.annotation.quantities import labels
from linter.core.day import can_expire
from linter.document.directives import EXPIRES
from linter.infer import stems
from linter.infer.figures import accounts, change_forms, rests, share_forms, share_orders, shares, sums
from linter.infer.figures import kinds as kinds_told
from linter.infer.figures.figured import SIGNS, pattern
from linter.infer.people import ages, ages_then, roles
from linter.infer.polls import margin_cues
from linter.match.needs import needs_of
from linter.match.rarity import EDGE

PERCENT, WORDED = (SIGNS["percent"],), (SIGNS["percent"], SIGNS["fraction"], "majority", "minority")

TEMPLATES: dict[str, tuple[Iterable[str], Iterable[str]]] = {
    "sums.SUMMING": (sums.SUMMING, sums.SUMMED),
    "rests.REST_BEFORE": ([f"{word}{SIGNS['count']}" for word in rests.REST_BEFORE], sums.DIVIDED),
    "accounts.WON": (accounts.WON, [accounts.RESULTS]),
    "accounts.AMONG": (accounts.AMONG, accounts.NAMED),
    "accounts.OF_IT": (accounts.OF_IT, [accounts.SUM_OF_IT]),
    "changes.STEMS": (change_forms.STEMS, [change_forms.FACTOR]),
}
"""By its name, a gate and the patterns with figures behind it; all of it in small letters."""

COMPILED: dict[str, tuple[Iterable[str], Iterable[str]]] = {
    "margins.CUE_WORDS": (
        margin_cues.CUE_WORDS,
        (margin_cues.CUE.pattern, margin_cues.CUE_AFTER.pattern, margin_cues.CUE_AFTER_ANY.pattern),
    ),
    "labels.VOTED": (labels.VOTED, [labels.VOTE.pattern]),
    "labels, to": ([" to "], [labels.VOTE.pattern]),
    "shares, worded": (
        WORDED,
        [share_forms.compiled(template).pattern for of in shares.AFTER_WHOLE.values() for template in of],
    ),
    "shares, worded before": (WORDED, [share_forms.compiled(template).pattern for template in shares.BEFORE_WHOLE]),
    "share orders, of": (share_orders.OF, [share_forms.compiled(each).pattern for each in share_orders.TOLD_WITH]),
    "share orders, of earlier": (
        [f"{SIGNS['count']} of "],
        [share_forms.compiled(each).pattern for each in share_orders.OF_EARLIER],
    ),
}
"""The same for patterns as they are."""


GENERATED = settings(max_examples=60, derandomize=True, deadline=None, database=None, phases=[Phase.generate])


def guards(gate: Iterable[str], expression: str) -> bool:
    """Whether one of the words of a gate is in all that an expression can match."""
    words = [word.lower() for word in gate]

    def measure(literals: frozenset[str]) -> float:
        return float(all(any(word in literal.replace(EDGE, "") for word in words) for literal in literals))

    return any(map(measure, needs_of(expression, figures=False, measure=measure).all_sets(measure)))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_gate_is_in_all_that_its_templates_match(name: str) -> None:
    gate, expressions = TEMPLATES[name]
    if name == "accounts.WON":  # not every list of games: those that are used name what was won
        gate, expressions = (*gate, "lost", "los", "drawn", "drew", "draw", "tied", "tying", "tie"), expressions
    assert [each for each in expressions if not guards(gate, pattern(each).pattern)] == []


@pytest.mark.parametrize("name", COMPILED)
def test_a_gate_is_in_all_that_its_patterns_match(name: str) -> None:
    gate, expressions = COMPILED[name]
    assert [each for each in expressions if not guards(gate, each)] == []


def test_a_gate_with_a_word_too_few_is_found_out() -> None:
    assert guards(["ab", "cd"], r"\b(?:abc|xcd)? (?:ab|cde)\b")
    assert not guards(["ab"], r"\b(?:abc|xcd)? (?:ab|cde)\b")
    assert not guards(margin_cues.CUE_WORDS[1:], margin_cues.CUE.pattern)
    assert not guards(sums.SUMMING[1:], pattern(sums.SUMMED[0]).pattern)


def strings_of(expression: str) -> Iterator[str]:
    """All that an expression of words, classes, alternatives and optional parts can match."""
    return _strings(list(parser.parse(expression)))


def _strings(parts: list[Any]) -> Iterator[str]:
    for each in product(*(list(_part(kind, value)) for kind, value in parts)):
        yield "".join(each)


def _part(kind: Any, value: Any) -> Iterator[str]:
    if kind is kinds.LITERAL:
        yield chr(value)
    elif kind is kinds.IN:
        assert all(each[0] is kinds.LITERAL for each in value)
        yield from (chr(each[1]) for each in value)
    elif kind is kinds.BRANCH:
        yield from (text for option in value[1] for text in _strings(list(option)))
    elif kind is kinds.SUBPATTERN:
        yield from _strings(list(value[3]))
    elif kind is kinds.MAX_REPEAT and value[1] == 1:
        yield from ([""] if value[0] == 0 else [])
        yield from _strings(list(value[2]))
    else:
        assert kind in (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT), kind
        yield ""


@pytest.mark.parametrize(
    ("gate", "behind"),
    [
        (types.ENDS_BEFORE_PLACE, types.PLACE_BEFORE),
        (types.ENDS_BEFORE_SPEAKER, types.INVERTED),
        (("he ",), types.ARTICLE_BEFORE),
        (("by ",), types.MADE_BY),
    ],
)
def test_how_a_text_ends_is_how_all_ends_that_the_pattern_matches(
    gate: tuple[str, ...], behind: re.Pattern[str]
) -> None:
    told = list(strings_of(behind.pattern))
    assert told
    assert all(behind.search(f". {text}") for text in told)
    assert [text for text in told if not text.endswith(gate)] == []


def test_how_a_word_begins_is_how_all_begins_that_the_pattern_matches() -> None:
    told = list(strings_of(stems.PREFIXES.pattern))
    assert "over-" in told
    assert all(text.startswith(stems.PREFIXED) for text in told)


def test_games_won_drawn_and_lost_are_told_with_what_was_won() -> None:
    """A list of games counts where it has all three results, and each word for what was won has one of the gate."""
    words = list(strings_of(accounts.RESULT))
    won = [word for word in words if accounts.RESULT_OF.get(word[0]) == "won"]
    assert len(won) > 2
    assert all(any(each in word for each in accounts.WON) for word in won)


def test_a_word_of_direction_is_one_word_as_they_are_looked_up() -> None:
    assert all(word.isalpha() and word == word.lower() for word in change_forms.DIRECTIONS)
    for template in change_forms.WORD_OPENS:
        words = "|".join(map(re.escape, change_forms.WORD.split("|")))
        assert template.replace("(?P<told>", "").replace(r"\b", "").startswith(f"(?P<word>{words})") or (
            template.replace(r"\b", "").startswith(f"(?P<told>(?P<word>(?:{change_forms.WORD}))")
        )


def test_every_head_of_a_role_is_seen() -> None:
    assert [head for head in roles.HEADS if not roles._has_head(f"the {head.title()}, ")] == []
    assert [head for head in roles.HEADS if f"{head} "[-3:] not in roles._tails()] == []


LETTERS = {r"\p{Lu}": "A-Z", r"\p{Ll}": "a-z", r"\p{L}": "A-Za-z"}
"""Classes of letters for a parser that does not know them: a part of what they are."""


def plain(expression: str) -> re.Pattern[str]:
    """An expression of ages as the standard library can read it."""
    expression = expression.replace(ages.FULL_NAME_BEFORE, "").replace("(?i:", "(?:")
    for name, letters in LETTERS.items():
        expression = re.sub(rf"(\[[^\]]*){re.escape(name)}", rf"\g<1>{letters}", expression)
        expression = expression.replace(name, f"[{letters}]")
    return re.compile(expression)


@GENERATED
@given(st.data(), st.sampled_from((*ages.STATEMENTS, *ages.REFERRING)))
def test_where_an_age_is_stated_one_is_likely(data: st.DataObject, statement: tuple[str, tuple[str, ...]]) -> None:
    expression, needed = statement
    text = data.draw(st.from_regex(plain(expression), fullmatch=True))
    assert list(ages._likely_places(text))
    assert any(each in text for each in needed)


THEN = (*ages_then.PATTERNS, *ages_then.TURNING, *ages_then.DEATHS, ages_then.LINE)


@GENERATED
@given(st.data(), st.sampled_from(THEN))
def test_where_an_age_at_another_time_is_stated_one_is_likely(data: st.DataObject, statement: str) -> None:
    text = data.draw(st.from_regex(plain(statement.replace("++", "+")), fullmatch=True))
    assert ages_then.LIKELY.search(text)


@GENERATED
@given(st.from_regex(re.compile(labels.BLOCKED.pattern, re.VERBOSE), fullmatch=True))
def test_whatever_is_no_quantity_has_a_mark(text: str) -> None:
    assert labels.MARKED.search(text) or any(mark in text for mark in labels.MARKS)


@pytest.mark.parametrize(
    ("gate", "behind"),
    [(kinds_told.OF_THEM, kinds_told.TOLD), (kinds_told.REST_BEFORE, kinds_told.UP_TO_REST)],
)
def test_a_pattern_that_is_quick_to_fail_finds_what_the_dear_one_finds(
    gate: re.Pattern[str], behind: re.Pattern[str]
) -> None:
    """The quick one matches a few strings and nothing else, and one of them is in all that the dear one matches."""
    exact = needs_of(gate.pattern, figures=False).exact
    assert exact is not None
    assert guards([each.replace(EDGE, "") for each in exact], behind.pattern)
    assert re.compile(gate.pattern, re.IGNORECASE).flags == gate.flags


@GENERATED
@given(st.from_regex(re.compile(EXPIRES.pattern, re.IGNORECASE | re.ASCII), fullmatch=True))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_what_has_a_last_day_can_expire(encoding: str, text: str) -> None:
    assert can_expire(text.encode(encoding, "surrogatepass"))
