"""Attributions: who says what, by which words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.annotation.attributions.cues import AFTER_SOURCE, BEFORE_SOURCE, NOUNS, every_form
from linter.annotation.model import Attribution
from linter.core.span import Span
from tests.annotation.helper import article_of


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Cue, source and content of every attribution of a text."""
    article = article_of(text)
    return [
        (article.words(a.cue), a.source and article.words(a.source), a.content and article.words(a.content))
        for a in article.attributions
    ]


def one(text: str) -> Attribution:
    """The last attribution of a text."""
    return article_of(text).attributions[-1]


FOUND = [
    ("The mayor said the pier was shut.", ("said", "The mayor", "the pier was shut")),
    ("Lena Ruud told the paper that she would stay.", ("told", "Lena Ruud", "she would stay")),
    ("She also said that the pier was shut.", ("said", "She", "the pier was shut")),
    ("The guild itself later said the pier was shut.", ("said", "The guild", "the pier was shut")),
    ("The local daily said the pier was shut.", ("said", "The local daily", "the pier was shut")),
    ("The pier is shut, the mayor said on Friday.", ("said", "the mayor", "The pier is shut")),
    ("“I swim,” says Ole Berg, 71, who was born here.", ("says", "Ole Berg", "“I swim,”")),
    ("The pier, said the mayor, is shut.", ("said", "the mayor", "The pier")),
    ("According to the harbour office, the pier is shut.", ("According to", "the harbour office", "the pier is shut.")),
    ("Forty swam, according to data from the club.", ("according to", "data from the club", "Forty swam")),
    ("Ms. Roe submitted that the pier was shut.", ("submitted", "Ms. Roe", "the pier was shut")),
    ("The pier is shut, according to Lena Ruud.", ("according to", "Lena Ruud", "The pier is shut")),
    ("The pier, as Ruud put it, is a ruin of hope.", ("put it", "Ruud", "The pier")),
    ("In Ruud's words, the pier is a ruin.", ("In Ruud's words", "Ruud's", "the pier is a ruin.")),
    ("By the club's own count, 40 swam.", ("By the club's own count", "the club's", "40 swam.")),
    ("By the harbour's books, 40 swam.", ("By the harbour's books", "the harbour's", "40 swam.")),
    ("Forty swam, the club has calculated.", ("calculated", "the club", "Forty swam")),
    ("The ministry's figures show that 40 swam.", ("show", "The ministry's figures", "40 swam")),
    ("In the view of the board, it was legal.", ("In the view of", "the board", "it was legal.")),
    ("Ruud was told by the police that it was gone.", ("told", "the police", "it was gone")),
    ("The minister says in a report that wages rose.", ("says", "The minister", "wages rose")),
    ("The keeper has one rule: “The doors stay shut.”", (":", "The keeper", "“The doors stay shut.”")),
    ("The club's claim that it won was false.", ("claim", "The club's", "it won was false")),
    ("Critics say the law is harsh.", ("say", "Critics", "the law is harsh")),
    (
        "The cuts will save 1.3 million, a fifth of the budget, said the head of the choir.",
        ("said", "the head of the choir", "The cuts will save 1.3 million, a fifth of the budget"),
    ),
    ("A source close to the talks said they had failed.", ("said", "A source close to the talks", "they had failed")),
    ("It was reported that the mayor had left.", ("reported", None, "the mayor had left")),
    ("The mayor reportedly left.", ("reportedly", None, "The mayor reportedly left")),
    ("Le Soir reported on Monday that it rained.", ("reported", "Le Soir", "it rained")),
    ("The charter says the guild has nine members.", ("says", "The charter", "the guild has nine members")),
    ("Rep. Ann Oye (D-Ohio) said the bill was dead.", ("said", "Rep. Ann Oye (D-Ohio)", "the bill was dead")),
    ("“It is late,” said retired Col. Ray Dunn.", ("said", "retired Col. Ray Dunn", "“It is late,”")),
    ("Ruud claimed it drowned his meadow.", ("claimed", "Ruud", "it drowned his meadow")),
    ("Ruud claimed the weir drowned his meadow.", ("claimed", "Ruud", "the weir drowned his meadow")),
    ("The board would have it that Ruud lied.", ("would have it", "The board", "Ruud lied")),
    (
        "No trace was found of his boat, a sloop, said Ann Oye, who looked.",
        ("said", "Ann Oye", "No trace was found of his boat, a sloop"),
    ),
    ("Polls show the mayor ahead.", ("show", "Polls", "the mayor ahead")),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda value: str(value)[:32])
