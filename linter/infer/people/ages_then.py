"""Ages that people had at a time which the text dates: "joined in 1984, aged 19", "was 41 when she died"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, span_of
from linter.infer.dates.masked import MARKS, masked
from linter.infer.dates.spans_of_time import is_prose, ranges_in, times_of
from linter.infer.dates.stated_dates import StatedDate, stated_date
from linter.infer.people.aged_people import full_name, last_named
from linter.infer.people.ages import DEATH, IN_WORDS, OLDEST, in_figures
from linter.infer.people.births import FRONTED, NAME, Born, StatedBirth, births_in
from linter.match.extract import first, matches

AGE = rf"(?P<age>\d{{1,3}}|{IN_WORDS})"
CLOSE = r"(?=[,.;:)—–]|$| and\b| years old| but\b| when\b)"
WHO = rf"(?:{NAME}|\b(?:[Hh]e|[Ss]he))(?:, [^,;.]{{1,60}},)?"
DATE = rf"{MARKS['date']}++"
ONLY = r"(?: just| only| already| barely| still)?"

THEN = r"(?:then(?: aged)?|aged|by then|at the time|just|only|(?:who )?was(?: then| just| only| already| still)?)"
"""Before an age that somebody had at the date of the sentence."""

PATTERNS = (
    # Hlavsa was 59 in 1990; by 1990 she was 59; in 1990, Hlavsa, then 59, opened it.
    rf"{WHO}(?:,? who)? was{ONLY} {AGE}(?: years old)? (?:in|on|by) {DATE}",
    rf"\b(?:[Ii]n|[Oo]n|[Bb]y) {DATE},? (?:when )?{WHO},? {THEN} {AGE}{CLOSE}",
    # Hlavsa, then 59, opened it in 1990.
    rf"{WHO}, (?:then|who was(?: then)?) {AGE}, [^.;:]{{3,80}}? (?:in|on) {DATE}",
    # Reis was 25 when she joined in 1999.
    rf"{WHO} was{ONLY} {AGE}(?: years old)? when [^.;:]{{3,80}}? (?:in|on) {DATE}",
    # Lund joined in 1984, aged 19; in 1984, when she was 19.
    rf"\b(?:in|on) {DATE},? (?:at the age of|at age|aged|(?:when )?(?:he|she) was{ONLY}) {AGE}{CLOSE}",
    rf"\bin {DATE},? at {AGE}(?=[,.;]|$)",
    # At 19, in 1984, she joined; aged 60 in 1980.
    rf"\b(?:[Aa]t the age of|[Aa]ged|(?:[Ww]hen )?(?:he|she) was{ONLY}|[Aa]t age) {AGE},? (?:in|on) {DATE}",
    rf"\b[Aa]t {AGE}, in {DATE}",
    # Died on 3 March 1975 in Leeds at the age of 78.
    (
        rf"\b(?:died|was killed|drowned|was shot) [^.;:]{{0,40}}?(?:in|on) {DATE}[^.;:]{{0,40}}?,? "
        rf"(?:at the age of|at age|aged|at) {AGE}{CLOSE}"
    ),
)
"""How a sentence gives somebody's age at one date of it."""

TURNING = (
    (
        rf"{WHO}(?:,? who)? (?:turned|turns|will turn|would (?:have )?turn(?:ed)?|will be|would (?:be|have been)) {AGE}"
        rf"(?: years old)? (?:in |on )?{DATE}"
    ),
)
"""How a sentence dates a birthday."""

DEATHS = (
    rf"\bwas{ONLY} {AGE}(?: years old)? when (?:he|she) died\b",
    rf"\bdied(?: [^,.;:<>]{{1,30}})? (?:at the age of|at age|aged|at) {AGE}{CLOSE}",
    rf"\blived to (?:be |the age of |reach ){AGE}{CLOSE}",
    rf"\b(?:he|she|was) (?:dead )?at {AGE}{CLOSE}",
)
"""How a text gives the age of somebody whose life it dates."""

