"""Who is named as holding which office: "Belarus' foreign minister, Sergei Aleinik", "Merkel, then chancellor"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.mentions import FactNames, fact_names
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.model import Figure, Office, Term
from linter.facts.names import key_of
from linter.infer.people.office_phrases import Phrase, body_after, marked_around, name_before, phrase_before

SURNAME = lazy_pattern(r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Gen|General)\.? )?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")
"""A name after a title that the base does not know in full."""

BETWEEN = lazy_pattern(
    r",? (?:\([A-Z]{1,3}\) )?(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Gen|General|Sheikh|Datuk|Tan Sri|Sri|Shri)\.? )*"
)
"""What may stand between a title and a name."""

END_OF_TITLE = lazy_pattern(r"\s*(?:[,.;:)\]!?—–]|$|(?:and|who|has|is|said|says|in|on|at|was|will|to)\b)")


class OfficeMention(Struct, frozen=True):
    """A person named as holding an office now.

    `span` takes in title and name, `person` is the name alone, as `name`. `offices` are those that the phrase can mean,
    `terms` the person's terms in them. `said` is whether the phrase says of which country or body the office is, `full`
    whether the person is named in full.
    """

    span: Span
    person: Span
    name: str
    title: str
    offices: tuple[Office, ...]
    terms: tuple[Term, ...]
    said: bool
    full: bool


def office_mentions(article: Article) -> tuple[OfficeMention, ...]:
    """The people whom the article names as holding an office, in reading order.

    Phrases with "former", "then", "acting", "deputy", "-elect" and the like are none.
    """
    return article.derive(_office_mentions)


def _office_mentions(article: Article) -> tuple[OfficeMention, ...]:
    names = fact_names(article)
    found = chain.from_iterable(_at_title(article, names, title) for title in names.titles)
    by_person = {mention.person: mention for mention in found}
    return tuple(mention for _, mention in sorted(by_person.items()))


def _at_title(article: Article, names: FactNames, title: Span) -> Iterator[OfficeMention]:
    """The office mentions that one title makes: with the name after it, or else before it."""
    sentence = article.sentence_at(title.start).span
    text, offset = article.plain_words(sentence), sentence.start
    inside = Span(title.start - offset, title.end - offset)
    phrase = phrase_before(article.facts, text, inside)
    if phrase is None:
        return
    after = body_after(article.facts, text, phrase)
    if after is None:
        return
    person = _with_title(names, title) or _name_after(article, names, after.span.end + offset, sentence)
    if person is None:
        person = _name_before(names, text, offset, after)
    if person is None:
        return
    place = Span(person.start - offset, person.end - offset)
    if not marked_around(text, after.span, place):
        yield from _mention(article, names, after, Span(after.span.start + offset, after.span.end + offset), person)


def _with_title(names: FactNames, title: Span) -> Span | None:
    """A name that the base knows with its title: "Pope Francis"."""
    known = names.person_at(title.start)
    return known.span if known and known.span.end > title.end else None


def _name_after(article: Article, names: FactNames, end: int, sentence: Span) -> Span | None:
    gap = BETWEEN.match(article.plain, end, sentence.end)
    if gap is None:
        return None
    known = names.person_at(gap.end())
    if known is not None:
        return known.span
    if article.plain[end] == ",":
        return None
    surname = SURNAME.match(article.plain, gap.end(), sentence.end)
    return Span(*surname.span("name")) if surname else None


def _name_before(names: FactNames, text: str, offset: int, phrase: Phrase) -> Span | None:
    """The name that a title in apposition explains, or of which a sentence says the title."""
    if not END_OF_TITLE.match(text, phrase.span.end):
        return None
    end = name_before(text, phrase.span.start)
    person = names.person_ending(end + offset) if end >= 0 else None
    return person.span if person else None


def _mention(article: Article, names: FactNames, phrase: Phrase, title: Span, person: Span) -> Iterator[OfficeMention]:
    known = names.person_at(person.start)
    name = article.words(person)
    figures = known.figures if known else _surnamed(article, name, phrase)
    offices = phrase.offices or _held(figures, phrase.title)
    if not figures or not offices:
        return
    terms = tuple(term for figure in figures for term in figure.terms if term.office in offices)
    if known is None and not terms:
        return
    whole = Span(min(title.start, person.start), max(title.end, person.end))
    yield OfficeMention(whole, person, name, phrase.title, offices, terms, bool(phrase.offices), known is not None)


def _held(figures: Iterable[Figure], title: str) -> tuple[Office, ...]:
    """The offices of a title that some of the figures have held: what a title without a country means."""
    offices = (term.office for figure in figures for term in figure.terms)
    return tuple({office.id: office for office in offices if _is_titled(office, title)}.values())


def _is_titled(office: Office, title: str) -> bool:
    """Whether an office has a title; a queen can be the holder of the office of a king."""
    key, titles = key_of(title), tuple(map(key_of, office.titles))
    return key in titles or (key == "queen" and "monarch" in titles)


def _surnamed(article: Article, name: str, phrase: Phrase) -> tuple[Figure, ...]:
    """Whom a surname after a title means: somebody of the article with that name, or the holder the base knows.

    The base counts only where the article is about the office's country.
    """
    here = article.derive(_by_surname).get(key_of(name))
    if here:
        return here
    found = article.facts.figures_surnamed(name.split()[-1] if " " not in name else name)
    about = article.derive(_capitalised)
    return tuple(figure for figure in found if any(_fits(article, term.office, phrase, about) for term in figure.terms))


def _by_surname(article: Article) -> Mapping[str, tuple[Figure, ...]]:
    """The people named in full in an article, by every proper end of their names."""
    found: dict[str, dict[str, Figure]] = defaultdict(dict)
    for figure in {figure.name: figure for person in fact_names(article).people for figure in person.figures}.values():
        words = key_of(figure.name).split()
        for first in range(1, len(words)):
            found[" ".join(words[first:])][figure.name] = figure
    return {surname: tuple(figures.values()) for surname, figures in found.items()}


def _fits(article: Article, office: Office, phrase: Phrase, about: frozenset[str]) -> bool:
    if phrase.offices:
        return office in phrase.offices
    if not _is_titled(office, phrase.title):
        return False
    places = article.facts.places_named(office.of)
    called = (office.of, *(name for place in places for name in (*place.names, *place.demonyms)))
    return any(frozenset(key_of(name).split()) <= about for name in called)


def _capitalised(article: Article) -> frozenset[str]:
    return frozenset(key_of(word) for word in re.findall(r"\b[A-Z]\w+(?:\.[A-Z]\.)*", article.plain)) | (
        frozenset({"us"}) if re.search(r"\bU\.?S\.?\b", article.plain) else frozenset()
    )
