"""Building reading text block by block, with the source of every code point."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from linter.core.pattern import lazy_pattern
from linter.document.model import Block, BlockKind, Piece, Prose

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
SPACE = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
OTHER_SPACE = SPACE.replace("\x20", "\x1f")

UNEVEN = lazy_pattern(f"[{OTHER_SPACE}{INVISIBLE}][{SPACE}{INVISIBLE}]*|\x20[{SPACE}{INVISIBLE}]+")
"""Anything but single plain spaces between visible code points; a lone space, the common case, costs nothing."""

BLANK = lazy_pattern(f"[{SPACE}]")
SURROGATE = lazy_pattern("[\ud800-\udfff]")


class ProseBuilder:
    """Gathers the blocks of a source in reading order.

    Runs are appended to the open block; `close` ends it. White space is folded across runs, so that the callers need
    not care where a run ends. Source offsets must not go backwards.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._runs: list[tuple[str, int, int]] = []
        self._space: tuple[int, int] | None = None

    @property
    def blank(self) -> bool:
        """Whether the open block holds nothing yet."""
        return not self._runs

    def copy(self, start: int, end: int) -> None:
        """Append a span of the source as it stands there, white space folded and invisible characters dropped."""
        place = start
        for found in UNEVEN.finditer(self._source, start, end):
            self._even(self._source[place : found.start()], place)
            if BLANK.search(found.group()):
                self.space(*found.span())
            place = found.end()
        self._even(self._source[place:end], place)

    def replace(self, text: str, start: int, end: int) -> None:
        """Append a text that stands for a span of the source, as the character does for its entity."""
        folded = UNEVEN.sub(lambda found: " " if BLANK.search(found.group()) else "", text)
        if folded.startswith(" "):
            self.space(start, end)
        if folded.strip(" "):
            self._append(folded.strip(" "), start, end)
            if folded.endswith(" "):
                self.space(end, end)

    def space(self, start: int, end: int) -> None:
        """Append a space for a span of the source, unless the block is empty, ends here, or has one already."""
        if self._space is not None:
            self._space = (self._space[0], end) if self._space[1] == start else self._space
        elif self._runs:
            self._space = (start, end)

    def close(self, kind: BlockKind, level: int = 0, group: int = 0) -> None:
        """End the open block; one without words leaves no trace."""
        runs = _composed(self._runs)
        self._runs = []
        self._space = None
        if not runs:
            return
        if self._blocks:
            self._texts.append("\n")
            self._length += 1
        start = self._length
        for text, source_start, source_end in runs:
            self._texts.append(text)
            self._pieces.append(Piece(self._length, self._length + len(text), source_start, source_end))
            self._length += len(text)
        self._blocks.append(Block(kind, start, self._length, level, group))

    def build(self) -> tuple[Prose, tuple[Block, ...]]:
        """The prose and blocks gathered so far; an open block is not among them."""
        return Prose("".join(self._texts), tuple(self._pieces)), tuple(self._blocks)

    def _even(self, text: str, start: int) -> None:
        """Append a text of which only the first and last code points can be white space, and then single."""
        if not text:
            return
        low = 1 if text[0] == " " else 0
        high = len(text) - 1 if text[-1] == " " and len(text) > low else len(text)
        if low:
            self.space(start, start + 1)
        if low < high:
            self._append(text[low:high], start + low, start + high)
        if high < len(text):
            self.space(start + high, start + high + 1)

    def _append(self, text: str, start: int, end: int) -> None:
        if self._space is not None:
            space, self._space = self._space, None
            self._append(" ", *space)
        if self._runs and len(text) == end - start:
            before, before_start, before_end = self._runs[-1]
            if before_end == start and len(before) == before_end - before_start and len(before) < 4096:
                self._runs[-1] = (before + text, before_start, end)
                return
        self._runs.append((text, start, end))


def _composed(runs: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    text = "".join(run[0] for run in runs)
    if SURROGATE.search(text):
        # Half of a pair is no character: what reads the prose as UTF-8 would fail on it.
        runs = [(SURROGATE.sub("\ufffd", run[0]), run[1], run[2]) for run in runs]
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return runs
    return list(_merged(_clusters(_characters(runs))))


def _characters(runs: Iterable[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Each code point with its source; a run that does not map one to one stays whole."""
    for text, start, end in runs:
        if len(text) == end - start:
            yield from ((character, start + index, start + index + 1) for index, character in enumerate(text))
        else:
            yield text, start, end


def _clusters(characters: Iterable[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Runs that can be composed on their own, composed."""
    cluster: list[str] = []
    start = end = 0
    for text, text_start, text_end in characters:
        if cluster and not _joins(text[0]):
            yield unicodedata.normalize("NFC", "".join(cluster)), start, end
            cluster = []
        if not cluster:
            start = text_start
        cluster.append(text)
        end = text_end
    if cluster:
        yield unicodedata.normalize("NFC", "".join(cluster)), start, end


def _joins(character: str) -> bool:
    """Whether a code point may compose with the one before it: a mark, or a vowel or final of Hangul."""
    if character < "\u0300":
        return False
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _merged(runs: Iterable[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """The same with neighbouring runs that map one to one made one."""
    texts: list[str] = []
    start = end = 0
    for text, text_start, text_end in runs:
        exact = len(text) == text_end - text_start == 1
        if texts and not (exact and text_start == end):
            yield "".join(texts), start, end
            texts = []
        if not exact:
            yield text, text_start, text_end
            continue
        if not texts:
            start = text_start
        texts.append(text)
        end = text_end
    if texts:
        yield "".join(texts), start, end
