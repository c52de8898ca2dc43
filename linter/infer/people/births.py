"""Births that an article dates: whose, and on which days they can have been."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.spans_of_time import is_prose, times_of
from linter.infer.dates.stated_dates import StatedDate, stated_date
from linter.infer.people.aged_people import full_name, leading_name
from linter.match.extract import matches

NAME = (
    r"(?P<name>\p{Lu}[\p{L}'-]+\.?(?: (?:\p{Lu}[\p{L}'-]*\.?|(?:van|von|de|der|den|del|di|da|du|la|le|al|"
    r"bin|ibn|el|dos|y)(?= ))){0,5})"
)
Born = tuple[datetime.date, datetime.date]
"""The first and the last day on which a birth can have been."""


class StatedBirth(Struct, frozen=True):
    """A birth that the article dates. `who` is empty for a pronoun, whose `gender` is "he" or "she"."""

    who: str
    born: Born
    span: Span
    gender: str = ""


BORN_BEFORE = (
    rf"{NAME}(?:,? \(?(?:aged? )?\d{{1,3}}(?: years old)?\)?)?(?:, (?:an?|the|his|her|"
    rf"their) [^,;.]{{1,60}}|, (?:who|whose|now|once|one of) [^,;.]{{1,60}},| \([^()]{{1,60}}\))?[, (]*"
    r"(?:(?:who|and) )?(?:was |is )?$"
)
PRONOUN = r"(?:^|[,;.] |\band |\")(?P<pronoun>He|She|he|she) (?:was )?$"
FRONTED = rf"^,?(?: [^,;.]{{1,50}},)? {NAME}"
FRONTED_PRONOUN = r"^,?(?: [^,;.]{1,50},)? (?P<pronoun>he|she)\b"
BORN = lazy_pattern(r"\b[Bb]orn\b|\(b\.")
APPOSED = lazy_pattern(r"\W*(?:An?|The) [^,;.:]{2,60}, ")
"""Before a "born" that opens with another apposition: "A cobbler's son, born in 1930, he …"."""

REACH = 70


def stated_births(article: Article) -> Iterator[StatedBirth]:
    """The births that the article dates by a year at least."""
    yield from _lives(article)
    told = sorted({article.sentence_index(born.start()) for born in BORN.finditer(article.plain)})
    for sentence in filter(is_prose, (article.sentences[index] for index in told)):
        yield from (birth for birth, _ in births_in(article, sentence) if birth.who or birth.gender)


def births_in(article: Article, sentence: Sentence) -> Iterator[tuple[StatedBirth, int]]:
    """The births of a sentence, also those of nobody who is named, and where "born" stands in it."""
    text = article.plain_words(sentence.span)
    for born in BORN.finditer(text):
        date = _date_after(article, sentence, born.end())
        if date is not None and date.mention.earliest is not None and date.mention.latest is not None:
            end = date.mention.span.end - sentence.span.start
            who, gender = _subject(article, text, born.start(), end)
            days = date.mention.earliest, date.mention.latest
            yield StatedBirth(who, days, date.mention.span, gender), born.start()


LIFE = rf"{NAME} \((?P<born>1[89]\d\d|20\d\d) ?[-–—] ?(?P<died>\d{{4}})\)"


def _lives(article: Article) -> Iterator[StatedBirth]:
    """The births of people who died in the year of the article: "Eva Brun (1950–2026)"."""
    for match in matches(LIFE, article.plain, cased=True) if article.date is not None else ():
        who, born = full_name(article, match["name"]), int(match["born"])
        if who and article.date is not None and int(match["died"]) == article.date.year:
            days = datetime.date(born, 1, 1), datetime.date(born, 12, 31)
            yield StatedBirth(who, days, Span(*match.span("born")))


def _date_after(article: Article, sentence: Sentence, place: int) -> StatedDate | None:
    """The first date with a year that follows close by in the clause."""
    for mention in times_of(article, sentence):
        start = mention.span.start - sentence.span.start
        date = stated_date(article, mention) if place <= start <= place + REACH else None
        if date is not None:
            gap = article.plain_words(sentence.span)[place:start]
            return date if date.own_year and len(mention.value) > len("199") and not GAP.search(gap) else None
    return None


GAP = lazy_pattern(r"[;.]|\b(?:and|but|who|to|before|after)\b")


def _subject(article: Article, text: str, born: int, end: int) -> tuple[str, str]:
    before = text[:born].removesuffix("(")
    if before.strip(" \"'") == "" or APPOSED.fullmatch(before):
        pronoun = next(matches(FRONTED_PRONOUN, text[end:], cased=True), None)
        if pronoun is not None:
            return "", pronoun["pronoun"]
        fronted = next(matches(FRONTED, text[end:], cased=True), None)
        return ("" if fronted is None else full_name(article, fronted["name"])), ""
    pronoun = next(matches(PRONOUN, before, cased=True), None)
    if pronoun is not None:
        return "", pronoun["pronoun"].lower()
    named = next(matches(BORN_BEFORE, before, cased=True), None)
    return ("" if named is None else leading_name(article, named["name"])), ""


def ages_on(born: Born, day: datetime.date) -> tuple[int, int]:
    """The least and the most years of age on a day."""
    return _years(born[1], day), _years(born[0], day)


def _years(born: datetime.date, day: datetime.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
