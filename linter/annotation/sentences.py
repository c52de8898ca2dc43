"""Sentences: those that sentencex finds in each block, mended where news text needs it.

The only module that imports sentencex.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.model import Document

LONGEST = 4000
"""Code points of the longest sentence; a longer one (a line of data, a bomb) is cut at white space."""

LONGEST_PART = 8000
"""Code points that sentencex is given at once."""

SINGLE = {"title", "heading", "dateline", "byline"}
"""Blocks that are one sentence whatever stops they hold, unless they are long."""

NO_BREAK_AFTER = lazy_pattern(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Rep|Sen|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Cmdr|Adm|Rev|Hon|St|Mt|Jr|Sr|No|Nos|Nr|Ft|[Vv]ols?|pp?|[Ff]igs?|v|vs|cf|al|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|approx|est|Inc|Ltd|Corp|Co|U\.S|U\.K|U\.N|E\.U|D\.C|a\.m|p\.m|"
    r"Mio|Mrd|Tsd)\.)\s*$"
)
"""An abbreviation that may end a sentence but more often does not."""

STARTS_ANEW = lazy_pattern(
    r"[\"'“‘(\[`]*(?:The|A|An|He|She|It|They|We|But|And|In|On|At|For|This|That|His|Her|Its|Their)\b"
    r"|(?:First|Second|Third|Fourth|Fifth|Last|Final)(?:ly)?,"
)
"""Words that after an ambiguous abbreviation begin a new sentence."""

ENDS_OR_NOT = lazy_pattern(r"(?:U\.S|U\.K|U\.N|E\.U|D\.C|a\.m|p\.m|Inc|Ltd|Corp|Co|Jr|Sr|Mio|Mrd|Tsd|[A-Z])\.\s*$")
"""Abbreviations that stand at the end of sentences too."""

LEFT_BEHIND = lazy_pattern(r"\s([\"'“‘„«(\[`]+)(\s*)$")
"""Opening marks at the end of a sentence belong to the next."""

ENDS = lazy_pattern(
    r"[.?!](?:[)\]]|(?<=\bMay\.)|(?<=\bart\.)|(?<=\bill\.)|(?<=\bme\.)|(?<=\bmay\.)|(?<=\bmiss\.)|(?<=\bno\.)|(?<=\bore\.))"
    r" +(?=[A-Z“\"‘`])"
)
"""Where a sentence ends and sentencex reads on: behind brackets, and words that it takes for abbreviations."""

ASKED = lazy_pattern(r"[?!…,—–-](?:[\"”'’»]+| '')\s*$")
"""A quotation after which its sentence can go on; one that ends with a full stop ends the sentence."""

SPEECH_VERB = lazy_pattern(
    r"\s*(?:(?:(?:[A-Z][\w.'’-]*|he|she|they|it|the|an?) ){1,4}(?:[a-z]+ly )?)?"
    r"(?:said|says|asked|asks|told|added|replied|wrote|writes|continued|explained|shouted|according to)\b"
)
"""What follows a quotation inside its sentence: '"Why now?" asked Smith.'"""


def annotate(article: Article) -> tuple[Sentence, ...]:
    """All sentences of an article, block by block."""
    return sentences_of(article.document)


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """All sentences of a document, block by block."""
    return tuple(
        Sentence(span, index)
        for index, block in enumerate(document.blocks)
        for span in _block_sentences(document.text[block.start : block.end], block.start, block.kind in SINGLE)
    )


def _block_sentences(text: str, offset: int, single: bool) -> Iterator[Span]:
    if not text:
        return
    spans = [Span(0, len(text))] if single else list(_joined(text, _boundaries(text)))
    for span in spans:
        yield from (Span(offset + cut.start, offset + cut.end) for cut in _cut(text, span))


def _boundaries(text: str) -> list[Span]:
    import sentencex

    starts: list[int] = []
    for part in _parts(text):
        found = sentencex.get_sentence_boundaries("en", text[part.start : part.end])
        starts.extend(part.start + boundary["start_index"] for boundary in found if boundary["text"].strip())
    starts[:1] = [0]
    starts = [starts[0], *(_before_marks(text, start) for start in starts[1:])]
    starts = sorted({*starts, *(found.end() for found in ENDS.finditer(text))})
    ends = [*starts[1:], len(text)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _parts(text: str) -> Iterator[Span]:
    """The text in parts of bounded length: the time of sentencex grows with the square of the marks in a part."""
    start = 0
    while len(text) - start > LONGEST_PART:
        stop = text.rfind(". ", start + 1, start + LONGEST_PART) + 2
        if stop < start + LONGEST_PART // 2:
            stop = text.rfind(" ", start + 1, start + LONGEST_PART) + 1
        stop = stop if stop > start else start + LONGEST_PART
        yield Span(start, stop)
        start = stop
    yield Span(start, len(text))


def _before_marks(text: str, start: int) -> int:
    """A start moved before the opening marks that sentencex left with the sentence before."""
    found = LEFT_BEHIND.search(text, max(0, start - 6), start)
    return found.end() - len(found[1]) - len(found[2]) if found else start


def _joined(text: str, spans: list[Span]) -> Iterator[Span]:
    held = spans[0]
    for span in spans[1:]:
        if _belongs_together(text, held, span):
            held = Span(held.start, span.end)
        else:
            yield _trimmed(text, held)
            held = span
    yield _trimmed(text, held)


def _belongs_together(text: str, left: Span, right: Span) -> bool:
    before, after = text[max(left.start, left.end - 40) : left.end], text[right.start : right.start + 40]
    word = before[before.rstrip().rfind(" ") + 1 :]
    if NO_BREAK_AFTER.search(word):
        return not (ENDS_OR_NOT.search(word) and STARTS_ANEW.match(after))
    if ASKED.search(before):
        return SPEECH_VERB.match(after) is not None
    return False


def _trimmed(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        stop = space if space > start else start + LONGEST
        yield Span(start, stop)
        start = stop
    yield Span(start, span.end)
