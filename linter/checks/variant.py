"""The check kind `variant`: two accepted names of one place or person in one article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.checks.base import Finding, Label
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.model import Figure, Place
from linter.facts.names import key_of
from linter.match.extract import first
from linter.match.trigger import Trigger

YEAR = lazy_pattern(r"(?<!\d)(?:1\d\d\d|20\d\d)(?!\d|,\d)")
SINCE = lazy_pattern(
    r"\b(?:has|have) (?:(?!was\b|were\b)[\w'’-]+ ){1,8}?(?:since|from) (?:\w+ )?(?:1\d\d\d|20\d\d)\b(?! to\b)"
)
"""What has gone on up to now since some year: nothing of the time of that year."""

NEAR = 24

ONE_SOUND = ("cgkq", "cjstz", "ijy", "vw", "ao", "ey")
"""First letters by which transcriptions of one name differ ("Gaddafi", "Qaddafi")."""

Mentions = dict[str, list[Span]]
"""The places of each variant, by the variant in the spelling of the fact base."""


class VariantCheck(Struct, frozen=True, kw_only=True):
    """Reports the variant used less often of a name that the fact base knows in several forms; on a tie the later one.

    Not counted: variants in quotation marks, inside a longer name, beside the words of `lifted_before` or
    `lifted_after` (dishes, songs), in a sentence, or after one in the paragraph, that tells of the time when the
    variant was current: with a year up to `current_until` (by variant; `""` for all others), or one of the `past`
    patterns.
    `unlike` are names that may stand beside the others of their place. Values: `other`, the variant used more often.
    """

    lifted_before: tuple[str, ...] = ()
    lifted_after: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    current_until: Mapping[str, int] = field(default_factory=dict)
    unlike: tuple[str, ...] = ()

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: the names come from the fact base, which users may extend."""
        del owner
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each name of which the article mixes variants."""
        del owner
        for own, mentions in (*self._places(article).items(), *_people(article).items()):
            counted = {variant: self._counted(article, variant, own, spans) for variant, spans in mentions.items()}
            used = {
                variant: spans
                for variant, spans in counted.items()
                if spans and (len(spans) == len(mentions[variant]) or not _in_title(article, spans))
            }
            if len(used) > 1:
                yield _finding(used)

    def _places(self, article: Article) -> Mapping[str, Mentions]:
        spans: dict[str, list[Span]] = {}
        for name in article.names:
            spans.setdefault(article.plain_words(name.span), []).append(name.span)
        found: dict[str, Mentions] = {}
        for words, its in spans.items():
            for place in article.facts.places_named(words)[:1]:
                variant = _written(words, place)
                if variant and variant not in self.unlike:
                    found.setdefault(place.name, {}).setdefault(variant, []).extend(its)
        several = {name: mentions for name, mentions in found.items() if len(mentions) > 1}
        return {name: {each: sorted(its) for each, its in mentions.items()} for name, mentions in several.items()}

    def _counted(self, article: Article, variant: str, own: str, spans: Iterable[Span]) -> list[Span]:
        return [span for span in spans if not self._is_lifted(article, variant, own, span)]

    def _is_lifted(self, article: Article, variant: str, own: str, span: Span) -> bool:
        """Whether a use is not the writer's choice; `own` is the name that the fact base has first, of any time."""
        if article.quotation_at(span) is not None:
            return True
        before = article.plain[max(0, span.start - NEAR) : span.start].split()
        after = article.plain[span.end : span.end + NEAR]
        if before and before[-1].lower() in self.lifted_before:
            return True
        follows = re.match(r"[ -]([\w-]+)", after)
        if follows is not None and follows[1].lower() in self.lifted_after:
            return True
        if variant == own:
            return False
        return any(self._is_past(article.plain_words(passage), variant) for passage in _passage(article, span))

    def _is_past(self, text: str, variant: str) -> bool:
        until = self.current_until.get(variant, self.current_until.get("", 0))
        if any(int(year) <= until for year in YEAR.findall(SINCE.sub("", text))):
            return True
        return variant in self.current_until and any(first(pattern, text) is not None for pattern in self.past)