def test_an_attribution_is_read(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert told(text) == [expected]


NOT_FOUND = [
    "The storm claimed four boats.",
    "He was admitted to hospital.",
    "The town boasts a chapel.",
    "The figure stated above is wrong.",
    "Her remarks suggest a careful approach.",
    "The visit highlights the depth of the ties.",
    "He did not say who was there.",
    "Police ended the siege, underscoring the need for patrols.",
    "The United States and the Islamic State were named.",
    "A band called The Herons played.",
    "The report lay on the table beside the claims.",
    "She will say it when she can.",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_attribution_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_content_ends_where_the_writer_goes_on() -> None:
    text = "He stressed that it would need consent, a condition that underscores the balance of power."
    assert told(text) == [("stressed", "He", "it would need consent")]
    text = "Ruud said the pier was shut, highlighting the age of the harbour."
    assert told(text)[0][2] == "the pier was shut"


def test_each_clause_has_its_own_speaker() -> None:
    text = "Ruud said the pier was shut and Berg said it was open."
    assert told(text) == [("said", "Ruud", "the pier was shut"), ("said", "Berg", "it was open")]


def test_a_broken_quotation_is_one_content() -> None:
    text = "“The plan is bad,” Ruud said, “and it will fail.”"
    assert told(text) == [("said", "Ruud", text)]


def test_content_takes_in_the_quotation_that_goes_on() -> None:
    text = "“It leaks,” Ruud said. “It always did. Nobody cares.” The pier is old."
    assert told(text)[0][2] == "“It leaks,” Ruud said. “It always did. Nobody cares.”"


SOURCES = [
    ("Lena Ruud said it rained.", "person", True),
    ("The ministry said it rained.", "organisation", True),
    ("Police said it rained.", "organisation", True),
    ("A spokesman for the port said it rained.", "person", True),
    ("The report says it rained.", "document", True),
    ("A report says it is raining.", "document", False),
    ("Experts say it will rain.", "group", False),
    ("Analysts at Nordbank say it will rain.", "group", True),
    ("An official said it rained.", "anonymous", False),
    ("A source said it rained.", "anonymous", False),
    ("Two officers said on condition of anonymity that it rained.", "anonymous", False),
    ("Many say it will rain.", "group", False),
    ("The Harbour Times reported that it rained.", "outlet", True),
    ("Its director said it rained.", "person", True),
    ("It is said that it rained.", "unknown", False),
]


@pytest.mark.parametrize(("text", "kind", "named"), SOURCES, ids=lambda value: str(value)[:32])
def test_sources_are_told_apart(text: str, kind: str, named: bool) -> None:
    found = one(text)
    assert (found.source_type, found.named) == (kind, named)


SPEAKERS = [
    ("Foreign minister Lena Ruud said it rained. She added that it was cold.", "Lena Ruud"),
    ("Lena Ruud said it rained. “It will stop,” Ruud said.", "Lena Ruud"),
    ("Mr. Holt said it rained. Mrs. Lark said it was dry. He laughed, he said.", "Holt"),
    ("Finn Coyle drove the bus since 1980. “Nobody gets off,” he said.", "Finn Coyle"),
    ("The ministry said it rained. It added that it was cold.", "ministry"),
    ("The mayor, Lena Ruud, said it rained.", "Lena Ruud"),
    ("Lena Ruud, the mayor, said it rained.", "Lena Ruud"),
    ("The pier was built by Lena Ruud. It will last, Ruud said.", "Lena Ruud"),
    ("The vote comes late, with the Danish envoy noting that it is close.", "Danish envoy"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS, ids=lambda value: str(value)[:32])
def test_pronouns_and_surnames_lead_to_the_speaker(text: str, speaker: str) -> None:
    assert one(text).speaker == speaker


STANCES = [
    ("Ruud said it rained.", "neutral"),
    ("Ruud claimed it was raining.", "doubting"),
    ("Ruud admitted that it rained.", "doubting"),
    ("Ruud pointed out that it rained.", "vouching"),
    ("Ruud whined that it was raining.", "emotive"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES, ids=lambda value: str(value)[:32])
def test_a_verb_has_a_stance(text: str, stance: str) -> None:
    assert one(text).stance == stance


def test_cues_in_quotations_of_speech_are_the_speakers() -> None:
    assert told("“My doctor said I was fine,” Ruud said.") == [("said", "Ruud", "“My doctor said I was fine,”")]


def test_time_grows_with_the_text() -> None:
    text = "“It leaks,” Lena Ruud said, adding that he told her so.\n" * 3_000
    article = article_of(text)
    assert len(article.attributions) >= 3_000


def test_a_huge_sentence_is_read_in_time() -> None:
    article = article_of("he said that she told them " * 5_000)
    assert article.attributions


GLUE = [
    *"that by who Ruud The the a of , . : “ ” ' ( ) — ? and but as in own Ruud's put it was is to has not".split(),
    "\n",
]
SOUP = st.lists(st.sampled_from([*every_form(), *BEFORE_SOURCE, *AFTER_SOURCE, *NOUNS, *GLUE * 12]), max_size=40)


@given(SOUP)
@settings(deadline=None, max_examples=300)
def test_any_words_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    article = article_of(text)
    for attribution in article.attributions:
        for span in (attribution.cue, attribution.source, attribution.content):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert article.voice(attribution.cue).kind in ("writer", "quoted", "reported")
    assert all(article.voice(Span(place, place + 1)) for place in range(len(text)) if text[place] != "\n")


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 300 pledged delegates will vote in Lund.",
        "The mill called off the sale.",
        "Yet she held firm and waited.",
        "The shortage adds to the worries of the mill.",
        "She told the story of a miller who had lost his cat.",
        "Half of the battleground states this week have voted.",
        "There were also emails that night.",
        "The mayor continues to trail her rival.",
        "Now we know what the bridge will cost.",
        "Can he maintain the peace that the valley has known?",
        "He found himself in a ditch.",
        "A liberal think tank opened in Lund.",
    ],
)
def test_verbs_that_say_nothing_are_no_cues(text: str) -> None:
    assert article_of(text).attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        "They pledged to vote in Lund.",
        "The mayor called the sale a mistake.",
        "She told the council that the story was over.",
        "The owners state that dogs must stay outside.",
        '"We must go on rowing," the mayor continued.',
        "We think that the bridge will hold, the builders said.",
        "He found that the ditch was deep.",
    ],
)
def test_the_same_verbs_are_cues_where_something_is_said(text: str) -> None:
    assert article_of(text).attributions != ()


@pytest.mark.parametrize("text", ["Ruud claimed the land seized in June.", "Ruud claimed it as his own."])
def test_a_claim_to_a_thing_states_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("place", ["Oberau", "the Upper Valley"])
def test_a_speaker_told_with_a_place_is_the_one_of_the_bare_surname(place: str) -> None:
    article = article_of(f"Mayor Anna Lindt of {place} said it rained. Lindt said it poured.")
    assert [each.speaker for each in article.attributions] == ["Anna Lindt", "Anna Lindt"]


def test_people_of_a_body_can_be_found() -> None:
    assert one("Engineers of the water authority said there was no leak.").named
    assert not one("Engineers of the old kind said there was no leak.").named


def test_a_speaker_at_the_end_has_said_what_follows_the_semicolon() -> None:
    text = "The club said that it rained; the pier was wet, it said."
    assert told(text)[1] == ("said", "it", "the pier was wet")


def test_an_heir_named_behind_a_comma_is_whom_the_next_pronoun_means() -> None:
    text = "The mayor, Per Lund, said it would do. His successor, Ida Moe, disagreed. It would not, she said."
    assert one(text).speaker == "Ida Moe"
