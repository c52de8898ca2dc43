"""The check kind `capital`: a country is given a capital, or a seat of its government, that is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.facts.model import Place
from linter.facts.names import key_of
from linter.infer.dates.told_time import told_time
from linter.infer.people.office_phrases import INITIALS
from linter.match.trigger import Trigger

NAME = (
    r"(?:(?:St|Ste|Mt|Ft)\. )?[A-Z][\w'’.-]*(?:(?: (?:of|de|da|do|la|al|el|es|los|las|the|upon|am))* "
    r"[A-Z][\w'’-]+){0,3}"
)
COUNTRY = rf"(?P<country>(?:U\.S\.|U\.K\.|(?:Bosnia|Trinidad|Antigua|Sao Tome|São Tomé) and [A-Z]\w+|{NAME}))"
CITY = rf"(?P<city>{NAME})"
CAPITAL = r"(?:(?:present|current|national|federal|bustling|sprawling|crowded) ){0,2}capital(?: city)?"

LEADING = lazy_pattern(
    r"^(?:(?:In|From|At|To|The|For|With|But|And|Near|Outside|Around|Since|While|When|If|On|Of|Is|Both|Today|Now) )+"
)
"""Words with which a sentence begins, and that are no part of a name."""


class CapitalCheck(Struct, frozen=True, kw_only=True, dict=True):
    """Reports a city that is called a country's capital, or named as where its government sits or what stands for it.

    `shapes` are patterns, case-sensitive, with the groups `country` and `city`; `<country>`, `<city>`, `<capital>` in
    them stand for a name with a capital letter and the words for a capital. In one without a country ("the country's
    capital") the one country is meant that the sentence, or else the paragraph, names. `seats` are cities besides the
    capital that are no fault, by country. `lifts` are patterns that lift a match from inside it or just before it.
    `metonyms` are cities that are not the capital, by country: one is reported where a pattern of `speaks` makes it
    act as a government does (with "^": what follows the city) in a sentence with a word of `state` and the country's
    name or demonym; or where "the government in" it is told of in an article that names the country, unless it is one
    of `federal`, whose other cities have governments too. `pair` is for two cities joined by "and", of which one is
    the capital of another country: its pattern `acts` is what two states do, in a paragraph that names the country,
    and where `among` matches and `lift` does not. `words` are those of which one stands in every shape.
    `lately` are cities that were capitals until some years ago, and no fault in what is told of those years.
    Values for the message: `country`, `capital`.
    """

    shapes: tuple[str, ...]
    lifts: tuple[str, ...] = ()
    seats: Mapping[str, tuple[str, ...]]
    metonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    speaks: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    federal: tuple[str, ...] = ()
    lately: tuple[str, ...] = ()
    pair: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ("capital", "government", "seat")

    @cached_property
    def _country_of(self) -> Mapping[str, str]:
        return {city: country for country, cities in self.metonyms.items() for city in cities}

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The words of which one stands in every shape."""
        yield from (Trigger(owner, word, word, literal=True) for word in self.words)
        yield from (Trigger(owner, city, city, literal=True, cased=True) for city in self._country_of)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each city."""
        told: set[Span] = set()
        words = (hit for hit in article.hits(owner) if hit.name in self.words)
        for index in sorted({article.sentence_index(hit.start) for hit in words}):
            for found in self._found(article, article.sentences[index]):
                if found.span not in told:
                    told.add(found.span)
                    yield found
        yield from (found for found in self._metonyms(article, owner) if found.span not in told)

    def _found(self, article: Article, sentence: Sentence) -> Iterator[Finding]:
        for shape in self.shapes:
            for found in _compiled(shape).finditer(article.plain, sentence.span.start, sentence.span.end):
                yield from self._judged(article, sentence, found)

    def _metonyms(self, article: Article, owner: str) -> Iterator[Finding]:
        """Cities that stand for the government of a country that has another capital."""
        for hit in article.hits(owner):
            if hit.name not in self._country_of:
                continue
            span, sentence = Span(hit.start, hit.end), article.sentence_at(hit.start)
            places = [place for place in article.facts.places_named(self._country_of[hit.name]) if place.capital]
            if not places or article.voice(span).kind == "quoted" or self._with_own(article, span, places[0]):
                continue
            acts = self._speaks(article, sentence, span, places[0]) or self._governs(article, span, places[0])
            if acts or self._paired(article, span, places[0]):
                yield Finding(span, values={"country": places[0].name, "capital": places[0].capital})

    def _speaks(self, article: Article, sentence: Sentence, city: Span, place: Place) -> bool:
        """Whether a city is told to act as a state does, in a sentence that names its country or people."""
        text = article.plain_words(sentence.span)
        around = text[: city.start - sentence.span.start], text[city.start - sentence.span.start :]
        shapes = [shape.replace("<city>", re.escape(article.plain_words(city))) for shape in self.speaks]
        ends = city.end - sentence.span.start
        told = any(
            re.match(shape, around[1]) and not re.search(r"\w $", around[0].rstrip("Te ")) if shape.startswith("^")
            else any(found.end() == ends for found in re.finditer(shape, text))
            for shape in shapes
        )  # fmt: skip
        if not told or not any(re.search(shape, text) for shape in self.state):
            return False
        names = "|".join(re.escape(name) for name in (*place.names, *place.demonyms))
        before = article.sentences[max(0, article.sentence_index(city.start) - 1)]
        # "Norway sent no ships. Bergen would wait, the country's minister said."
        taken_up = THE_COUNTRY.search(text) is not None and before.block == sentence.block
        start = before.span.start if taken_up else sentence.span.start
        return re.search(rf"\b(?:{names})", article.plain[start : sentence.span.end]) is not None

    def _governs(self, article: Article, city: Span, place: Place) -> bool:
        """Whether a city is told as where the government sits, in an article that names its country or people."""
        found = GOVERNMENT.search(article.plain, max(0, city.start - REACH), city.start)
        if found is None or (place.name in self.federal and found["which"] != "federal "):
            return False
        return any(re.search(rf"\b{re.escape(name)}", article.plain) for name in (*place.names, *place.demonyms))

    def _paired(self, article: Article, city: Span, place: Place) -> bool:
        """Whether a city does with a capital what two states do: "Casablanca and Madrid agreed on …"."""
        sentence = article.sentence_at(city.start)
        before = article.plain[max(sentence.span.start, city.start - REACH) : city.start]
        after = article.plain[city.end : min(sentence.span.end, city.end + 2 * REACH)]
        behind = PARTNER_AFTER.match(after)
        other = behind or PARTNER_BEFORE.search(before)
        if not self.pair or other is None or not _is_capital(article, other["other"], place):
            return False
        rest, lead = (after[behind.end() :], before) if behind else (after, before[: other.start()])
        acts = re.match(rf" {self.pair['acts']}", rest) or BETWEEN.search(lead)
        return acts is not None and self._among_states(article, sentence, place)

    @staticmethod
    def _with_own(article: Article, city: Span, place: Place) -> bool:
        """Whether a city is named beside the capital of its own country, as two cities are."""
        before, after = (
            article.plain[max(0, city.start - REACH) : city.start],
            article.plain[city.end : city.end + REACH],
        )
        partners = (PARTNER_AFTER.match(after), PARTNER_BEFORE.search(before))
        return any(other is not None and other["other"].endswith(place.capital) for other in partners)

    def _among_states(self, article: Article, sentence: Sentence, place: Place) -> bool:
        """Whether the paragraph of a sentence is about states, and names one of them."""
        block = article.block_of(sentence)
        text = article.plain[block.start : block.end]
        names = "|".join(re.escape(name) for name in (*place.names, *place.demonyms))
        states = re.search(rf"\b(?:{names})", text) and re.search(self.pair["among"], text)
        return bool(states) and re.search(self.pair["lift"], text) is None

    def _judged(self, article: Article, sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
        city = LEADING.sub("", found["city"])
        start = found.end("city") - len(city)
        city = city.rstrip(".") if city.count(".") == 1 else city  # the sentence's own, but not that of "D.C."
        span = Span(start, start + len(city))
        before = article.plain[max(sentence.span.start, found.start() - 30) : found.end()]
        if any(re.search(lift, before) for lift in self.lifts) or ONCE_AFTER.match(article.plain, found.end()):
            return
        if article.voice(span).kind == "quoted":
            return
        long_ago = city in self.lately or not _is_lately(article, sentence)
        if told_time(article, span) == "other" and long_ago and not _dates_things(article, sentence):
            return
        named = found.groupdict().get("country")
        if named and _is_adjective(article, named, Span(*found.span("country"))):
            return
        known = _places(article, named) if named else _told_of(article, sentence, city, self._country_of.get(city, ""))
        places = [place for place in known if place.capital]
        if len(places) == 1 and not self._is_seat(article, places[0], city):
            yield Finding(span, values={"country": places[0].name, "capital": places[0].capital})

    def _is_seat(self, article: Article, place: Place, city: str) -> bool:
        words = re.split(r"['’]s\b", city.strip(" .,"))[0]
        known = (
            place.capital,
            *self.seats.get(place.name, ()),
            *(n for other in article.facts.places_named(place.capital) for n in other.names),
        )
        return any(key_of(words) == key_of(name) or key_of(name).startswith(key_of(words) + " ") or
                   key_of(words).startswith(key_of(name) + " ") for name in known)  # fmt: skip


REACH = 40
"""Code points around a city in which another one is looked for."""

ONCE_AFTER = lazy_pattern(
    r",? (?:for (?:[\w-]+ ){1,4}?(?:years|centuries|decades)|until|till|from \d|between \d|at the time|in the \w+ "
    r"(?:century|era|period)|under (?:the )?[A-Z])\b"
)
"""Behind what was a capital once: "Japan's capital for a thousand years"."""

GOVERNMENT = lazy_pattern(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?P<which>central |national |federal )?government in $")
"""Before the city in which a state is governed."""

THE_COUNTRY = lazy_pattern(r"\b(?:the country|the nation|the kingdom|the republic|its)(?:'s)? (?!of\b)", re.IGNORECASE)
PARTNER_AFTER = lazy_pattern(r" and (?P<other>[A-Z][\w.]+(?: [A-Z][\w.]+)?)(?!-| [A-Z])")
PARTNER_BEFORE = lazy_pattern(r"(?P<other>[A-Z][\w.]+(?: [A-Z][\w.]+)?) and $")
BETWEEN = lazy_pattern(
    r"\b(?:relations|ties|talks|tensions|treaty|agreement|accord|dispute|quarrel|row|truce|deal|pact|negotiations|"
    r"trade|alliance|rift|thaw) between $|\b(?:negotiators|envoys|diplomats|delegations|delegates|officials) from $",
    re.IGNORECASE,
)
"""Words for what is between states, and for those whom states send."""


DATED_THING = lazy_pattern(r"\b(?:an?|the|this|that) (?:[a-z-]+ ){1,3}of $")
"""Before the year of a thing: "sent a ledger of 1764"."""


def _dates_things(article: Article, sentence: Sentence) -> bool:
    """Whether all times of a sentence are those of things, and not of what it tells."""
    times = starting_in(article.times, sentence.span)
    return bool(times) and all(
        DATED_THING.search(article.plain, sentence.span.start, time.span.start) is not None for time in times
    )


SETTLED = 1995
"""The year from which on capitals are those of the fact base, but for a few."""


def _is_lately(article: Article, sentence: Sentence) -> bool:
    """Whether the paragraph up to the end of a sentence has told no time but those since capitals last moved."""
    times = starting_in(article.times, Span(article.block_of(sentence).start, sentence.span.end))
    dated = [time for time in times if time.earliest is not None]
    return bool(dated) and all(time.earliest is not None and time.earliest.year >= SETTLED for time in dated)


def _is_adjective(article: Article, named: str, place: Span) -> bool:
    """Whether what stands for a country after "of" is the people of a noun: "the capital of French cooking"."""
    before, after = article.plain[max(0, place.start - 8) : place.start], article.plain[place.end : place.end + 2]
    if not before.endswith((" of ", " of the ")) or re.fullmatch(" [a-z]", after) is None:
        return False
    places = _places(article, named)
    return bool(places) and all(named not in each.names for each in places)


def _is_capital(article: Article, name: str, place: Place) -> bool:
    """Whether a name is that of the capital of another country than a given one."""
    return any(other.name != place.name for other in article.facts.places_with_capital(name))


def _places(article: Article, word: str) -> tuple[Place, ...]:
    """The countries that a word means, which may have a possessive and words before it that a sentence begins with."""
    words = re.sub(r"['’]s?$", "", word).split()
    for first in range(len(words)):
        for name in (" ".join(words[first:]), " ".join(words[first:]) + "s"):
            if places := article.facts.places_called(INITIALS.get(key_of(name), name)):
                return places
    return ()


PROPER = lazy_pattern(r"[A-Z][\w'-]+(?: (?:of |and )?[A-Z][\w'-]+)*")


def _told_of(article: Article, sentence: Sentence, city: str, likely: str) -> tuple[Place, ...]:
    """The one country that a sentence names, or else its paragraph with the headline; of several a city's `likely`."""
    if article.facts.places_with_capital(city) or article.facts.places_called(city):
        return ()
    block = article.block_of(sentence)
    title = article.headline or block
    near = article.plain_words(sentence.span)
    wide = f"{article.plain[title.start : title.end]}. {article.plain[block.start : block.end]}"
    for text in (near, wide):
        words = {word for found in PROPER.finditer(text) for word in (found[0], *found[0].split())} - set(city.split())
        found = {place.name: place for word in words for place in _places(article, word) if place.capital}
        if len(found) == 1 or likely in found:
            return (found[likely] if likely in found else next(iter(found.values())),)
    return ()


@lru_cache(maxsize=64)
def _compiled(shape: str) -> re.Pattern[str]:
    return lazy_pattern(shape.replace("<country>", COUNTRY).replace("<city>", CITY).replace("<capital>", CAPITAL))
