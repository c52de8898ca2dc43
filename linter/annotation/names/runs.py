"""Runs of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from typing import Any

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.names.words import (
    BODIES,
    FUNCTION,
    GROUNDS,
    JUNIOR,
    MAY_BE_NAMES,
    MONTHS,
    OF_HEADS,
    WEEKDAYS,
    is_title,
)
from linter.annotation.vocabulary import is_everyday
from linter.core.pattern import lazy_pattern
from linter.document.model import Block
from linter.match.extract import compiled

PARTICLE = (
    r"(?:de la|de los|de las|de|del|della|di|da|do|dos|das|du|la|le|van der|van den|van de|van|von der|von|der|den|"
    r"ter|ten|bin|ibn|abu|arap|al|el|y|e|zu|zur|af|av|ap)"
)
PREFIX = r"(?:al|el|ad|ar|as|ash|an|at|az|d|l|t)['-]"
"""What stands in small letters before the capital of a word."""

CAPITAL_WORD = (
    r"(?:(?=\p{Lu}[a-z]{1,5}\.)"
    r"(?:Mr|Mrs|Ms|Dr|St|Sens?|Reps?|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Prof|Rev|Hon|Jr|Sr|Msgr|Fr|Mt|Ft|Supt|Det|"
    r"Insp|Cpl|Pvt|Messrs|Mme)\.|(?:\p{Lu}\.){1,5}+(?:-\p{Lu}\.)?+|\p{Lu}[\p{L}\p{M}\p{N}]*+(?:['&-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*+)*+)"
)
NO_WORD = r"(?<![\p{L}\p{N}@#/.'-])"
FIRST = rf"(?=\p{{Lu}})(?:{NO_WORD}|(?<={NO_WORD}{PREFIX})){CAPITAL_WORD}"
"""The first word of a run from its capital on, which the engine can look for; a prefix before it is taken in after."""

NEXT = rf"(?P<whole>(?:(?=[a-z]){PARTICLE} )?(?P<word>(?:(?=[a-z]){PREFIX})?+{CAPITAL_WORD}))"
RUN = rf"{FIRST}(?: {NEXT})*+"
PREFIX_BEFORE = lazy_pattern(rf"(?:{PREFIX})$")

LEAD = 12
"""Code points before a word that are looked at for what opens a sentence."""

LONGEST_RUN = 12
"""Words; a longer run is a line in capitals or a list, not a name."""

JOINED = lazy_pattern(r" (?:of|for)(?: the)? $")
PARTNERS = lazy_pattern(
    r" & (?=[^\W\d_])| (?:and|und|et|og|och) (?=(?:Sons?|Co|Partners|Associates|Brothers|Daughters|Cie|Söhne|Fils)\b)"
)
"""What joins the partners in the name of a firm."""

LONGEST_JOINT = 9
"""Code points between two runs of which one goes on with the other."""

SMALL = lazy_pattern(r"(?<![\w'-])[a-zà-ÿ][a-zà-ÿ]+")
SHORT_WORD = lazy_pattern(r"[^\W\d_]{3,}")
LONG_WORD = lazy_pattern(r"[^\W\d_]{4,}")
LEAST_STYLED = 3
"""Words in capitals of the shortest headline in title case."""

PREFIX_ENDS = ("'", "-")
CALENDAR = WEEKDAYS | MONTHS


class Word(Struct, frozen=True):
    """A word of a run, without a possessive ending, and its offsets; `owner` is whether it had one.

    `key` is the word in small letters, without the stop of an abbreviation.
    """

    text: str
    start: int
    end: int
    owner: bool
    key: str


class Run(Struct, frozen=True):
    """Capitalised words in a row. `opens` is whether the first has its capital from its place; `styled` whether its
    block puts all words in capitals, so that they tell nothing."""

    words: tuple[Word, ...]
    opens: bool
    styled: bool

    @property
    def start(self) -> int:
        """The offset of the first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """The offset after the last word."""
        return self.words[-1].end


def runs(article: Article) -> tuple[Run, ...]:
    """All runs of an article in reading order, with "of" inside the name of a body ("Bank of England")."""
    return tuple(_joined(article))


def _joined(article: Article) -> Iterator[Run]:
    held: Run | None = None
    for run in _cut_runs(article):
        if held is not None and _goes_on(article, held, run):
            held = Run((*held.words, *run.words), held.opens, held.styled)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def small_words(article: Article) -> frozenset[str]:
    """All words that the article has in small letters."""
    return frozenset(SMALL.findall(article.plain))


def is_styled(article: Article, block: Block) -> bool:
    """Whether a block has nearly all its longer words in capitals, or its letters: a headline in title case."""
    words = LONG_WORD.findall(article.plain[block.start : min(block.end, block.start + 400)])
    words = [word for word in words if word.lower() not in FUNCTION]
    if len(words) < LEAST_STYLED and block.kind == "title":
        return _is_short_style(article.plain[block.start : block.end])
    small = sum([word[0].islower() for word in words])
    if 2 * small >= len(words):
        return False
    shouted = sum([word.isupper() for word in words])
    if len(words) > 1 and 2 * shouted > len(words):
        return True
    least = LEAST_STYLED if block.kind in ("title", "heading") else 8
    return len(words) >= least and 5 * small < len(words)


