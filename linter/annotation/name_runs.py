"""Runs of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.name_words import (
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
from linter.core.pattern import lazy_pattern
from linter.document.model import Block
from linter.match.extract import compiled

PARTICLE = (
    r"(?:de la|de los|de las|de|del|della|di|da|do|dos|das|du|la|le|van der|van den|van de|van|von der|von|der|den|"
    r"ter|ten|bin|ibn|abu|arap|al|el|y|e|zu|zur|af|av|ap)"
)
WORD = (
    r"(?:(?:al|el|ad|ar|as|ash|an|at|az|d|l|t)['-])?+"
    r"(?:(?:Mr|Mrs|Ms|Dr|St|Sens?|Reps?|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Prof|Rev|Hon|Jr|Sr|Msgr|Fr|Mt|Ft|Supt|Det|"
    r"Insp|Cpl|Pvt|Messrs|Mme)\.|(?:\p{Lu}\.){1,5}+(?:-\p{Lu}\.)?+|\p{Lu}[\p{L}\p{M}\p{N}]*+(?:['&-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*+)*+)"
)
RUN = rf"(?<![\p{{L}}\p{{N}}@#/.'-]){WORD}(?: (?:{PARTICLE} )?{WORD})*+"

LEAD = 12
"""Code points before a word that are looked at for what opens a sentence."""

LONGEST_RUN = 12
"""Words; a longer run is a line in capitals or a list, not a name."""

JOINED = lazy_pattern(r" (?:of|for)(?: the)? $")
PARTNERS = lazy_pattern(
    r" & (?=[^\W\d_])| (?:and|und|et|og|och) (?=(?:Sons?|Co|Partners|Associates|Brothers|Daughters|Cie|Söhne|Fils)\b)"
)
"""What joins the partners in the name of a firm."""

SMALL = lazy_pattern(r"(?<![\w'-])[a-zà-ÿ][a-zà-ÿ]+")
LONG_WORD = lazy_pattern(r"[^\W\d_]{4,}")


class Word(Struct, frozen=True):
    """A word of a run, without a possessive ending, and its offsets; `owner` is whether it had one."""

    text: str
    start: int
    end: int
    owner: bool = False

    @property
    def key(self) -> str:
        """The word in small letters, without the stop of an abbreviation."""
        return self.text.lower().rstrip(".")


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


@lru_cache(maxsize=1)
def _patterns() -> tuple[Any, Any]:
    return compiled(RUN, cased=True), compiled(rf"{PARTICLE} (?=\p{{Lu}})|{WORD}", cased=True)


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
    small = sum(word[0].islower() for word in words)
    shouted = sum(word.isupper() for word in words)
    if len(words) > 1 and 2 * shouted > len(words):
        return True
    least = 3 if block.kind in ("title", "heading") else 8
    return len(words) >= least and 5 * small < len(words)


def _cut_runs(article: Article) -> Iterator[Run]:
    whole, inner = _patterns()
    blocks = article.document.blocks
    styled = [is_styled(article, block) for block in blocks]
    starts = [sentence.span.start for sentence in article.sentences]
    small = article.derive(small_words)
    for found in whole.finditer(article.plain):
        index = article.document.block_at(found.start())
        words = tuple(_words(inner, article.plain, found.start(), found.end()))
        for part in _parts(words, starts):
            opens = _opens(article.plain, part[0].start, starts)
            cut = _without_opening(part, small) if opens or styled[index] else part
            if cut and len(cut) <= LONGEST_RUN:
                yield Run(cut, opens and cut[0] is part[0], bool(styled) and styled[index])


def _words(inner: Any, text: str, start: int, end: int) -> Iterator[Word]:
    particle = -1
    for found in inner.finditer(text, start, end):
        if found[0].endswith(" "):
            particle = found.start() if particle < 0 else particle
            continue
        low = found.start() if particle < 0 else particle
        particle = -1
        owner = found[0].endswith(("'s", "'S"))
        high = found.end() - 2 * owner
        yield Word(text[low:high], low, high, owner or (text[high : high + 1] == "'" and text[high - 1] in "sxz"))


def _parts(words: Sequence[Word], starts: Sequence[int]) -> Iterator[tuple[Word, ...]]:
    """The words, cut at possessives, at the beginning of a sentence, and at days and months."""
    part: tuple[Word, ...] = ()
    for word in words:
        begins = starts[bisect_right(starts, word.start) - 1] == word.start
        calendar = _is_calendar(word, bool(part), word is words[-1])
        if part and (begins or part[-1].owner or calendar or part[-1].key in JUNIOR):
            yield part
            part = ()
        if not calendar and word.text != "I" and not word.text.startswith("I'"):
            part = (*part, word)
    if part:
        yield part


def _is_calendar(word: Word, inside: bool, last: bool) -> bool:
    if len(word.key) < 5 and word.key not in MAY_BE_NAMES and not last:
        return False  # "Jan Rost": an abbreviated month has a stop or a figure behind it
    return word.key in WEEKDAYS or (word.key in MONTHS and not (inside and word.key in MAY_BE_NAMES))


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
    if PARTNERS.match(article.plain, held.end):
        return not held.styled and not held.words[-1].owner and run.start - held.end <= len(" and ")
    if run.start - held.end > 9 or held.words[-1].key not in OF_HEADS or held.words[-1].owner or held.styled:
        return False
    return JOINED.fullmatch(article.plain[held.end : run.start]) is not None
