"""Pairing quotation marks in one block of text: which mark opens, which closes, and which is an apostrophe or a unit.

Everything is decided from the mark's neighbours and from what is open before it, in one pass over the marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from linter.annotation.wire import FILLER, SINGLE_OPENS, evened
from linter.core.pattern import lazy_pattern

MARK = lazy_pattern("[\"“”„‟«»'‘’‚‛‹›]")

FAMILIES = {
    **dict.fromkeys('"“”„‟', "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("'‘’‚‛", "single"),
    **dict.fromkeys("‹›", "small"),
}
"""Marks that open and close each other."""

OPENING_BEFORE = " \t\n\u00a0\u202f([{—–―-/\"“„‟«‹'‘‚"
"""An opening mark stands after one of these, or at the start."""

ELISION = lazy_pattern(
    r"(?:\d\d(?:\d\d)?s?|n|s|ve|ll|em|er|til|till|tis|twas|twere|twill|cause|bout|round|neath|tween|cept|fraid|kay|nuff|cos|coz|"
    r"ere|ave|is|ello|ope|alf)\b",
    re.IGNORECASE,
)
"""What follows an apostrophe that stands for left-out letters or figures: the '90s, rock 'n' roll, 'em, it 's."""

SET_APART = 300
"""Code points back to which a tokenised single mark is looked for."""

STRONG_END = ".,?!;:…)"
"""A single mark after one of these closes; after a letter it may be an apostrophe."""


