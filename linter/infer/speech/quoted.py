"""The words of quotations, so that they can be compared, and an index that finds where they stand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct, field

from linter.annotation.quantities.words import DIGITS, ONES, TENS
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.speech.alignment import GAP, Alignment, aligned

TOKEN = lazy_pattern(
    r"(?P<gap>\.\s?\.\s?\.+|…|\[(?:\W|\w{3,}|\w\W)[^\]]*\]|\[\])|"
    rf"(?P<word>(?i:{'|'.join(TENS)})-(?:{'|'.join(DIGITS)})\b|"
    r"(?:\[\w{1,2}\])?[^\W_]+(?:['.,][^\W_]+)*(?:\[\w+\])?)"
)
"""Left-out words (dots, or a bracket in their place), or a word; "[T]he" is a word."""

FIGURES = (
    {word: str(value) for word, value in (*ONES.items(), *TENS.items()) if value > 1}
    | {f"{ten}-{one}": str(tens + ones) for ten, tens in TENS.items() for one, ones in DIGITS.items()}
    | {
        word: f"{number}th" if number > 3 else ("2nd", "3rd")[number - 2]
        for number, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
    }
)
"""Words for figures: a matter of house style."""

SPELLED = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
NEGATED = {"can't": "can", "cannot": "can", "won't": "will", "shan't": "shall"}


def spelled_out(words: tuple[str, ...]) -> Run:
    """Words with what is contracted in two: "it's" as "it is". They have no places."""
    return Run(tuple(part for word in words for part in _spelled(word)), ())


def _spelled(word: str) -> tuple[str, ...]:
    if word in NEGATED or word.endswith("n't"):
        return NEGATED.get(word, word[:-3]), "not"
    base, mark, ending = word.partition("'")
    return (base, SPELLED[mark + ending]) if mark + ending in SPELLED else (word,)


LONGEST = 60
"""Words of the longest piece that is compared as one."""

COMMON = 64
"""Places of one word beyond which it is no help in finding a passage."""


class Run(Struct, frozen=True):
    """Words in their order with their places; words of one spelling have one form, left-out words are a gap."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def part(self, start: int, end: int) -> Run:
        """Some of its words."""
        return Run(self.words[start:end], self.spans[start:end])

    @property
    def stated(self) -> int:
        """The number of its words, gaps left out."""
        return sum(word != GAP for word in self.words)


def read_run(plain: str, span: Span) -> Run:
    """The words in a span of a text with plain quotation marks, brackets and dots read as gaps."""
    found = tuple(TOKEN.finditer(plain, span.start, span.end))
    return Run(tuple(map(_form, found)), tuple(Span(each.start(), each.end()) for each in found))


def _form(found: re.Match[str]) -> str:
    if found["gap"] is not None:
        return GAP
    word = found["word"].replace("[", "").replace("]", "").casefold()
    word = word.replace(",", "") if word[0].isdecimal() else word
    return FIGURES.get(word, word)


def pieces(run: Run, plain: str) -> Iterator[Run]:
    """A run in pieces: its sentences, long ones in parts of `LONGEST` words."""
    start = 0
    for index in range(1, len(run.words) + 1):
        done = index == len(run.words)
        if done or index - start >= LONGEST or _stops(run, plain, index):
            yield run.part(start, index)
            start = index


def _stops(run: Run, plain: str, index: int) -> bool:
    """Whether a sentence ends before a word, and not at left-out words."""
    if GAP in run.words[index - 1 : index + 1]:
        return False
    between = plain[run.spans[index - 1].end : run.spans[index].start]
    return any(mark in between for mark in ".?!") and plain[run.spans[index].start].isupper()


class Passage(Struct, frozen=True):
    """Where a run nearly stands in other words: the offset of the window there, the window, and the fit."""

    start: int
    words: tuple[str, ...]
    fit: Alignment


class Passages(Struct):
    """An index of a long run of words. Looking up takes time in the length of what is looked for, not of the index."""

    words: tuple[str, ...]
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    pairs: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for index, word in enumerate(self.words):
            self.places[word].append(index)
        for index in range(len(self.words) - 1):
            self.pairs[self.words[index], self.words[index + 1]].append(index)

    def holds(self, run: Run) -> bool:
        """Whether all words of a run stand here side by side, left-out words apart, in any order of the parts."""
        return all(self._holds(part) for part in _parts(run.words))

    def _holds(self, part: tuple[str, ...]) -> bool:
        if len(part) == 1:
            return part[0] in self.places
        length = len(part)
        index = min(range(length - 1), key=lambda at: len(self.pairs.get((part[at], part[at + 1]), ())))
        starts = self.pairs.get((part[index], part[index + 1]), [])
        return any(self.words[place - index : place - index + length] == part
                   for place in starts[: COMMON * COMMON] if place >= index)  # fmt: skip

    def nearest(self, run: Run) -> Passage | None:
        """The passage here that has the most words of a run in about their order, or None where there is hardly any."""
        votes: Counter[int] = Counter()
        for index, word in enumerate(run.words):
            places = self.places.get(word, ())
            if word and len(places) <= COMMON:
                votes.update({(place - index) // 4 for place in places})
                votes.update({(place - index) // 4 + 1 for place in places})
        best: Passage | None = None
        for bucket, _ in votes.most_common(4):
            start = max(0, bucket * 4 - 6)
            window = self.words[start : bucket * 4 + len(run.words) + 10 + 6 * run.words.count(GAP)]
            fit = aligned(run.words, window)
            if best is None or fit.similarity > best.fit.similarity:
                best = Passage(start, window, fit)
        return best


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    part: list[str] = []
    for word in (*words, GAP):
        if word != GAP:
            part.append(word)
        elif part:
            yield tuple(part)
            part = []
