"""The check kind `single-source`."""

from __future__ import annotations

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.checks.base import Finding
from linter.checks.single_source import SingleSourceCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import compile_triggers

OWNER = "test/rule"

CHECK = SingleSourceCheck(
    patterns=(r"\b(?P<report>the (?:landlord|tenants) (?:lied|ignores?)\b[^.,]*)",),
    heard=(r"\bdeclined to comment\b",),
    voice=("writer", "reported", "quoted"),
)

LEAK = "The roof leaks, said Maud Kinsella, who lives under it."
LIE = "The landlord lied to her, Ms. Kinsella said."


def findings(*paragraphs: str) -> list[Finding]:
    automaton = compile_triggers([*annotator_triggers(), *CHECK.triggers(OWNER)])
    article = make_article(parse(Source("a.txt", "\n\n".join(("Title", *paragraphs)))), automaton)
    return list(CHECK.check(article, OWNER))


def test_one_voice_about_another_party_is_reported_once_for_the_article() -> None:
    (finding,) = findings(LEAK, LIE)
    assert finding.whole_article
    assert finding.values == {"source": "Maud Kinsella", "party": "The landlord lied to her"}
    assert len(finding.labels) == 1


@pytest.mark.parametrize(
    "clearing",
    [
        "The landlord, Farid Aziz, denied it.",
        "“I mended it twice,” said Farid Aziz, the landlord.",
        "The landlord declined to comment.",
    ],
)
def test_a_second_voice_or_the_attempt_to_hear_one_clears(clearing: str) -> None:
    assert findings(LEAK, LIE, clearing) == []


def test_one_voice_about_its_own_affairs_is_enough() -> None:
    assert findings(LEAK, "She has 31 buckets, Ms. Kinsella said.") == []


def test_one_statement_is_too_little() -> None:
    assert findings("The roof leaks, and the landlord lied to her, said Maud Kinsella.") == []


def test_a_role_that_one_person_spoke_by_is_not_given_to_another() -> None:
    treasurer = "The treasurer, Ernst Mayr, has kept no books, the club's chairman, Lorenz Huber, said."
    role = "The landlord lied to the club, the chairman said."
    assert len(findings(treasurer, role)) == 1
    assert findings(treasurer, role, "Mayr denied in a letter that he had kept no books.") == []


def test_an_interview_with_its_questions_as_paragraphs_has_one_voice_by_its_nature() -> None:
    asked = ("What did you find?", "Did you call them?", "Are you staying?")
    assert findings(LEAK, LIE, *asked[:1], "Eight buckets.", "It is late.") != []
    assert findings(LEAK, LIE, *(turn for each in asked for turn in (each, "Not for long."))) == []
