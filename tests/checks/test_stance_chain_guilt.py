"""The check kinds behind the framing rules, told by small rules of their own."""

from __future__ import annotations

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.checks.base import Check
from linter.checks.chain import ChainCheck
from linter.checks.guilt import GuiltCheck
from linter.checks.prefer import PreferCheck
from linter.checks.search import Pattern
from linter.checks.stance import StanceCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import compile_triggers


def found(check: Check, text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Words, suggestions and confidence of what a check finds in a plain text."""
    automaton = compile_triggers([*annotator_triggers(), *check.triggers("test/rule")])
    article = make_article(parse(Source("a.txt", text)), automaton)
    return [(article.words(f.span), f.suggestions, f.confidence) for f in check.check(article, "test/rule")]


def test_a_verb_is_told_only_where_it_attributes() -> None:
    check = StanceCheck(verbs=("claim",), doubtful_verbs=("note",))
    assert found(check, "Ida Berg claimed that the well was dry.") == [("claimed", ("said",), None)]
    assert found(check, "Ida Berg noted that the well was dry.") == [("noted", ("said",), "low")]
    assert found(check, "The flood claimed nine houses.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It could rain. The dam might break.", []),
        ("It could rain. The dam might break. The mill may stop.", ["could"]),
        ("It could rain. The dam is old. The dam might break. The mill may stop.", []),
    ],
)
def test_a_chain_needs_its_length_without_a_gap(text: str, words: list[str]) -> None:
    check = ChainCheck(phrases=("could", "might", "may"), length=3)
    assert [told for told, _, _ in found(check, text)] == words


GUILT = GuiltCheck(
    accused=(r"\bcharged\b",),
    convicted=(r"\bconvicted\b",),
    patterns=(r"\bthe thief\b", Pattern(r"(?P<actor>\p{Lu}\w+|[Hh]e) (?P<report>stole)\b", cased=True)),
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A man was charged. The thief is 40.", ["The thief"]),
        ("A man was convicted. The thief is 40.", []),
        ("Lund was charged. Lund stole nine bells.", ["stole"]),
        ("Lund was charged. Berg was convicted. Berg stole nine bells.", []),
        ("Lund was charged. He stole nine bells.", ["stole"]),
        ("He stole nine bells.", []),
    ],
)
def test_guilt_is_told_of_the_accused_alone(text: str, words: list[str]) -> None:
    assert [told for told, _, _ in found(GUILT, text)] == words


def test_a_wording_is_suggested_in_the_form_found() -> None:
    check = PreferCheck(swap={"slam/v": "criticize/v"}, doubtful=("brave",))
    assert found(check, "The union slammed the plan of the brave mayor.") == [
        ("slammed", ("criticized",), None),
        ("brave", (), "low"),
    ]


def test_names_and_marked_words_are_left_alone_where_a_rule_says_so() -> None:
    check = PreferCheck(phrases=("brave",), names=False, marked=False)
    assert found(check, 'The Brave Theatre plays "brave" things for brave people.') == [("brave", (), None)]


def test_a_pattern_can_need_another_sentence() -> None:
    check = PreferCheck(patterns=(Pattern(r"\btensions\b", if_article=(r"\bwar\b",), unless=(r"\btrade\b",)),))
    assert found(check, "Tensions go on. The war is old.") == [("Tensions", (), None)]
    assert found(check, "Trade tensions go on. The war is old.") == []
    assert found(check, "Tensions of war go on. The sea is calm.") == []