class Marked(Struct, frozen=True):
    """A pair of marks: offsets of the marked stretch with its marks and without; `closed` as in Quotation."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


class _Pair(Struct, frozen=True):
    start: int
    end: int
    closed: bool = True


class _Open(Struct, frozen=True):
    start: int
    mark: str

    @property
    def family(self) -> str:
        return FAMILIES[self.mark]


def family_at(text: str, place: int) -> str | None:
    """The family of the mark at a place of the reading text, None where no mark stands."""
    if text.startswith(("``", "''"), place):
        return "double"
    return "single" if text.startswith("`", place) else FAMILIES.get(text[place : place + 1])


def paired(text: str, wire: bool = False) -> tuple[Marked, ...]:
    """The quotations of one block, sorted by start, the outer before the inner; none goes beyond the block.

    `wire` is whether the article opens its quotations with backticks (see `linter.annotation.wire`).
    """
    if MARK.search(text) is None and "`" not in text:
        return ()
    text = evened(text, wire)
    found = sorted(_Pairing(text).run(), key=lambda pair: (pair.start, -pair.end))
    return tuple(_marked(text, pair) for pair in _bounded(text, found))


def _marked(text: str, pair: _Pair) -> Marked:
    """The pair with the width of its marks (two signs can be one), its inner stretch without blanks at its ends."""
    wide_end = pair.closed and text.startswith(FILLER, pair.end)
    inner_start = pair.start + 1 + text.startswith(FILLER, pair.start + 1)
    inner_end = pair.end - 1 if pair.closed else pair.end
    words = text[inner_start:inner_end].strip()
    if words and inner_end - inner_start > len(words):
        inner_start = text.index(words, inner_start)
        inner_end = inner_start + len(words)
    return Marked(pair.start, pair.end + wide_end, inner_start, max(inner_start, inner_end), pair.closed)


def _bounded(text: str, found: list[_Pair]) -> Iterator[_Pair]:
    """Unclosed quotations end where the next of the same marks opens."""
    openings: dict[str, list[int]] = {}
    for pair in found:
        openings.setdefault(FAMILIES[text[pair.start]], []).append(pair.start)
    for pair in found:
        if pair.closed:
            yield pair
            continue
        starts = openings[FAMILIES[text[pair.start]]]
        index = bisect_right(starts, pair.start)
        end = min(pair.end, starts[index]) if index < len(starts) else pair.end
        yield _Pair(pair.start, pair.start + len(text[pair.start : end].rstrip()), closed=False)


class _Pairing(Struct):
    """The state of one pass: the marks still open, innermost last, and how many of each family are."""

    text: str
    stack: list[_Open] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    places: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def run(self) -> Iterator[_Pair]:
        """The pairs, in the order in which they close, then those never closed."""
        self.places = [found.start() for found in MARK.finditer(self.text)]
        self.ends = [place for place in self.places if FAMILIES[self.text[place]] == "single" and self._may_end(place)]
        for index, place in enumerate(self.places):
            yield from self._mark(index, place)
        yield from self._given_up(len(self.stack), len(self.text))

    def _mark(self, index: int, place: int) -> Iterator[_Pair]:
        mark = self.text[place]
        family = FAMILIES[mark]
        if mark in "“”" and self._is_wide(place):
            closes = mark == "”" or any(opened.mark == "„" for opened in self.stack[-1:])
        else:
            closes = self._single_closes(place) if family == "single" else self._closes(index, place, mark)
        if closes and self.counts[family]:
            yield from self._close(place, family)
        elif not closes and (self._single_opens(place, mark) if family == "single" else self._opens(place, mark)):
            self.stack.append(_Open(place, mark))
            self.counts[family] += 1

    def _close(self, place: int, family: str) -> Iterator[_Pair]:
        above = 0
        while self.stack[-1 - above].family != family:
            above += 1
        yield from self._given_up(above, place)
        opened = self._pop()
        yield _Pair(opened.start, place + 1)

    def _given_up(self, count: int, end: int) -> Iterator[_Pair]:
        """Drop the innermost marks, which nothing closes before `end`."""
        for _ in range(count):
            opened = self._pop()
            if opened.family != "single" or self._clearly_opens(opened.start):
                yield _Pair(opened.start, end, closed=False)

    def _pop(self) -> _Open:
        opened = self.stack.pop()
        self.counts[opened.family] -= 1
        return opened

    def _before(self, place: int) -> str:
        before = self.text[place - 1] if place else " "
        return self.text[place - 2] if before == FILLER else before

    def _after(self, place: int) -> str:
        after = self.text[place + 1 : place + 2]
        return (self.text[place + 2 : place + 3] if after == FILLER else after) or " "

    def _may_start(self, place: int) -> bool:
        after = self._after(place)
        return (
            self._before(place) in OPENING_BEFORE
            and not after.isspace()
            and not (after in ".,;" and self._is_wide(place))
        )

    def _may_end(self, place: int) -> bool:
        apart = self._before(place).isspace() and not self._is_set_apart(place)
        return not apart and not self._after(place).isalnum()

    def _is_set_apart(self, place: int) -> bool:
        """Whether a single mark between blanks may close one that opened so in a tokenised text."""
        return self.text[place] == "'" and self.text.rfind(SINGLE_OPENS + " ", max(0, place - SET_APART), place) >= 0

    def _opens(self, place: int, mark: str) -> bool:
        if mark == '"':
            if self._is_wide(place) and not self._may_start(place):
                return self._opens_apart(place)
            return not self._is_unit(place) and (self._may_start(place) or self._before(place).isspace())
        if self._is_wide(place):
            return mark == "“" or (
                not self.counts["double"] and self._may_start(place) and self._after(place).isalnum()
            )
        if mark in "“„‟«‹":
            return mark != "“" or not self._after(place).isspace()
        return self._may_start(place)  # Swedish ”…”, German »…«

    def _is_wide(self, place: int) -> bool:
        return self.text.startswith(FILLER, place + 1)

    def _opens_apart(self, place: int) -> bool:
        """Whether '' between blanks opens: it is no sign of inches, and another follows."""
        before = self.text[max(0, place - 2) : place]
        if not self._after(place).isspace() or before[:1].isdecimal() or (before and not before[-1].isspace()):
            return False
        return self.text.find(FILLER, place + 2) > 0

    def _closes(self, index: int, place: int, mark: str) -> bool:
        if mark == '"':
            return self._straight_closes(index, place)
        innermost = next((opened.mark for opened in reversed(self.stack[-2:]) if opened.family == FAMILIES[mark]), "")
        if mark in "“‟":
            # German papers close with it; elsewhere a slip of the typesetter, told by the space after it.
            return self._may_end(place) and (
                innermost == "„" or (not self._may_start(place) and self._after(place).isspace())
            )
        if mark in "«‹":
            return innermost in ("»", "›") and not self._before(place).isspace()
        if mark == "„":
            return False
        return innermost not in ("", mark) or not self._may_start(place) or (innermost == mark and self._may_end(place))

    def _straight_closes(self, index: int, place: int) -> bool:
        if not self.counts["double"] or self._is_unit(place):
            return False
        before, after = self._before(place), self._after(place)
        if before.isspace():
            return after.isspace() or (self._is_wide(place) and after in ".,;:?!)")
        if before.isdecimal() and self._closes_next(index):
            return False  # six inches inside a quotation: the next mark closes it
        return not (before in "([{" and not after.isspace()) and not (before in "—–-/" and after.isalnum())

    def _closes_next(self, index: int) -> bool:
        following = next((p for p in self.places[index + 1 : index + 4] if self.text[p] == '"'), None)
        return following is not None and self._may_end(following) and not self._may_start(following)

    def _is_unit(self, place: int) -> bool:
        """Inches: 5'10", or 6" where nothing is open."""
        digits = re.search(r"(?:\d['’′]\s?)?\d+(?:[./]\d+)?$", self.text[max(0, place - 12) : place])
        return digits is not None and (digits[0].count("'") + digits[0].count("’") > 0 or not self.counts["double"])

    def _single_opens(self, place: int, mark: str) -> bool:
        if mark == SINGLE_OPENS and self._after(place) == " " and self._before(place) in OPENING_BEFORE:
            return bisect_right(self.ends, place + 1) < len(self.ends)
        if mark == "’" or not self._may_start(place) or ELISION.match(self.text, place + 1):
            return False
        following = bisect_right(self.ends, place + 1)
        return following < len(self.ends) or (mark != "'" and self._clearly_opens(place))

    def _single_closes(self, place: int) -> bool:
        if (
            not self.counts["single"]
            or not self._may_end(place)
            or (self.text[place] in "‘‚‛" and not self._german(place))
        ):
            return False
        if self.stack[-1].family != "single":
            return self._before(place) in STRONG_END
        return not self._is_apostrophe(place)

    def _german(self, place: int) -> bool:
        return self.text[place] == "‘" and self.stack[-1].mark == "‚"

    def _is_apostrophe(self, place: int) -> bool:
        """Whether a mark after a letter is a plural's or a left-out g, because a better closing mark follows."""
        word = re.search(r"(?:s|in|an|ol|o|th|wi)$", self.text[max(0, place - 8) : place])
        if word is None or self._after(place) != " ":
            return False
        index = bisect_right(self.ends, place)
        return index < len(self.ends) and not self._opened_between(place, self.ends[index])

    def _opened_between(self, place: int, end: int) -> bool:
        low, high = bisect_right(self.places, place), bisect_right(self.places, end - 1)
        between = self.places[low : min(high, low + 20)]
        return any(
            self.text[p] == SINGLE_OPENS or (FAMILIES[self.text[p]] == "single" and self._may_start(p)) for p in between
        )

    def _clearly_opens(self, place: int) -> bool:
        """Whether a single mark that nothing closes is a quotation's: a capital after it, a colon or nothing before.

        One that is bent to the left is no apostrophe before a small letter, those of left-out letters aside.
        """
        before = self.text[max(0, place - 2) : place]
        if self.text[place] == "‘" and before[-1:] == " " and self._after(place).islower():
            return ELISION.match(self.text, place + 1) is None
        fits = (
            not before or before in (": ", ", ") or (before == ". " and self.text[place] == "‘") or before[-1:] in '"“„'
        )
        return (
            fits
            and self.text[place] != "’"
            and self._after(place).isupper()
            and not ELISION.match(self.text, place + 1)
        )
