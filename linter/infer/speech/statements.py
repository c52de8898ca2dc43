"""How sure the statements of an article are, and which of them are about the same thing.

A statement is told with doubt ("could close its bottling hall", "suspected that the wreck is hers"), or surely:
inferred ("which suggests that …"), stated ("it lowers the risk"), listed as a bare result ("Lower fees"), named as an
event ("the closure of the hall"), given as a reason ("because …"), or presupposed ("the fact that …"). Two statements
are about one thing when the predicate and at least one more word of content come back, by stem or within a family of
words that the caller gives. The grading follows the scale of factuality in FactBank (Saurí and Pustejovsky 2009);
presuppositions are those of Karttunen (1971).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.speech.certainty import DoubtKind, Surety, Wording
from linter.infer.speech.identities import IDENTITY, LONE, identified, in_one_word, is_event, ranked, taken_up
from linter.infer.stems import stem
from linter.match.expression import passage_of

HEAD = 2
"""Content words after a doubting phrase, or after the first finite verb there, that are its predicate."""

COPULA_AND_NOUN = lazy_pattern(r"(?:is|are|was|were)\b(?! (?:\w+ly )?\w+(?:ing|ed)\b)", re.IGNORECASE)

LIGHT = frozenset(
    stem(verb) for verb in "begin bring cause continue face give lead result see start suffer try want wish".split()
)
"""Verbs whose object tells what happens."""

FINITE_AUXILIARY = lazy_pattern(r"\b(?:is|are|was|were|has|have|had|will|would)\b", re.IGNORECASE)

NEGATION = lazy_pattern(r"\b(?:not|no|never|nobody|none|nothing|without|cannot)\b|n't\b", re.IGNORECASE)

LEAST = 3
"""Words of content that a flat statement shares with the doubted one, where it says more."""

FLAT = lazy_pattern(r"\s*[Tt]he (?:[\w-]+ ){1,3}will (?:not )?[a-z]+\W*$")
"""A flat statement of a subject and a verb: "the plant will close"."""

CLAUSE_END = lazy_pattern(r"[,;:–—]")

SEGMENT = lazy_pattern(
    r"\s(?:of|to|from|in|for|by|on|at|with|between|that|who|which|and|about|over|against|into)\s|,\s"
)
"""Where a noun phrase goes on after its head noun."""

SUBORDINATE = lazy_pattern(
    r"\s*(?:who|which|whose|where|when|as|because|since|though|although|while|including|after)\b"
)

RELATIVE = lazy_pattern(r"\s(?:that|which|who|whom)\s")

POSSESSIVE = lazy_pattern(r"(?:\w's|s')\s|^(?:its|his|her|their|our)\s", re.IGNORECASE)

OWNER = lazy_pattern(r"([\w-]+)(?:'s|s')\s")
"""Whose something is: where it was doubted whose, the owner is the predicate ("may be a bishop's")."""

PROMISED = lazy_pattern(r"(?:will|is to|are to|is going to|are going to)\b")
"""How a relative clause that takes a plan for settled begins."""

NUMBER = lazy_pattern(r"\b\d[\d.,]*\b")

TALKED_OF = lazy_pattern(r"^ (?:is|was|became|remained) the talk of the\b")
"""What everybody speaks of is not thereby in doubt."""

SPOKEN = lazy_pattern(r",? (?:[\w'.-]+ ){0,6}?(?:said|says|told|according to|added|warned|wrote)\b.*", re.DOTALL)
"""The speaker after what is said, who is no part of it."""


class Doubted(Struct, frozen=True):
    """A statement told with doubt: its words from the doubting phrase on, and the stems of its verb, of its
    predicate, of those words and of its sentence, with the one before where it goes on from there.

    `identity` is whether it tells with doubt what something is ("might be by Hals")."""

    span: Span
    sentence: int
    verb: frozenset[str]
    head: frozenset[str]
    clause: frozenset[str]
    content: frozenset[str]
    around: frozenset[str]
    kind: DoubtKind
    figures: frozenset[str] = frozenset()
    identity: bool = False


class Sure(Struct, frozen=True):
    """A statement told surely: the words to report, the sentence, and the stems that must come from the doubted one.

    `heads` are the stems one of which is its predicate (all of them, where that cannot be told); `owned` one that names
    whose it is, `negated` one that says no; `promised` are the figures of a relative clause that tells what will be;
    `lone` is whether it is one noun and no more ("the coming eruption").
    """

    span: Span
    sentence: int
    surety: Surety
    heads: frozenset[str]
    stems: frozenset[str]
    owned: bool = False
    negated: bool = False
    promised: frozenset[str] = frozenset()
    lone: bool = False


def doubted(article: Article, sentence: Sentence, wording: Wording) -> Iterator[Doubted]:
    """The statements that a sentence tells with doubt."""
    text, offset = article.plain_words(sentence.span), sentence.span.start
    index, passage = article.sentence_index(offset), passage_of(text)
    for kind, pattern in wording.doubting:
        for found in pattern.matches_in(passage):
            spoken = SPOKEN.sub("", text[found.end() :])
            told = in_one_word(spoken)
            content = wording.stems(told)
            if content:
                own = wording.stems("refuse") if kind == "refusal" else ()
                clause = CLAUSE_END.split(told)[0].rstrip(" .")
                before = taken_up(article, index, bare=len(wording.stems(clause)) == 1)
                around = frozenset(wording.stems(in_one_word(f"{before} {text}")))
                length = len(CLAUSE_END.split(spoken)[0].rstrip(" ."))
                span = Span(offset + found.start(), offset + found.end() + length)
                verb, head = _predicate(told, wording, 1), _predicate(told, wording, HEAD)
                near, far = frozenset((*wording.stems(clause), *own)), frozenset((*content, *own))
                figures = frozenset(NUMBER.findall(told))
                mine = (verb | {*own}, head | {*own}, near, far, around | {*own})
                identity = IDENTITY.search(found[0]) is not None
                yield Doubted(span, index, *mine, kind, figures, identity)


def said(article: Article, wording: Wording) -> Iterator[Doubted]:
    """What somebody is told to have said, in so many words or not."""
    for attribution in article.attributions:
        content = attribution.content
        if content is None or attribution.source is None:
            continue
        text, index = article.plain_words(content), article.sentence_index(attribution.cue.start)
        told = frozenset(wording.stems(text))
        if len(told) >= LEAST and not wording.is_hedged(text):
            yield Doubted(content, index, told, told, told, told, told, "said")


def _predicate(told: str, wording: Wording, length: int) -> frozenset[str]:
    """The first words of content, and those after the first auxiliary; for one word, a bare noun there is no verb."""
    auxiliary = FINITE_AUXILIARY.search(told)
    starts = [0]
    if auxiliary:
        is_verb = length > 1 or not COPULA_AND_NOUN.match(told, auxiliary.start())
        if is_verb or is_event(wording.stems(told[auxiliary.end() :])[:1]):
            starts.append(auxiliary.end())
    clauses = ([each for each in wording.stems(told[start:]) if each not in LIGHT] for start in starts)
    return frozenset(each for clause in clauses for each in clause[:length])


def sure(article: Article, sentence: Sentence, wording: Wording) -> Iterator[Sure]:
    """The statements that a sentence tells as true."""
    text = article.plain_words(sentence.span)
    index = article.sentence_index(sentence.span.start)
    if article.block_of(sentence).kind == "item":
        yield from _listed(text, sentence, index, wording)
        return
    passage = passage_of(text)
    clauses = tuple((surety, found) for surety, pattern in wording.clauses for found in pattern.matches_in(passage))
    yield from _clauses(clauses, sentence, index, wording)
    yield from _named(text, sentence, index, wording)
    for place, name, told in identified(text, wording):
        yield Sure(_span(sentence, *place), index, "identified", name, told)
    for place, rank, told in ranked(text, wording):
        yield Sure(_span(sentence, *place), index, "named", rank, told)
    yield from _stated(text, [found.span() for _, found in clauses], sentence, index, wording)


def _clauses(clauses: Iterable[tuple[Surety, Any]], sentence: Sentence, index: int, wording: Wording) -> Iterator[Sure]:
    for surety, found in clauses:
        if not wording.is_hedged(found[0]):
            told = frozenset(wording.stems(found["claim"]))
            negated = NEGATION.search(found["claim"]) is not None
            yield Sure(_span(sentence, *found.span()), index, surety, told, told, negated=negated)


def _named(text: str, sentence: Sentence, index: int, wording: Wording) -> Iterator[Sure]:
    for found in (*wording.subject.matches(text), *wording.beforehand.matches(text)):
        phrase = found["claim"].replace("arson attack", "arson")
        after = " ".join(TALKED_OF.sub("", text[found.end("claim") :]).split()[:3])
        if wording.is_hedged(after) or (wording.is_hedged(phrase) and not wording.is_stronger(phrase)):
            continue
        relative = RELATIVE.search(phrase)
        owned = relative is not None or POSSESSIVE.search(phrase) is not None
        acts = wording.stems(phrase[relative.end() :]) if relative else ()
        heads = frozenset((*_event_nouns(phrase, wording), *acts))
        told = frozenset(wording.stems(in_one_word(phrase)))
        settled = relative is not None and PROMISED.match(phrase, relative.end()) is not None
        promised = frozenset(NUMBER.findall(phrase)) if settled else frozenset()
        place, lone = _span(sentence, *found.span("claim")), LONE.fullmatch(phrase) is not None
        yield Sure(place, index, "named", heads, told, owned, promised=promised, lone=lone)


def _event_nouns(phrase: str, wording: Wording) -> Iterator[str]:
    """The head noun of a noun phrase, and those of the possessives inside it."""
    for number, segment in enumerate(SEGMENT.split(phrase)):
        if number == 0 or POSSESSIVE.search(segment):
            yield from wording.stems(segment)[-1:]
    for owner in OWNER.findall(phrase):
        yield from wording.stems(owner)


def _listed(text: str, sentence: Sentence, index: int, wording: Wording) -> Iterator[Sure]:
    told = wording.stems(text)
    if 2 <= len(told) <= 12 and not wording.is_hedged(text):
        start = next((place for place, letter in enumerate(text) if letter.isalnum()), 0)
        yield Sure(_span(sentence, start, len(text)), index, "listed", frozenset(told), frozenset(told))


def _stated(
    text: str, presupposed: Sequence[tuple[int, int]], sentence: Sentence, index: int, wording: Wording
) -> Iterator[Sure]:
    """Clauses in the present or the future, cut at commas; the past may be the event itself."""
    bare = text
    for low, high in presupposed:
        bare = bare[:low] + " " * (high - low) + bare[high:]
    # A clause that is cut at its marks has no hedge that the sentence has not.
    hedged = bool(presupposed) or wording.is_hedged(text)
    for found in re.finditer(r"[^,;:]+", text):
        clause = bare[found.start() : found.end()]
        if not clause.strip():
            continue
        if SUBORDINATE.match(clause) or (hedged and wording.is_hedged(clause)):
            continue
        start, end = found.start() + len(found[0]) - len(found[0].lstrip()), found.end() - (found[0][-1] in ".!?")
        told = frozenset(wording.stems(clause))
        enough = len(told) >= LEAST or (len(told) == HEAD and FLAT.match(clause))
        if enough and not wording.is_hedged(text[: found.start()][-60:]):
            heads, negated = frozenset(_finite(clause, wording)), NEGATION.search(clause) is not None
            yield Sure(_span(sentence, start, end), index, "stated", heads, told, negated=negated)


FINITE = lazy_pattern(r"\b(?:will|is|are)\b|\b[a-z]{2,}s\b")


def _finite(clause: str, wording: Wording) -> Iterator[str]:
    """The stems of what may be a clause's verb in the present or the future, or of what follows its auxiliary."""
    for found in FINITE.finditer(clause):
        auxiliary = found[0] in ("will", "is", "are")
        yield from wording.stems(clause[found.end() :])[:1] if auxiliary else wording.stems(found[0])


def _span(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + end)
