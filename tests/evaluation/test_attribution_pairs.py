"""Minimal pairs on attribution besides those of the rules' own examples: other trades, other words for saying."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.evaluation.pairs import told

PAIRS = [
    (
        "attribution/anonymous-source",
        "Two people briefed on the merger said the chairman would go before Easter.",
        "Two people",
        "Two people briefed on the merger, who were not authorised to speak in public, said the chairman would go before Easter.",
    ),
    (
        "attribution/anonymous-source",
        "The verdict came as no shock to the family, a relative told the paper.",
        "a relative",
        "The verdict came as no shock to the family, a relative told the paper, asking not to be named for fear of reprisals.",
    ),
    (
        "attribution/anonymous-source",
        "A Western diplomat described the talks as frozen.",
        "A Western diplomat",
        "Ambassador Lise Holm described the talks as frozen.",
    ),
    (
        "attribution/anonymous-source",
        "The striker has agreed terms with Ajax, according to an insider.",
        "an insider",
        "The striker has agreed terms with Ajax, according to his agent, Rui Paz.",
    ),
    (
        "attribution/anonymous-source",
        '"We ran out of gloves in March," said a nurse at the clinic.',
        "a nurse",
        '"We ran out of gloves in March," said Mia Holt, a nurse at the clinic.',
    ),
    (
        "attribution/anonymous-source",
        "A senior officer confirmed that the barracks had been emptied.",
        "A senior officer",
        "Colonel Petra Vance confirmed that the barracks had been emptied.",
    ),
    (
        "attribution/unsourced-figure",
        "The factory throws away 37 percent of its tomatoes.",
        "37 percent",
        "The factory throws away 37 percent of its tomatoes, according to its yearly report.",
    ),
    (
        "attribution/unsourced-figure",
        "Cases of measles have risen by 61% since 2012.",
        "61%",
        "Cases of measles have risen by 61% since 2012, figures from the health institute show.",
    ),
    (
        "attribution/unsourced-figure",
        "Nearly one in six apprentices leaves before the second year.",
        "one in six",
        "Nearly one in six apprentices leaves before the second year, the chamber of crafts reported.",
    ),
    (
        "attribution/unnamed-outlet",
        "The winger hinted at a move in an interview.",
        "in an interview",
        "The winger hinted at a move in an interview with Marca on Friday.",
    ),
    (
        "attribution/unnamed-outlet",
        "The judge was bribed, media reports say.",
        "media reports",
        "The judge was bribed, reports in Le Monde and El País say.",
    ),
    (
        "attribution/unnamed-outlet",
        '"We shall appeal," the lawyer told journalists.',
        "told journalists",
        '"We shall appeal," the lawyer told journalists outside the court in Split on Monday.',
    ),
    (
        "attribution/unnamed-outlet",
        "According to press reports, the yacht was insured twice.",
        "press reports",
        "According to the Cork Examiner, the yacht was insured twice.",
    ),
    (
        "attribution/unnamed-outlet",
        'The minister called the strike "a nuisance" in a television appearance.',
        "in a television appearance",
        'The minister called the strike "a nuisance" in a television appearance on RTÉ.',
    ),
    (
        "attribution/unattributed-prediction",
        "The dollar will almost certainly fall again before the summer.",
        "will almost certainly",
        "The dollar will almost certainly fall again before the summer, said Anna Roth, an economist at the Landesbank.",
    ),
    (
        "attribution/unattributed-prediction",
        "The merger is bound to cost hundreds of workers their jobs.",
        "is bound to",
        "The merger will cost 300 workers their jobs, the company said.",
    ),
    (
        "attribution/unattributed-prediction",
        "The club looks set to lose its captain in January.",
        "looks set to",
        "The club expects to lose its captain in January, its director, Ole Lind, said.",
    ),
    (
        "attribution/unattributed-prediction",
        "The rebels are likely to retake the bridge within days.",
        "are likely to",
        "The rebels are likely to retake the bridge within days, the ministry of defence in Juba said.",
    ),
    (
        "attribution/unattributed-prediction",
        "Rents in the old town are expected to double.",
        "are expected to double",
        "The tenants, asked by the union in April, expect rents in the old town to double.",
    ),
    (
        "attribution/unattributed-prediction",
        "A second wave of redundancies seems inevitable.",
        "seems inevitable",
        "A second wave of redundancies is planned for 1 June, under the contract signed in March.",
    ),
    (
        "attribution/universal-negative",
        "No one has ever been convicted of the murders.",
        "No one",
        "No one has been convicted of the murders, the state archive of Graz found in a search of all verdicts since 1950.",
    ),
    (
        "attribution/universal-negative",
        "There is no proof that the drug works in children.",
        "no proof",
        "There is no proof that the drug works in children, the medicines agency concluded.",
    ),
    (
        "attribution/universal-negative",
        "Not one of the candidates has disclosed a donation.",
        "Not one",
        "Not one of the candidates has disclosed a donation, according to the electoral commission.",
    ),
    (
        "attribution/universal-negative",
        "The firm has never been fined.",
        "never",
        "The firm has never been fined, its spokesman, Hugo Lenz, said.",
    ),
    (
        "attribution/unsourced-claim",
        "The reform has weakened the courts more than any war.",
        "weakened",
        "The reform has weakened the courts, the bar association says.",
    ),
    (
        "attribution/unsourced-claim",
        "The army is losing ground because its officers are corrupt.",
        "because",
        "The army is losing ground because its officers are corrupt, a parliamentary committee found.",
    ),
    (
        "attribution/unsourced-claim",
        "The takeover was driven by fear of a Chinese rival.",
        "driven by",
        "The takeover was driven by fear of a Chinese rival, the chairwoman, Rosa Lind, told shareholders.",
    ),
    (
        "attribution/escalation",
        "The mill might close next year, the owner said.\n\nThe weather was fine.\n\nThe closure of the mill will leave 90 people without work.",
        "The closure of the mill",
        "The mill might close next year, the owner said.\n\nThe weather was fine.\n\nIf the mill were closed, 90 people would be left without work.",
    ),
    (
        "attribution/escalation",
        "Prosecutors suspect that the banker moved the money to Cyprus.\n\nHe has denied it.\n\nThe fact that the banker moved the money to Cyprus has angered savers.",
        "The fact that",
        "Prosecutors suspect that the banker moved the money to Cyprus.\n\nHe has denied it.\n\nThe suspicion that the banker moved the money to Cyprus has angered savers.",
    ),
]
"""A rule, a text with a fault, the words at fault, and the text mended."""


@pytest.mark.parametrize(("rule", "bad", "words", "good"), PAIRS, ids=[f"{pair[0]}: {pair[2]}" for pair in PAIRS])
def test_the_fault_is_told_and_the_mended_text_is_left_alone(rule: str, bad: str, words: str, good: str) -> None:
    (reported,) = told(rule, bad)
    assert words in reported or reported in words
    assert told(rule, good) == []
