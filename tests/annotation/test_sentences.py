"""Sentences: hard cases of news text, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.annotation.helper import article_of

HARD = [
    ["J. R. Smith of Leeds won.", "He wept."],
    ["The U.S. Senate met on Monday.", "It rose at noon."],
    ["She moved to the U.S.", "The move was costly."],
    ["They live in Washington, D.C.", "He commutes."],
    ["No. 5 is the oldest bus.", "It leaks."],
    ["Gate No. 12 stayed shut.", "Nobody asked."],
    ["The shop opens at 5 p.m. on Fridays.", "It closes late."],
    ["The train left at 6 a.m.", "The bus did not."],
    ["Mr. Alder paid Mrs. Birch.", "Dr. Cole saw it."],
    ["Sen. Dale met Gov. Elm in St. Paul.", "Rep. Fir stayed away."],
    ['"Why now?" Smith asked.', "Nobody knew."],
    ["“Stop!” shouted the guard.", "He ran."],
    ["“Who pays?” the mayor of Hull asked on Friday.", "“Not I.”"],
    ["“We won.”", "The crowd cheered."],
    ["He said: “It is over.”", "They left."],
    ["She left (she was tired.)", "He stayed."],
    ["It cost $3.5 million.", "The bill was paid."],
    ["The rate rose to 4.75 per cent.", "Banks cheered."],
    ["He waited... and waited.", "Nothing came."],
    ["“I never ... knew that,” she said.", "It was late."],
    ["On Jan. 5 the river froze.", "It thawed on Feb. 9."],
    ["Acme Inc. sold its mill.", "Borax Ltd. bought it."],
    ["The firm, Birch & Co., denied it.", "It will sue."],
    ["Prof. H. Lund wrote it.", "See vol. 3."],
    ["Is it true?", "Yes.", "It is."],
    ["Gen. Ito resigned.", "Col. Baer did not."],
    ["Martin Luther King Jr. spoke here.", "The hall is gone."],
    ["“Yes,” he said.", "“No,” she said."],
    ["He asked, “Who?” and left.", "Nobody answered."],
    ["The E.U. and the U.N. agreed.", "The text is short."],
    ["Version 2.0 was late.", "So was 3.1."],
    ["Visit example.org for more.", "Tickets cost 5 euros."],
    ["‘Enough!’ she cried.", "The room fell silent."],
    ["“Is that so?” he wrote.", "“It is,” came the answer."],
    ["What a day!", "What a night!"],
    ["It rained.", "“It always rains,” said the porter."],
    ["The vote was 5 to 4 (Smith v. Jones).", "Both sides paid."],
    ["He met Capt. Ray at Ft. Bragg.", "They talked."],
    ["Lt. Mora fell.", "Sgt. Pike carried her."],
    ["The bridge is 3.2 km long.", "It sways."],
    ["Some like tea, coffee, etc., at noon.", "Others sleep."],
    ["In Sept. the herring came.", "In Oct. it went."],
    ["She said she had “no idea.”", "He had one."],
    ["“Run,” he said.", "He ran.", "“Faster.”"],
    ["He was charged in May.", "Brandt stole bells.", "The soup made her ill.", "Berg sold art.", "“No,” she said."],
]  # fmt: skip


@pytest.mark.parametrize("sentences", HARD, ids=lambda sentences: sentences[0][:30])
def test_hard_case(sentences: list[str]) -> None:
    article = article_of(" ".join(sentences))
    assert [article.words(sentence.span) for sentence in article.sentences] == sentences


TEXTS = [
    "",
    "   ",
    ". . . ? !",
    "One.\nTwo\n\nThree? Four!  Five",
    "“" * 500 + " a. b. " + "”" * 500,
    "word " * 20_000,
    "a" * 50_000,
    "Mr. " * 3_000,
    "x.) Y" * 2_000,
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_text_is_lost_and_sentences_are_bounded(text: str) -> None:
    article = article_of(text)
    spans = [sentence.span for sentence in article.sentences]
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    blocks = (range(block.start, block.end) for block in article.document.blocks)
    words = {offset for block in blocks for offset in block if not text[offset].isspace()}
    assert words <= covered
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 < span.end - span.start <= 4000 for span in spans)


def test_a_headline_is_one_sentence() -> None:
    article = article_of("Who pays? Nobody. So far", kind="title")
    assert [article.words(sentence.span) for sentence in article.sentences] == ["Who pays? Nobody. So far"]


def test_sentences_stay_in_their_blocks() -> None:
    article = article_of("Bread and butter\nTea, and so on\nMilk. Eggs.")
    assert [sentence.block for sentence in article.sentences] == [0, 1, 2, 2]


def test_time_grows_with_the_text() -> None:
    assert len(article_of("It rained. “Why?” he asked. " * 20_000).sentences) == 40_000
