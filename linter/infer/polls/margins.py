"""Margins of error that a text states, each with the samples that it can belong to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, span_of
from linter.infer.polls.margin_cues import CUE, CUE_AFTER, CUE_AFTER_ANY, may_announce
from linter.infer.polls.samples import bare_samples, samples_in

WORDS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}

NUMBER = rf"(?P<number>\d{{1,2}}(?:[.,]\d{{1,2}})?(?![\d,.]*\d)|\b(?:{'|'.join(WORDS)})\b)(?P<half> and a half| ?½)?"

UNIT = (
    r"(?:[ -]?(?:percentage|percent|per cent|pct|%)?[ -]?(?:points?\b|pts?\b|pp\b)| ?(?:percent\b|per cent\b|%|"
    r"pct\b))"
)

VALUE = lazy_pattern(rf"(?:plus[ -]or[ -]minus |± ?|\+/?[-−–] ?)?(?<![\d.,]){NUMBER}(?P<unit>{UNIT})?", re.IGNORECASE)

FAR = 140
"""Code points after its cue in which a margin stands."""

BESIDE = 60
"""Code points before and after a value that are read with it."""

STOP = lazy_pattern(r"[;!?]|\.(?= )")

OF_DIFFERENCE = lazy_pattern(
    r"\b(?:margin|error)(?: of (?:\w+ )?error)? (?:on|for|of|in) (?:the |a |any |such a |that )?(?:\w+ )?"
    r"(?:difference|lead|gap|change)s?\b",
    re.IGNORECASE,
)
"""A margin on a lead is another one."""

GAP_BEFORE = lazy_pattern(
    r"\b(?:gap|lead|difference|edge|advantage|swing|ahead|behind|rise|fall)(?: of| by| is| was)? $", re.I
)
GAP_AFTER = lazy_pattern(
    r"[ -](?:lead|gap|difference|edge|advantage|swing|ahead|behind|between|more|less|up|down)\b", re.I
)
"""Points that are no margin but how far one is ahead."""

LEVEL = lazy_pattern(
    r"(?P<percent>\d{2}(?:\.\d+)?) ?(?:%|-?percent|-?per cent|pct)(?:[ -](?:level of |degree of |interval of )?"
    r"(?:confiden|certain|probab|likelihood|credib|sure)|[ -](?:level|interval))"
    r"|\b(?:confidence|certainty|probability|credibility)(?: (?:level|interval))?(?: (?:of|at|is|was|being))?:? ?"
    r"(?P<stated>\d{2}(?:\.\d+)?) ?(?:%|percent|per cent)"
    r"|\b(?P<times>\d+|nine|nineteen) (?:times|cases|samples|polls|surveys) (?:out of|in|of) (?:every )?"
    r"(?P<out>\d+|ten|twenty|a hundred)",
    re.IGNORECASE,
)
SPELLED = {"nine": 9, "nineteen": 19, "ten": 10, "twenty": 20, "a hundred": 100}

RANGE_AFTER = lazy_pattern(r"^ ?(?:to|and|or|-|–|—) ?(?:plus or minus |± ?)?\d", re.IGNORECASE)
LESS = lazy_pattern(
    r"\b(?:less than|under|below|no more than|at most|up to|not exceed(?:ing)?|maximum(?: of)?)\W*$", re.IGNORECASE
)
MORE = lazy_pattern(r"\b(?:more than|over|above|at least|exceeds)\W*$", re.IGNORECASE)
ABOUT = lazy_pattern(r"\b(?:about|around|roughly|approximately|some|nearly|almost|close to)\W*$", re.IGNORECASE)

NEAR = 4
"""Sentences before a margin in which its sample is looked for."""


class Margin(Struct, frozen=True):
    """A stated margin of error: its value and bounds in points, its confidence level, and the samples it may have.

    `samples` are more than one where the text does not tell which it is of.
    """

    span: Span
    value: Fraction
    low: Fraction
    high: Fraction
    level: Fraction
    samples: tuple[Quantity, ...]


def margins(article: Article) -> tuple[Margin, ...]:
    """The margins of error of an article, sorted by place."""
    return article.derive(_margins)


def _margins(article: Article) -> tuple[Margin, ...]:
    if not may_announce(article.plain):
        return ()
    found: list[Margin] = []
    for index, sentence in enumerate(article.sentences):
        text = article.plain_words(sentence.span)
        spoken = bool(found) and index - article.sentence_index(found[-1].span.start) <= 1
        values = tuple(each for each in _values(text, spoken=spoken) if not _is_loose(article, sentence.span, each))
        if values and not OF_DIFFERENCE.search(text):
            found += _in_sentence(article, index, values)
    return tuple(found)


OF_ERROR = lazy_pattern(r"\b(?:margin|error|uncertainty|accura\w+|plus or minus)\b", re.IGNORECASE)


def _is_loose(article: Article, sentence: Span, found: re.Match[str]) -> bool:
    """Whether a speaker only says how far off a figure could be: "Two points either way, so I would not cheer"."""
    quotation = article.quotation_at(span_of(found, sentence.start))
    return quotation is not None and OF_ERROR.search(article.plain_words(sentence)) is None


def _values(text: str, *, spoken: bool) -> Iterator[re.Match[str]]:
    """The values of margins in a sentence; `spoken` where the sentence before spoke of one."""
    announced = may_announce(text)
    if not announced and not spoken:
        return
    cues = [found.start() for found in CUE.finditer(text)] if announced else []
    if not cues and not spoken and CUE_AFTER_ANY.search(text) is None:
        return
    for found in VALUE.finditer(text):
        before, after = _before(found), text[found.end() : found.end() + BESIDE]
        if LEVEL.match(text, found.start("number")) or (found["unit"] is None and not _bare(before, after)):
            continue
        told = _announced(cues, found) or CUE_AFTER.match(after) or (spoken and _goes_on(found, before))
        if (told or (cues and _goes_on(found, before))) and not _is_share(before, after):
            yield found


def _announced(cues: list[int], found: re.Match[str]) -> bool:
    """Whether a cue stands before a value in the same part of its sentence."""
    index = bisect_right(cues, found.start()) - 1
    near = index >= 0 and found.start() - cues[index] <= FAR
    return near and STOP.search(found.string, cues[index], found.start()) is None


def _before(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - BESIDE) : found.start()]


def _bare(before: str, after: str) -> bool:
    """Whether a number without a unit stands where a margin must: after "margin of error is"."""
    return re.search(
        r"(?:error|margin|uncertainty)(?: (?:is|was|of|at))*:? ?$", before, re.IGNORECASE
    ) is not None and (re.match(r"[.,;)]|$", after) is not None)


def _goes_on(found: re.Match[str], before: str) -> bool:
    """Whether a value in points goes on about a margin: "for the 312 renters it is 5.5 points"."""
    points = "p" in (found["unit"] or "").replace("percent", "").replace("per cent", "")
    return points and re.search(r"\b(?:it|that|this|which|is|was|to|rises|and|or|,) $", before) is not None


def _is_share(before: str, after: str) -> bool:
    """Whether a percentage after the cue is a result rather than the margin: "percent of voters"."""
    if re.match(r" (?:of (?!error)|said|say|favou?r|oppos|support|would|were|approv|think|want)", after):
        return True
    return GAP_BEFORE.search(before) is not None or GAP_AFTER.match(after) is not None


def _in_sentence(article: Article, index: int, values: tuple[re.Match[str], ...]) -> Iterator[Margin]:
    sentence = article.sentences[index].span
    text = article.plain_words(sentence)
    own = samples_in(article, sentence, strict=False) or bare_samples(article, sentence)
    level = _level(article, index)
    for number, found in enumerate(values):
        bounds = _bounds(found)
        if bounds is None:
            continue
        samples = own or _around(article, index)
        if own and OF_ALL.match(text, found.end()):
            samples = _around(article, index)
        elif len(own) == len(values) > 1:
            samples = (own[number],)
        elif own:
            samples = _of_clause(text, sentence.start, found.start(), own)
        span = span_of(found, sentence.start)
        yield Margin(span, *bounds, level, samples)


OF_ALL = lazy_pattern(
    r",? (?:overall\b|(?:for|on|among|in) (?:all\b|every(?:one|body)\b|the (?:whole|full|entire|total|overall) ))",
    re.IGNORECASE,
)
"""After a margin that is that of the whole sample, which another sentence tells: "2 points for all of them"."""


def _of_clause(text: str, offset: int, place: int, own: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The samples in the same part of a sentence between semicolons, else all of them."""
    start = text.rfind(";", 0, place) + 1
    end = text.find(";", place) % (len(text) + 1)
    inside = tuple(each for each in own if start <= each.span.start - offset < end)
    return inside or own


