"""The check kinds about quotations, and the one about the verbs that sides get."""

from __future__ import annotations

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.annotation.article import Article
from linter.checks.altered import AlteredCheck
from linter.checks.asymmetry import AsymmetryCheck
from linter.checks.base import Check, Finding
from linter.checks.quote_mismatch import QuoteMismatchCheck
from linter.checks.scare_quotes import ScareQuotesCheck
from linter.checks.unattributed import UnattributedCheck
from linter.checks.unbalanced import UnbalancedCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import compile_triggers

SAID = '"The mud came through the kitchen window," said Ines Duarte.'
CHECKS: tuple[Check, ...] = (
    AlteredCheck(),
    AsymmetryCheck(doubting=("claim", "allege", "insist")),
    QuoteMismatchCheck(),
    ScareQuotesCheck(),
    UnattributedCheck(),
    UnbalancedCheck(),
)


def article_of(*paragraphs: str) -> Article:
    return make_article(parse(Source("a.txt", "\n\n".join(paragraphs))), compile_triggers([*annotator_triggers()]))


def findings(check: Check, *paragraphs: str) -> list[tuple[str, Finding]]:
    article = article_of(*paragraphs)
    return [(article.words(finding.span), finding) for finding in check.check(article, "test/rule")]


def test_the_opening_mark_of_an_open_quotation_is_reported_with_its_word() -> None:
    ((text, _),) = findings(UnbalancedCheck(), "Title", '"We tried, said Bo Lund. "It rained," he said.')
    assert text == '"We'


def test_a_quotation_may_run_over_paragraphs() -> None:
    assert findings(UnbalancedCheck(), "Title", "“We tried.", "“It rained,” he said.") == []


def test_a_changed_quotation_shows_both_wordings() -> None:
    again = 'Her sentence, "The mud came through the kitchen door," is on a poster.'
    ((text, finding),) = findings(AlteredCheck(), "Title", SAID, "It rained.", again)
    assert text == '"The mud came through the kitchen door,"'
    assert (finding.values["there"], finding.values["here"]) == ("window", "door")


@pytest.mark.parametrize(
    "same",
    [
        'On a poster it says "... through the kitchen window".',
        'On a poster it says "the mud came through the [...] window".',
        "On a poster it says “[The mud] came through the kitchen window”.",
        'A poster, too: "Nobody asked the mud about its plans."',
    ],
)
def test_other_marks_gaps_and_statements_are_no_change(same: str) -> None:
    assert findings(AlteredCheck(), "Title", SAID, "It rained.", same) == []


def test_a_headline_must_have_the_words_of_the_body() -> None:
    ((text, finding),) = findings(QuoteMismatchCheck(), "'The mud came through the kitchen roof'", SAID)
    assert text == "roof"
    assert finding.values["there"] == '"window"'
    ((text, finding),) = findings(QuoteMismatchCheck(), 'Cook fears "a second flood"', SAID)
    assert text == '"a second flood"'
    assert finding.values["there"] == "nothing like it"
    assert findings(QuoteMismatchCheck(), "Mud came ‘through the kitchen window’", SAID) == []


def test_a_marked_word_is_somebodys_or_reported_once() -> None:
    check = ScareQuotesCheck()
    assert findings(check, "Title", 'The mayor, Bo Lund, called it "ready".') == []
    ((text, _),) = findings(check, "Title", 'The "repairs" cost nothing.', 'The "repairs" are over.')
    assert text == '"repairs"'


def test_a_quotation_needs_a_speaker_in_reach() -> None:
    check = UnattributedCheck()
    ((text, _),) = findings(check, "Title", "The hall was dark.", "“We kept on dancing.”")
    assert text == "“We kept on dancing.”"
    assert findings(check, "Title", "The hall was dark, said Bo Lund.", "“We kept on dancing.”", "“Until six.”") == []


def test_the_figures_of_both_sides_are_told() -> None:
    plain = "Ana Ruiz said it rained. She said the roof leaked. Ms. Ruiz said nobody came."
    doubting = "Bo Lund claimed it was dry. He insisted the roof held. Mr. Lund claimed he came."
    ((text, finding),) = findings(AsymmetryCheck(doubting=("claim", "insist")), "Title", plain, doubting)
    assert text == "claimed"
    assert (finding.values["count"], finding.values["total"], finding.values["other"]) == ("3", "3", "Ana Ruiz")


@pytest.mark.parametrize(
    "text",
    [
        '"' + "the mud came and went " * 20_000 + '"',
        "\n\n".join(f'"We counted {n} sheep on hill {n % 7} before noon," said Bo Lund.' for n in range(2_000)),
        '"' * 5_000,
        "“" * 2_000,
    ],
    ids=["one quotation", "many quotations", "marks alone", "openings alone"],
)
def test_bad_input_takes_little_time(text: str) -> None:
    article = article_of('"The mud came"', text)
    assert article.attributions is not None
    for check in CHECKS:
        assert all(finding.span.end <= len(article.text) for finding in check.check(article, "test/rule"))


def test_minutes_that_are_counted_are_no_document_that_speaks() -> None:
    found = findings(UnattributedCheck(), 'The audience stood for six minutes. "My hands still hurt."')
    assert [text for text, _ in found] == ['"My hands still hurt."']


def test_a_single_question_makes_no_interview() -> None:
    paragraphs = ("The pool was closed in May.", "Who is to pay for it?", '"Nobody has asked the swimmers yet."')
    assert len(findings(UnattributedCheck(), *paragraphs)) == 1
    asked = (*paragraphs, "And when will it be open?", '"In the summer after next, they say."')
    assert not findings(UnattributedCheck(), *asked)


def test_lines_of_an_exchange_that_nobody_is_named_for_are_not_altered() -> None:
    lines = ('"Hedda, you are standing into danger."', '"Say again?"', '"You are standing into danger, Hedda, turn."')
    assert not findings(AlteredCheck(), "The tape begins at two.", *lines)


def test_statements_that_fell_on_two_days_are_not_altered() -> None:
    first = '"I trust the minister of finance," Ole Vind said on Monday.'
    assert not findings(AlteredCheck(), first, '"I trust the minister of defence," Mr. Vind said on Saturday.')
    assert len(findings(AlteredCheck(), first, '"I trust the minister of defence," Mr. Vind repeated.')) == 1
