"""The check kinds behind the rules about names, by the shipped rules, on texts of their own."""

from __future__ import annotations

import datetime

import pytest

import linter

FAULTS = {
    "names/inconsistent-spelling": [
        ("The rower Marek Dvorsky won silver. The crowd sang for Dvorski until midnight.", "Dvorski"),
        ("Patients walk to the clinic in Tshikapala. The road to Tshikapla is wet.", "Tshikapla"),
        ("Catherine Holt, the vicar, rang the bell. On Sunday Katherine Holt will ring it.", "Katherine"),
        ("Ferries of the Corvina Line lay still. The Corvena Line blamed the wind.", "Corvena"),
    ],
    "names/mixed-variant": [
        ("The market in Kharkiv is open. Trains from Kharkov were late, and Kharkiv waited.", "Kharkov"),
        ("Alexander Lukashenko spoke. Mr. Lukashenka left. Lukashenko will be back.", "Lukashenka"),
    ],
    "names/conflicting-title": [
        ("Police chief Omar Sy spoke. Fire chief Omar Sy had soot on his face.", "Fire chief"),
        ("The mayor of Lund, Eva Berg, was there. The governor, Eva Berg, came late.", "The governor"),
    ],
    "names/undefined-acronym": [
        ("Three engineers from the GBTU looked at the crack.", "GBTU"),
        ("BDU Chairman Ida Holt said no. The strike goes on.", "BDU"),
    ],
    "names/bare-surname": [
        ("The bridge will hold, Lindqvist told the council.", "Lindqvist"),
        ("The roof was drawn by Bjerregaard, an architect from Aarhus.", "Bjerregaard"),
    ],
}
CLEAN = {
    "names/inconsistent-spelling": [
        "Maria Ivanova and Pavel Ivanov won the pairs. Ivanov fell once; Ivanova did not.",
        "David Cameron flew to Cameroon on Monday. Cameron will stay a week.",
        "Peter Brown met Karen Browne. Brown sold her a goat, and Browne sold it back.",
    ],
    "names/mixed-variant": [
        "Mumbai has a new mayor. The Bombay Stock Exchange fell.",
        "Kyiv was taken in 1943. Kiev in that year had lost half its people.",
        '"I was born in Saigon," said a singer in Ho Chi Minh City.',
    ],
    "names/conflicting-title": [
        "Defence Secretary Ann Poe spoke. Ann Poe, the defense minister, left.",
        "Health Minister Ida Dahl resigned. Ida Dahl was named ambassador on Friday.",
    ],
    "names/undefined-acronym": [
        "In Scene IV the fund paid NOK 500 for an AK-47.",
        "Doctors met at the World Health Organization. The WHO has a plan.",
        "The broadcaster ZTR was there.",
    ],
    "names/bare-surname": [
        "Volvo said that it would pay. Moscow said no. Residents said nothing.",
        "Mr. Berg was late. Tom Berg, 40, drives the bus.",
        "Pope Francis waved. Picasso would have liked it.",
    ],
}


def found(rule: str, text: str) -> list[str]:
    """The words that a rule reports in a text below a headline."""
    report = linter.lint(f"News of the harbour\n\n{text}", path="a.txt", date=datetime.date(2014, 5, 6))
    return [each.text for each in report.diagnostics if each.rule == rule]


@pytest.mark.parametrize(("rule", "text", "words"), [(r, *case) for r, cases in FAULTS.items() for case in cases])
def test_a_fault_is_reported_once(rule: str, text: str, words: str) -> None:
    assert found(rule, text) == [words]


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in CLEAN.items() for text in texts])
def test_what_is_in_order(rule: str, text: str) -> None:
    assert found(rule, text) == []


@pytest.mark.parametrize(
    ("headline", "body", "words"),
    [
        (
            "Lisbon Trams Stop for a Cat",
            "The trams of Porto stopped for a cat on Monday, and the driver got out.",
            ["Lisbon"],
        ),
        ("Storm closes bridge to Tromsø", "The bridge to Harstad was closed on Monday because of a storm.", ["Tromsø"]),
        ("French win ski race", "The team from France won the ski race, two minutes before the rest of them.", []),
        ("UK to sell two ferries", "The United Kingdom will sell two of its old ferries before the summer.", []),
    ],
)
def test_names_of_the_headline(headline: str, body: str, words: list[str]) -> None:
    report = linter.lint(f"{headline}\n\n{body}", path="a.txt", date=datetime.date(2014, 5, 6))
    assert [each.text for each in report.diagnostics if each.rule == "headline/unsupported-name"] == words
