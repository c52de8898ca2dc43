"""Births and deaths of people whom the fact base knows, as events that an article dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.annotation.article import Article
from linter.annotation.mentions import EventMention, fact_names
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.dates import PartialDate
from linter.facts.model import Event, Figure
from linter.infer.events.slips import is_slip
from linter.infer.people.aged_people import last_named
from linter.infer.people.births import StatedBirth, stated_births

DEATHS = "death|assassination|murder|killing|execution|suicide|passing"
DIED = lazy_pattern(
    r"(?:,? \(?(?:aged )?\d{1,3}\)?)?,?(?: who)?(?: had| has)? "
    r"(?:died|passed away|drowned|killed (?:him|her)self|committed suicide|took (?:his|her) own life|"
    r"was (?:assassinated|executed|found dead|hanged|killed|murdered|shot dead))\b"
)
"""Behind a name, the verb of its death: "Lennon, who was murdered"."""

DEATH_OF = lazy_pattern(rf"\b(?:{DEATHS}) of $")
ITS_DEATH = lazy_pattern(rf"['’]s? (?:{DEATHS})\b")
END_OF_LIFE = lazy_pattern(
    r"\b(?:assassinat|committed suicide|death|died|drowned|execut|found dead|hanged|kill|murder|pass(?:ed away|ing)|"
    r"shot dead|suicide|own life)"
)
"""Without such a word no death is told, and names need not be read."""

BEFORE = 20
"""Code points before a name in which "the death of" stands."""


PRONOUN = lazy_pattern(r"\b(?:He|She|he|she)(?= (?:had )?(?:died|passed away|was (?:assassinated|executed|murdered)))")
"""Whoever died, told by a pronoun."""


def deaths(article: Article) -> Iterator[EventMention]:
    """Where an article tells of the death of a person who is known to be dead, as an event of that day."""
    dead = {name: figure for name, figure in _named(article) if figure.died is not None}
    told = dead and END_OF_LIFE.search(article.plain) is not None
    for figure, name in _places(article, dead) if told else ():
        death = _told_death(article, name)
        if death is not None and figure.died is not None:
            yield EventMention(death[0], (_event("death", figure, figure.died),), clause=death[1])


def _named(article: Article) -> Iterator[tuple[str, Figure]]:
    """The people of an article whom the base knows, each by every name of theirs; none who has a namesake there."""
    for person in fact_names(article).people:
        if len(person.figures) == 1:
            figure = person.figures[0]
            yield from ((name, figure) for name in (figure.name, *figure.aliases))


def _places(article: Article, dead: Mapping[str, Figure]) -> Iterator[tuple[Figure, Span]]:
    """Where an article names people: by full names, by what it calls them later, and by pronouns."""
    for person in fact_names(article).people:
        if len(person.figures) == 1 and person.figures[0].name in dead:
            yield person.figures[0], person.span
    for name in article.names:
        if name.canonical in dead and " " not in article.plain_words(name.span):
            yield dead[name.canonical], name.span
    for found in PRONOUN.finditer(article.plain):
        who = last_named(article, found.start())
        if who in dead:
            yield dead[who], Span(*found.span())


def _told_death(article: Article, name: Span) -> tuple[Span, bool] | None:
    """The words that tell the death of who is named, and whether they are a clause; None where none do."""
    if found := DIED.match(article.plain, name.end):
        return Span(name.start, found.end()), True
    if found := ITS_DEATH.match(article.plain, name.end):
        return Span(name.start, found.end()), False
    start = max(0, name.start - BEFORE)
    if found := DEATH_OF.search(article.plain[start : name.start]):
        return Span(start + found.start(), name.end), False
    return None


def misdated_births(article: Article) -> Iterator[tuple[StatedBirth, Event]]:
    """The births that an article dates otherwise than is known, though by a slip alone, each with the right one."""
    known = {name: figure for name, figure in _named(article) if figure.born is not None}
    for birth in stated_births(article) if known else ():
        figure = known.get(birth.who or last_named(article, birth.span.start))
        if figure is None or figure.born is None:
            continue
        event, (first, last) = _event("birth", figure, figure.born), birth.born
        if is_slip(first, event) and (last < figure.born.earliest or figure.born.latest < first):
            yield birth, event


def _event(what: str, figure: Figure, date: PartialDate) -> Event:
    return Event(f"{what} {figure.name}", (f"the {what} of {figure.name}",), date, date, source=figure.source)
