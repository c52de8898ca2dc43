"""The check kind `guilt`: a crime told as done by somebody who is only accused of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.annotation.names.words import ROLES
from linter.checks.base import Finding, Label
from linter.checks.search import Match, Search
from linter.core.pattern import lazy_pattern
from linter.match.trigger import Trigger

NAME = lazy_pattern(r"\b[^\W\d_a-z][\w'’-]*[a-z]\w*")
"""A capitalised word, which may be part of a name."""

FULL_NAME = lazy_pattern(NAME.pattern + r"(?: " + NAME.pattern + r")+")
"""Two such words or more in a row."""

PRONOUNS = {"he", "she", "they", "his", "her", "their"}
"""Words that stand for whoever was spoken of last."""

ANYBODY = lazy_pattern(
    r"\b(?:m[ae]n|wom[ae]n|couple|pair|duo|trio|teenagers?|boys?|girls?|youths?|suspects?|accused|defendants?|brothers|sisters|"
    r"\d+-year-olds?)\b"
)
"""A noun that may stand for anybody who was spoken of last."""

GOES_ON = lazy_pattern(
    r"(?:He|She|They) (?:was|were|is|are|has|have|will|faces?|denies|denied|went|goes|appeared|pleaded)\b|"
    r"(?:His|Her|Their) trial\b|.* (?:arrested|caught|charged|detained|indicted|seized|picked up) (?:him|her|them)\b"
)
"""A sentence about what became of whoever the sentence before is about."""

SHOWN_A_CARD = lazy_pattern(r"\bbooked\b(?! (?:into|at|on (?:suspicion|charges?))\b)")
"""What befalls a player rather than a suspect."""

APPOSED = lazy_pattern(r", an? ((?:(?!(?:after|at|by|for|from|in|near|of|on|who|with)\b)[\w'’-]+ ?){1,4})")
"""What somebody is, behind the name."""

REACH = 3
"""Sentences back in which the person must have been called accused, where the crime is told with a pronoun."""


LABEL_REACH = 6
"""Sentences back in which somebody must be called accused whom a label ("the thief") can stand for."""

MANY = lazy_pattern(r"\b(?:culprits|[a-z]+(?:[^s]s|men|ves|ies))$", re.IGNORECASE)
"""The end of a label for several people."""

SEVERAL = lazy_pattern(
    r"\b(?:are|were|they|two|three|four|five|six|seven|eight|nine|ten|several|many|dozens|hundreds|second|third|fourth|"
    r"other|another|both|couple|pair|duo|trio|gang|group|ring|crew|family|brothers|sisters|men|women|youths|boys|girls|"
    r"people|and(?-i: [A-Z]))\b",
    re.IGNORECASE,
)
"""What tells that several people are accused."""

OBJECT = lazy_pattern(
    r"\b(?:arrest|charg|detain|indict|remand|picked|suspect)\w*(?: up)?"
    r"((?: (?!(?:after|at|by|for|from|in|near|of|on|outside|over|when|who|with)\b)[\w'’-]+){1,5})",
    re.IGNORECASE,
)
"""Whoever is arrested or charged, after the verb."""

SUBJECT = lazy_pattern(
    r"(?:^|, )((?:(?!(?:after|at|by|for|from|in|near|of|on|outside|over|when|who|with)\b)[\w'’-]+,? ){1,4})"
    r"(?:[^.;]{0,80} )?(?:was|were|is|are|has|have|will|goes|went)\b",
    re.IGNORECASE,
)
"""Whoever is arrested or charged, before the verb."""


class GuiltCheck(Search, frozen=True, kw_only=True):
    """Reports a crime told as a fact about somebody accused of it.

    `accused` are patterns of accusation, `convicted` patterns of a verdict. A pattern of the rule with a group `actor`
    tells a deed: the actor, by pronoun or by name, must be accused and not convicted. One without is a label ("the
    arsonist"): somebody must be accused before it, and nobody convicted in the article, or only somebody else: the
    accused is then named in full in the label's own paragraph.
    """

    accused: tuple[str, ...]
    convicted: tuple[str, ...]

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The phrases and patterns of guilt, and the accusations and verdicts."""
        yield from self.search_triggers(owner)
        for name, patterns in (("accused", self.accused), ("convicted", self.convicted)):
            yield from (Trigger(f"{owner} {name}", name, self._filled(pattern)) for pattern in patterns)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each wording, the accusation as its related place."""
        accused = tuple(self._sentences(article, owner, "accused", self.accused))
        if not accused:
            return
        convicted = tuple(self._sentences(article, owner, "convicted", self.convicted))
        for match in self.search(article, owner):
            actor = self._actor(article, match)
            held = (
                _deed(article, match, actor, accused, convicted)
                if actor
                else _label(article, match, accused, convicted)
            )
            if held is not None:
                yield Finding(
                    match.span,
                    (Label(held.span, "here only accused"),),
                    confidence=match.confidence,
                    level=match.level,
                )

    def _sentences(self, article: Article, owner: str, name: str, patterns: Iterable[str]) -> Iterator[Sentence]:
        expanded = tuple(map(self._expanded, patterns))
        for sentence in article.sentences_hit(f"{owner} {name}"):
            if any(each.first(article.plain_words(sentence.span)) for each in expanded):
                yield sentence

    def _actor(self, article: Article, match: Match) -> str:
        """The word before the deed that says who did it, "" for a label."""
        for pattern in self._patterns:
            if "(?P<actor>" in pattern.pattern:
                found = self._expanded(pattern.pattern).first(article.plain_words(match.whole), cased=pattern.cased)
                if found is not None and match.whole.start + found.start("report") == match.span.start:
                    return str(found["actor"])
        return ""


def _label(
    article: Article, match: Match, accused: Iterable[Sentence], convicted: tuple[Sentence, ...]
) -> Sentence | None:
    """The accusation that the label goes with, or None."""
    place = article.sentence_index(match.span.start)
    # A headline runs ahead of the report.
    ahead = article.block_of(match.sentence).kind == "title"
    before = [
        held
        for held in accused
        if (ahead if (back := place - article.sentence_index(held.span.start)) < 0 else back <= LABEL_REACH)
        and _agrees(article, match, held)
    ]
    if convicted:
        before = [held for held in before if held.block == match.sentence.block and _is_other(article, held, convicted)]
    return before[0] if before else None


def _agrees(article: Article, match: Match, held: Sentence) -> bool:
    """Whether a label can stand for whoever is accused in a sentence: "the robbers" for no single man."""
    if MANY.search(article.words(match.span)) is None or held.span.contains(match.span):
        return True
    return SEVERAL.search(article.plain_words(held.span)) is not None


def _is_other(article: Article, held: Sentence, convicted: tuple[Sentence, ...]) -> bool:
    """Whether an accusation names somebody of whom no verdict is told, and its paragraph tells of none."""
    verdicts = " ".join(article.words(verdict.span) for verdict in convicted)
    named = [found[0] for found in FULL_NAME.finditer(article.words(held.span))]
    elsewhere = all(verdict.block != held.block for verdict in convicted)
    return elsewhere and any(name not in verdicts for name in named)


def _may_be(article: Article, held: Sentence, actor: str) -> bool:
    """Whether a pronoun or "the bookkeeper" may be whoever is accused in a sentence."""
    if " " not in actor or ANYBODY.search(actor) or actor.casefold().startswith("the former "):
        return True
    text = article.plain_words(held.span)
    words = set(actor.split()[1:])
    told = (found for pattern in (OBJECT, SUBJECT, APPOSED) for found in pattern.findall(text))
    return any(not words.isdisjoint(phrase.replace(",", "").split()) for phrase in told)


def _reach(actor: str) -> int:
    """Sentences back in which whoever the deed is told of may have been called accused: "the treasurer" stays known."""
    return REACH if " " not in actor or ANYBODY.search(actor) else LABEL_REACH


def _deed(
    article: Article, match: Match, actor: str, accused: tuple[Sentence, ...], convicted: tuple[Sentence, ...]
) -> Sentence | None:
    """The accusation of the person whom the deed is told of, or None."""
    place = article.sentence_index(match.span.start)
    if actor.casefold() in PRONOUNS or actor.casefold().startswith("the "):
        near = [
            held
            for held in accused
            if 0 <= place - article.sentence_index(held.span.start) <= _reach(actor) and _may_be(article, held, actor)
        ]
        judged = any(abs(place - article.sentence_index(verdict.span.start)) <= REACH for verdict in convicted)
        if near and not judged:
            return near[-1]
        somebody = ANYBODY.search(actor) or actor.rpartition(" ")[2] in ROLES
        return _next_by_pronoun(article, match, accused, convicted) if somebody else None
    names = set(NAME.findall(actor))
    if not names or any(names & set(NAME.findall(article.words(verdict.span))) for verdict in convicted):
        return None
    named = next((held for held in accused if names & set(NAME.findall(article.words(held.span)))), None)
    return named or _next_by_pronoun(article, match, accused, convicted)


def _next_by_pronoun(
    article: Article, match: Match, accused: tuple[Sentence, ...], convicted: tuple[Sentence, ...]
) -> Sentence | None:
    """The accusation right behind a deed that goes on with a pronoun: "Holt stabbed a guard. He has been charged"."""
    place = article.sentence_index(match.span.start)
    for held in () if convicted else accused:
        following = held.block == match.sentence.block and article.sentence_index(held.span.start) == place + 1
        text = article.plain_words(held.span)
        if following and GOES_ON.match(text) and not SHOWN_A_CARD.search(text):
            return held
    return None