def _bounds(found: re.Match[str]) -> tuple[Fraction, Fraction, Fraction] | None:
    """A margin's value, and the least and the most it can stand for; None for a range and for nought."""
    words = found["number"].lower().replace(",", ".")
    value = Fraction(WORDS[words]) if words in WORDS else Fraction(words)
    step = Fraction(1, 10 ** len(words.partition(".")[2])) if words not in WORDS else Fraction(1)
    value, step = (value + Fraction(1, 2), Fraction(1, 2)) if found["half"] else (value, step)
    before = _before(found)
    if (
        RANGE_AFTER.match(found.string[found.end() : found.end() + BESIDE])
        or re.search(r"\bbetween $", before)
        or not value
    ):
        return None
    if re.search(r"\d ?(?:%|percent|points?)? ?(?:to|and|-|–) $", before):
        return None
    low, high = value - step / 2, value + step / 2
    if LESS.search(before):
        low = Fraction(0)
    if MORE.search(before):
        high = value * 2
    if ABOUT.search(before):
        low, high = low - step / 2, high + step / 2
    return value, low, high


def _level(article: Article, index: int) -> Fraction:
    """The confidence level that a sentence or its neighbours state, else 95 percent."""
    for near in (index, index + 1, index - 1):
        if 0 <= near < len(article.sentences):
            found = LEVEL.search(article.plain_words(article.sentences[near].span))
            level = None if found is None else _stated_level(found)
            if level is not None and 50 <= level < 100:
                return level
    return Fraction(95)


def _stated_level(found: re.Match[str]) -> Fraction | None:
    if found["times"]:
        times, out = (Fraction(SPELLED.get(found[group].lower(), found[group])) for group in ("times", "out"))
        return times / out * 100 if out else None
    return Fraction(found["percent"] or found["stated"])


def _around(article: Article, index: int) -> tuple[Quantity, ...]:
    """The samples in the nearest sentence before that has any, else in the one after."""
    for near in (*range(index - 1, max(-1, index - 1 - NEAR), -1), index + 1, index + 2):
        if 0 <= near < len(article.sentences):
            samples = samples_in(article, article.sentences[near].span, strict=True)
            if samples:
                return samples
    return ()
