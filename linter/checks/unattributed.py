"""The check kind `unattributed`: direct quotations without a speaker in reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.attributions.cues import BEFORE_SOURCE, OWNER
from linter.annotation.model import Attribution, Name, Quotation
from linter.annotation.names.words import KIN, TITLES
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.document.model import Block, BlockKind
from linter.infer.speech.transcripts import answers, is_transcript
from linter.match.extract import first
from linter.match.trigger import Hit, Trigger

WORD = lazy_pattern(r"[^\W_][\w'-]*")

NAMES_FIRST = lazy_pattern(
    r"^(?:He|She|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Lord)\.? [A-Z][\w'-]+|"
    r"[A-Z][\w'-]+(?: (?:[A-Z]\.|v[ao]n|de|der|al|bin))* [A-Z][\w'-]+,? "
    r"(?:(?:an?|the|who|whose|\d\d)\b[^,.;\"]{0,60}, )?"
    r"(?:who|\d\d|has|had|is|was|came|felt|grew|held|kept|knew|left|lost|put|ran|rose|sat|saw|shook|spoke|stood|threw|"
    r"took|went|wept|[a-z]+s|[a-z]+ed)|"
    r"(?:The|A|An|Her|His|Its|Their|One) (?:[\w'-]+,? ){1,4}?[A-Z][\w'-]+ [A-Z][\w'-]+)\b"
)
"""A sentence about a person, who is then taken to speak in the next one."""

ABOUT_ONE = lazy_pattern(
    r"(?:(?:And|But|Then|So|Next to|Beside|Behind) )?(?:The|An?|Her|His|Their|One|My|[Ff]or (?:the|her|his)) "
    r"(?:(?:[\w'-]+ ){0,2}?(?P<role>[\w'-]+)|"
    r"(?:elder|older|younger|youngest|eldest|oldest|other|first|second|third)(?: one)?)\b"
    r"(?!'s)(?! (?:[\w-]+ )?(?:of|for|against|by|from)\b)"
)
"""A sentence about somebody by what that person is: "The judge adjourned"; `role` is a word for a person."""

NO_SUBJECT = lazy_pattern(r"\b(?:about|after|against|at|between|by|from|in|of|on|to|with)(?: \w+\.?)?$")
"""What stands before a name that is not what its sentence is about."""

FAR = 60
"""Code points from the beginning of a sentence within which its subject stands."""

STOPPED = lazy_pattern(r"[.?!…][)\]]?$")

PEOPLE = ("person", "pronoun", "group", "anonymous", "unknown")
"""Types of sources that may go on speaking in the next paragraph."""

SPEAKING = ("person", "pronoun", "group", "anonymous")
"""Types of sources that may have spoken before, where the writer tells something of theirs after a quotation."""

SHOWING = frozenset("show suggest indicate estimate reveal".split())
"""Verbs of documents that do not speak."""

SIGNED = lazy_pattern(
    r"\s*(?:[-–—~]{1,3} ?)?(?:[Bb]y )?[A-Z][\w.'-]*"
    r"(?: (?:[A-Z][\w.'-]*|de|da|van|von|of|the|al|bin)){0,4}(?:, [^.!?]{1,60})?\.?\s*"
)
"""A paragraph after a quotation that only names who said it."""

BRIEF = 60

PAUSE = 3
"""Words of a paragraph that does no more than part two of one speaker: "Pause.", "She hangs up." """

CROSSHEAD = 4
"""Words of a quotation that, alone in its paragraph, may be a crosshead."""

MUSED = frozenset("believe decide discover find guess hope know learn prove see show suspect think wonder".split())
"""Verbs of saying that tell of no words behind "to"."""

BEFALLEN = frozenset("discovered expected feared found known proved proven seen shown".split())
"""What is done by nobody that is told, behind "was": "after cracks were found"."""

HELD = frozenset("held hold holding holds".split())
"""Forms of a verb that tells of words only with "that" behind it."""

COUNTED = lazy_pattern(
    r"(?:\d|\b(?:few|fifteen|five|forty|four|many|nine|seven|several|six|ten|thirty|three|twenty|two)) $"
)
"""What makes of "minutes" a length of time."""

PASSIVE = lazy_pattern(r"\b(?:are|be|been|is|was|were) (?:\w+ly )?$")

PERSONS = KIN | TITLES
"""Words for people by what they are to others, or do."""

NEAR = 400
"""Code points before and after a quotation that are read for its speaker, at most."""


class UnattributedCheck(Struct, frozen=True, kw_only=True):
    """Reports the first of the direct quotations of a paragraph that nobody in reach speaks.

    In reach are the paragraph's own speakers, a person's statement in the paragraph before, and whoever spoke a
    paragraph before that was all quotation. `speakers` are patterns of a speaker or a written source beside a
    quotation, `around` such that stand anywhere in its paragraph outside quotations, `introduces` such that end the
    paragraph before it, `refers_back` such that begin the one after it. `least` is the number of words below which a
    quotation may be a slogan or a term, `embedded` the same for one that is part of the writer's sentence.
    `blocks` are the kinds of blocks that are read.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("quotation",)

    speakers: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    introduces: tuple[str, ...] = ()
    refers_back: tuple[str, ...] = ()
    least: int = 3
    embedded: int = 6
    blocks: tuple[BlockKind, ...] = ("paragraph", "item", "quote")

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: marks are no words."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """At most one finding for each paragraph."""
        if not article.quotations or is_transcript(article):
            return
        spoken = _by_block(article)
        copies = Counter(_key(article, q) for q in article.quotations)
        heard = False
        for index, block in enumerate(article.document.blocks):
            quotations = spoken.get(index, ())
            known = index in answers(article) or self._has_speaker(article, block, quotations)
            if quotations and not known and not heard and block.kind in self.blocks:
                loose = next((q for q in quotations if self._is_direct(article, block, q)), None)
                once = loose is not None and copies[_key(article, loose)] == 1
                if loose is not None and once and not self._is_told_beside(article, index):
                    yield Finding(article.running(loose))
            if not quotations and len(WORD.findall(article.plain[block.start : block.start + BRIEF])) <= PAUSE:
                continue
            goes_on = (
                heard
                and bool(quotations)
                and not _outside(article, Span(block.start, block.end), quotations).strip(" .,;…")
            )
            heard = (
                goes_on
                or (bool(quotations) and quotations[-1].runs_on)
                or (known and (bool(quotations) or _is_somebodys(article, block)))
            )

    def _has_speaker(self, article: Article, block: Block, quotations: tuple[Quotation, ...]) -> bool:
        span = Span(block.start, _speaking_end(article, block, quotations))
        hits = (hit for hit in article.hits_between(OWNER, span) if hit.name != "colon" and not _is_mused(article, hit))
        if any(not any(q.span.contains(Span(hit.start, hit.end)) for q in quotations) for hit in hits):
            return True
        rest = _outside(article, span, quotations)
        return any(first(pattern, rest) for pattern in self.around) or any(
            self._is_beside(article, block, quotation) for quotation in quotations
        )

    def _is_beside(self, article: Article, block: Block, quotation: Quotation) -> bool:
        before = article.plain[max(block.start, quotation.span.start - NEAR) : quotation.span.start]
        after = article.plain[quotation.span.end : min(block.end, quotation.span.end + NEAR)]
        if NAMES_FIRST.search(before[before.rfind(". ", 0, -2) + 1 :].lstrip()) is not None:
            return True
        near = f"{before}\u2029{after}"
        return any(first(pattern, near, cased=True) for pattern in self.speakers) or (
            _is_of_speaker(article, block, quotation)
        )

    def _is_direct(self, article: Article, block: Block, quotation: Quotation) -> bool:
        """Whether a quotation is speech: a sentence of its own, or many words inside the writer's."""
        if not quotation.speech or quotation.depth or not quotation.closed:
            return False
        words = article.plain_words(quotation.inner)
        count = len(WORD.findall(words[:2000]))
        if words[:1].isupper() and (STOPPED.search(words) or quotation.span.end >= block.end):
            alone = quotation.span.start == block.start and quotation.span.end >= block.end
            return count >= max(self.least, CROSSHEAD if alone else 0)
        return count >= self.embedded

    def _is_told_beside(self, article: Article, index: int) -> bool:
        blocks = article.document.blocks
        before = blocks[index - 1] if index else None
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if before is not None:
            ending = article.plain[max(before.start, before.end - NEAR) : before.end]
            if any(first(rf"(?:{pattern})\W*$", ending) for pattern in self.introduces):
                return True
        if after is None:
            return False
        opening = article.plain[after.start : min(after.end, after.start + NEAR)]
        if (after.kind == "item" or opening[:1] in "-–—~") and SIGNED.fullmatch(opening):
            return True
        return any(first(rf"^\W*(?:{pattern})", opening) for pattern in self.refers_back)


