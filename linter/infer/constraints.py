"""What bounds the moment of writing: each statement with its place, the days it allows, and the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from linter.annotation.article import Article
from linter.annotation.mentions import fact_names
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.dates import PartialDate
from linter.facts.model import Term
from linter.infer.dates.date_bounds import anniversaries, bounds
from linter.infer.dates.periods import LAST, Period, moved
from linter.infer.dates.told_time import told_time
from linter.infer.events.elapsed import shifted
from linter.infer.events.running import RunningLength, running_lengths
from linter.infer.people.ages import stated_ages
from linter.infer.people.births import stated_births
from linter.infer.people.offices import OfficeMention, office_mentions
from linter.infer.reasons import Reason


def declared(article: Article) -> Iterator[Reason]:
    """The dates that the article gives for itself, and the one that its caller gives."""
    prose = article.document.prose
    for each in article.document.metadata.dates:
        span = prose.from_source(each.span.start, each.span.end) if each.span else None
        words = f"{ORIGINS.get(each.origin, each.origin)} says {each.date}"
        yield Reason(
            "date",
            span if span and span.start < span.end else None,
            (Period(each.date, each.date),),
            words,
            origin=each.origin,
        )


ORIGINS = {
    "argument": "the date given with the article", "front-matter": "the front matter", "time-element": "the time "
    "element",
    "meta": "the metadata", "dateline": "the dateline", "date-line": "the date line", "byline": "the byline",
    "file-name": "the file name",
}  # fmt: skip


def implied(article: Article) -> tuple[Reason, ...]:
    """What the text itself says or implies about the moment at which it was written."""
    found = chain(
        _durations(article),
        _offices(article),
        _ages(article),
        _stated_ages(article),
        anniversaries(article),
        bounds(article),
    )
    return tuple(sorted(found, key=lambda reason: reason.span or Span(0, 0)))


def _durations(article: Article) -> Iterator[Reason]:
    return (_duration(article, running) for running in running_lengths(article))


def _duration(article: Article, running: RunningLength) -> Reason:
    period = running.period
    words = f'"{article.words(running.span)}": {running.start.words}'
    return Reason("duration", running.span, (period,), words)


def _offices(article: Article) -> Iterator[Reason]:
    told: set[tuple[Term, ...]] = set()
    for mention in office_mentions(article):
        known = mention.terms and mention.terms not in told
        if known and not _spoken(article, mention.span) and told_time(article, mention.span) == "present":
            told.add(mention.terms)
            yield Reason("office", mention.person, tuple(_periods(mention.terms)), _term_words(mention), mention)


def _spoken(article: Article, span: Span) -> bool:
    quotation = article.quotation_at(span)
    return quotation is not None and quotation.speech


def _periods(terms: Iterable[Term]) -> Iterator[Period]:
    return (Period(start.earliest, LAST if end is None else end.latest) for start, end in _stretches(terms))


def _term_words(mention: OfficeMention) -> str:
    return f"{mention.terms[0].holder.name} {served(mention.terms)}"


def served(terms: Iterable[Term]) -> str:
    """Which office the terms are in, and from when to when: "was prime minister of Italy from … to …"."""
    listed = tuple(terms)
    closed = [f"from {start} to {end}" for start, end in _stretches(listed) if end is not None]
    now = [f"since {start}" for start, end in _stretches(listed) if end is None]
    was, has = f"was {title_of(listed[0])} ", f"has been {title_of(listed[0])} "
    if not now:
        return was + " and ".join(closed)
    return was + " and ".join((*closed, *now)) if closed else has + now[0]


def _stretches(terms: Iterable[Term]) -> Iterator[tuple[PartialDate, PartialDate | None]]:
    """The beginnings and ends of terms; such as follow each other at once are one."""
    start = end = None
    for term in terms:
        holder = term.holder
        if start is not None and end is not None and holder.start.earliest > moved(end.latest, 1):
            yield start, end
            start = None
        start, end = start or holder.start, holder.end
    if start is not None:
        yield start, end


def title_of(term: Term) -> str:
    """The first title of an office with its country or body: "prime minister of the United Kingdom"."""
    title, of = term.office.titles[0], term.office.of
    if any(word[:1].isupper() for word in title.split()):
        return title
    return f"{title} of {'the ' if TAKES_ARTICLE.search(of) else ''}{of}"


TAKES_ARTICLE = lazy_pattern(r"^(?:United|Czech Republic|Holy|European|International|Democratic|Dominican|Central|"
    r"World|Arab|"
                           r"African Union|Federal|Bank)\b|(?:Republic|Emirates|Islands|Philippines|Netherlands|"
                           r"Maldives|"
                           r"Bahamas|Gambia|Union|Nations|Bank|Organization|Fund|Council)$")  # fmt: skip
"""Names of countries and bodies that stand with "the"."""


AGE = lazy_pattern(r",? (?:who is |aged |is )?(?P<age>\d{1,3})(?=,|\)|;| years old| and\b)")


def _ages(article: Article) -> Iterator[Reason]:
    """Ages of people whose birth dates are known: a year each."""
    for person in fact_names(article).people:
        found = AGE.match(article.plain, person.span.end)
        births = {figure.born for figure in person.figures if figure.born}
        if not found or len(births) != 1 or _spoken(article, person.span):
            continue
        born, age = births.pop(), int(found["age"])
        period = Period(shifted(born.earliest, age, "Y"), moved(shifted(born.latest, age + 1, "Y"), -1))
        words = f"{person.figures[0].name}, born {born}, was {age}"
        yield Reason("age", Span(*found.span("age")), (period,), words)


def _stated_ages(article: Article) -> Iterator[Reason]:
    """Ages of people whose births the article dates itself."""
    if article.date is not None:
        return
    births = {birth.who: birth for birth in stated_births(article) if birth.who}
    for age in stated_ages(article):
        birth = age.birth or births.get(age.who)
        if birth is not None and not _spoken(article, age.span):
            born, until = birth.born
            period = Period(shifted(born, age.years, "Y"), moved(shifted(until, age.years + 1, "Y"), -1))
            yield Reason("age", age.span, (period,), f"{age.who}, born {article.words(birth.span)}, was {age.years}")