LINE = rf"^\W*(?P<name>He|She) was{ONLY} {AGE}(?: years old)?(?: then| at the time)?\W*$"
"""The whole sentence after one that tells a death, or what somebody did at a date."""

ACTED = rf"^\W*(?:(?:In|On|By) {DATE},? )?(?:[Hh]e|[Ss]he|{NAME}) (?!was\b|is\b|has\b|had\b)\p{{Ll}}+ "
"""The beginning of a sentence that tells what somebody did."""

BIRTH_BEFORE = lazy_pattern(r"\b(?:[Bb]orn|[Bb]irth)\b[^;.\d]{0,40}$")


LIKELY = lazy_pattern(
    rf"\b(?:aged?|at|age of|was|just|only|still|already|barely|be|turn|turned|turns|been|then|time) (?:\d|{IN_WORDS})",
    re.IGNORECASE,
)
"""What stands before every age that the patterns here read."""


class AgeThen(Struct, frozen=True):
    """An age of a person at a time; `span` is the figure, `on` the first and the last day that the time can be.

    `birth` is the one that the words themselves tell with it ("(1931–2026)").
    """

    who: str
    years: int
    span: Span
    on: Born
    birth: StatedBirth | None = None


class Life(Struct, frozen=True):
    """The two ends of a life, in brackets after a name."""

    birth: StatedBirth
    died: Born


def ages_then(article: Article) -> Iterator[AgeThen]:
    """The ages at other times than that of writing, outside quotations."""
    for index, sentence in enumerate(article.sentences):
        text = article.plain_words(sentence.span)
        if is_prose(sentence) and LIKELY.search(text):
            for found in (*_dated(article, sentence), *_at_death(article, sentence), *_line(article, index)):
                if article.quotation_at(found.span) is None and 1 <= found.years <= OLDEST:
                    yield found


def _dated(article: Article, sentence: Sentence) -> Iterator[AgeThen]:
    dates = tuple(_dates(article, sentence))
    if not dates:
        return
    text = masked(article, sentence, (("date", date.mention.span) for date in dates))
    for patterns, days in ((PATTERNS, _days), (TURNING, _after_birthday)):
        for pattern in patterns:
            for match in matches(pattern, text, cased=True):
                inside = [d for d in dates if match.start() <= d.mention.span.start - sentence.span.start < match.end()]
                on = days(inside[0]) if len(inside) == 1 else None
                who = "" if _is_of_two(text, match) else _who(article, sentence, match)
                birth = None if who else _only_birth(article, sentence)
                if on is not None and (who or birth is not None):
                    yield AgeThen(who or NOBODY, *_age(sentence, match), on, birth)


HE, SHE = lazy_pattern(r"\b[Hh]e\b"), lazy_pattern(r"\b[Ss]he\b")


def _is_of_two(text: str, match: Any) -> bool:
    """Whether an age without a name stands in a sentence about two: "He died in 1999, when she was 11"."""
    named = match.groupdict().get("name") not in (None, *PRONOUNS)
    return not named and HE.search(text) is not None and SHE.search(text) is not None


def _only_birth(article: Article, sentence: Sentence) -> StatedBirth | None:
    """The one birth in a sentence that names nobody: "The painter was born in 1901 and died in 1975, aged 78"."""
    births = [birth for birth, _ in births_in(article, sentence)]
    return births[0] if len(births) == 1 and not births[0].who else None


def _dates(article: Article, sentence: Sentence) -> Iterator[StatedDate]:
    """The dates of a sentence whose year is certain, but those of births and those of a range."""
    text = article.plain_words(sentence.span)
    ranges = ranges_in(article, sentence)
    for mention in times_of(article, sentence):
        if any(each.span.contains(mention.span) for each in ranges):
            continue
        date = stated_date(article, mention)
        known = date is not None and mention.earliest is not None and len(mention.value) > len("199")
        if date is not None and known and (date.own_year or date.day is not None):
            lead = text[: mention.span.start - sentence.span.start]
            if not BIRTH_BEFORE.search(lead):
                yield date


