"""The voice of a place: the writer's, quoted, or reported."""

from __future__ import annotations

import pytest

from tests.annotation.helper import voice_of

VOICES = [
    ("Ruud said the plan was reckless.", "reckless", "reported", "Ruud"),
    ("The plan was reckless, Ruud said.", "reckless", "reported", "Ruud"),
    ("The plan was reckless.", "reckless", "writer", ""),
    ("“The plan is reckless,” Ruud said.", "reckless", "quoted", "Ruud"),
    ("“We pay. They reap,” Lena Ruud said. “It is unfair.”", "unfair", "quoted", "Lena Ruud"),
    ("Ruud’s remarks suggest a reckless plan.", "reckless", "writer", ""),
    ("Ruud said it would need consent, a rule that shows the delicate balance.", "delicate", "writer", ""),
    ("Ruud said it would need consent, a rule that shows the delicate balance.", "consent", "reported", "Ruud"),
    ("The city’s offer, as Ruud put it, is a bold step.", "bold", "writer", ""),
    ("The city’s offer, as Ruud put it, is a bold step.", "offer", "reported", "Ruud"),
    ("The plan, the mayor claimed, was safe.", "claimed", "writer", ""),
    ("The plan, the mayor claimed, was safe.", "was safe", "reported", "mayor"),
    ("The mayor claimed the plan was safe.", "claimed", "writer", ""),
    ("Ruud said that Berg claimed it was safe.", "was safe", "reported", "Berg"),
    ("The “reckless” plan was dropped.", "reckless", "writer", ""),
    ("Ruud did not say the plan was reckless.", "reckless", "writer", ""),
    ("According to the board, the plan is reckless.", "reckless", "reported", "board"),
    ("“We went up.\n“We were reckless,” Lena Ruud said.", "went", "quoted", "Lena Ruud"),
    ("Ruud said it rained. The plan was reckless.", "reckless", "writer", ""),
    ("It was reported that the plan was reckless.", "reckless", "reported", ""),
]


@pytest.mark.parametrize(("text", "words", "kind", "speaker"), VOICES, ids=lambda value: str(value)[:32])
def test_voice(text: str, words: str, kind: str, speaker: str) -> None:
    voice = voice_of(text, words)
    assert (voice.kind, voice.speaker) == (kind, speaker)
