"""Reading a verb of speech in its clause: its auxiliaries, its subject, and on which side its statement stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from linter.annotation.attributions.cues import AGENTLESS, AMOUNTS, COMPARING, VerbForm
from linter.annotation.grammar import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
)  # fmt: skip
from linter.annotation.tokens import Token

LONGEST_PHRASE = 16
"""Tokens of a noun phrase that are looked at."""

INSIDE_PHRASES = frozenset("of for from with at in on by".split())
"""Prepositions that may stand inside a noun phrase."""

NO_NOUNS = PREPOSITIONS | COORDINATORS | SUBORDINATORS
"""Words with which no noun phrase ends."""

NO_STARTS = SUBORDINATORS - {"that", "one"}
"""Words with which no noun phrase begins."""

NOUNS_IN_LY = frozenset("anomaly bully butterfly daily elderly monopoly monthly quarterly rally supply weekly".split())
"""Nouns that look like adverbs."""

PRONOUNS = SUBJECT_PRONOUNS - DETERMINERS
"""Words that are a noun phrase of their own."""

BREAKS = SUBORDINATORS | FINITE | {"but", "or", "who", "about", "during", "after", "before"}
"""Words before which a noun phrase ends."""

OUTSIDE_PHRASES = PREPOSITIONS - INSIDE_PHRASES

BOUNDS = SUBORDINATORS | FINITE | {"or", "but", "nor", "yet", "to", "who", "not"}
"""Words after which a noun phrase begins."""

TAKING_TO = frozenset("close adviser advisor aide ambassador assistant secretary envoy counsel heir privy next".split())
"""Words inside a noun phrase that "to" follows: "a source close to the talks"."""


class Group(Struct, frozen=True):
    """A verb with its auxiliaries: indexes of its first token, of the verb itself and past the verb."""

    first: int
    verb: int
    end: int
    passive: bool
    modal: bool
    negated: bool
    infinitive: bool


class Phrase(Struct, frozen=True):
    """A noun phrase: indexes of its first token and past its last."""

    first: int
    end: int


def verb_group(tokens: Sequence[Token], verb: int, end: int, form: VerbForm) -> Group:
    """The verb at an index with the auxiliaries and adverbs to its left."""
    first = verb
    while first > 0 and (_is_auxiliary(tokens[first - 1]) or _is_adverb(tokens, first - 1)):
        first -= 1
    while first < verb and is_adverb(tokens[first].text) and tokens[first].text not in NEGATIONS:
        first += 1
    words = [token.text for token in tokens[first:verb]]
    last = next((word for word in reversed(words) if not is_adverb(word) and word not in NEGATIONS), "")
    return Group(
        first=first,
        verb=verb,
        end=end,
        passive=last in BE and form.form in ("past", "participle"),
        modal=any(word in MODALS for word in words),
        negated=any(word in NEGATIONS or word.endswith("n't") or word == "cannot" for word in words),
        infinitive="to" in words and last in ("to", "be", "have"),
    )


def _is_auxiliary(token: Token) -> bool:
    return token.kind == "word" and (token.text in AUXILIARIES or token.text in NEGATIONS or token.text.endswith("n't"))


def _is_adverb(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    return token.kind == "word" and not token.capital and is_adverb(token.text) and index > 0


def past_adverbs(tokens: Sequence[Token], end: int) -> int:
    """The index past the subject of a verb group that begins at an index: "she also | said", not "the daily | said".

    "Reportedly" stays: whoever "reportedly said" something is not known to have said it.
    """
    while end > 1 and _is_adverb(tokens, end - 1) and tokens[end - 1].text not in (*NOUNS_IN_LY, *AGENTLESS):
        if tokens[end - 2].text in DETERMINERS and tokens[end - 2].text not in SUBJECT_PRONOUNS:
            break
        end -= 1
    return end


def is_noun(tokens: Sequence[Token], group: Group, form: VerbForm) -> bool:
    """Whether the form stands where a noun or an adjective stands: "the report", "of claims", "an expected rise"."""
    if group.first != group.verb or group.verb == 0:
        return form.form == "base" and group.verb == 0
    before = tokens[group.verb - 1]
    if before.kind != "word":
        return False
    if (before.text in DETERMINERS and before.text not in SUBJECT_PRONOUNS) or (
        before.text.endswith(("'s", "s'")) and before.text != "let's"
    ):
        return True
    if before.text in ("the", "a", "an"):
        return True
    return (
        before.text in PREPOSITIONS and form.form in ("base", "third") and before.text not in ("to", "since", "after")
    )


def phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase that ends before an index, or None; one in brackets of commas is stepped over."""
    if end <= 0:
        return None
    last = tokens[end - 1]
    if last.kind == "stop" and last.text in ",)—–-":
        return _before_aside(tokens, end - 1)
    if last.kind != "word" or last.text in NO_NOUNS:
        return None
    first = end - 1
    while first > 0 and end - first < LONGEST_PHRASE and not _bounds(tokens, first - 1):
        first -= 1
    return _trimmed(tokens, first, end)


