"""Quotations that an article gives twice, with different words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quotation
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.infer.speech.alignment import GAP, Alignment, Change, aligned
from linter.infer.speech.quoted import Run, pieces, read_run
from linter.infer.speech.transcripts import is_transcript
from linter.infer.stems import stem

AGAIN = lazy_pattern(
    r"\b(?:again|sentence|lines?|words|phrase|promise|pledge|vow|quot\w+|remarks?|repeat\w*|reminded|recall\w*|interview|speech|statement|"
    r"poster|plaque|mug|wall|motto|version|record|minutes|transcript|letter)\b",
    re.IGNORECASE,
)
"""Words beside a quotation which tell that it was said or written elsewhere."""

OWNED = lazy_pattern(
    r"(?:'s?|\b(?:his|her|their|its|own|same|that)) (?:\w+ )?(?:words?|promise|pledge|vow|line|phrase|sentence|"
    r"remarks?|comments?|statement|verdict|description|judge?ment|warning|reply|answer|assurance|boast|claim|demand|quote|quip|saying)\b|"
    r"\b(?:the|these) (?:words|sentence|line|phrase|promise|motto|quotation),?\s+~|"
    r"\bwhat [\w. -]{2,40} (?:called|described as|termed),?\s+~|"
    r"\bhad (?:\w+ly |earlier |once |then )?(?:called|claimed|declared|insisted|promised|said|sworn|told|"
    r"vowed|warned)\b",
    re.IGNORECASE,
)
"""Words which tell whose statement a quotation gives once more, so that less of it need agree."""

CALLED = lazy_pattern(r"\b(?:called|denounced|described|dismissed|hailed|praised) [^.;~]{2,60} (?:as )?~")
"""What somebody is told to have called a thing: "called the film '…'"."""

CORRECTED = lazy_pattern(
    r"\b(?:apologi[sz]\w+|correct(?:ed|ing|ion)|misspoke|slip of|the slip|took back|withdr[ae]w\w*)\b", re.IGNORECASE
)
"""Words beside a quotation which tell that it openly takes the place of the earlier one."""

OF = lazy_pattern(r"\bsa(?:id|ys) (?:\w+ )?(?:about|of) (?:the |his |her |its |their )?([\w'-]+)")
"""What a statement is about, as the writer tells it."""

POSTINGS = 12
"""Earlier pieces remembered for one key: what stands in more of them tells no two apart."""

SHORTENED = lazy_pattern(r"(?<=[a-z])(?:n't|'(?:re|m|ve|ll)\b)|\bcannot\b")
"""What a contraction leaves of a word, and one that is written in two ways."""

IN_FULL = {"n't": " not", "'re": " are", "'m": " am", "'ve": " have", "'ll": " will", "cannot": "can not"}

UNTOLD_SIMILARITY = 0.75
"""How much two quotations have in common where nothing tells that one gives the other once more."""

OWNED_SIMILARITY = 0.5
"""How much two quotations have in common that the writer gives as one statement."""

OWNED_STATED = 4
"""Words of a statement that are enough where the writer gives it as the earlier one, and too few elsewhere."""

SURE = 0.7
"""How much they have in common where one word that says something is enough."""

EXCHANGE = 3
"""Paragraphs within which lines of one exchange of words stand."""

CANDIDATES = 3
"""Earlier pieces that one is compared with."""


class Piece(Struct, frozen=True):
    """A sentence of a quotation, and whether it stands in the headline."""

    quotation: Quotation
    run: Run
    headline: bool
    speaker: str
    block: int


class Repeat(Struct, frozen=True):
    """A quotation that gives an earlier one with other words: what stands `there` earlier, and `here`."""

    later: Quotation
    first: Quotation
    there: str
    here: str


def repeats(article: Article) -> tuple[Repeat, ...]:
    """Quotations that differ from an earlier one of the same statement, each once."""
    return article.derive(_repeats)


def _repeats(article: Article) -> tuple[Repeat, ...]:
    if len(article.quotations) < 2 or is_transcript(article):
        return ()
    found: dict[Quotation, Repeat] = {}
    earlier: list[Piece] = []
    index: dict[str, list[int]] = defaultdict(list)
    given = tuple(_pieces(article))
    for piece in given:
        keys = set(_keys(piece.run))
        votes = Counter(number for key in keys for number in index.get(key, ()))
        for number, _ in votes.most_common(CANDIDATES):
            repeat = _compared(article, earlier[number], piece)
            if repeat is not None and not _is_given_whole(earlier[number], given):
                found.setdefault(repeat.later, repeat)
        for key in keys:
            if len(index[key]) < POSTINGS:
                index[key].append(len(earlier))
        earlier.append(piece)
    return tuple(found.values())


def _is_given_whole(first: Piece, given: tuple[Piece, ...]) -> bool:
    """Whether the body has the very words of the headline's quotation, so that others like it are other statements."""
    return first.headline and any(
        not piece.headline
        and piece.run.stated >= first.run.stated
        and not aligned(first.run.words, piece.run.words).changes
        for piece in given
    )


