"""Minimal pairs besides those of the rules' own examples: other trades, other names."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.evaluation.pairs import told

PAIRS = [
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


@pytest.mark.parametrize(("rule", "bad", "words", "good"), PAIRS, ids=[f"{pair[0]}: {pair[2]}" for pair in PAIRS])
def test_the_fault_is_told_and_the_mended_text_is_left_alone(rule: str, bad: str, words: str, good: str) -> None:
    (reported,) = told(rule, bad)
    assert words in reported or reported in words
    assert told(rule, good) == []
