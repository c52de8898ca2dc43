"""What things are taken up from the sentence before, and what they are told to be by a name or a rank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.infer.speech.certainty import Wording

TAKEN_UP = lazy_pattern(
    r"(?:[Ii]t|[Tt]h(?:is|at|ey|ese|ose)|[Tt]he(?: [a-z][\w-]+){1,2}) "
    r"(?:may|might|could|can|is|are|was|were|seems?|appears?)\b"
)
"""A sentence whose subject stands for something in the one before."""

IDENTITY = lazy_pattern(r"\b(?:be|(?:is|was) (?:perhaps|possibly|probably)) ?(?:an? )?$")
"""The end of a doubting phrase that doubts what something is."""

IDENTIFIED = lazy_pattern(r"\b[Tt]he (?P<name>(?:[A-Z][\w'-]+ )+)(?P<noun>[a-z][\w-]+)")
"""A thing told by a name: "the Hals portrait"."""

NAMED_ALONE = lazy_pattern(r"\b[Tt]he (?P<name>[A-Z][\w'-]+)(?= (?:will|is|was|has|had|goes|went|hangs|hung|sold)\b)")
"""A thing told by its maker's name and no more: "the Hals will hang in the hall"."""


RANKED = lazy_pattern(
    r"\b[Tt]he (?P<rank>[a-z]{2,}est) (?:[a-z][\w-]* ){1,3}?"
    r"(?P<place>(?:in|of|on) (?:the )?[\w'-]+(?: [A-Z][\w'-]+)*)\b"
    r"(?! (?:ever|known|so far|to date|until|yet)\b)"
)
"""A thing told by its rank: "the oldest bridge in Wales"."""

SET_ALIGHT = lazy_pattern(r"\bset (?P<what>(?:[\w'-]+ ){0,5}?)(?:ablaze|afire|alight|on fire)\b")
"""A verb in two parts, of which the second tells what happens."""

ON_PURPOSE = lazy_pattern(
    r"\b(?:fire|blaze) (?:(?:has|had|have|may|might|could|was|been|be|is) ){1,3}"
    r"(?:(?:lit|set|started) (?:deliberately|intentionally|on purpose)|"
    r"(?:deliberately|intentionally) (?:lit|set|started))"
)
"""A fire told to be somebody's work."""

NO_MORE = lazy_pattern(
    r"\bnot (?:to )?(?:(?:be|come|go) back|(?:carry|go) on|continue|return|"
    r"(?:fight|play|race|ride|run|serve|sing|stand)(?: again\b| (?:for|in) (?:re-?election|another)\b))"
)
"""Leaving, told by what will be no more."""

LONE = lazy_pattern(
    r"(?:(?:the|his|her|its|their) )?(?:(?:approaching|coming|imminent|impending|looming) )?[a-z-]+", re.IGNORECASE
)
"""What happens, told by a noun and no more: "the strike", "the coming eruption", "her departure"."""


def is_event(stems: Iterable[str]) -> bool:
    """Whether one of the stems is that of a family: a verb and the noun for what it tells."""
    return any(each.startswith("+") for each in stems)


def taken_up(article: Article, index: int, *, bare: bool = False) -> str:
    """The sentence before, in the same paragraph, where this one speaks of a thing there as "it" or "the picture".

    What is `bare` ("she could not exclude poison") is about what the sentence before is about, whatever its paragraph.
    """
    before, sentence = article.sentences[max(0, index - 1)], article.sentences[index]
    taken = before.block == sentence.block and TAKEN_UP.match(article.plain_words(sentence.span))
    goes_on = article.block_of(before).kind == "paragraph" if bare else taken
    return article.plain_words(before.span) if goes_on else ""


def in_one_word(text: str) -> str:
    """The text with verbs in several parts told by the one that counts: "set the barn on fire" as "alight the barn"."""
    told = SET_ALIGHT.sub(lambda found: f"alight {found['what']}".rstrip(), text) if "set " in text else text
    told = NO_MORE.sub("leave", told) if "not " in told else told
    return ON_PURPOSE.sub("arson", told) if "fire " in told or "blaze " in told else told


def ranked(text: str, wording: Wording) -> Iterator[tuple[tuple[int, int], frozenset[str], frozenset[str]]]:
    """Things told by their rank: where they stand in a text, the stem of the rank, and with it those of the place."""
    for found in RANKED.finditer(text):
        rank = frozenset(wording.stems(found["rank"]))
        told = rank | {*wording.stems(found["place"])}
        if rank < told:
            yield found.span(), rank, told


def identified(text: str, wording: Wording) -> Iterator[tuple[tuple[int, int], frozenset[str], frozenset[str]]]:
    """Things told by a name: where they stand in a text, the stems of the name, and those of all the words."""
    for found in IDENTIFIED.finditer(text):
        name = frozenset(wording.stems(found["name"]))
        told = name | {*wording.stems(found["noun"])}
        if name < told:
            yield found.span(), name, told
    for found in NAMED_ALONE.finditer(text):
        name = frozenset(wording.stems(found["name"]))
        if name:
            yield found.span(), name, name
