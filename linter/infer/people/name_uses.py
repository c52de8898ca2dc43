"""Where each word of the names of an article stands, and beside which others: the part that it plays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.names.runs import Run, Word, runs
from linter.annotation.names.words import FUNCTION, is_title
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.names import key_of

SHORTEST = 4
"""Letters of the shortest word that is compared with others."""

PART = lazy_pattern(r"[^\W\d_]+(?:'[^\W\d_]+)*")


class Use(Struct, frozen=True):
    """One place of a word: the words before and after it in its name, as keys, "" for none; titles are left out.

    `styled` is whether its block puts all words in capitals; then the neighbours are "". `opens` is whether the word
    may owe its capital to its place.
    """

    span: Span
    before: str
    after: str
    title: str
    opens: bool
    styled: bool

    @property
    def alone(self) -> bool:
        """Whether it is the whole name."""
        return not self.before and not self.after


Place = tuple[Run, int, int, int]
"""A run of names, the index of a word in it, and where the word or its part starts and ends."""


def places(article: Article) -> Mapping[str, Sequence[Place]]:
    """Where each word of names stands, by its key, in reading order; the parts of a hyphenated word are words."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for run in article.derive(runs):
        for index, word in enumerate(run.words):
            for text, start in _word_parts(word):
                key = key_of(text)
                if len(key) >= SHORTEST and key not in FUNCTION and not (text.isupper() and not run.styled):
                    found[key].append((run, index, start, start + len(text)))
    return found


def uses(its: Iterable[Place]) -> tuple[Use, ...]:
    """The uses of a word at its places."""
    return tuple(_use(run, index, Span(start, end)) for run, index, start, end in its)


def _word_parts(word: Word) -> Iterable[tuple[str, int]]:
    """The parts of a word with their offsets; most words are one."""
    if word.text.isalpha():
        return ((word.text, word.start),)
    return ((part[0], word.start + part.start()) for part in PART.finditer(word.text))


def _use(run: Run, index: int, span: Span) -> Use:
    before, after = _neighbour(run, index - 1), _neighbour(run, index + 1)
    title = before if is_title(before) else ""
    opens = run.opens and index == 0
    if run.styled:
        return Use(span, "", "", title, opens, True)
    return Use(span, "" if title else before, after, title, opens, False)


def _neighbour(run: Run, index: int) -> str:
    return key_of(run.words[index].text) if 0 <= index < len(run.words) else ""


def first_names(article: Article) -> Mapping[str, frozenset[str]]:
    """The first names, as keys, that go with each surname in the article's full names of people."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for words in _full_names(article):
        for part in PART.findall(words[-1]):
            found[key_of(part)].update(map(key_of, words[:-1]))
    return {surname: frozenset(names) for surname, names in found.items()}


def _full_names(article: Article) -> Iterator[list[str]]:
    for name in article.names:
        words = article.plain_words(name.span).split()
        if name.type == "person" and len(words) > 1:
            yield words
