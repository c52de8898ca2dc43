"""Leads that a story tells of a poll, with the gap between the two and the margin of error of that poll."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Poll
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, span_of
from linter.infer.polls.answers import Answer, answers_in
from linter.infer.polls.margins import NUMBER, WORDS, Margin, margins

SLIGHT = r"(?:[\w.-]+ ){0,4}?"

LEAD = lazy_pattern(
    r"\b(?:(?:is |are |was |were |now |narrowly |slightly |barely )*(?:leads?|led|leading)\b(?! (?:author|"
    r"researcher|by example|to\b))"
    rf"|(?:has|have|had|holds?|held|keeps?|kept|enjoys?|enjoyed|maintains?|takes?|took|taken|with|opened(?: up)?|"
    rf"gives?|gave|gained) {SLIGHT}(?:lead|edge|advantage)\b(?: over)?"
    rf"|(?:is|are|was|were|stays?|stands?|remains?|runs?|running|pull(?:s|ed)|mov(?:es|ed)|inch(?:es|ed)|"
    rf"nos(?:es|ed)|"
    rf"edg(?:es|ed)|crept|creeps|puts? {SLIGHT}|pushed|just|narrowly|slightly|points?|percent|comes?|came) {SLIGHT}"
    r"(?:ahead(?! of (?:the (?:vote|election|ballot|poll|debate|runoff|referendum|primary)|[\w ]{0,12}day))|"
    r"in front|on top|in the lead|behind)\b(?: of)?"
    r"|(?:edg(?:es?|ed|ing)|nos(?:es?|ed|ing)|squeak(?:s|ed)?) (?:out|past)|(?:has |have |had )?(?:overtak(?:es?|"
    r"en)|overtook|surpass(?:es|ed))"
    r"|tops|topped|outpolls|outpolled|trails|trailed|is trailing|lags(?: behind)?|(?:would )?(?:beats?|defeats?)"
    r"|(?:is|are|was|were|remains?) (?:the (?:[\w-]+ )?front-?runner|(?:in )?first(?: place)?)(?=,? (?:with|on|at|by) )"
    r"|(?:lead|advantage|edge)(?= of))\b",
    re.IGNORECASE,
)
"""How a lead is told."""

POINTS = rf"(?:{NUMBER}|\b(?:a|a single))[ -](?:percentage[ -])?points?"
GAP_BEFORE = lazy_pattern(rf"(?<![\d.,]){POINTS}(?: |-)?(?:\w+ )?$", re.IGNORECASE)
GAP_INSIDE = lazy_pattern(rf"(?<![\d.,]){POINTS}", re.IGNORECASE)
GAP_AFTER = lazy_pattern(
    rf"^(?:[^.;:%]|\b(?:Mr|Ms|Mrs|Dr|Sen|Gov|Rep|St)\.){{0,60}}?"
    rf"\b(?:by|(?<!error )(?<!margin )of) (?:just |only |some |about |a mere )?{POINTS}",
    re.IGNORECASE,
)

WITHIN = lazy_pattern(
    r"\b(?:within|inside|below|under|smaller than|less than|narrower than|no larger than|not exceed\w*) (?:the |"
    r"its |that |"
    r"their )?(?:[\w']+ ){0,3}(?:margins?|sampling error|error)\b|\bstatistical(?:ly)? \w+|\btoo (?:small|close|"
    r"narrow|slim)\b|"
    r"\bno (?:real|clear|true|statistical|certain|meaningful|significant) (?:lead|gap|difference|leader|edge|"
    r"advantage)\b|"
    r"\b(?:margin|error)\b[^.;]{0,30}\b(?:larger|bigger|wider|greater|more) than (?:the|that|his|her|this) (?:\w+ )?"
    r"(?:gap|lead|difference|edge)\b|\b(?:not|in)significant\b|\bcannot (?:tell|say)\b|\bno telling\b|"
    r"\bcould be (?:ahead|behind)\b|\b(?:means?|meant|says?|proves?) (?:nothing|little)\b",
    re.IGNORECASE,
)
"""The story says that the gap is too small to tell."""

TIED = lazy_pattern(
    r"\b(?:tie|tied|dead heat|neck[- ]and[- ]neck|toss-?up|level with|even with|about even|are level|are even|"
    r"in a draw|virtual draw)\b",
    re.IGNORECASE,
)

NEGATED = lazy_pattern(
    r"\b(?:no longer|not|neither|nobody|no one|n't|never|if|whether|hopes? to|wants? to|trying to|could|may|"
    r"might|nor|to)(?: \w+)? ?$"
    r"|n't (?:\w+ )?$",
    re.IGNORECASE,
)
ENDED = lazy_pattern(r" (?:no (?:more|longer)|by nothing|nowhere|neither)\b")
COUNTED = lazy_pattern(
    r"\b(?<!would have )(?<!would )(?:was|were|been) (?:re-?)?elected\b|"
    r"\b(?:counties|precincts|districts|parishes|boxes|votes|ballots) (?:in|counted|reporting|tallied)\b|"
    r"\b(?:she|he|they) won\b|\bwon (?:the|a) (?:seat|election|race|vote|ballot)\b"
)
"""Votes that were counted, not a poll."""

JOB = lazy_pattern(r"(?:who|which|that)(?: (?:has|had|once|now))? $", re.IGNORECASE)
OF_JOB = lazy_pattern(r" (?:the|an?|its|his|her|their) ", re.IGNORECASE)

REACH = 6

UNIT = 14
"""Code points before "points ahead" in which their number stands."""


class Lead(Struct, frozen=True):
    """A lead as it is told: `span` is its verb, `gap` how far one is ahead, in points, `margin` that of the poll."""

    span: Span
    gap: Fraction
    margin: Margin


def leads(article: Article) -> Iterator[Lead]:
    """The leads that an article tells as such, of polls whose margin it states; at most one in a sentence."""
    stated = margins(article)
    for index, sentence in enumerate(article.sentences if stated else ()):
        margin = _margin_of(article, sentence.span, stated)
        if margin is None or _called_off(article, index):
            continue
        for found in LEAD.finditer(article.plain_words(sentence.span)):
            gap = _gap(article, index, found)
            span = span_of(found, sentence.span.start)
            if gap and article.voice(span).kind != "quoted":
                yield Lead(span, gap, margin)
                break


def _called_off(article: Article, index: int) -> bool:
    """Whether the sentences around one, or the headline, say that nobody is ahead."""
    near = article.sentences[max(0, index - REACH) : index + REACH + 1]
    if WITHIN.search(article.plain[near[0].span.start : near[-1].span.end]):
        return True
    close = article.sentences[max(0, index - 1) : index + 2]
    return any(TIED.search(article.plain_words(each.span)) for each in (*close, *article.sentences[:1]))


def _gap(article: Article, index: int, found: re.Match[str]) -> Fraction | None:
    """How far ahead somebody is: the points that are named, or the difference of two shares."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    if (
        NEGATED.search(before)
        or ENDED.match(after)
        or COUNTED.search(found.string)
        or (JOB.search(before) and OF_JOB.match(after))
        or re.match(
            r" an? | (?:the|her|his|its) [\w' -]{2,30}? (?:since|until|for (?:[\w-]+ )?(?:years|months))\b", after
        )
    ):
        return None
    whole = f"{before[-UNIT:]}{found[0]}" if found[0].lower().startswith("point") else found[0]
    for stated in (GAP_INSIDE.search(whole), GAP_AFTER.match(after), GAP_BEFORE.search(before)):
        if stated is not None:
            return _points(stated)
    pair = _pair(article, index, article.sentences[index].span.start + found.start())
    return abs(pair[0].value - pair[1].value) if len(pair) == 2 else _upwards(article, index)


