"""The check kind `escalation`, with a small wording."""

from __future__ import annotations

from linter.annotation.annotators import annotator_triggers, make_article
from linter.checks.base import Finding
from linter.checks.escalation import EscalationCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import compile_triggers

OWNER = "test/rule"

CHECK = EscalationCheck(
    doubts=(r"\b(?:may|might|could) (?:be (?:an? )?)?",),
    reasons=(r"(?<=, )since (?P<claim>[^,;.]+)", r"\bbecause of (?P<claim>the [^,;.]+)"),
    presuppositions=(r"\b(?:the fact that|now that) (?P<claim>[^,;.]+)",),
    hedges=("could", "if", "may", "might", "possible", "would"),
    effects=("has", "is"),
    families=(("close", "closure", "closing"),),
)

DOUBT = "The plant might close its foundry, the owner, Ana Ruiz, said."


def findings(*paragraphs: str) -> tuple[str, list[Finding]]:
    text = "\n\n".join(("Title", *paragraphs))
    automaton = compile_triggers([*annotator_triggers(), *CHECK.triggers(OWNER)])
    article = make_article(parse(Source("a.txt", text)), automaton)
    return article.text, list(CHECK.check(article, OWNER))


def told(*paragraphs: str) -> list[str]:
    text, found = findings(*paragraphs)
    return [text[finding.span.start : finding.span.end] for finding in found]


def test_the_later_surer_wording_is_reported_with_the_earlier_one() -> None:
    text, (finding,) = findings(DOUBT, "The closure of the foundry has emptied the street.")
    assert text[finding.span.start : finding.span.end] == "The closure of the foundry"
    assert text[finding.labels[0].span.start : finding.labels[0].span.end] == "might close its foundry"
    assert finding.values["earlier"] == "might close its foundry"


def test_a_doubt_that_is_kept_is_clean() -> None:
    assert told(DOUBT, "The possible closure of the foundry has emptied the street.") == []
    assert told(DOUBT, "If the foundry does close, the street will be empty.") == []


def test_what_somebody_has_told_plainly_is_settled() -> None:
    closed = "The plant has closed the foundry, said the mayor, Olof Falk."
    assert told(DOUBT, closed, "The closure of the foundry has emptied the street.") == []


def test_the_record_of_a_day_is_no_escalation() -> None:
    assert told(DOUBT, "The closure of the foundry is set in a letter of 3 May 2012.") == []


def test_the_surer_wording_of_a_source_is_its_own() -> None:
    assert told(DOUBT, "The closure of the foundry has emptied the street, said Olof Falk, the mayor.") == []


def test_the_same_step_is_told_once() -> None:
    again = "The closure of the foundry has hurt the baker."
    assert told(DOUBT, "The closure of the foundry has emptied the street.", again) == ["The closure of the foundry"]


def test_a_sure_wording_before_the_doubt_is_no_escalation() -> None:
    assert told("The closure of the foundry has emptied the street.", DOUBT) == []


def test_an_interview_set_down_word_for_word_is_left_alone() -> None:
    assert told(DOUBT, "Ana Ruiz: The closure of the foundry has emptied the street.") == []


def test_a_list_keeps_the_doubt_of_its_heading() -> None:
    doubt = "A merger could bring lower fees, the owner said."
    assert told(doubt, "What it brings:", "- Lower fees\n- New chairs") == ["Lower fees"]
    assert told(doubt, "What it could bring:", "- Lower fees\n- New chairs") == []


def test_a_reason_at_the_end_of_a_sentence_is_sure() -> None:
    assert told(DOUBT, "The street is empty because of the closure of the foundry.") == [
        "because of the closure of the foundry"
    ]
    assert told(DOUBT, "The street is empty because of the possible closure of the foundry.") == []


def test_the_day_of_what_follows_is_not_the_day_of_the_reason() -> None:
    assert told(DOUBT, "The baker will move on 3 May 2012, since the plant closes its foundry.") == [
        "since the plant closes its foundry"
    ]
    assert told(DOUBT, "The baker will move, since the plant closed its foundry on 3 May 2012.") == []


def test_a_thing_called_by_a_name_that_was_doubted_is_reported() -> None:
    doubt = "A portrait hangs in the attic. The picture might be by Hals, said Ana Ruiz."
    assert told(doubt, "The museum lent the Hals portrait to Lyon.") == ["the Hals portrait"]
    assert told(doubt, "The museum lent the portrait to Lyon.") == []
    assert told("A portrait hangs in the attic. Hals might have sold it.", "The Hals portrait was lent to Lyon.") == []
