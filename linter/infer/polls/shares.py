"""The shares of answers to one question of a poll to which everybody gave one answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.polls.register import known_in
from linter.core.calendar import ANY_MONTH
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.model import Block
from linter.infer.polls.answers import POLLED, Answer, answers_in
from linter.infer.polls.arithmetic import least_sum
from linter.infer.polls.opposed import AGAINST, FOR, are_opposed
from linter.infer.polls.races import FURTHER, is_race, is_scale, rivals_of

SEVERAL = lazy_pattern(
    r"\b(?:more than one|several (?:answers|choices|options|replies)|multiple|as many|any number|no limit|"
    r"at least one|up to (?:two|three|four|five|\d)|all that appl\w+|overlap\w*|"
    r"(?:two|three|four|five|2|3) (?:answers|choices|options|or more)|"
    r"(?:could|can|may|might|were (?:free|able|allowed) to) (?:name|choose|pick|give|select|tick|mark|list)"
    r"(?! (?:(?:only|just|but) )?(?:one|a single|exactly one)\b)|"
    r"(?:add|adds|adding) up to more|exceeds? 100|without limit|(?:their|the) (?:two|three|four|five) (?:main|"
    r"top|biggest)|"
    r"which of these they ha(?:d|ve)|top (?:two|three|four|five)|"
    r"which (?:problems|issues|things|reasons|of these do|subjects|sports|languages|papers)|second choice|"
    r"(?:have|has|had|owns?|owned|keeps?|kept|speaks?|spoke|uses?|used|plays?|played|drinks?|reads?|watch(?:es|ed)?) "
    r"[^.;]*\bneither)\b",
    re.IGNORECASE,
)
"""What tells that people could give more than one answer."""

NOT_PARTS = lazy_pattern(
    r"\b(?:than|compared|comparison|up from|down from|from \d|rose|risen|rise|fell|fallen|increase\w*|"
    r"decrease\w*|dropp\w+|"
    r"earlier|previous\w*|last (?:year|month|week|spring|summer|autumn|fall|winter)|years? ago|turnout|"
    r"including|of whom|of those(?! (?:polled|asked|surveyed|questioned|interviewed))|"
    r"of them (?:also|said)|combined|(?:(?<=percent )|(?<=% )|(?<![a-z] ))altogether|overall|each|both|"
    r"respectively|also|too(?=[.,;])|as well|in turn|"
    r"another poll|said the same|favou?rable (?:opinion|view)s?|(?:is|are) now|(?:was|were) tied|"
    r"a second poll|(?:in|by) (?:19|20)\d\d|strongly|"
    rf"in (?:{ANY_MONTH}))\b",
    re.IGNORECASE,
)
"""What shows that shares are of several times or groups, or lie within one another."""

REST = lazy_pattern(
    r"\bundecided\b|\bno (?:opinion|view|answer|preference|reply)\b|\b(?:don't|didn't|doesn't|did not|"
    r"do not) (?:know|answer|"
    r"say|care)\b|\bnot sure\b|\bunsure\b|\b(?:not|n't) (?:yet )?(?:decided|made up)|\byet to (?:decide|make up)\b|"
    r"\bthe rest\b|\bremain(?:ing|der)\b|"
    r"\bneither\b|\bdeclined\b|\brefused\b|\bwould not say\b|\bwouldn't say\b|\bcould(?: not|n't) (?:say|answer|"
    r"decide|choose)\b|\b(?:an)?other (?:candidate|"
    r"part(?:y|ies)|"
    r"answer)s?\b|\babstain\b|\b(?:were|are) neutral\b|\bindifferent\b|\bwould (?:stay (?:at )?home|not vote)\b|"
    r"\bsomeone else\b|\b[Oo]thers\b|\bnone of\b|\bthe other \d[\d.]* ?(?:%|per ?cent\b)|"
    r"\b(?:keep|leave|retain|stick (?:with|to)) "
    r"(?:(?:it|them|things|everything|the [\w-]+) (?:just )?as (?:it|they|things) "
    r"(?:is|are|was|were)\b|(?:the|its|their) (?:old|present|current|existing|former) [\w-]+|"
    r"(?:it|them|[\w ]{1,20}?) "
    r"unchanged)|\bno change\b|\b(?:do|change) nothing\b",
    re.IGNORECASE,
)
"""The answers that are left when all others are told."""

LEFT = lazy_pattern(r"\b(?:the (?:other|rest)|remain(?:ing|der))\b[\w' ]{0,20}$", re.IGNORECASE)
"""Before the share that is left when the others are taken off."""

STRONG = lazy_pattern(
    r"\b(?:[Ww]hich|[Ww]hat|[Ww]ho|[Ww]here|[Hh]ow)\b[^.?!]{3,80}\b(?:most(?: often)?|best|first|mainly|above all)\?|"
    r"\bthe one [a-z]+(?: [a-z]+)? (?:that|which|they|who|for)\b|"
    r"\b(?:which|what) (?:one|single|of the|was (?:the|their) (?:most|main|biggest|first))|\bsingle\b|\b(?:just|"
    r"only) one\b|"
    r"\bone (?:answer|choice|option|issue|thing|problem)\b|\b(?:chose|choose|picked|pick|named|name|gave) one\b|"
    r"\bmost important\b|\bmatter(?:s|ed) most\b|"
    r"\b(?:troubled|worried|"
    r"concerned|liked|wanted|valued) (?:them )?most\b|\bfirst choice\b|\bthe (?:biggest|main|top|greatest|"
    r"chief|usual) (?:\w+ )?(?:problem|issue|concern|worry|reason|threat|priority|way|means|mode|source)\b|"
    r"\b(?:their|your|its) (?:main|usual|chief|preferred|biggest|greatest|worst) \w+\b|\bfavou?rite\b|"
    r"\bto choose between\b|"
    r"\bwould (?:they|you) (?:vote|choose|prefer)",
    re.IGNORECASE,
)
"""A question with one answer, in so many words."""

ANSWERED = lazy_pattern(r"\b(?:answer(?:ed|s)?|replied|repl(?:y|ies)|responded|responses?)\b", re.IGNORECASE)
"""What people have given one of, where nothing else is told."""

ASKED = lazy_pattern(r"\b(?:asked|question\w*|polls?|surveys?)\b", re.IGNORECASE)

VOTE = lazy_pattern(
    r"\b(?:votes would be|would vote|"
    r"vot(?:e|ing) intention|intend to vote|plan to vote|leads?|leading|ahead|trail\w*|behind|"
    r"if (?:an?|the) "
    r"[\w ]{0,25}election|were held|runner|prefer\w*|choose|chose|picked|split|divided)\b|"
    r"\b(?:puts?|sees?|has|had) (?-i:[A-Z])[\w'-]+ (?:at|on)\b",
    re.IGNORECASE,
)
"""What people have one of: a vote, a preference."""

PLACED = lazy_pattern(r"(?:In|Among|On|At|Outside) ")
"""How a sentence about another group begins."""

FOLLOWS = lazy_pattern(
    r"(?!Of )[A-Z][^.;:]{2,50}? (?:follow(?:s|ed)|(?:was|is|were|came|comes?|ranked) (?:second|next|third)|took|got|"
    r"received|drew|had)\b",
)
"""How a sentence begins that tells of the answers behind the first one: "The castle followed with"."""

NEW_GROUP = lazy_pattern(
    r"(?:\bamong|(?<=[.;] )of|\b(?:percent|per cent|%)(?: (?:majority|plurality|minority))? of) "
    r"(?:the |all |its |their )?([\w'-]+(?: [\w'-]+)?)",
    re.IGNORECASE,
)

REACH = 6
"""Sentences over which the answers to one question may be told."""


class Question(Struct, frozen=True):
    """The shares of the answers to one question, in the order of the text; `listed` in a list or a table.

    `closed` is whether the last share is told as what is left of the others ("the remaining 11 percent").
    """

    answers: tuple[Answer, ...]
    listed: bool = False
    closed: bool = False

    @property
    def low(self) -> Fraction:
        """The least that they can add up to."""
        return least_sum([(answer.value, 2 * (answer.value - answer.low)) for answer in self.answers])

    @property
    def total(self) -> Fraction:
        """What they add up to as they are written."""
        return sum((answer.value for answer in self.answers), Fraction(0))

    @property
    def holds_a_whole(self) -> bool:
        """Whether the first or the last of the shares are a whole by themselves, the others of another question."""
        count = 0 if self.listed else len(self.answers)
        parts = [self.answers[:end] for end in range(2, count - self.closed)] + [
            self.answers[start:] for start in range(1, count - 1)
        ]
        return any(98 <= sum(answer.value for answer in part) <= 101 for part in parts)


def questions(article: Article) -> tuple[Question, ...]:
    """The single-choice questions of an article with their shares, no share in two of them."""
    return article.derive(_questions)


def _questions(article: Article) -> tuple[Question, ...]:
    if not any(each.kind == "percent" for each in article.quantities):
        return ()
    listed = tuple(_listed(article))
    return (*_told(article), *(listed if listed and POLLED.search(article.plain) else ()))


def _told(article: Article) -> Iterator[Question]:
    """Questions whose answers are told in sentences."""
    taken = -1
    for index, sentence in enumerate(article.sentences):
        if index <= taken or article.block_of(sentence).kind not in ("paragraph", "quote"):
            continue
        if not answers_in(article, sentence.span):
            continue
        last = _last(article, index)
        answers = tuple(
            each for near in range(index, last + 1) for each in answers_in(article, article.sentences[near].span)
        )
        if len(answers) > 1 and _is_question(article, index, last, answers):
            taken = last
            left = article.plain[answers[-2].span.end : answers[-1].span.start]
            behind = article.plain[answers[-1].span.end : article.sentences[last].span.end]
            yield Question(answers, closed=LEFT.search(left) is not None or REST.search(behind) is not None)


def _last(article: Article, index: int) -> int:
    """The sentence in which the answers that a sentence begins with are complete: the one that tells the rest."""
    text = article.plain_words(article.sentences[index].span)
    if REST.search(text) and len(answers_in(article, article.sentences[index].span)) > 1:
        return index
    chained = _chained(article, index)
    if chained > index:
        return chained
    raced = index
    for near in range(index + 1, min(index + REACH, len(article.sentences))):
        sentence = article.sentences[near]
        words = article.plain_words(sentence.span)
        if article.block_of(sentence).kind != "paragraph" or re.search(r"\b(?:asked|question|poll|survey)\b", words):
            return raced if not re.search(r"\bof those asked\b", words) or not REST.search(words) else near
        answers = answers_in(article, sentence.span)
        named = bool(answers) and all(rivals_of(article, sentence.span, answers))
        if near == index + 1 and len(answers) == 1 and AGAINST.search(words) and not PLACED.match(words):
            return near
        if answers and REST.search(words):
            one_vote = any(rivals_of(article, sentence.span, answers)) or not FOR.search(words)
            return near if len(answers) < 3 and one_vote else index
        named = named or FURTHER.match(words) is not None
        if near == index + 1 and len(answers) > 1 and FOLLOWS.match(words) and not PLACED.match(words):
            return near if len(answers_in(article, article.sentences[index].span)) == 1 else index
        if len(answers) > 1 and not named:
            return index
        raced = near if named and raced == near - 1 else raced
    return raced


def _chained(article: Article, index: int) -> int:
    """The last of the sentences near one that each give one answer in so many words: "The answer of 30 percent was"."""
    last = index
    for near in range(index, min(index + REACH, len(article.sentences))):
        sentence = article.sentences[near]
        answers = answers_in(article, sentence.span)
        if article.block_of(sentence).kind != "paragraph" or len(answers) > 1:
            break
        if answers:
            told = article.plain_words(sentence.span)
            if ANSWERED.search(told) is None or (near > index and ASKED.search(told)):
                break
            last = near
    return last


def _is_question(article: Article, index: int, last: int, answers: tuple[Answer, ...]) -> bool:
    text = article.plain[article.sentences[index].span.start : article.sentences[last].span.end]
    if not POLLED.search(_sentences(article, index - 6, last + 4)) and not _is_of_pollster(article, index, last):
        return False
    if SEVERAL.search(_sentences(article, index - 2, last + 1)) or NOT_PARTS.search(text):
        return False
    groups = {found[1].lower() for found in NEW_GROUP.finditer(text)}
    if len(groups) > 1 or re.search(r"\bmen\b.*\bwomen\b|\bwomen\b.*\bmen\b", text):
        return False
    if len(answers) > 2 and _chained(article, index) == last > index:
        return True
    if REST.search(text) or STRONG.search(_sentences(article, index - 1, last)):
        return True
    span = Span(article.sentences[index].span.start, article.sentences[last].span.end)
    if len(answers) > 2 and any(
        FURTHER.match(article.plain, each.span.start) for each in article.sentences[index + 1 : last + 1]
    ):
        return True
    if is_race(article, span, _sentences(article, index - 2, last + 2), answers) or is_scale(article, span, answers):
        return True
    return (len(answers) > 2 and VOTE.search(text) is not None) or are_opposed(article, answers)


def _is_of_pollster(article: Article, index: int, last: int) -> bool:
    """Whether the sentences themselves name a pollster: "according to Delfin, 55 percent"."""
    return any(known_in(article, each.span) for each in article.sentences[index : last + 1])


def _sentences(article: Article, first: int, last: int) -> str:
    near = article.sentences[max(0, first) : last + 1]
    return article.plain[near[0].span.start : near[-1].span.end]


def _listed(article: Article) -> Iterator[Question]:
    """Questions whose answers are the items of a list or the rows of a table with two columns."""
    blocks = article.document.blocks
    listed = [(index, block) for index, block in enumerate(blocks) if block.kind in ("item", "cell") and block.group]
    for _, members in groupby(listed, key=lambda pair: (pair[1].kind, pair[1].group)):
        rows = list(members)
        inside = [block for _, block in rows]
        answers = tuple(answer for block in inside for answer in answers_in(article, Span(block.start, block.end)))
        text = " ".join(article.plain[block.start : block.end] for block in inside)
        if len(answers) > 2 and _one_each(inside, len(answers)) and _is_list(article, rows[0][0], inside, text):
            yield Question(answers, listed=True)


def _one_each(blocks: list[Block], answers: int) -> bool:
    """Whether every item has one share, or every row of a table but its first."""
    return answers == len(blocks) if blocks[0].kind == "item" else len(blocks) in (2 * answers, 2 * answers + 2)


OTHERS = lazy_pattern(
    r"(?:(?:some|an|any|all) )?others?(?: [a-z]+)?\s*(?:$|[:(,—–-])|none(?: of (?:these|them))?\b|"
    r"no[- ](?:answer|opinion|preference)|"
    r"don['\N{RIGHT SINGLE QUOTATION MARK}]t know|(?:somewhere|something|someone) else\b|not sure|undecided|the rest\b",
    re.IGNORECASE,
)
"""How the last item of a list of answers begins."""


def _is_list(article: Article, first: int, inside: list[Block], text: str) -> bool:
    blocks = article.document.blocks
    before = " ".join(article.plain[block.start : block.end] for block in blocks[max(0, first - 2) : first])
    others = any(OTHERS.match(article.plain, block.start, block.end) for block in inside)
    near = before[-600:]
    if SEVERAL.search(f"{near} {text}") or NOT_PARTS.search(text):
        return False
    return bool(others or REST.search(text) or STRONG.search(near) or VOTE.search(near))
