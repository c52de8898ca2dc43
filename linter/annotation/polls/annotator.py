"""Opinion polls: one for each real-world poll that the article cites, with what it tells about it.

Later mentions are linked to the first: "the survey", "the Léger survey", "those asked". A determiner that sets it
apart ("another poll", "a survey of restaurant owners") opens a new one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.model import Name, Poll, Sentence
from linter.annotation.polls import disclosure
from linter.annotation.polls import register as poll_register
from linter.annotation.polls.mentions import DEFINITE, Mention, mentions_of
from linter.annotation.polls.naming import keys, place_of, pollsters_in, sponsor_in
from linter.annotation.polls.words import ABOUT_POLL
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.match.trigger import Trigger

OWNER = "annotate/poll"

TRIGGERS = (
    r"\bpoll(?:s|ed|ing|ster|sters)?\b",
    r"\bsurvey(?:s|ed)?\b",
    r"\bcanvass",
    r"\b(?:interviewed|questioned|interviewers|respondents|interviews|rang|sample)\b",
    r"margin of|sampling error|plus or minus|\berror margin|times (?:out of|in) (?:20|twenty)|points either way",
    r"\bthose asked\b",
    r"\b(?:conducted|carried out|commissioned|field ?work|in the field)\b",
    r"\b(?:online|telephone|face.to.face)\b",
)
"""Where polls are named or described."""

NAMED = lazy_pattern(r"poll|survey|canvass|interviewed|questioned", re.IGNORECASE)
"""Without any of these an article has no poll."""


def triggers() -> tuple[Trigger, ...]:
    """What the scan looks for on behalf of this annotator."""
    own = (Trigger(OWNER, f"poll-{number}", pattern) for number, pattern in enumerate(TRIGGERS))
    return (*own, *poll_register.triggers())


class Draft(Struct, frozen=True):
    """A poll in the making: its mentions, the stretches of text that speak of it, and the words that name it."""

    mentions: tuple[Mention, ...]
    stretches: tuple[Span, ...]
    names: frozenset[str] = field(default_factory=frozenset)


def annotate(article: Article) -> tuple[Poll, ...]:
    """All polls that an article cites, by their first mention in the body (in the headline where it has no other)."""
    hit = _sentences(article)
    told = any(NAMED.search(article.plain_words(sentence.span)) for sentence in hit)
    if not told and not poll_register.known_pollsters(article):
        return ()
    drafts: tuple[Draft, ...] = ()
    for sentence in hit:
        drafts = _read(article, sentence.span, drafts)
    polls = (_poll(article, draft) for draft in drafts if any(mention.cited for mention in draft.mentions))
    return tuple(_compared(article, tuple(sorted(polls, key=lambda poll: poll.span))))


WAVE = lazy_pattern(
    r"^(?:its|their|(?:the )?(?:[\w.-]+ )?[\w.-]+'s?) (?:own |very )?(?:previous|last|earlier|preceding|prior)\b",
    re.IGNORECASE,
)
"""An earlier poll of the same pollster, with which the poll of the story is compared."""


def _compared(article: Article, polls: tuple[Poll, ...]) -> Iterator[Poll]:
    """The polls; a pollster's previous one was taken among the same people and in the same way."""
    for index, poll in enumerate(polls):
        if index and WAVE.match(article.plain_words(poll.span)):
            last = polls[index - 1]
            poll = replace(poll, mode=poll.mode or last.mode, population=poll.population or last.population)
        yield poll


AFTER = 4
"""Sentences from one that names a poll in which it may be described."""


