"""Minimal pairs besides those of the rules' own examples: other trades, other names, other words for saying."""

# ruff: noqa: E501
from __future__ import annotations

import datetime

import pytest

import linter

DATE = datetime.date(2019, 5, 14)

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
    (
        "quotes/unbalanced",
        'The captain said: "We turned back at noon.\n\nThe ship was towed to Vigo.',
        '"We',
        'The captain said: "We turned back at noon."\n\nThe ship was towed to Vigo.',
    ),
    (
        "quotes/unbalanced",
        "“No comment, said the coach.\n\nHe left by bus.",
        "“No",
        "“No comment,” said the coach.\n\nHe left by bus.",
    ),
    (
        "quotes/unattributed",
        'The hall was full on Sunday.\n\n"They took our pensions and gave us a calendar in return for them."\n\nThe hall closed at nine.',
        '"They took',
        'The hall was full on Sunday.\n\n"They took our pensions and gave us a calendar in return for them," said Ilse Brandt, a retired nurse.\n\nThe hall closed at nine.',
    ),
    (
        "quotes/unattributed",
        'The bridge has stood for a century. "Nobody will ever pull it down while we are alive to see it." It is of iron.',
        '"Nobody',
        'The bridge has stood for a century. "Nobody will ever pull it down while we are alive to see it," the mayor promised. It is of iron.',
    ),
    (
        "quotes/altered",
        '"We will fight this ruling in every court of the land," the lawyer said.\n\nHer words, "We will fight this ruling in every court of Europe", were cheered.',
        '"We will fight this ruling in every court of Europe"',
        '"We will fight this ruling in every court of the land," the lawyer said.\n\nHer words, "We will fight this ruling in every court of the land", were cheered.',
    ),
    (
        "quotes/scare-quotes",
        'The council has passed its "reform" of the bus lines.',
        '"reform"',
        'The council has passed what the mayor called its "reform" of the bus lines.',
    ),
    (
        "quotes/scare-quotes",
        'The "experts" on the panel left early.',
        '"experts"',
        "The experts on the panel left early.",
    ),
    (
        "quotes/scare-quotes",
        'Their "victory" cost them the ground they stood on.',
        '"victory"',
        "Their victory cost them the ground they stood on.",
    ),
    (
        "names/inconsistent-spelling",
        "The surgeon, Ngozi Adeyemi, operated for nine hours.\n\nDr. Adeyemmi slept until noon.",
        "Adeyemmi",
        "The surgeon, Ngozi Adeyemi, operated for nine hours.\n\nDr. Adeyemi slept until noon.",
    ),
    (
        "names/inconsistent-spelling",
        "Judge Rafael Etxeberria adjourned the trial.\n\nThe lawyers for both sides thanked Etxebarria.",
        "Etxebarria",
        "Judge Rafael Etxeberria adjourned the trial.\n\nThe lawyers for both sides thanked Etxeberria.",
    ),
    (
        "names/inconsistent-spelling",
        "The Lindqvist brewery was founded in 1880. The Lindquist brewery has 40 workers.",
        "Lindquist",
        "The Lindqvist brewery was founded in 1880. The Lindqvist brewery has 40 workers.",
    ),
    (
        "names/inconsistent-spelling",
        "Shells fell on Kostiantynivka at dawn. By noon, Kostyantynivka had no power.",
        "Kostyantynivka",
        "Shells fell on Kostiantynivka at dawn. By noon, Kostiantynivka had no power.",
    ),
    (
        "names/mixed-variant",
        "The train from Kyiv was late. In Kiev, the snow had stopped the trams. Kyiv has 200 trams.",
        "Kiev",
        "The train from Kyiv was late. In Kyiv, the snow had stopped the trams. Kyiv has 200 trams.",
    ),
    (
        "names/mixed-variant",
        "Ships leave Mumbai on Mondays. The harbour of Bombay is full. Mumbai is hot.",
        "Bombay",
        "Ships leave Mumbai on Mondays. The harbour of Mumbai is full. Mumbai is hot.",
    ),
    (
        "names/conflicting-title",
        "Defence Minister Kofi Mensah visited the front on Monday.\n\nInterior Minister Kofi Mensah flew home on Tuesday.",
        "Interior Minister",
        "Defence Minister Kofi Mensah visited the front on Monday.\n\nDefence Minister Kofi Mensah flew home on Tuesday.",
    ),
    (
        "names/conflicting-title",
        "Goran Ilić, the prosecutor, asked for ten years.\n\nThe defence lawyer, Goran Ilić, looked at his shoes.",
        "defence lawyer",
        "Goran Ilić, the prosecutor, asked for ten years.\n\nThe prosecutor, Goran Ilić, looked at his shoes.",
    ),
    (
        "names/conflicting-title",
        "Bishop Anselm Roth opened the fair.\n\nMayor Anselm Roth cut the cake.",
        "Mayor",
        "Bishop Anselm Roth opened the fair.\n\nBishop Anselm Roth cut the cake.",
    ),
    (
        "names/undefined-acronym",
        "The KVRF has asked for new trams.",
        "KVRF",
        "The Kotka Vehicle and Rail Forum (KVRF) has asked for new trams. The KVRF meets in May.",
    ),
    (
        "names/undefined-acronym",
        "Fighters of the ULDP held the dam, the army said.",
        "ULDP",
        "Fighters of the United Lake Defence Party, or ULDP, held the dam, the army said. The ULDP has 200 men.",
    ),
    (
        "names/bare-surname",
        "Okonkwo signed the lease on Tuesday, the notary said. Chidi Okonkwo had wanted the shop for years.",
        "Okonkwo",
        "Chidi Okonkwo signed the lease on Tuesday, the notary said. Okonkwo had wanted the shop for years.",
    ),
    (
        "names/bare-surname",
        "The penalty was taken by Halvorsen, and the goalkeeper did not move. The match ended at nine. Jonas Halvorsen is 19.",
        "Halvorsen",
        "The penalty was taken by Jonas Halvorsen, and the goalkeeper did not move. The match ended at nine. Halvorsen is 19.",
    ),
    (
        "headline/quote-mismatch",
        'Coach: "We were robbed"\n\nThe coach of Brno was angry after the match. "We were beaten," he said, and went to his bus.',
        '"We were robbed"',
        'Coach: "We were robbed"\n\nThe coach of Brno was angry after the match. "We were robbed," he said, and went to his bus.',
    ),
    (
        "headline/quote-mismatch",
        'Minister says tax is "a disgrace"\n\nThe finance minister, Ana Reis, spoke in Porto on Monday. She called the tax "a mistake" and promised a new law.',
        '"a disgrace"',
        'Minister says tax is "a disgrace"\n\nThe finance minister, Ana Reis, spoke in Porto on Monday. She called the tax "a disgrace" and promised a new law.',
    ),
    (
        "headline/unsupported-name",
        "Volvo to cut jobs in Ghent\n\nThe lorry maker will cut 200 jobs at its Belgian works, the company, Volvo, said on Monday. The works are at Oostakker, near Bruges.",
        "Ghent",
        "Volvo to cut jobs in Ghent\n\nThe lorry maker will cut 200 jobs at its Belgian works in Ghent, the company, Volvo, said on Monday.",
    ),
    (
        "headline/unsupported-name",
        "Nadia Petrova jailed for fraud\n\nA court in Plovdiv has sent a banker to prison for six years. She had forged 40 letters of credit.",
        "Nadia Petrova",
        "Nadia Petrova jailed for fraud\n\nA court in Plovdiv has sent Nadia Petrova, a banker, to prison for six years. She had forged 40 letters of credit.",
    ),
]
"""A rule, a text with a fault, the words at fault, and the text mended."""


def told(rule: str, text: str) -> list[str]:
    """The words that a rule reports."""
    report = linter.lint(text + "\n", path="article.txt", date=DATE)
    return [diagnostic.text for diagnostic in report.diagnostics if diagnostic.rule == rule]


@pytest.mark.parametrize(("rule", "bad", "words", "good"), PAIRS, ids=[f"{pair[0]}: {pair[2]}" for pair in PAIRS])
def test_the_fault_is_told_and_the_mended_text_is_left_alone(rule: str, bad: str, words: str, good: str) -> None:
    (reported,) = told(rule, bad)
    assert words in reported or reported in words
    assert told(rule, good) == []
