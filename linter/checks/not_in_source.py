"""The check kind `not-in-source`: direct quotations that the declared source documents do not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quotation
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.speech.quoted import Passages, Run, read_run
from linter.match.fold import plain
from linter.match.trigger import Trigger

SPEAKER = lazy_pattern(
    r"^\W{0,3}(?!(?:Date|Subject|From|To|Re|Note|Contact|Title|Press)\b)(?:[A-Z][\w.'-]*\s){0,3}[A-Z][\w.'-]*:\s|"
    r"[A-Z][\w'-]+,? (?:says|said)\b|\b(?:says|said) (?:the |an? |his |her |its )?(?:[\w,'-]+ ){0,5}?[A-Z]",
    re.MULTILINE,
)
"""A document that names a speaker: a turn of a transcript, or a verb of speech."""

LABEL = lazy_pattern(r"^\W{0,3}((?:[A-Z][\w.'-]*\s){0,3}[A-Z][\w.'-]*):\s", re.MULTILINE)
"""Who speaks a turn of a transcript: "CHAIR:"."""

HEADED = lazy_pattern(
    r"^[^\n]{0,60}\b(?i:address|answers|comments|evidence|homily|keynote|lecture|letter|remarks|sermon|speech|statement|"
    r"testimony|words) (?i:by|from|of) (?:the )?(?:[\w-]+ ){0,3}?[A-Z][\w'-]+ [A-Z][\w'-]+"
)
"""A document whose first line names its only speaker, in full."""

NAME = lazy_pattern(r"[^\W\d_][\w-]{2,}")

NEAR = 0.4
"""Share of a quotation's words from which a passage of a source is worth showing."""


class NotInSourceCheck(Struct, frozen=True, kw_only=True):
    """Reports direct quotations that stand in none of the article's source documents (`Article.sources`).

    Those of a speaker whom the sources name are looked up, or all where no source names a speaker. `least` is the
    number of words below which a quotation is no evidence. Value: `near`, what the nearest passage has.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("sources", "quotation")

    least: int = 3

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: the words of a quotation are not known beforehand."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each quotation without a source; none where the article declares no sources."""
        if not article.sources:
            return
        text = plain("\n\n".join(document.text for document in article.sources))
        run = read_run(text, Span(0, len(text)))
        passages = Passages(tuple(word or "…" for word in run.words))
        known = _speakers(text) if _names_speaker(article) else None
        for quotation in article.quotations:
            words = read_run(article.plain, quotation.inner)
            if quotation.depth or not quotation.speech or words.stated < self.least:
                continue
            if _is_covered(article, quotation, known) and not passages.holds(words):
                yield Finding(quotation.span, values={"near": _nearest(passages, words, run, text)})


def _names_speaker(article: Article) -> bool:
    return any(
        SPEAKER.search(text) is not None or HEADED.match(text) is not None
        for text in (plain(document.text) for document in article.sources)
    )


def _speakers(text: str) -> set[str]:
    """What a speaker in the sources can be called: by any capitalised word of theirs, or by the label of a turn."""
    names = (name for name in NAME.findall(text) if name[0].isupper())
    labels = (name.lower() for label in LABEL.findall(text) for name in NAME.findall(label))
    return {*(name.upper() for name in names), *labels}


def _is_covered(article: Article, quotation: Quotation, known: set[str] | None) -> bool:
    """Whether the speaker is one whom the sources name; `known` are their names, None if there are none."""
    if known is None:
        return True
    speaker = article.voice(quotation.inner).speaker or _named_before(article, quotation)
    return any((name.upper() if name[0].isupper() else name) in known for name in NAME.findall(speaker))


def _named_before(article: Article, quotation: Quotation) -> str:
    """The people named before a quotation in its paragraph: one of them is "she" in "she said"."""
    start = article.document.block_holding(quotation.span.start).start
    near = (name for name in article.names if start <= name.span.start < quotation.span.start)
    return " ".join(name.canonical for name in near if name.type == "person")


def _nearest(passages: Passages, words: Run, run: Run, text: str) -> str:
    near = passages.nearest(words)
    if near is None or near.fit.similarity < NEAR:
        return "no passage in them is near"
    kept = [word for word in words.words if word]
    places = [index for index, word in enumerate(near.words) if word in kept]
    first, last = near.start + places[0], near.start + places[-1]
    passage = " ".join(text[run.spans[first].start : run.spans[last].end].split())
    change = near.fit.changes[0] if near.fit.changes else None
    ours = " ".join(words.words[change.start : change.end]) if change else ""
    return f'the nearest passage is "{passage}"' + (f', without "{ours}"' if ours else "")
