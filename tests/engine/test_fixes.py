"""Fixes: what a rule spells out is put into the text, once, and nothing else is touched."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import linter
from linter.core.diagnostic import Applicability, Diagnostic, Edit, Fix
from linter.core.report import Report
from linter.core.source import Source
from linter.core.span import Span
from linter.engine.fixes import ROUNDS, Fixed, compatible, edited, edits_of, fix_article
from linter.engine.lint import Input, Linter
from linter.ruletest.run import run_examples

SAFE: tuple[Applicability, ...] = ("safe",)
ALL: tuple[Applicability, ...] = ("safe", "unsafe")


@cache
def framing() -> Linter:
    return Linter(linter.load_rules(["framing", "attribution"]))


def fix(text: str, applied: tuple[Applicability, ...] = ALL, path: str = "a.md") -> Fixed:
    return fix_article(Source(path, text), applied, lambda source, _: framing().lint_one(Input(source)))


def test_an_unsafe_fix_is_applied_only_when_asked_for() -> None:
    text = "The mayor claimed that the bridge was safe.\n"
    assert fix(text, SAFE).after.text == text
    assert fix(text).after.text == "The mayor said that the bridge was safe.\n"


def test_the_rest_of_the_text_stays_to_the_byte() -> None:
    text = "\ttabs \u00a0 “é” 😀\r\n\r\nThe mayor **claimed** that the *bridge*\r\nwas safe. e\u0301\n\n\n  end"
    assert fix(text).after.text == text.replace("claimed", "said")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"We will pay," the mayor claimed.', '"We will pay," the mayor said.'),
        ("Passed away: two goatherds.", "Died: two goatherds."),
        ("The mayor claimed to have paid.", None),  # "said to have paid" is no English
        ("The mayor cla<b>im</b>ed that it was safe.", None),  # a tag stands among the words
        ("The prisoner went through an abnormal evolution.", None),  # the word after "a" or "an" is not exchanged
    ],
)
def test_only_what_fits_the_sentence_is_applied(before: str, after: str | None) -> None:
    done = fix(before + "\n")
    assert done.after.text == (after or before) + "\n"
    assert after is not None or any(told.fix is not None for told in done.report.diagnostics)


def test_a_capital_is_kept() -> None:
    assert fix("Collateral damage was high in the town.\n").after.text == "Civilians killed was high in the town.\n"


def test_fixing_twice_is_fixing_once() -> None:
    claims = "The mayor claimed that it was safe. She grumbled that it was late."
    text = f"{claims}\n\n<!-- factlint: ignore[framing/label] -->\n\nOne.\n"
    once = fix(text)
    assert once.changed
    twice = fix(once.after.text)
    assert (twice.after, twice.mended, twice.changed) == (once.after, (), False)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One.\n\n<!-- factlint: ignore[framing/label] -->\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("<!-- factlint: file-ignore[framing/label] -->\n\n# One\n", "# One\n"),
        ("One.\r\n\r\n[//]: # (factlint: ignore[framing/label])\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        ("One. <!-- factlint: ignore[framing/label] --> Two.\n", "One. Two.\n"),
        ("One. <!-- factlint: ignore[framing/label] -->\n", "One.\n"),
        # More rules than one, a range, and a comment that parts two paragraphs are left to people.
        ("One.\n\n<!-- factlint: ignore[framing/label, framing/cliche] -->\n\nTwo.\n", None),
        ("One.\n\n<!-- factlint: disable[framing/label] -->\n\nTwo.\n", None),
        ("One.\n<!-- factlint: ignore[framing/label] -->\nTwo.\n", None),
        ("---\nfactlint: file-ignore[framing/label]\n---\n\nOne.\n", None),
    ],
)
def test_a_suppression_that_does_nothing_is_taken_out_safely(text: str, left: str | None) -> None:
    before, after = linter.annotate(text), linter.annotate(fix(text, SAFE).after.text)
    assert fix(text, SAFE).after.text == (text if left is None else left)
    assert [each["text"] for each in before] == [each["text"] for each in after]


def test_a_suppression_that_does_its_work_stays() -> None:
    text = "<!-- factlint: ignore[attribution/weasel] known -->\n\nMany experts say that it is slow.\n"
    assert fix(text).after.text == text


def test_what_is_suppressed_is_not_fixed() -> None:
    text = "<!-- factlint: ignore[framing/loaded-verb] known -->\n\nThe mayor claimed that the bridge was safe.\n"
    assert fix(text).after.text == text


# Every shipped rule: with no `fix` in its examples nothing is changed, else what the example says.


def test_the_fixes_of_all_shipped_rules_are_those_of_their_examples() -> None:
    ruleset = linter.load_rules()
    fixing = [rule for rule in ruleset.rules if rule.fix != "display"]
    assert [rule.id for rule in fixing] == ["framing/euphemism", "framing/loaded-verb"]
    failures = [(done.name, done.failures) for done in run_examples(ruleset, fixing) if done.failures]
    assert failures == []
    shown = [expected.fix for rule in fixing for example in rule.examples for expected in example.expect]
    assert sum(fix is not None for fix in shown) >= len(fixing)


def test_an_example_fails_when_a_fix_is_not_expected_and_when_an_expected_one_is_missing() -> None:
    ruleset = linter.load_rules(["framing"])
    rule = ruleset["framing/loaded-verb"]
    bad = next(example for example in rule.examples if any(expected.fix for expected in example.expect))
    silent = replace(bad, expect=tuple(replace(expected, fix=None) for expected in bad.expect))
    wrong = replace(bad, expect=tuple(replace(expected, fix="hinted") for expected in bad.expect))
    good = replace(next(e for e in rule.examples if e.expect and not any(x.fix for x in e.expect)))
    missing = replace(good, expect=tuple(replace(expected, fix="said") for expected in good.expect))
    tried = replace(rule, examples=(silent, wrong, missing))
    told = [done.failures for done in run_examples(ruleset, [tried])]
    assert ['puts "said"' in " ".join(failures) for failures in told] == [True, True, False]
    assert "has no fix that could be applied" in told[2][0]


# The mechanics.

BASE = linter.lint("Many experts say no.", path="a.md", rules=linter.load_rules(["attribution"])).diagnostics[0]


def fixable(start: int, end: int, new: str, rule: str = "a/b", applicability: Applicability = "safe") -> Diagnostic:
    return replace(BASE, rule=rule, span=Span(start, end), fix=Fix("", applicability, (Edit(Span(start, end), new),)))


def test_of_fixes_that_touch_the_first_is_chosen() -> None:
    chosen = compatible([fixable(4, 6, "x"), fixable(0, 4, "y"), fixable(7, 9, "z"), fixable(7, 8, "w", "a/a")], SAFE)
    assert [edits_of(each)[0].replacement for each in chosen] == ["y", "w"]


def test_fixes_for_display_are_never_chosen() -> None:
    shown = [fixable(0, 1, "x", applicability="display"), replace(BASE, fix=Fix("try", "safe", ()))]
    assert list(compatible(shown, ALL)) == []


def test_fixes_that_touch_are_applied_in_turn() -> None:
    def lint(source: Source, _: tuple[Edit, ...]) -> Report:
        places = [place for place, letter in enumerate(source.text) if letter == "a"]
        return Report(tuple(fixable(place, place + 1, "bb") for place in places))

    done = fix_article(Source("a.md", "aaa a"), SAFE, lint)
    assert (done.after.text, len(done.mended), done.settled) == ("bbbbbb bb", 4, True)


def test_fixes_without_an_end_change_nothing() -> None:
    rounds: list[str] = []

    def lint(source: Source, _: tuple[Edit, ...]) -> Report:
        rounds.append(source.text)
        return Report((fixable(0, 1, "aa"),))

    done = fix_article(Source("a.md", "a"), SAFE, lint)
    assert (done.after.text, done.settled, done.mended) == ("a", False, ())
    assert len(rounds) == ROUNDS + 1


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text(max_size=3)), max_size=6)
)
def test_chosen_edits_leave_all_other_text_as_it_is(text: str, wishes: list[tuple[int, int, str]]) -> None:
    told = [fixable(start, start + length, new) for start, length, new in wishes if start + length <= len(text)]
    edits = sorted((edits_of(each)[0] for each in compatible(told, SAFE)), key=lambda edit: edit.span)
    kept = [0, *(place for edit in edits for place in (edit.span.start, edit.span.end)), len(text)]
    pieces = [text[start:end] for start, end in zip(kept[::2], kept[1::2], strict=True)]
    news = [edit.replacement for edit in edits]
    assert edited(text, edits) == pieces[0] + "".join(new + piece for new, piece in zip(news, pieces[1:], strict=True))