def _in_title(article: Article, spans: Iterable[Span]) -> bool:
    """Whether all of some places are in headlines: a variant that the body has only of old times is that one's too."""
    return all(article.document.block_holding(span.start).kind == "title" for span in spans)


def _written(words: str, place: Place) -> str:
    """The name of a place as the fact base has it, for one written in any case; "" for one that differs otherwise."""
    folded = words.casefold()
    return next((name for name in place.names if name.casefold() == folded), "")


def _passage(article: Article, span: Span) -> Iterator[Span]:
    """The sentence of a span, and the one before it in the paragraph."""
    index = article.sentence_index(span.start)
    here = article.sentences[index]
    yield here.span
    if index and article.sentences[index - 1].block == here.block:
        yield article.sentences[index - 1].span


def _people(article: Article) -> Mapping[str, Mentions]:
    """The spellings of the names of people in the fact base: of the surnames, where those agree of the first names."""
    figures: dict[str, Figure] = {}
    last: dict[str, Mentions] = {}
    given: dict[str, Mentions] = {}
    known: dict[tuple[str, str], tuple[Figure, ...]] = {}
    for name in article.names:
        if name.type == "person":
            words = article.words(name.span)
            surname = words.split()[-1]
            meant = (name.canonical, words)
            if meant not in known:
                known[meant] = _figures(article, name, words)
            for figure in known[meant]:
                figures[figure.name] = figure
                start = name.span.end - len(surname)
                last.setdefault(figure.name, {}).setdefault(surname, []).append(Span(start, name.span.end))
                word = article.plain_words(name.span).split()[0]
                if word != surname:
                    place = Span(name.span.start, name.span.start + len(word))
                    given.setdefault(figure.name, {}).setdefault(word, []).append(place)
    return {**_mixed(figures, given, 0), **_mixed(figures, last, -1)}


def _mixed(figures: Mapping[str, Figure], mentions: Mapping[str, Mentions], part: int) -> Mapping[str, Mentions]:
    """The people with several spellings of the first (`part` 0) or last (-1) word of their names, and these."""
    several = {person: _spellings(figures[person], part) for person, words in mentions.items() if len(words) > 1}
    spelled = {
        person: {word: spans for word, spans in mentions[person].items() if word in known}
        for person, known in several.items()
    }
    return {person: words for person, words in spelled.items() if len(words) > 1}


def _figures(article: Article, name: Name, words: str) -> tuple[Figure, ...]:
    """The one person of the fact base whom a name means, if there is one."""
    figures = article.facts.figures_named(name.canonical) or (
        article.facts.figures_surnamed(words.split()[-1]) if " " not in words else ()
    )
    return figures if len(figures) == 1 else ()


def _spellings(figure: Figure, part: int) -> frozenset[str]:
    """The first (`part` 0) or last (-1) words of a person's full names that are spellings of one another."""
    words = {name.split()[part] for name in (figure.name, *figure.aliases) if " " in name}
    own = figure.name.split()[part]
    return frozenset(word for word in words if len(word) > 3 and _is_spelling(key_of(word), key_of(own)))


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words may spell one name: the same beginning, nearly the same length, most letters in common."""
    shared = sum(letter in other for letter in one)
    alike = one[:1] == other[:1] or any(one[:1] in sounds and other[:1] in sounds for sounds in ONE_SOUND)
    return alike and abs(len(one) - len(other)) <= 2 and 5 * shared >= 3 * len(one)


def _finding(used: Mapping[str, list[Span]]) -> Finding:
    # A tie is for the later one: of equal counts, the variant that comes first in the article is kept.
    ranked = sorted(used, key=lambda variant: (-len(used[variant]), used[variant][0].start))
    kept, minor = ranked[0], ranked[-1]
    label = Label(used[kept][0], f'"{kept}" here')
    return Finding(used[minor][0], labels=(label,), values={"other": kept, "variant": minor})