def _upwards(article: Article, index: int) -> Fraction | None:
    """The gap of two shares of which the smaller comes first: "trails, 44 percent to 46 percent"."""
    span = article.sentences[index].span
    for each in article.quantities:
        told = span.contains(each.span) and article.plain[each.span.start - 2 : each.span.start] == ", "
        if told and each.kind == "percent" and each.ends is not None:
            return abs(each.ends[1] - each.ends[0])
    return None


def _points(found: re.Match[str]) -> Fraction:
    if found["number"] is None:
        return Fraction(1)  # "by a point"
    words = found["number"].lower().replace(",", ".")
    value = Fraction(WORDS[words]) if words in WORDS else Fraction(words)
    return value + Fraction(1, 2) if found["half"] else value


def _pair(article: Article, index: int, place: int) -> tuple[Answer, ...]:
    """The two shares that a lead is about: those after its verb, else the nearest around it."""
    shares = answers_in(article, article.sentences[index].span)
    after = tuple(each for each in shares if each.span.start >= place)
    if len(after) > 1:
        return after[:2]
    if len(shares) > 1:
        return (shares[len(shares) - len(after) - 1], *after) if after else shares[-2:]
    following = [
        each for each in article.sentences[index + 1 : index + 2] if not LEAD.search(article.plain_words(each.span))
    ]
    more = tuple(each for sentence in following for each in answers_in(article, sentence.span))
    return (*shares, *more)[:2] if len(more) == 2 - len(shares) else ()


def _margin_of(article: Article, sentence: Span, stated: tuple[Margin, ...]) -> Margin | None:
    """The first margin stated for the poll that a sentence tells of, or the only poll's."""
    polls = article.polls
    if len(polls) < 2:
        return stated[0]
    poll = _poll_of(polls, sentence)
    if poll is not None and poll.margin is None and poll.pollster is None:
        told_of = [each for each in polls if each.margin is not None]
        poll = told_of[0] if len(told_of) == 1 else None
    if poll is None or poll.margin is None:
        return None
    told = article.sentence_at(poll.margin.start).span
    return next((margin for margin in stated if told.contains(margin.span)), None)


def _poll_of(polls: tuple[Poll, ...], sentence: Span) -> Poll | None:
    """The poll mentioned in a sentence, else the one mentioned last before it."""
    mentions = sorted((mention.start, number) for number, poll in enumerate(polls) for mention in poll.mentions)
    index = bisect_right(mentions, (sentence.end, -1)) - 1
    return polls[mentions[index][1]] if index >= 0 else None
