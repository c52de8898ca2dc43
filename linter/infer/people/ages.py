"""Ages and births of the people of an article, and who is meant by a surname alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.annotation.quantities.words import DIGITS, TEENS, TENS
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, span_of
from linter.infer.dates.spans_of_time import is_prose, times_of
from linter.infer.dates.stated_dates import stated_date
from linter.infer.people.aged_people import dead_before, full_name, holder_of, is_tally, last_named
from linter.infer.people.births import BORN, NAME, REACH, StatedBirth, births_in
from linter.match.extract import matches

PLAIN = (
    r"(?: (?!(?:about|after|against|and|as|at|by|for|from|had|has|in|is|named|of|on|or|said|that|to|was|"
    r"when|whether|who|whose|with)\b)\p{Ll}[\p{L}'-]*){0,4}"
)
"""Words of a noun phrase before a name: "retired bus driver"."""
AFTER_COMMA = (
    rf"{NAME}(?: \([^()]*\))?, (?:(?P<then>then),? )?(?:aged? )?(?P<age>\d{{1,3}})(?=[,.;:)\"](?!\d)|$|"
    rf" and\b| —| said| years old)"
)
IN_BRACKETS = rf"{NAME} \((?:aged? )?(?P<age>\d{{1,3}})\)"
IS = (
    rf"{NAME}(?:,? (?:who )?)(?:is|turns|has turned|turned)(?: now| already)? (?P<age>\d{{1,3}})(?=[,.;:]|"
    rf"$| and\b| years old| on\b| in \p{{Lu}}| (?:this|next|last|later|earlier|today|tomorrow|yesterday)\b)"
)
DIES = (
    rf"{NAME}(?: \([^()]{{1,40}}\))?(?:, (?:who|[^,;.]{{1,60}},))? (?:dies|died|has died|"
    rf"is dead)(?: [^,;.]{{1,50}})? (?:at|aged|"
    rf"at the age of|at age) (?P<age>\d{{1,3}})(?=[,.;:]|$| )"
)
FULL_NAME_BEFORE = r"(?<= \p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+)(?! \p{Ll}+(?:er|ers|or|ist|fan|aide)\b)"
VERB_AFTER = (
    r"(?=[,.;:)\"]|$| (?:is|was|has|had|will|who|said|says|and|of|from|\p{Ll}+ed|"
    r"won|lost|told|made|took|went|came|became|left)\b)"
)
"""After a name that is no adjective: "the 78-year-old Trump supporter" is not Trump."""

IN_WORDS = rf"(?i:\b(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(DIGITS)}))?|{'|'.join(TEENS)})\b)"
"""An age written out, from ten on."""

AGED_BEFORE = rf"(?P<age>\d{{1,3}}|{IN_WORDS})-year-old{PLAIN},? {NAME}(?:{FULL_NAME_BEFORE}|{VERB_AFTER})"
AGED_AFTER = rf"{NAME}, (?:an?|the|now an?) (?P<age>\d{{1,3}})-year-old\b"
THE_ROLE = r"\b(?:[Tt]he) (?P<role>\p{Ll}[\p{L}-]+), (?P<age>\d{1,3}),"
PRESENT = r" (?:still |now |also )?(?!was\b|has been\b)(?:is|has|says|\p{Ll}{2,}s)\b"
AT_AGE = r"(?:^|[.;\"] |, (?:and|but) )\W?(?:At|at|Aged|aged|Now|now|Now aged) (?P<age>\d{1,3}), "
AT_OPENING = rf"{AT_AGE}{NAME}(?:, (?:who|the|an?) [^,;.]{{1,60}},)?(?={PRESENT}| was born\b)"
YEAR_OLD = "-year-old"
AT = ("At ", "at ", "ged ", "ow ")

STATEMENTS = (
    (AFTER_COMMA, (", ",)),
    (IN_BRACKETS, (" (",)),
    (IS, (" is ", " turn", "has t")),
    (DIES, (" die", "is dead")),
    (AGED_BEFORE, (YEAR_OLD,)),
    (AGED_AFTER, (YEAR_OLD,)),
    (THE_ROLE, ("he ",)),
    (AT_OPENING, AT),
)
"""How news states an age; each pattern with texts of which one stands in all that it matches."""

AT_PRONOUN = rf"{AT_AGE}(?:he|she){PRESENT}"
PRONOUN_IS = (
    r"(?:^|[.;\"] |, (?:and|but) |\band )\W?(?:He|She|he|she) (?:is|turns|has (?:just )?turned|"
    r"turned(?= \d{1,3} (?:last|this|earlier|yesterday|today|on)\b))(?: now| already| only)? "
    r"(?P<age>\d{1,3})(?=[,.;:]|$| and\b| years old| on \p{Lu}| (?:this|last|next|earlier|today|yesterday)\b)"
)
PERSON = (
    r"man|woman|boy|girl|teenager|student|pupil|athlete|swimmer|runner|cyclist|driver|striker|midfielder|defender|"
    r"goalkeeper|forward|player|singer|actor|actress|musician|pianist|violinist|writer|novelist|poet|painter|artist|"
    r"politician|farmer|lawyer|doctor|nurse|teacher|engineer|pilot|soldier|widow|widower|pensioner|grandmother|"
    r"grandfather|champion|veteran|winner|skier|climber|sailor|boxer|golfer|sprinter|rower|wrestler|jockey"
)
THE_AGED = (
    rf"\b[Tt]he (?P<age>\d{{1,3}}|{IN_WORDS})-year-old(?: (?:{PERSON}))?"
    r"(?=[,.;]|$|\"| (?:is|was|has|had|will|would|who|said|says|told|added|also|then|now|from|won|lost|made|took|ran|"
    r"swam|went|came|began|left|wrote|sang|plays|hopes|wants|grew|lives|works|runs|leads|plans|got|found|\p{Ll}{3,}ed)\b)"
)
YEARS_OLD = lazy_pattern(YEAR_OLD)
FIGURE = lazy_pattern(r"\d\d*")
"""It begins with one digit, so that a search passes over anything else at once."""

LONGEST = 3
"""Digits of an age."""

LEADS = (", ", "(", *(f"{word} " for word in (
    "then then, is was turns turned now already only at At aged Aged of age Now").split()))  # fmt: skip
"""What stands right before a figure in the statements of an age."""

WAS_AT_DEATH = r"^\W*(?:He|She) was (?P<age>\d{1,3})(?: years old)?\.\W*$"
"""After a sentence that tells a death: "She was 77."."""

TURNS = lazy_pattern(r"\bturns \d+$")
DEATH = lazy_pattern(r"\b(?:died|dies|was killed|was found dead|passed away|is dead)\b")

REFERRING = (
    (AT_PRONOUN, AT), (PRONOUN_IS, ("e is", "e turn", "e has")), (THE_AGED, (YEAR_OLD,)), (WAS_AT_DEATH, ("e was",))
)  # fmt: skip
"""How news states the age of somebody whom it has just named; each pattern as in `STATEMENTS`."""

THEN = lazy_pattern(
    r"\b(?:then|at the time|when (?:he|she|it|they)|back then|in those days|as a (?:boy|girl|child))\b", re.IGNORECASE
)
SINCE = lazy_pattern(r"\bsince $")
WHO = lazy_pattern(r"\b(?:who|which|whose|where|that|born)\b")
OLDEST = 119


class StatedAge(Struct, frozen=True):
    """An age of a person at the moment of writing; `who` is the fullest name, `span` the figure.

    `named` is False where only a pronoun or "the 20-year-old" tells whose it is. `birth` is the one that its clause
    tells with it. `dead` tells that it is the age at a death, which can be some weeks old; `turns` that the birthday
    may be to come, `lately` that the age can be that of last year.
    """

    who: str
    years: int
    span: Span
    named: bool = True
    birth: StatedBirth | None = None
    dead: bool = False
    turns: bool = False
    lately: bool = False


def stated_ages(article: Article) -> tuple[StatedAge, ...]:
    """The ages at the moment of writing, in reading order, each place once."""
    return article.derive(_stated_ages)


def _stated_ages(article: Article) -> tuple[StatedAge, ...]:
    likely = sorted({article.sentence_index(place) for place in _likely_places(article.plain)})
    if not likely:
        return ()
    sentences = filter(is_prose, (article.sentences[index] for index in likely))
    found = {age.span: age for sentence in sentences for age in _ages(article, sentence)}
    return tuple(found[span] for span in sorted(found))


def _likely_places(text: str) -> Iterator[int]:
    """Where something stands that all statements of an age have; the patterns are dear, most sentences have none."""
    for found in FIGURE.finditer(text):
        start, end = found.span()
        if end - start <= LONGEST and text.endswith(LEADS, 0, start):
            yield start
    for found in YEARS_OLD.finditer(text):
        yield found.start()


def _matches(patterns: Iterable[tuple[str, tuple[str, ...]]], text: str) -> Iterator[tuple[str, Any]]:
    for pattern, needed in patterns:
        if any(each in text for each in needed):
            yield from ((pattern, match) for match in matches(pattern, text, cased=True))


def _ages(article: Article, sentence: Sentence) -> Iterator[StatedAge]:
    text = article.plain_words(sentence.span)
    for pattern, match in _matches(STATEMENTS, text):
        groups = match.groupdict()
        who = holder_of(article, groups["role"]) if groups.get("role") else full_name(article, groups["name"])
        years = in_figures(groups["age"])
        span = span_of(match, sentence.span.start, "age")
        old = pattern == DIES and not _is_fresh(article, sentence)
        told = "then" if old or groups.get("then") else _told(article, sentence, match.end("age"))
        if who and 1 <= years <= OLDEST and told != "then" and not (pattern == AFTER_COMMA and is_tally(text, match)):
            turns, lately = TURNS.search(match[0]) is not None, told == "lately"
            yield StatedAge(who, years, span, dead=pattern == DIES, turns=turns, lately=lately)
    yield from _referring(article, sentence)
    yield from _with_birth(article, sentence) if BORN.search(text) else ()


AGE_AFTER = (
    r"^\)?(?:,? (?:and|but|who|so|she|he|and (?:who|she|he)))?,? (?:is|turns|turned|has (?:just )?turned|would be)"
    r"(?: now| already| still| only| just)* (?P<age>\d{1,3})(?=[,.;:)]|$| years old| and\b| but\b| today\b| now\b)"
)
NOW_AFTER = r"^\)?,? (?:and )?(?:is |so |who is )?now (?:aged )?(?P<age>\d{1,3})(?=[,.;:)]|$| years old| and\b)"
AGE_BEFORE = (
    r"(?:, (?:aged |who is )?|\bis (?:now |already )?)(?P<age>\d{1,3})(?: years old)?(?: and|,)?(?: who)? "
    r"(?:was |he was |she was )?$"
)
"""An age in the clause of a birth: "(born 3 May 1950), who is now 60", "is 60 and was born on 3 May 1950"."""

OLD_BEFORE = (
    rf"(?P<who>\b[Tt]he (?P<age>\d{{1,3}}|{IN_WORDS})-year-old(?: [\p{{L}}'-]+){{1,3}}?),?(?: \(|(?: who)?(?: was)? )$"
)
"""An age before a noun that a birth follows: "the 61-year-old singer, born in 1972"."""

ROLE_BEFORE = (
    r"(?P<who>\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]n?)(?: [\p{L}'-]+){1,3}?),?(?: who)?(?: was)? \(?$"
)


def _with_birth(article: Article, sentence: Sentence) -> Iterator[StatedAge]:
    """The ages that stand in the clause of a birth, whoever is meant."""
    text, offset = article.plain_words(sentence.span), sentence.span.start
    for birth, place in births_in(article, sentence):
        end, before = birth.span.end - offset, text[:place]
        near = text[end : end + REACH]
        after = next((found for each in (AGE_AFTER, NOW_AFTER) for found in matches(each, near, cased=True)), None)
        found = after or next((f for each in (AGE_BEFORE, OLD_BEFORE) for f in matches(each, before, cased=True)), None)
        if found is None or not 1 <= in_figures(found["age"]) <= OLDEST or article.quotation_at(birth.span) is not None:
            continue
        lead = before if after else before[: found.start()].rstrip() + " "
        role = next(matches(ROLE_BEFORE, lead, cased=True), None)
        named = found["who"] if "who" in found.groupdict() else role["who"] if role is not None else birth.gender
        who = birth.who or named
        start = offset + (end if after else 0)
        span = span_of(found, start, "age")
        if who and _told(article, sentence, span.end - offset) == "now":
            yield StatedAge(who, in_figures(found["age"]), span, birth=birth)


def _referring(article: Article, sentence: Sentence) -> Iterator[StatedAge]:
    """The ages of "he", "she" and "the 20-year-old", where only one person can be meant."""
    text = article.plain_words(sentence.span)
    for pattern, match in _matches(REFERRING, text):
        span = span_of(match, sentence.span.start, "age")
        dead = pattern == WAS_AT_DEATH
        if dead and not _follows_death(article, sentence):
            continue
        who = "" if article.quotation_at(span) else last_named(article, span.start)
        who = who or (dead_before(article, sentence) if dead else "")
        years = in_figures(match["age"])
        if who and 1 <= years <= OLDEST and _told(article, sentence, match.end("age")) == "now":
            yield StatedAge(who, years, span, named=False, dead=dead, turns=TURNS.search(match[0]) is not None)


def _follows_death(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence before tells a death, and no older one."""
    index = article.sentence_index(sentence.span.start)
    if index == 0 or article.date is None:
        return False
    before = article.sentences[index - 1]
    return _is_fresh(article, before) and DEATH.search(article.plain_words(before.span)) is not None


