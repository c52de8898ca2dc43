"""Sentences that look like a fault of time or fact and have none: no rule of these packs reports anything."""

from __future__ import annotations

import datetime

import pytest

import linter


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2026-05-20", "The siege ran from March 1943 to May 1945. It was ten years before the town was rebuilt."),
        ("2026-05-20", "He led the bank from 2001 to 2009. In his 20 years as a lawyer, he never lost a case."),
        ("2026-05-20", "She was mayor from 1990 to 1994. She served for three years on the council."),
        ("2026-05-20", "The plant ran from 1990 to 1994. It took two years to pull down."),
        ("2026-05-20", "Between 2010 and 2014 the fund spent 3 million. Over the next five years it will spend more."),
        ("2026-05-20", "The works run from 3 May to 9 June. They took three years to plan."),
        ("2026-05-20", "Eva Brun, 75, sang first. Her daughter was next. At 42, she is the youngest soloist."),
        ("2026-05-20", "Eva Brun, 75, was robbed at home. The 23-year-old was arrested on Friday."),
        ("2026-05-20", "Police arrested a man on Friday. Eva Brun, 75, saw it. The 23-year-old is to appear in court."),
        ("2026-05-20", "Eva Brun, 75, runs a mill with her son. He is 42."),
        ("2026-05-20", "Eva Brun, 75, was born in Molde. At 17, she left for Oslo."),
        ("2026-05-20", 'Eva Brun, 75, remembers the war. "At 17, she was brave," said a friend.'),
        ("2026-05-20", "Eva Brun (1950–2026) and her husband Karl, 80, ran the mill."),
        ("2026-05-20", "The mill fire of 1996 killed nine. The choir marks its 50th anniversary next week."),
        (
            "2026-05-20",
            "The club lost its ground in the flood of 1996. On Saturday it celebrates its 100th anniversary.",
        ),
        (
            "2026-05-20",
            (
                "The club was founded in 1926. After the fire of 1996 it moved, and on Saturday it "
                "celebrates its 100th anniversary."
            ),
        ),
        (
            "2026-05-20",
            "On the 20th anniversary of the attack, in 2021, the president spoke. The attack of 2001 killed 40.",
        ),
        (
            "2012-05-01",
            "The town will keep the 50th anniversary of the theatre, which opened in 1962 and was rebuilt in 1980.",
        ),
        (
            "2012-05-01",
            "A bank will mark the centenary of the birth of Ada Brun, who was born in 1912, died in 1990 and led it.",
        ),
        ("2026-05-20", "The zoo, which opened its aquarium in 1996, turns 100 this year."),
        ("2026-05-20", "Two years on, the case was closed. The library had shut in May 1999."),
        ("2026-05-20", "The library closed in May 1999. Two years later it reopened in a barn."),
        ("2026-05-20", "The library closed in May 1999 and two years on was sold."),
        ("2026-05-20", "Two years after Russia invaded Ukraine, Kyiv asked for jets. That was in 2024."),
        ("2026-05-20", "In 2015, ten years after Hurricane Katrina, he moved back."),
        ("2026-05-20", "The film is set in Kyiv, two years after Russia invaded Ukraine."),
        ("2026-05-20", "He retired in May 2019, having bought the mill two years ago."),
        ("2026-05-20", "Madrid and Barcelona agreed on a new railway, the Spanish government said."),
        ("2026-05-20", "Clubs from Milan and Madrid signed a treaty of friendship, the Italian minister said. "),
        ("2026-05-20", "Istanbul and Athens are linked by ferry, Turkish ministers said."),
        (
            "2026-05-20",
            "Since 24 March 2022, when Ukraine asked for jets, Russia's full-scale invasion of Ukraine has slowed.",
        ),
        ("2026-05-20", "He was born on 3 May 1950, the year the Korean War began."),
        ("2026-05-20", "On 3 May 2021, a year after the United Kingdom left the European Union, he sold eels."),
        ("2026-05-20", "He left Kyiv on 20 February 2022, days before Russia invaded Ukraine."),
        ("2026-05-20", "It was in March 2023 that she said that the United Kingdom left the European Union too early."),
        ("2026-05-20", "India became independent in 1947. Germany invaded Poland in 1939."),
        ("2026-05-20", "Three weeks into the tour, the singer fell ill. She had begun on 3 May 2019."),
        ("2026-05-20", "In the two years since, the club has won ten games. It moved on 3 May 2010."),
        ("2026-05-20", "In the four years since the Tokyo Olympics of 2021, the stadium has stood empty."),
        ("2026-05-20", "The ferry, built in 1970, has run for two years under a new owner."),
        ("2026-05-20", "The ferry, launched in 1970, has for two years been run by a new owner."),
        ("2026-05-20", "The company, founded in 1970, has been in Oslo for ten years."),
        ("2026-05-20", "The brewery, opened in 1970, has been closed for ten years."),
        ("2026-05-20", "The party, founded in 1970, has led the coalition for two years."),
        ("2026-05-20", "The church, closed in 1970, has been a library for ten years."),
        ("2026-05-20", "The bridge, opened on 3 May 1970, has been under repair for six months."),
        ("2026-05-20", "She has worked there since 1 February, and for ten years before that in Rome."),
        ("2026-05-20", "Boats of late design and people of late middle age sat on chairs of late Gothic make."),
        ("", "BERLIN, 3 May 2024 — A ship sank.\n\nUpdated 5 May 2024"),
        ("", "A boat has waited for 20 minutes by the time the gate opens. Bread is three days old when it is sold."),
        ("", "Two weeks into a pregnancy, the heart is a tube. Two hours into the film, the king dies."),
        ("", "The children's time is short; the workers' time cards in two weeks' worth of boxes."),
    ],
)
def test_likenesses_are_left_alone(date: str, text: str) -> None:
    day = datetime.date.fromisoformat(date) if date else None
    found = linter.lint(text, path="a.txt", date=day).diagnostics
    packs = ("timeline/", "facts/")
    assert [
        each.rule for each in found if each.rule.startswith(packs) and each.rule != "timeline/undated-article"
    ] == []