def _days(date: StatedDate) -> Born | None:
    """The first and the last day that a date can be."""
    first_day, last_day = date.mention.earliest, date.mention.latest
    return None if first_day is None or last_day is None else (first_day, last_day)


def _after_birthday(date: StatedDate) -> Born | None:
    """A day on which somebody has the age who has a birthday in a year: its last."""
    days = _days(date) if date.day is None else None
    if days is None or days[0].year != days[1].year:
        return None
    end = datetime.date(days[1].year, 12, 31)
    return end, end


def _at_death(article: Article, sentence: Sentence) -> Iterator[AgeThen]:
    lives = article.derive(_lives)
    if not lives:
        return
    text = article.plain_words(sentence.span)
    for pattern in DEATHS:
        for match in matches(pattern, text, cased=True):
            life = lives.get(_who(article, sentence, match))
            if life is not None and not any(_dates(article, sentence)):
                yield AgeThen(
                    life.birth.who,
                    *_age(sentence, match),
                    life.died,
                    life.birth,
                )


def _line(article: Article, index: int) -> Iterator[AgeThen]:
    """The age that a sentence of its own gives to whose death, or act, the one before dates."""
    sentence = article.sentences[index]
    match = first(LINE, article.plain_words(sentence.span), cased=True)
    if match is None or index == 0:
        return
    before = article.sentences[index - 1]
    dates = tuple(_dates(article, before))
    on = _days(dates[0]) if len(dates) == 1 else None
    who = last_named(article, sentence.span.start)
    if who and on is not None and (DEATH.search(article.plain_words(before.span)) or _acted(article, before, dates[0])):
        yield AgeThen(who, *_age(sentence, match), on)


def _acted(article: Article, sentence: Sentence, date: StatedDate) -> bool:
    return first(ACTED, masked(article, sentence, [("date", date.mention.span)]), cased=True) is not None


def _age(sentence: Sentence, match: Any) -> tuple[int, Span]:
    """The years of age that a match gives, and their place."""
    return in_figures(match["age"]), span_of(match, sentence.span.start, "age")


def _who(article: Article, sentence: Sentence, match: Any) -> str:
    name = match.groupdict().get("name")
    if name and name not in PRONOUNS:
        return full_name(article, name)
    text = article.plain_words(sentence.span)
    fronted = first(FRONTED, text[match.end() :], cased=True) if text[: match.start()].strip(" \"'“") == "" else None
    if fronted is not None and fronted["name"] not in PRONOUNS:
        return full_name(article, fronted["name"])
    return last_named(article, sentence.span.start + match.end("age"))


NOBODY = "the one"
"""In the place of a name, where a noun alone tells who is meant."""

PRONOUNS = frozenset(("He", "She", "It", "They"))


OF_WHOM = rf"{NAME},? \($"


def _lives(article: Article) -> dict[str, Life]:
    """The lives that brackets after a name date: "Eva Brun (1950–2026)", "(12 July 1901 – 3 March 1975)"."""
    found: dict[str, Life] = {}
    for sentence in filter(is_prose, article.sentences):
        text = article.plain_words(sentence.span)
        for each in ranges_in(article, sentence):
            start, end = each.span.start - sentence.span.start, each.span.end - sentence.span.start
            who = _bracketed(article, text, start) if text[end : end + 1] == ")" else ""
            born, died = _days(each.start), _days(each.end)
            if who and born is not None and died is not None and 0 < died[1].year - born[0].year <= OLDEST:
                found.setdefault(who, Life(StatedBirth(who, born, each.start.mention.span), died))
    return found


def _bracketed(article: Article, text: str, start: int) -> str:
    named = first(OF_WHOM, text[:start], cased=True)
    return "" if named is None else full_name(article, named["name"])