def _is_of_speaker(article: Article, block: Block, quotation: Quotation) -> bool:
    """Whether the sentence before a quotation is about a person, or the one behind it first names one."""
    if quotation.span.start > block.start:
        sentence = article.sentence_at(max(block.start, quotation.span.start - 2)).span
        told = ABOUT_ONE.match(article.plain, sentence.start, quotation.span.start)
        if told is not None and (told["role"] is None or told["role"].lower() in PERSONS):
            return True
        if _subject(article, Span(sentence.start, quotation.span.start)) is not None:
            return True
    behind = article.sentence_at(min(block.end - 1, quotation.span.end + 1)).span
    name = _subject(article, Span(quotation.span.end, behind.end)) if behind.end > quotation.span.end else None
    return name is not None and " " in name.canonical and article.derive(_introduced)[name.canonical] == name.span.start


def _introduced(article: Article) -> dict[str, int]:
    """Where each name, by its canonical form, stands first."""
    found: dict[str, int] = {}
    for name in article.names:
        found.setdefault(name.canonical, name.span.start)
    return found


def _subject(article: Article, span: Span) -> Name | None:
    """The person whom a sentence is about, as far as a name near its beginning tells."""
    words = article.plain_words(span)
    start = span.end - len(words.lstrip())
    for name in starting_in(article.names, Span(start, min(span.end, start + FAR))):
        owns = article.plain.startswith("'s", name.span.end)
        known = name.type == "person" and (name.sure or " " in name.canonical)
        if known and not owns and NO_SUBJECT.search(article.plain[start : name.span.start].rstrip()) is None:
            return name
    return None


