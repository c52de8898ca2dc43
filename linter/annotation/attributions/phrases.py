"""Readings of cues that are no verbs: phrases, nouns, colons.

All offsets are indexes of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.annotation.attributions.clauses import Phrase, phrase_after, phrase_before
from linter.annotation.attributions.contents import content_end, resumes
from linter.annotation.attributions.cues import RECKONED
from linter.annotation.attributions.readings import Reading, clause_start
from linter.annotation.attributions.usage import LABELS
from linter.annotation.grammar import COORDINATORS, DETERMINERS, POSSESSIVE_PRONOUNS, SUBJECT_PRONOUNS
from linter.annotation.tokens import Token

BEFORE_ADJECTIVES = DETERMINERS - SUBJECT_PRONOUNS

FINDINGS = frozenset("analysis data evidence information polling research testimony".split())
"""What is found out, told with no article: "according to data from the land registry"."""


def read_before(tokens: Sequence[Token], first: int, end: int, phrase: str) -> Reading | None:
    """ "according to X": the source follows, the statement is the rest of the sentence."""
    source = phrase_after(tokens, end, bare=end < len(tokens) and tokens[end].text in FINDINGS)
    if source is None:
        return None
    if first == 0 or all(token.kind == "stop" or token.text in COORDINATORS for token in tokens[:first]):
        comma = next((i for i in range(source.end, len(tokens)) if tokens[i].text == ","), source.end)
        content = Phrase(comma + 1, len(tokens)) if comma + 1 < len(tokens) else None
    else:
        stop = first
        while stop > 0 and tokens[stop - 1].kind == "stop":
            stop -= 1
        after = source.end + 1
        goes_on = (
            tokens[first - 1].text == ","
            and after < len(tokens)
            and tokens[after - 1].text == ","
            and resumes(tokens[after])
        )
        content = Phrase(0, content_end(tokens, after)) if goes_on else Phrase(0, stop)
    return Reading(first, end, source, content, phrase)


def read_after(tokens: Sequence[Token], index: int) -> Reading | None:
    """ "in X's words", "by the club's own count"."""
    owner_end = index - 1 if index and tokens[index - 1].text == "own" else index
    if owner_end < 2:
        return None
    owner = tokens[owner_end - 1]
    if not (owner.text.endswith(("'s", "s'")) or owner.text in POSSESSIVE_PRONOUNS or owner.text == "'"):
        return None
    first = owner_end - 1
    while (
        first > 0
        and tokens[first - 1].kind == "word"
        and tokens[first - 1].text not in ("in", "by", "on", "from", "to", "of", "and", "for", "with", "at")
    ):
        first -= 1
    if first == 0 or tokens[first - 1].text not in ("in", "by", "on", "to"):
        return None
    if (
        tokens[index].text in ("account", "estimate", "count", "tally", "telling", "reckoning", *RECKONED)
        and tokens[first - 1].text != "by"
    ):
        return None
    start = first - 1
    comma = index + 1 < len(tokens) and tokens[index + 1].text == ","
    content = (
        Phrase(index + 2, len(tokens))
        if comma and index + 2 < len(tokens) and start == 0
        else Phrase(0, start)
        if start
        else None
    )
    return Reading(start, index + 1, Phrase(first, owner_end), content, tokens[index].text)


def read_noun(tokens: Sequence[Token], index: int) -> Reading | None:
    """ "X's claim that", "the claim by X that"."""
    after = index + 1
    source = None
    if after < len(tokens) and tokens[after].text in ("by", "from", "of"):
        source = phrase_after(tokens, after + 1)
        after = source.end if source else after
    if after >= len(tokens) or tokens[after].text != "that":
        return None
    if source is None:
        source = _owner(tokens, index)
    return (
        Reading(index, index + 1, source, Phrase(after + 1, content_end(tokens, after + 1)), tokens[index].text)
        if source
        else None
    )


def _owner(tokens: Sequence[Token], index: int) -> Phrase | None:
    for place in range(index - 1, max(-1, index - 4), -1):
        token = tokens[place]
        if token.kind != "word":
            return None
        if token.text in POSSESSIVE_PRONOUNS:
            return Phrase(place, place + 1)
        if token.text.endswith(("'s", "s'")):
            return phrase_before(tokens, place + 1)
    return None


def read_put(tokens: Sequence[Token], index: int, end: int) -> Reading | None:
    """ "as X put it": the statement is the clause before it; "X would have it that": the one after."""
    source = phrase_before(tokens, index)
    if source is not None and tokens[index].text == "would" and end + 1 < len(tokens) and tokens[end].text == "that":
        return Reading(index, end, source, Phrase(end + 1, content_end(tokens, end + 1)), "have it", "doubting")
    if source is None or source.first == 0 or tokens[source.first - 1].text != "as":
        return None
    stop = source.first - 1
    while stop > 0 and tokens[stop - 1].kind == "stop":
        stop -= 1
    content = Phrase(0, stop) if stop else Phrase(min(end + 1, len(tokens)), len(tokens))
    return Reading(index, end, source, content if content.first < content.end else None, "put it")


def read_agentless(tokens: Sequence[Token], index: int, end: int, word: str) -> Reading | None:
    """ "reportedly": a statement given to nobody."""
    adjective = end < len(tokens) and tokens[index - 1].text in BEFORE_ADJECTIVES if index else False
    return None if adjective else Reading(index, end, None, Phrase(0, content_end(tokens, 0)), word)


def read_colon(tokens: Sequence[Token], index: int) -> Reading | None:
    """ "Rubio: I am not interested", "The manager has one condition: “The doors stay shut.”" """
    quoted = index + 1 < len(tokens) and tokens[index + 1].kind == "quote"
    named = 0 < index <= 5 and all(token.is_name for token in tokens[:index])
    if named and tokens[0].text in LABELS:
        return None
    if not (quoted or named) or index + 1 >= len(tokens):
        return None
    source = Phrase(0, index) if named else clause_start(tokens, index)
    return Reading(index, index + 1, source, Phrase(index + 1, len(tokens)), ":") if source else None