def _sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences that may speak of a poll."""
    known = {article.sentence_index(span.start) for span in poll_register.known_pollsters(article)}
    hit = {article.sentence_index(hit.end - 1) for hit in article.hits(OWNER)} | known
    # How it was taken is told right after a poll, in words that no list can hold.
    named = [index for index in hit if NAMED.search(article.plain_words(article.sentences[index].span))]
    near = {index + more for index in (*named, *known) for more in range(1, AFTER)}
    return tuple(article.sentences[index] for index in sorted(hit | near) if index < len(article.sentences))


def _read(article: Article, sentence: Span, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    mentions = tuple(mentions_of(article, sentence))
    if not mentions:
        return _described(article, sentence, drafts)
    for mention, stretch in zip(mentions, _stretches(sentence, mentions), strict=True):
        drafts = _linked(article, mention, stretch, drafts)
    return drafts


def _stretches(sentence: Span, mentions: Sequence[Mention]) -> Iterator[Span]:
    """The part of a sentence that belongs to each mention: from it to the next one, the first from the start."""
    starts = [sentence.start, *(mention.span.start for mention in mentions[1:])]
    yield from (Span(start, end) for start, end in zip(starts, [*starts[1:], sentence.end], strict=True))


REMEMBERED = 40
"""Polls that a later mention can go back to."""


def _described(article: Article, sentence: Span, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    text = article.plain_words(sentence)
    if not drafts or not _describes(text) or article.quotation_at(sentence) is not None:
        return drafts
    named = tuple(_named(text, drafts))
    if len(named) < 2:
        return _with_stretch(drafts, named[0][1] if named else len(drafts) - 1, sentence)
    ends = [sentence.start + start for start, _ in named[1:]]
    for (start, index), end in zip(named, [*ends, sentence.end], strict=True):
        told = replace(drafts[index], stretches=(*drafts[index].stretches, Span(sentence.start + start, end)))
        drafts = (*drafts[:index], told, *drafts[index + 1 :])
    return drafts


def _describes(text: str) -> bool:
    """Whether a sentence without the word "poll" tells how one was taken."""
    return ABOUT_POLL.search(text) is not None or disclosure.sample(text) is not None


def _named(text: str, drafts: tuple[Draft, ...]) -> Iterator[tuple[int, int]]:
    """The polls one of whose names stands in a text, each with its first place there, in the order of the text.

    Of several polls with one name it is the last.
    """
    lowered = text.casefold()
    first: dict[int, int] = {}
    for index in reversed(range(max(0, len(drafts) - REMEMBERED), len(drafts))):
        places = [place for name in drafts[index].names if (place := place_of(name, lowered)) >= 0]
        if places:
            first.setdefault(min(places), index)
    yield from sorted(first.items())


def _with_stretch(drafts: tuple[Draft, ...], index: int, stretch: Span) -> tuple[Draft, ...]:
    grown = replace(drafts[index], stretches=(*drafts[index].stretches, stretch))
    return _moved_last(drafts, index, grown)


def _moved_last(drafts: tuple[Draft, ...], index: int, grown: Draft) -> tuple[Draft, ...]:
    """The poll spoken of last stands last: what follows without a name is about it."""
    return (*drafts[:index], *drafts[index + 1 :], grown)


def _linked(article: Article, mention: Mention, stretch: Span, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    names = _names(article, mention, stretch)
    index = _known(article, mention, names, drafts)
    if index is None:
        return (*drafts, Draft((mention,), (*_told_before(article, mention), stretch), names))
    old = drafts[index]
    grown = Draft((*old.mentions, mention), (*old.stretches, stretch), old.names | names)
    return _moved_last(drafts, index, grown)


def _told_before(article: Article, mention: Mention) -> Iterator[Span]:
    """The sentence before the first mention of "the poll" or "its survey", where it tells how many were asked."""
    index = article.sentence_index(mention.head.start)
    if not index or not (mention.definite or DEFINITE.match(article.words(mention.span))):
        return
    before, here = article.sentences[index - 1], article.sentences[index]
    if before.block == here.block and disclosure.sample(article.plain_words(before.span)) is not None:
        yield before.span


TOLD_BY = lazy_pattern(
    r"The (?:opinion )?(?:poll|survey)(?:, (?:(?:conducted|carried out|taken|done|made) )?by | (?:was|were) "
    r"(?:conducted|carried out|taken|done|made) by )"
)
"""How a story tells who took the poll of which it spoke before, as that of the newspaper that printed it."""


def _known(article: Article, mention: Mention, names: frozenset[str], drafts: tuple[Draft, ...]) -> int | None:
    """The poll that a mention goes back to, None for a new one."""
    if not drafts or mention.apart:
        return None
    first = max(0, len(drafts) - REMEMBERED)
    same = [index for index, draft in enumerate(drafts[first:], first) if draft.names & names]
    if names and same:
        return None if mention.new and not _from_headline(article, drafts[same[-1]]) else same[-1]
    if mention.new:
        return len(drafts) - 1 if len(drafts) == 1 and _from_headline(article, drafts[0]) else None
    if names:
        if mention.definite and TOLD_BY.match(article.plain, mention.span.start):
            return len(drafts) - 1
        bare = not drafts[-1].names and (mention.definite or _from_headline(article, drafts[-1]))
        return len(drafts) - 1 if bare else None
    return len(drafts) - 1 if mention.definite else None


def _from_headline(article: Article, draft: Draft) -> bool:
    kinds = {article.document.block_holding(mention.span.start).kind for mention in draft.mentions}
    return kinds <= {"title", "heading"}


def _names(article: Article, mention: Mention, stretch: Span) -> frozenset[str]:
    text = article.plain_words(stretch)
    head = Span(mention.head.start - stretch.start, mention.head.end - stretch.start)
    alone = Span(mention.span.start - stretch.start, head.end) if len(article.words(mention.head)) == 1 else None
    named = (span for span in pollsters_in(text, (head,)) if any(keys(text[span.start : span.end])))
    found = (next(named, alone), sponsor_in(text))
    return frozenset(key for span in found if span is not None for key in keys(text[span.start : span.end]))


STAFFED = lazy_pattern(
    r"\b(?:pollsters|interviewers|researchers|analysts) (?:at|with|from|of) (?:the )?$", re.IGNORECASE
)
"""Before the name of a firm, its people, so that it is no place."""


def _is_place(article: Article, span: Span) -> bool:
    """Whether a name before "poll" is where it was taken: "Iowa polls"; some pollsters bear the name of a place."""
    low = bisect_left(article.names, span.start, key=_name_start)
    name = next(iter(article.names[low : low + 1]), None)
    place = name is not None and name.span == span and name.type == "place"
    place = place and STAFFED.search(article.plain[max(0, span.start - 40) : span.start]) is None
    return place and not article.facts.pollsters_named(article.words(span))


def _name_start(name: Name) -> int:
    return name.span.start


def _poll(article: Article, draft: Draft) -> Poll:
    body = [m for m in draft.mentions if article.document.block_holding(m.span.start).kind != "title"]
    first = (body or list(draft.mentions))[0]
    told = {item: _first(article, draft, item) for item in ITEMS}
    return Poll(
        span=first.span,
        mentions=tuple(mention.span for mention in draft.mentions),
        online=any(disclosure.is_online(article.plain_words(stretch)) for stretch in draft.stretches),
        **told,
    )


def _heads(draft: Draft, stretch: Span) -> Sequence[Span]:
    """The nouns of the mentions in a stretch, from its start; mentions are in the order of the text."""
    low = bisect_left(draft.mentions, stretch.start, key=_head_start)
    heads = (
        mention.head for mention in draft.mentions[low : bisect_left(draft.mentions, stretch.end, key=_head_start)]
    )
    return [Span(head.start - stretch.start, head.end - stretch.start) for head in heads]


def _head_start(mention: Mention) -> int:
    return mention.head.start


ITEMS = ("pollster", "sponsor", "sample", "dates", "population", "mode", "margin")


def _first(article: Article, draft: Draft, item: str) -> Span | None:
    found = (_item(article, stretch, item, draft) for stretch in draft.stretches)
    return next((span for span in found if span is not None), None)


def _item(article: Article, stretch: Span, item: str, draft: Draft) -> Span | None:
    text = article.plain_words(stretch)
    match item:
        case "dates":
            return disclosure.field_dates(text, stretch.start, starting_in(article.times, stretch))
        case "pollster":
            heads = _heads(draft, stretch)
            known = poll_register.known_in(article, stretch) if heads else ()
            named = (Span(stretch.start + each.start, stretch.start + each.end) for each in pollsters_in(text, heads))
            return next((each for each in named if not _is_place(article, each)), known[0] if known else None)
        case "sponsor":
            found = sponsor_in(text)
        case _:
            found = disclosure.READERS[item](text)
    return None if found is None else Span(stretch.start + found.start, stretch.start + found.end)