def _pieces(article: Article) -> Iterator[Piece]:
    for quotation in article.quotations:
        number = article.document.block_at(quotation.span.start)
        headline = article.document.blocks[number].kind == "title"
        if quotation.depth or not (headline or quotation.speech or _is_cited(article, quotation)):
            continue
        speaker = article.voice(quotation.inner).speaker
        for run in pieces(read_run(article.plain, quotation.inner), article.plain):
            if run.stated >= (2 if headline else 4):
                yield Piece(quotation, run, headline, speaker, number)


def _keys(run: Run) -> Iterator[str]:
    for first, second in zip(run.words, run.words[1:], strict=False):
        if GAP not in (first, second):
            yield f"{first} {second}"
    yield from (word for word in run.words if word != GAP and stem(word))


def _compared(article: Article, first: Piece, later: Piece) -> Repeat | None:
    if first.quotation == later.quotation or first.block == later.block:
        return None
    repeated = _is_repeated(article, later.quotation)
    if not (first.speaker or later.speaker or first.headline or repeated) and _is_exchange(article, first, later):
        return None
    if not _may_be_same_speaker(first, later) and not repeated:
        return None
    if not repeated and _asks(article, first) != _asks(article, later):
        return None
    swapped = first.run.stated > later.run.stated
    short, long = (later.run, first.run) if swapped else (first.run, later.run)
    fit = aligned(short.words, long.words)
    owned = not first.headline and OWNED.search(_beside(article, later.quotation)) is not None
    least = OWNED_SIMILARITY if owned else 0.0
    changes = tuple(change for change in fit.changes if not _is_contraction(short, long, change))
    if not changes or not _is_same_statement(short, fit, first.headline, least):
        return None
    if not (repeated or owned or first.headline or fit.similarity >= UNTOLD_SIMILARITY):
        return None
    if not (repeated or owned or first.headline) and _is_of_another(article, first.quotation, later.quotation):
        return None
    if not _shares_enough(article, short, long, headline=first.headline, owned=owned and fit.similarity >= SURE):
        return None
    if CORRECTED.search(_beside(article, later.quotation)) is not None:
        return None
    change = changes[0]
    ours = _shown(article, short, change.start, change.end)
    theirs = _shown(article, long, change.other_start, change.other_end)
    there, here = (theirs, ours) if swapped else (ours, theirs)
    return Repeat(later.quotation, first.quotation, there, here)


def _is_exchange(article: Article, first: Piece, later: Piece) -> bool:
    """Whether two lines that nobody is named for stand near one another, each a paragraph: a call and its echo."""
    blocks = article.document.blocks
    alone = all(
        quotation.span.start == blocks[block].start and quotation.span.end == blocks[block].end
        for quotation, block in ((first.quotation, first.block), (later.quotation, later.block))
    )
    return alone and later.block - first.block <= EXCHANGE


def _may_be_same_speaker(first: Piece, later: Piece) -> bool:
    if not first.speaker or not later.speaker or first.headline:
        return True
    return bool(set(first.speaker.casefold().split()) & set(later.speaker.casefold().split()))


