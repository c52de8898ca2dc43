"""Interviews printed without quotation marks: their answers are the interviewee's, not the writer's."""

from __future__ import annotations

import pytest

import linter
from tests.annotation.helper import voice_of

ANSWER = "The ferry will almost certainly be sold next year."
LABELLED = (
    "Ada Lind runs the ferry.\nPaper: Why now?\nLind: Because of the ice.\nPaper: And then?\nLind: "
    + ANSWER
    + "\nBye.\n"
)
FRAMED = LABELLED.replace("Paper:", "((WN))").replace("Lind:", "((Ada Lind))")
LETTERS = LABELLED.replace("Paper:", "Q:").replace("Lind:", "A:")
ALONE = (
    "Ada Lind runs the ferry.\nWhy now?\nI saw the ice.\nAnd then?\nWe sold it. "
    + ANSWER
    + "\nWhen?\nI waited.\nWhere?\n"
    "On my pier.\nThe paper spoke to her on Monday.\n"
)


@pytest.mark.parametrize(
    ("text", "speaker"), [(LABELLED, "Lind"), (FRAMED, "Ada Lind"), (LETTERS, "A"), (ALONE, "")], ids=list("abcd")
)
def test_an_answer_is_its_speakers(text: str, speaker: str) -> None:
    voice = voice_of(text, "almost certainly")
    assert (voice.kind, voice.speaker) == ("quoted", speaker)


@pytest.mark.parametrize("text", [LABELLED, ALONE], ids=["labelled", "alone"])
def test_what_stands_around_an_interview_is_the_writers(text: str) -> None:
    assert voice_of(text, "Ada Lind runs").kind == "writer"
    assert voice_of(text, text.splitlines()[-1]).kind == "writer"


def test_paragraphs_after_a_labelled_turn_go_on_with_it() -> None:
    text = LABELLED.replace("Paper: And then?", "And more of it.\nPaper: And then?")
    assert voice_of(text, "And more").speaker == "Lind"


@pytest.mark.parametrize(
    "text",
    [
        "Image: a pier.\nImage: a boat.\nImage: a net.\nImage: an oar.\n" + ANSWER,
        "Monday: fog.\nTuesday: rain.\nFriday: ice.\nSunday: sun.\n" + ANSWER,
        "What is ice?\nFrozen water.\nWhat is fog?\nA cloud.\nWhat is rain?\nWater.\nWhat is snow?\n" + ANSWER,
        "Lind: no.\nPaper: yes.\n" + ANSWER,
    ],
    ids=["captions", "a table", "questions and answers of the writer", "too few turns"],
)
def test_what_is_no_interview_is_the_writers(text: str) -> None:
    assert voice_of(text, "almost certainly").kind == "writer"


def test_a_forecast_in_an_answer_is_not_reported() -> None:
    text = "\n\n".join(LABELLED.splitlines())
    rules = {d.rule for d in linter.lint(text, path="a.txt").diagnostics}
    assert "attribution/unattributed-prediction" not in rules
    assert "attribution/unattributed-prediction" in {d.rule for d in linter.lint(ANSWER, path="a.txt").diagnostics}
