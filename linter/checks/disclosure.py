"""The check kind `disclosure`: what a story does not tell about a poll that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Literal

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.model import Poll
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.match.trigger import Trigger

Item = Literal["pollster", "sponsor", "sample", "dates", "population", "mode", "margin"]
"""What can be told about a poll."""


class DisclosureCheck(Struct, frozen=True, kw_only=True):
    """Reports a poll, once, at its first mention, for what the article leaves out about it.

    The poll is reported when the article tells none of `one_of`, or when it leaves out any of `all_of`; what is missing
    is named in the value `missing` in the words that `all_of` gives for each item. `only_if` restricts the rule to
    polls of which one of these items is told. `not_online` are items that an online panel need not have.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("poll",)

    one_of: tuple[Item, ...] = ()
    all_of: Mapping[str, str] = field(default_factory=dict)
    only_if: tuple[Item, ...] = ()
    not_online: tuple[Item, ...] = ()

    def __post_init__(self) -> None:
        strange = set(self.all_of) - set(Item.__args__)  # type: ignore[attr-defined]
        if strange:
            raise ValueError(f"a poll has no {', '.join(sorted(strange))}")

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: polls are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each poll with something left out."""
        plural = False
        for poll in article.polls:
            if self.all_of and _is_of_forecasts(article, poll):
                continue
            if self.only_if and not any(_told(poll, item) for item in self.only_if):
                continue
            missing = [words for item, words in self.all_of.items() if not self._enough(poll, item)]
            if missing or (self.one_of and not any(_told(poll, item) for item in self.one_of)):
                again = bool(self.one_of) and _is_any(article, poll)
                if not (again and plural):  # "polls" and once more "polls": one cause
                    yield Finding(poll.span, values={"missing": listed(missing)})
                plural = plural or again

    def _enough(self, poll: Poll, item: str) -> bool:
        return _told(poll, item) or (poll.online and item in self.not_online)


def _is_any(article: Article, poll: Poll) -> bool:
    """Whether polls are spoken of without telling which."""
    bare = POLLS.fullmatch(article.plain_words(poll.span)) is not None
    return bare and OF_SOME.match(article.plain, poll.span.end) is None


OF_SOME = lazy_pattern(r",? (?:by|for|from|in|of|taken) ")

POLLS = lazy_pattern(r"(?:the |most |recent |opinion |pre-election )*polls", re.IGNORECASE)

OF_POLLS = lazy_pattern(r" of (?:[\w-]+ )?polls\b")

FORECASTERS = lazy_pattern(r"\b(?:analysts|economists|strategists|forecasters)\b", re.IGNORECASE)
FORECAST = lazy_pattern(r"\b(?:consensus|estimate|expect|forecast|median|predict|project)", re.IGNORECASE)


def _is_of_forecasts(article: Article, poll: Poll) -> bool:
    """Whether a poll asked forecasters for a figure, or adds up other polls: codes of polls are made for neither."""
    if OF_POLLS.match(article.plain, poll.span.end):
        return True
    sentence = article.plain_words(article.sentence_at(poll.span.start).span)
    return FORECASTERS.search(sentence) is not None and FORECAST.search(sentence) is not None


def _told(poll: Poll, item: str) -> bool:
    return getattr(poll, item) is not None


def listed(words: list[str]) -> str:
    """Words as an English list: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