def _is_fresh(article: Article, sentence: Sentence) -> bool:
    """Whether no date of a sentence lies so far back that it tells no news."""
    days = (time.latest for time in times_of(article, sentence) if time.type == "DATE" and time.latest is not None)
    return article.date is None or all((article.date - day).days <= RECENT for day in days)


RECENT = 45
"""Days after which a death is no news."""


def in_figures(age: str) -> int:
    """An age that is written in figures or in words."""
    if age.isdecimal():
        return int(age)
    tens, _, ones = age.casefold().partition("-")
    return TEENS.get(tens) or TENS[tens] + DIGITS.get(ones, 0)


def _told(article: Article, sentence: Sentence, place: int) -> Literal["now", "lately", "then"]:
    """When a sentence tells an age: then where it says so, or its main clause has a date of another year; "lately"
    where that is the last one."""
    text = article.plain_words(sentence.span)
    offset = sentence.span.start
    if any(not article.quotation_at(span_of(f, offset)) for f in THEN.finditer(text)):
        return "then"
    told: Literal["now", "lately"] = "now"
    for mention in times_of(article, sentence):
        date = stated_date(article, mention)
        start = mention.span.start - sentence.span.start
        if (
            date is None
            or mention.latest is None
            or not date.own_year
            or article.quotation_at(mention.span) is not None
        ):
            continue
        lead = text[max(0, start - REACH) : start]
        born = BORN.search(lead) or SINCE.search(lead)
        beside = born is not None or (start > place and WHO.search(text[place:start]))
        if not beside and (article.date is None or mention.latest.year < article.date.year):
            if article.date is None or mention.latest.year < article.date.year - 1 or start < place:
                return "then"
            told = "lately"
    return told
