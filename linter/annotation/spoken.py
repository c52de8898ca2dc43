"""Telling words that somebody said from words that are only marked: titles, nicknames, terms, doubts."""

from __future__ import annotations

import re

from linter.annotation.article import Article
from linter.annotation.attributions.cues import OWNER, verb_form
from linter.annotation.model import Quotation
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.model import Block
from linter.match.trigger import Hit

WINDOW = 50
"""Code points read on each side of a quotation."""

LONG = 100
"""Code points of a quotation that is certainly speech."""

MANY = 8
"""Words of a quotation that is certainly speech."""

NAMED = lazy_pattern(
    r"(?:\b(?:named|titled|entitled|dubbed|nicknamed|christened|codenamed|so-called|self-styled|known (?:to \w+ )?as|"
    r"(?:is|was|are|were|be|been) called|a \w+ called|labell?ed|marked|stamped|headlined|billed as|alias|aka|"
    r"the (?:words?|term|phrase|name|title|nickname|codename|slogan|motto|hashtag|letters?|label|acronym|abbreviation)|"
    r"(?:song|single|album|film|movie|novel|book|play|poem|series|sitcom|opera|musical|painting|show|ballad|hymn|track|"
    r"episode|documentary|memoir|essay|magazine|game|hit|podcast|column|chapter|anthem|production of|performance of|"
    r"version of|rendition of|recording of|screening of))[\w ]{0,12}|\bcalled)[,:]?\s*(?:the |an? )?$",
    re.IGNORECASE,
)
"""What stands before a name, a title or a term."""

ASIDE = lazy_pattern(
    r"(?:[,:]|\b(?:that|as|said|says|say|wrote|asked|told \w+|added|shouted|cried|read|reads))\s*$", re.IGNORECASE
)
"""What stands before words that are said: a comma, a colon, a verb of speech."""

SAID_AFTER = lazy_pattern(
    r"[\s,—–-]*(?:(?:[A-Z][\w.'-]*|he|she|they|it|who|the|an?|his|her|\w+ (?:of|for)) ?){0,6}\b"
    r"(?:said|says|say|saying|told|tells|asked|asks|added|adds|wrote|writes|replied|explained|continued|recalled|"
    r"remarked|shouted|insisted|according to|as \w+ put it)\b"
)
"""What follows words that are said."""

CLAUSE = lazy_pattern(
    r"\b(?:i|we|you|he|she|it|they|there|who|this|that)(?:'\w+)?\b|\b(?:is|are|was|were|be|have|has|had|do|does|did|will|"
    r"would|can|could|should|must|may|might|shall|let's|\w+n't|am)\b",
    re.IGNORECASE,
)
"""A word that only a clause has."""

SMALL = {"a", "an", "the", "of", "and", "or", "in", "on", "at", "for", "to", "with", "by", "from", "de", "la", "le"}
"""Words that titles of works leave in small letters."""


def is_speech(article: Article, quotation: Quotation, block: Block) -> bool:
    """Whether a quotation is something said or written by somebody, not a title, a nickname, a term or a mere doubt."""
    inner = quotation.inner
    words = article.plain_words(Span(inner.start, min(inner.end, inner.start + LONG))).split()
    if not words or inner.end - inner.start > LONG or len(words) >= MANY:
        return bool(words)
    after = article.plain_words(Span(quotation.span.end, min(block.end, quotation.span.end + WINDOW)))
    if SAID_AFTER.match(after):
        return True
    before = article.plain_words(Span(max(block.start, quotation.span.start - WINDOW), quotation.span.start))
    if _is_name(words, before, after) or NAMED.search(before):
        return False
    return _looks_spoken(words, before) or (not _is_title(words) and _is_cued(article, quotation))


def _looks_spoken(words: list[str], before: str) -> bool:
    """Whether the words themselves, or what leads to them, tell that they are said."""
    said_before = ASIDE.search(before) is not None
    if _is_title(words):
        return said_before and words[-1][-1] in ",?!"
    ends_sentence = words[-1][-1] in ".,?!…"
    if len(words) > 3 and (ends_sentence or CLAUSE.search(" ".join(words))):
        return True
    return said_before or (ends_sentence and len(words) > 1)


def _is_name(words: list[str], before: str, after: str) -> bool:
    """A nickname between the parts of a name: Dwayne "The Rock" Johnson."""
    return (
        len(words) <= 4
        and re.search(r"(?:^|[^.\w])[A-Z][\w.-]*,? $", before) is not None
        and re.match(r",? [A-Z][\w'-]+", after) is not None
        and words[0][:1].isupper()
    )


def _is_title(words: list[str]) -> bool:
    """Words set like the title of a work: two or more, all capitalised but the small ones."""
    large = [word for word in words if word.lower().strip(",.") not in SMALL]
    return len(words) > 1 and len(large) > 1 and all(not word[0].isalpha() or word[0].isupper() for word in large)


def _is_cued(article: Article, quotation: Quotation) -> bool:
    """Whether a verb of speech stands in the sentence of a short quotation, outside it."""
    sentence = article.sentence_at(quotation.span.start).span
    cues = (
        hit for hit in article.hits_between(OWNER, sentence) if not quotation.span.contains(Span(hit.start, hit.end))
    )
    return any(hit.name == "before" or (hit.name == "verb" and _is_spoken_cue(article, hit)) for hit in cues)


def _is_spoken_cue(article: Article, hit: Hit) -> bool:
    form = verb_form(article.plain_words(Span(hit.start, hit.end)).lower())
    return form is not None and form.form in ("past", "third", "ing") and form.frame != "clause"