def _is_same_statement(short: Run, fit: Alignment, headline: bool, least: float) -> bool:
    """Whether so much agrees that one must be a slip for the other: less for a headline, which quotes the body.

    `least` is the similarity that is enough where the writer says that the statement is the earlier one, else 0.
    """
    if headline:
        return fit.similarity > 0.6
    open_end = fit.changes[-1].end == len(short.words)
    if least and short.stated == OWNED_STATED:
        return fit.similarity >= SURE
    return short.stated > OWNED_STATED and fit.similarity >= (least or (0.8 if open_end else 0.7))


def _asks(article: Article, piece: Piece) -> bool:
    """Whether a piece is a question: that and a statement are no two forms of one."""
    end = piece.run.spans[-1].end
    return article.plain[end : end + 1] == "?"


def _is_contraction(short: Run, long: Run, change: Change) -> bool:
    """Whether the words are the same, written out on one side; before the first of a run others may stand."""
    ours = _in_full(short, change.start, change.end)
    theirs = _in_full(long, change.other_start if change.start else 0, change.other_end)
    return ours == theirs or (change.start == 0 and theirs.endswith(f" {ours}"))


def _in_full(run: Run, start: int, end: int) -> str:
    """Some words of a run, contractions written out: "we're" and "we are" are the same words."""
    words = " ".join(run.words[start:end]).replace("can't", "can not").replace("won't", "will not")
    return SHORTENED.sub(lambda found: IN_FULL[found[0]], words)


def _is_cited(article: Article, quotation: Quotation) -> bool:
    """Whether words in marks are given as words that were said, without a speaker: "the words "…" hang in the hall"."""
    beside = _beside(article, quotation)
    return OWNED.search(beside) is not None or CALLED.search(beside) is not None


def _is_repeated(article: Article, quotation: Quotation) -> bool:
    """Whether the writer says that the words were said before, so that they are not those of whoever gives them."""
    return AGAIN.search(_beside(article, quotation)) is not None


def _beside(article: Article, quotation: Quotation) -> str:
    """The words of a quotation's sentence before and after it."""
    sentence = article.sentence_at(quotation.span.start).span
    before = article.plain_words(Span(min(sentence.start, quotation.span.start), quotation.span.start))
    after = article.plain_words(Span(quotation.span.end, max(quotation.span.end, sentence.end)))
    return f"{before} ~ {after}"


def _is_of_another(article: Article, first: Quotation, later: Quotation) -> bool:
    """Whether the writer tells two statements apart, by the days on which they fell or by what they are about."""
    for told in (_days, _matters):
        one, other = told(article, first), told(article, later)
        if one and other and not one & other:
            return True
    return False


def _days(article: Article, quotation: Quotation) -> frozenset[str]:
    """The days and months on which a quotation's sentence has it said."""
    sentence = article.sentence_at(quotation.span.start).span
    whole = Span(min(sentence.start, quotation.span.start), max(sentence.end, quotation.span.end))
    return frozenset(
        time.value
        for time in starting_in(article.times, whole)
        if time.type == "DATE" and not quotation.span.contains(time.span)
    )


def _matters(article: Article, quotation: Quotation) -> frozenset[str]:
    """Whom or what somebody is said to have spoken of."""
    return frozenset(OF.findall(_beside(article, quotation)))


def _shares_enough(article: Article, short: Run, long: Run, *, headline: bool, owned: bool) -> bool:
    """Whether both have words in common that say something.

    For a headline that is one, but no mere name; so it is for what the writer gives as one statement.
    """
    known = {stem(word) for word in short.words if word}
    shared = {
        stem(word)
        for word, span in zip(long.words, long.spans, strict=True)
        if stem(word) in known and (not headline or article.text[span.start].islower())
    }
    return len(shared - {""}) >= (1 if headline or owned else 2)


def _shown(article: Article, run: Run, start: int, end: int) -> str:
    """Words of a run as they stand, with the one before them where there are none."""
    if start == end:
        start = max(0, start - 1)
        end = min(len(run.spans), end + 1)
    return article.text[run.spans[start].start : run.spans[end - 1].end] if start < end else ""