def _by_block(article: Article) -> dict[int, tuple[Quotation, ...]]:
    found: dict[int, list[Quotation]] = {}
    for quotation in article.quotations:
        if not quotation.depth:
            found.setdefault(article.document.block_at(quotation.span.start), []).append(quotation)
    return {index: tuple(quotations) for index, quotations in found.items()}


def _is_mused(article: Article, hit: Hit) -> bool:
    """Whether a verb is the thinking that somebody has yet to do, "had to think", or is done by nobody, "was found"."""
    word = article.plain_words(Span(hit.start, hit.end)).lower()
    if word in HELD:
        return not article.plain.startswith(" that ", hit.end)
    if word == "minutes" and COUNTED.search(article.plain[max(0, hit.start - 20) : hit.start]) is not None:
        return True
    if word in BEFALLEN and PASSIVE.search(article.plain[max(0, hit.start - 20) : hit.start]) is not None:
        return not article.plain.startswith(" by ", hit.end)
    return word in MUSED and article.plain[max(0, hit.start - 3) : hit.start] == "to "


def _is_somebodys(article: Article, block: Block) -> bool:
    """Whether a person makes a statement in a paragraph; what a body or a document says is no speech to go on with."""
    return any(
        each.source is not None and each.source_type in PEOPLE
        for sentence in starting_in(article.sentences, Span(block.start, block.end))
        for each in article.attributions_of(sentence)
    )


def _key(article: Article, quotation: Quotation) -> str:
    return " ".join(word.casefold() for word in WORD.findall(article.plain_words(quotation.inner)))


def _speaking_end(article: Article, block: Block, quotations: tuple[Quotation, ...]) -> int:
    """The end of a paragraph, without sentences after its last quotation that are told from figures or a body.

    "…." The fee brought in nine million, according to the budget: the budget does not speak the words before.
    """
    end = block.end
    if not quotations or not quotations[-1].closed:
        return end
    for sentence in reversed(starting_in(article.sentences, Span(quotations[-1].span.end, block.end))):
        told = article.attributions_of(sentence)
        if not told or any(not _is_according(article, each) for each in told):
            break
        end = sentence.span.start
    return end


def _is_according(article: Article, attribution: Attribution) -> bool:
    """Whether a statement is told by "according to", and of no person, or is what a document shows."""
    if attribution.source_type == "document" and attribution.verb in SHOWING:
        return True
    cue = article.plain_words(attribution.cue).lower()
    return cue in BEFORE_SOURCE and attribution.source_type not in SPEAKING


def _outside(article: Article, block: Span, quotations: tuple[Quotation, ...]) -> str:
    parts, place = [], block.start
    for quotation in quotations:
        parts.append(article.plain[place : quotation.span.start])
        place = quotation.span.end
    return " ".join((*parts, article.plain[place : block.end]))
