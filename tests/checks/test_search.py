"""What the check kinds that look for words share: particulars of a pattern, and which of two matches counts."""

from __future__ import annotations

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.checks.pattern import PatternCheck
from linter.checks.search import Pattern
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import compile_triggers


def found(check: PatternCheck, text: str) -> list[tuple[str, str | None, str | None]]:
    """Words, confidence and level of what a check finds in a plain text."""
    automaton = compile_triggers([*annotator_triggers(), *check.triggers("test/rule")])
    article = make_article(parse(Source("a.txt", text)), automaton)
    return [(article.words(f.span), f.confidence, f.level) for f in check.check(article, "test/rule")]


def test_a_pattern_brings_its_own_confidence_and_level() -> None:
    check = PatternCheck(patterns=("red hens", Pattern("blue hens", confidence="low", level="note")))
    assert found(check, "Nine red hens met nine blue hens.") == [("red hens", None, None), ("blue hens", "low", "note")]


def test_a_pattern_may_read_other_voices_than_the_rule() -> None:
    check = PatternCheck(patterns=("red hens", Pattern("blue hens", voice=("writer", "reported"))), voice=("writer",))
    assert found(check, "The red hens and the blue hens flew, Ida Berg said.") == [("blue hens", None, None)]


SURE, DOUBTFUL = "red hens lay", Pattern("nine red hens|lay blue eggs", confidence="low")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In May nine red hens lay blue eggs.", ["red hens lay"]),
        ("In May nine red hens flew.", ["nine red hens"]),
        ("Nine red hens flew. Two red hens lay there, and two lay blue eggs.", ["Nine red hens", "red hens lay",
                                                                               "lay blue eggs"]),
    ],
)  # fmt: skip
def test_a_doubtful_match_gives_way_to_a_surer_one_that_it_overlaps(text: str, words: list[str]) -> None:
    assert [told for told, _, _ in found(PatternCheck(patterns=(SURE, DOUBTFUL)), text)] == words


TURNS = "Talk with a keeper\n\n{}\n\n(WN): {}\n\n(Ida Berg): {}\n\n(WN): Why?\n\n(Ida Berg): Who knows?"


def test_what_is_said_turn_by_turn_is_not_the_writers() -> None:
    check = PatternCheck(patterns=("red hens",), voice=("writer",))
    assert found(check, TURNS.format("Red hens fly.", "Nothing.", "Red hens lie.")) == [("Red hens", None, None)]
    assert len(found(PatternCheck(patterns=("red hens",), voice=("writer", "quoted")),
                     TURNS.format("Red hens fly.", "Nothing.", "Red hens lie."))) == 2  # fmt: skip


def test_the_keys_of_a_list_are_no_speakers() -> None:
    text = "Eggs\n\nMonday: two.\n\nTuesday: four, from red hens.\n\nFriday: none.\n\nSunday: nine."
    assert len(found(PatternCheck(patterns=("red hens",)), text)) == 1
