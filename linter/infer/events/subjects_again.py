"""Whether a sentence goes on about what the ones before it are about."""

from __future__ import annotations

from collections.abc import Iterable

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

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


OWNER = lazy_pattern(r"([A-Z][\w-]+)['’]s?(?: own)? $")


def of_owner(article: Article, birthday: TimeMention, event: tuple[int, Span] | None) -> tuple[int, Span] | None:
    """An event, unless it is that of another than the one whose birthday comes back: its sentence names the owner."""
    if event is None or "birthday" not in article.plain_words(birthday.span):
        return event
    owner = OWNER.search(article.plain[max(0, birthday.span.start - 40) : birthday.span.start])
    named = owner is None or owner[1] in article.plain_words(article.sentence_at(event[1].start).span)
    return event if named else None