def _bounds(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token cannot be part of the noun phrase that follows it."""
    token = tokens[index]
    if token.kind != "word":
        return True
    if token.text in BOUNDS:
        return not (token.text == "to" and index and tokens[index - 1].text in TAKING_TO)
    following = tokens[index + 1]
    if token.text in SUBJECT_PRONOUNS and following.text not in PREPOSITIONS and token.text not in DETERMINERS:
        return True
    return token.text == "and" and not _joins_nouns(tokens, index)


def _joins_nouns(tokens: Sequence[Token], index: int) -> bool:
    before, after = tokens[index - 1], tokens[index + 1]
    if index == 0 or before.kind != "word":
        return False
    return before.capital == after.capital or after.text in DETERMINERS


def _trimmed(tokens: Sequence[Token], first: int, end: int) -> Phrase | None:
    """Leave out what leads to a noun phrase: "On Tuesday", "In a statement", "Meanwhile", a verb."""
    start = first
    for index in range(first, end):
        word, previous = tokens[index].text, tokens[index - 1].text if index > first else ""
        starts = _may_begin(tokens[index]) and previous not in PREPOSITIONS and previous not in DETERMINERS
        if _is_verbish(tokens, index, first) and index + 1 < end:
            start = index + 1
        elif (word in PREPOSITIONS or is_adverb(word) or word in ("and",)) and index == start:
            start = index + 1
            if word in PREPOSITIONS:
                start = _past_adverbial(tokens, index + 1, end)
        elif starts and index < start:
            continue
    return Phrase(start, end) if start < end else None


def _past_adverbial(tokens: Sequence[Token], index: int, end: int) -> int:
    """The start of the noun phrase that follows "on Tuesday", "in a statement"."""
    if index < end and tokens[index].text in DETERMINERS:
        index += 1
    for place in range(index + 1, end):
        word, previous = tokens[place].text, tokens[place - 1]
        if (word in DETERMINERS or word in SUBJECT_PRONOUNS) and previous.text not in PREPOSITIONS:
            return place
        if tokens[place].capital and previous.text in TIME_WORDS and word not in TIME_WORDS:
            return place
        if (
            tokens[place].capital
            and not previous.capital
            and previous.text not in PREPOSITIONS
            and previous.text not in DETERMINERS
        ):
            return place
    return index if end - index == 1 else end


def _may_begin(token: Token) -> bool:
    return token.capital or token.text in DETERMINERS or token.text in SUBJECT_PRONOUNS


def _is_verbish(tokens: Sequence[Token], index: int, first: int) -> bool:
    """A word in -ed that no determiner or adjective makes an adjective, so that it must be a verb."""
    token = tokens[index]
    if token.capital or not token.text.endswith("ed") or len(token.text) < 5 or index == first:
        return False
    before = tokens[index - 1]
    return before.text not in DETERMINERS and not before.text.endswith("ly") and not before.text.endswith("'s")


def _before_aside(tokens: Sequence[Token], stop: int) -> Phrase | None:
    """The noun phrase before "…, the mayor," or "…, who runs the shop," or "… (Labour)"."""
    twin = {")": "("}.get(tokens[stop].text, tokens[stop].text)
    for index in range(stop - 1, max(-1, stop - 30), -1):
        token = tokens[index]
        if token.kind == "quote" or (token.text in ".;:?!" and twin != "("):
            return None
        if token.kind == "stop" and token.text == twin:
            found = phrase_before(tokens, index) if tokens[index - 1].kind == "word" and index else None
            return Phrase(found.first, stop + (twin == "(")) if found and _is_aside(tokens, index + 1, stop) else None
    return None


def _is_aside(tokens: Sequence[Token], first: int, end: int) -> bool:
    words = [token.text for token in tokens[first:end]]
    if not words or words[0] in ("and", "but", "or"):
        return False
    if words[0] in COMPARING or (len(words) > 2 and words[0].isdigit()) or (len(words) > 1 and words[1] in AMOUNTS):
        return False
    told = words[1:] if words[0] in ("held", "led", "made") else words
    return words[0] in ("who", "whose", "which", "where") or not any(word in FINITE for word in told)


def phrase_after(tokens: Sequence[Token], start: int, *, bare: bool = False) -> Phrase | None:
    """The noun phrase that begins at an index, up to a stop, a verb or a new clause; no appositions in commas.

    `bare` lets it begin with a small word of any kind ("said former governor Jones").
    """
    if start >= len(tokens) or tokens[start].kind != "word":
        return None
    first = tokens[start]
    if bare and (first.text in PREPOSITIONS or is_adverb(first.text) or first.text in TIME_WORDS):
        return None
    if not (bare or _may_begin(first) or first.text.endswith("s")) or first.text in NO_STARTS:
        return None
    end = start + 1
    if first.text in PRONOUNS:
        return Phrase(start, end)
    while end < len(tokens) and end - start < LONGEST_PHRASE and _goes_on(tokens, end):
        end += 1
    return Phrase(start, end)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    token, before = tokens[index], tokens[index - 1]
    if token.kind != "word" or token.text in BREAKS:
        return False
    if token.text == "to":
        return before.text in TAKING_TO
    if token.text in OUTSIDE_PHRASES:
        return False
    if before.capital and not token.capital and token.text.endswith(("ed", "es")):
        return before.text in DETERMINERS  # "Ruud elaborated"
    if token.text == "by" and index + 1 < len(tokens) and not before.text.endswith("ed"):
        return tokens[index + 1].capital or tokens[index + 1].text in ("the", "a", "an")
    if token.text == "and":
        return index + 1 < len(tokens) and (tokens[index + 1].capital or tokens[index + 1].text in DETERMINERS)
    if token.text in ("in", "on", "at", "by") and index + 1 < len(tokens):
        following = tokens[index + 1]
        return (
            token.text in ("at", "in") and following.is_name and following.text not in TIME_WORDS and not before.capital
        )
    if token.text in TIME_WORDS and (
        token.capital or token.text in ("last", "this", "earlier", "later", "yesterday", "today")
    ):
        return False
    return not (token.text.endswith("ing") and before.text not in DETERMINERS and not token.capital) and not is_adverb(
        token.text
    )


def head_of(tokens: Sequence[Token], phrase: Phrase) -> str:
    """The last word of a noun phrase before what is hung on it ("of", "at", "from", a comma)."""
    end = phrase.first
    while end < phrase.end and tokens[end].kind == "word" and (end == phrase.first or tokens[end].text not in HUNG):
        end += 1
    return tokens[max(phrase.first, end - 1)].text


HUNG = frozenset("of for in at from with on near who close to by about familiar".split())
"""Words after which no more of the noun phrase itself comes."""