def _is_short_style(title: str) -> bool:
    """Whether a title of few long words has all its words in capitals, and one that is no name: "Ice Cuts Off Ii"."""
    words = [word for word in SHORT_WORD.findall(title) if word.lower() not in FUNCTION]
    capitals = all(word[0].isupper() and not word.isupper() for word in words)
    return len(words) >= LEAST_STYLED and capitals and any(is_everyday(word.lower()) for word in words[1:-1])


def styled_blocks(article: Article) -> tuple[bool, ...]:
    """For each block, whether it is styled (`is_styled`)."""
    return tuple(is_styled(article, block) for block in article.document.blocks)


def _cut_runs(article: Article) -> Iterator[Run]:
    text = article.plain
    styled = article.derive(styled_blocks)
    starts = [sentence.span.start for sentence in article.sentences]
    openings = frozenset(starts)
    small = article.derive(small_words)
    matches = compiled(RUN, cased=True).finditer
    for block, in_style in zip(article.document.blocks, styled, strict=True):
        for found in matches(text, block.start, block.end):
            # Every other sentence opens with a word that begins no name: it is not worth a closer look.
            if found.start() in openings and found[0].lower() in FUNCTION:
                continue
            for part in _parts(_words(text, found), openings):
                start = part[0].start
                opens = start in openings or _opens(text, start, starts)
                cut = _without_opening(part, small) if opens or in_style else part
                if cut and len(cut) <= LONGEST_RUN:
                    yield Run(cut, opens and cut[0] is part[0], in_style)


def _words(text: str, found: Any) -> tuple[Word, ...]:
    """The words of a run; a particle belongs to the word after it, if that begins with a capital itself."""
    start, stop = found.span()
    before = PREFIX_BEFORE.search(text, max(0, start - 4), start) if text[start - 1 : start] in PREFIX_ENDS else None
    first = before.start() if before else start
    if text.find(" ", start, stop) < 0:
        return (_word(text, first, stop),)
    later = found.spans("whole")
    words = [
        _word(text, low if text[low].islower() else whole, end)
        for (whole, end), (low, _) in zip(later, found.spans("word"), strict=True)
    ]
    return (_word(text, first, later[0][0] - 1), *words)


def _word(text: str, start: int, end: int) -> Word:
    owner = text.endswith(("'s", "'S"), start, end)
    high = end - 2 * owner
    word = text[start:high]
    return Word(
        word, start, high, owner or (text[high : high + 1] == "'" and word[-1] in "sxz"), word.lower().rstrip(".")
    )


def _parts(words: tuple[Word, ...], openings: Container[int]) -> list[tuple[Word, ...]]:
    """The words, cut at possessives, at the beginning of a sentence, and at days and months."""
    parts: list[tuple[Word, ...]] = []
    part: tuple[Word, ...] = ()
    for word in words:
        calendar = word.key in CALENDAR and _is_calendar(word, bool(part), word is words[-1])
        if part and (calendar or word.start in openings or part[-1].owner or part[-1].key in JUNIOR):
            parts.append(part)
            part = ()
        if not calendar and word.text != "I" and not word.text.startswith("I'"):
            part = (*part, word)
    return [*parts, part] if part else parts


def _is_calendar(word: Word, inside: bool, last: bool) -> bool:
    if len(word.key) < 5 and word.key not in MAY_BE_NAMES and not last:
        return False  # "Jan Rost": an abbreviated month has a stop or a figure behind it
    return word.key in WEEKDAYS or not (inside and word.key in MAY_BE_NAMES)


def _opens(text: str, start: int, starts: Sequence[int]) -> bool:
    first = starts[bisect_right(starts, start) - 1] if starts else 0
    before = text[max(first, start - LEAD) : start].rstrip()
    if start - first > LEAD and not before:
        return False
    return not before.strip("\"'([*-–—•") or before[-1] in "\"'(:—–" or text[start - 1] in "\"'(["


def _without_opening(part: tuple[Word, ...], small: frozenset[str]) -> tuple[Word, ...]:
    """The words of a run without those that only begin the sentence."""
    while part and part[0].key in FUNCTION:
        part = part[1:]
    if len(part) > 1 and part[0].key in small and not _is_head(part[0]) and not _is_head(part[1]):
        return part[1:]
    return part


def _is_head(word: Word) -> bool:
    return is_title(word.key) or word.key in BODIES or word.key in GROUNDS


def _goes_on(article: Article, held: Run, run: Run) -> bool:
    if run.start - held.end > LONGEST_JOINT:
        return False
    if PARTNERS.match(article.plain, held.end):
        return not held.styled and not held.words[-1].owner and run.start - held.end <= len(" and ")
    if held.words[-1].key not in OF_HEADS or held.words[-1].owner or held.styled:
        return False
    return JOINED.fullmatch(article.plain[held.end : run.start]) is not None
