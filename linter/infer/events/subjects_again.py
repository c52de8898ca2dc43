"""Whether a sentence goes on about what the ones before it are about."""

from __future__ import annotations

from collections.abc import Iterable

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.core.pattern import lazy_pattern

OPENING = lazy_pattern(
    r"\W*(?:It|They|He|She|"
    r"(?:First )?(?:Founded|Established|Opened|Launched|Set up|Created|Built|Formed|Started|Born))\b"
)
THE_NOUN = lazy_pattern(
    r"\W*The (?:[\w'-]+ ){0,3}?(?P<noun>[a-z]{3,})(?=,| (?:was|were|is|are|has|have|had|opened|began|started|first)\b)"
)


def goes_on(article: Article, before: Iterable[Sentence], sentence: Sentence) -> bool:
    """Whether a sentence begins with a pronoun, a participle ("Founded in 1938, …") or a noun of those before it."""
    text = article.plain_words(sentence.span)
    if OPENING.match(text):
        return True
    found = THE_NOUN.match(text)
    return found is not None and any(found["noun"] in article.plain_words(each.span).casefold() for each in before)
