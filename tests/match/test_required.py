from __future__ import annotations

import pytest

from linter.match.expression import expression
from linter.match.required import needed_words, required, words_of


def test_a_pattern_needs_one_of_each_of_its_words() -> None:
    assert set(needed_words(r"\b(?:many|some) \w+ (?:experts|critics)\b")) == {
        frozenset({"many", "some"}),
        frozenset({"experts", "critics"}),
    }


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        (r"\bmen\b", "men"),
        (r"(?<!['\w-])men(?!\w)", "men"),
        (r"(?:\w+ )*men,", "-men"),
        (r"\b(?:\w+ )?men(?: \w+)* were", "men"),
        (r"\b(?P<report>(?:old|young) (?:men|women))\b", "old_women"),
        (r"\b(?:young )?(?:men|women)\b", "young_men"),
        (r"\bmen, (?:and )?women\b", "and_women"),
        (r"\b(?P<report>(?:call(?: for|s)|ask))\b", "ask"),
        (r"(?<=, )since \w+", "since"),
        (r"\bsince(?=,)", "since"),
    ],
)
def test_words_are_whole_where_the_pattern_says_so(pattern: str, word: str) -> None:
    assert any(word in words for words in needed_words(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        "men",
        r"men\b|\w",
        r"\w+men",
        r"men(?:\w+)?",
        r"(?#men) men ",
        r"(?:men){e<=1} ",
        r"(?<=, ?)men ",
        r"(?<=\(|a)men ",
        r"(?<=.)men ",
        r" men(?=,?)",
        r" men(?=a|,)",
    ],
)
def test_a_part_of_a_word_is_no_word(pattern: str) -> None:
    assert all("men" not in words for words in needed_words(pattern))


def test_the_rarest_word_of_each_alternative_is_needed() -> None:
    pattern = r"\b(?:take [^,]{1,50}? (?:as|for) (?:an? |the )\w+|feel for the|long for)\b"
    assert needed_words(pattern) == (frozenset({"take", "feel_for", "long_for"}),)


@pytest.mark.parametrize("text", ["Don't they'd (so-called) 3rd", "Café's 3rd-rate “ısland”", ""])
def test_words_are_runs_of_letters(text: str) -> None:
    import re

    words = {word for word in words_of(text) if word.isalpha()}
    assert words == set(re.findall("[a-z]+", text.replace("ı", "i").casefold()))


def test_figures_are_one_word() -> None:
    assert needed_words(r"\d+ percent\b") == (frozenset({"0"}), frozenset({"percent"}))
    assert "0" in words_of("in ٣ years")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bistanbul\b", "İstanbul"),
        (r"\bkelvin\b", "\u212aelvin"),
        (r"\bsenate\b", "\u017fenate"),
        (r"\bpeople\b", "people²"),
        (r"\bpeople\b", "“people™"),
        (r"\bdon't\b", "they DON'T know"),
        (r"\bSão Paulo\b", "in SÃO PAULO,"),
        (r"ans\b", "Californians."),
        (r"\u2029in \pL+", "\u2029in B"),
        (r"\b(?:a(?:bout)?|around) \d{1,3}(?:,\d{3})* (?:men|women)\b", "About 1,200 women"),
        (r"(?:^|, )(?:the |its )?(?:old |new )*mayors?(?: \w+)? (?:was|were)\b", "Its old new mayor again was"),
    ],
)
def test_every_text_that_a_pattern_matches_has_its_words(pattern: str, text: str) -> None:
    import regex

    assert regex.search(pattern, text, regex.IGNORECASE)
    assert expression(pattern).first(text) is not None


def test_an_expression_is_not_run_on_a_text_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    run: list[str] = []
    monkeypatch.setattr("linter.match.expression.matches", lambda _pattern, text, cased: run.append(text) or iter(()))
    found = expression(r"\bmany (?:experts|critics)\b")
    assert list(found.matches("Many in the government agree.")) == []
    assert list(found.matches("Many experts agree.")) == []
    assert run == ["Many experts agree."]


def test_an_expression_is_not_run_on_a_text_with_its_words_in_another_order(monkeypatch: pytest.MonkeyPatch) -> None:
    run: list[str] = []
    monkeypatch.setattr("linter.match.expression.matches", lambda _pattern, text, cased: run.append(text) or iter(()))
    found = expression(r"\b(?:experts|critics) (?:\w+ )*(?:agree|fear)\b")
    assert list(found.matches("We fear that they left the experts.")) == []
    assert list(found.matches("They fear that experts now agree.")) == []
    assert run == ["They fear that experts now agree."]


def test_words_of_one_set_may_stand_on_both_sides() -> None:
    found = expression(r"\b(?:fear|hope)\b.*\b(?:fear|hope)\b.*, \d+ men\b")
    assert found.first("Of 3 men they hope and fear, 3 men came") is not None


def test_literals_leave_out_the_edges_of_words() -> None:
    assert required(r"\b(?:experts|critics)\b") == {"experts", "critics"}


@pytest.mark.parametrize(
    ("pattern", "literal"),
    [
        (r"\b(?:is|was|are) [\w ]{0,20}(?:worse|finished)\b", " worse"),
        (r"\b(?:admit|own)ing? (?:that|to) (?:a )?(?:fault|crime)\b", "fault"),
        (r"\d+ (?:killed|injured)\b", "killed"),
        (r"\b(?:government|men)\b.*\b(?:perhaps)\b", "perhaps"),
    ],
)
def test_the_literals_are_those_met_least(pattern: str, literal: str) -> None:
    assert any(literal.strip() in each for each in required(pattern))


def test_syntax_that_is_not_read_needs_nothing() -> None:
    assert required(r"(?x) experts  # a comment") == set()


def test_a_word_goes_on_behind_the_group_that_holds_its_group() -> None:
    stems = [f"{first}{second}w{end}" for first in "bcdfghlmnprst" for second in "aeiouy" for end in ("", "n")]
    pattern = rf"\bevery \w+ (?:(?:{'|'.join(stems)}))(?:s|es)\b"
    assert expression(pattern).first("every child bows") is not None
