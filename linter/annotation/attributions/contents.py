"""Which words of a sentence a verb of speech governs: where its statement begins and ends.

All offsets are indexes of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.annotation.attributions.clauses import Group, Phrase, phrase_after
from linter.annotation.attributions.cues import VerbForm
from linter.annotation.attributions.usage import ADDRESSED, COMMENTARY
from linter.annotation.grammar import (
    ADVERBIAL_STARTS,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    TIME_WORDS,
    is_adverb,
)
from linter.annotation.tokens import Token
from linter.annotation.verbs import WISHES

SUBJECTS = frozenset({"he", "she", "they", "we", "it"})
"""Pronouns that may be the subject of a clause without "that"."""

PERSONS = SUBJECTS - {"it"}

OBJECT_STARTS = DETERMINERS | {"nobody", "nothing", "no", "none"}

PARTICLES = frozenset({"away", "back", "down", "off", "out", "over", "up"})

POSSESSIVES = frozenset({"his", "her", "its", "their"})

CONCESSIVE = frozenset({"although", "though", "whereas", "while"})
"""Words that open what is said against something."""


def clause_follows(tokens: Sequence[Token], start: int, *, at_once: bool = False) -> bool:
    """Whether a statement begins at an index, or soon: "that", a quotation, a colon, or a clause of its own."""
    bare = start < len(tokens) and (tokens[start].text in PREPOSITIONS or is_adverb(tokens[start].text))
    if _has_plain_verb(tokens, start):
        return True
    for index in range(start, min(len(tokens), start + (6 if at_once else 14))):
        token = tokens[index]
        if token.kind == "quote" or token.text in (":", "that", "how", "why", "whether"):
            return index <= start + 6 or token.kind == "word"
        if token.kind == "stop" and token.text in ".,;()":
            return False
        if token.text in FINITE and index > start and not bare:
            return True
        if index == start and token.text in ("to", "responsibility", "credit", "victory") and index + 1 < len(tokens):
            return tokens[start - 1].text.startswith("claim") and not tokens[index + 1].capital
    return False


def _has_plain_verb(tokens: Sequence[Token], start: int) -> bool:
    """Whether a pronoun, or a determiner and a noun, stands at an index before a past tense: "it drowned his"."""
    near = tokens[start : start + 5]
    if len(near) < 3 or any(token.kind != "word" for token in near[:3]):
        return False
    verb = 1 if near[0].text in SUBJECTS else 2
    if (verb == 2 and near[0].text not in ("the", *POSSESSIVES)) or not _is_past(near[verb]):
        return False
    place = verb + 2 if len(near) > verb + 1 and near[verb + 1].text in PARTICLES else verb + 1
    after = near[place].text if len(near) > place else ""
    return near[0].text in PERSONS or after in OBJECT_STARTS


def _is_past(token: Token) -> bool:
    return not token.capital and len(token.text) > 4 and token.text.endswith("ed")


def quoted_or_comma_before(tokens: Sequence[Token], index: int) -> bool:
    """Whether a quotation, a comma or "as" stands before an index, adverbs aside."""
    while index > 0 and is_adverb(tokens[index - 1].text):
        index -= 1
    return (
        index == 0
        or tokens[index - 1].kind == "quote"
        or tokens[index - 1].text in (",", "as", "so", "?", "!", "—", "–", "-")
    )


def trails(tokens: Sequence[Token], group: Group, form: VerbForm, source: Phrase, inverted: bool) -> bool:
    """Whether the statement stands before: "…, he said", "…, said the mayor"."""
    if inverted:
        return quoted_or_comma_before(tokens, group.verb)
    if source.first == 0 or source.first >= group.verb or _left_stop(tokens, source.first) is None:
        return False
    region = region_after(tokens, group.end)
    if not region:
        return True
    first = region[0]
    if form.verb in ADDRESSED:
        return not any(token.text in FINITE or token.text == "that" or token.kind == "quote" for token in region)
    if any(token.text == "that" or token.kind == "quote" for token in region) or first.kind != "word":
        return False
    return first.text in ADVERBIAL_STARTS or is_adverb(first.text) or first.text in TIME_WORDS


def _left_stop(tokens: Sequence[Token], first: int) -> int | None:
    """Index of the comma, dash or quotation right before a subject ("as he said" counts), or None."""
    index = first - 1
    if index >= 0 and tokens[index].text == "as":
        index -= 1
    if index >= 0 and (tokens[index].kind == "quote" or tokens[index].text in (",", "—", "–", "--", "?", "!")):
        return index
    return None


def region_after(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """The tokens from an index to the next stop."""
    end = start
    while end < len(tokens) and not (tokens[end].kind == "stop" and tokens[end].text in ".,;:—–)?!"):
        end += 1
    return tokens[start:end]


def content_of(tokens: Sequence[Token], group: Group, form: VerbForm, source: Phrase, inverted: bool) -> Phrase | None:
    """The statement of a verb: what stands before it where it trails, else what follows it."""
    if trails(tokens, group, form, source, inverted):
        return _content_before(tokens, group, source, inverted)
    start = content_start(tokens, group.end, form.verb)
    end = content_end(tokens, start, wish=form.verb in WISHES)
    return Phrase(start, end) if start < end else None


def _content_before(tokens: Sequence[Token], group: Group, source: Phrase, inverted: bool) -> Phrase | None:
    left = group.verb if inverted else source.first
    as_he = left > 0 and tokens[left - 1].text == "as"
    stop = left - 1 if as_he else left
    while stop > 0 and tokens[stop - 1].kind == "stop" and tokens[stop - 1].text in ",—–-":
        stop -= 1
    after = max(source.end, group.end)
    after += len(region_after(tokens, after))
    if stop <= 0 and after < len(tokens):
        return Phrase(after + 1, len(tokens)) if after + 1 < len(tokens) else None
    if not as_he and after + 1 < len(tokens) and tokens[after].text in ",:—–":
        after_quotation = inverted or tokens[left - 1].kind == "quote"
        if tokens[after + 1].kind == "quote" or (not after_quotation and resumes(tokens[after + 1])):
            return Phrase(0, content_end(tokens, after + 1))
    return Phrase(0, stop) if stop > 0 else None


def resumes(token: Token) -> bool:
    """Whether a statement that was broken off goes on with this token."""
    return not (
        token.text in COORDINATORS or token.text in ("who", "which", "as", "while") or token.text.endswith("ing")
    )


def content_start(tokens: Sequence[Token], start: int, verb: str) -> int:
    """Where a statement after its verb begins."""
    for index in range(start, min(len(tokens), start + 16)):
        token = tokens[index]
        if token.text in ("that", ":") or (token.kind == "quote" and verb not in ("call", "describe")):
            return index if token.kind == "quote" else index + 1
        if token.text in FINITE or (token.kind == "stop" and token.text in ".;,"):
            break
    if verb in ADDRESSED:
        addressed = phrase_after(tokens, start)
        return start + 1 if addressed is None or addressed.end - addressed.first > 4 else addressed.end
    while start < len(tokens) and (tokens[start].text in TIME_WORDS or is_adverb(tokens[start].text)):
        start += 1
    return start


def content_end(tokens: Sequence[Token], start: int, *, wish: bool = False) -> int:
    """Where a statement ends: with its sentence, or where the writer takes the word again.

    A wish ends where something is said against it: "ordered a pump, although the cellar will …".
    """
    for index in range(start + 1, len(tokens) - 1):
        if tokens[index].kind != "stop" or tokens[index].text not in ",—–":
            continue
        if _is_commentary(tokens, index + 1) or (wish and tokens[index + 1].text in CONCESSIVE):
            return index
    return len(tokens) - (1 if tokens and tokens[-1].text in ".?!" else 0)


def _is_commentary(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].text
    if word in COMMENTARY:
        return True
    if word in ("a", "an"):
        relative = next(
            (
                i
                for i in range(index + 1, min(len(tokens), index + 6))
                if tokens[i].kind != "word" or tokens[i].text in ("that", "which")
            ),
            None,
        )
        return relative is not None and tokens[relative].kind == "word" and relative > index + 1
    if word == "in" and index + 1 < len(tokens):
        return tokens[index + 1].text in ("a", "an", "what")
    return False
