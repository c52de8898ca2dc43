"""How an article words doubt and surety: the parameters that a rule gives, and the patterns that follow from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from linter.annotation.lexicon import WORDS
from linter.core.pattern import lazy_pattern
from linter.infer.stems import stem, stems
from linter.match.expression import Expression, expression
from linter.match.extract import first
from linter.match.words import alternation, expand

Surety = Literal["inferred", "stated", "listed", "named", "identified", "reasoned", "presupposed"]
"""How a writer tells a statement as true."""

DoubtKind = Literal["doubt", "accusation", "refusal", "said"]
"""What keeps a statement in doubt: a hedge, a charge, somebody's own unwillingness, or only that somebody said it."""


SUBJECT = (
    r"(?:^|[;:]\s|,\s(?:and|but|while|as|so)\s|^(?:but|and|yet|still|overall,|however,|meanwhile,)\s)"
    r"(?P<claim>(?:the|its|his|her|their|our|(?:[\p{{L}}.-]+\s){{0,4}}?[\p{{L}}.-]+(?:'s|s'))\s[^,;:\"]{{2,120}}?)"
    r"(?<!\sthat)(?<!\swhich)(?<!\swho)\s{}\b"
)
"""A definite noun phrase before a verb that is not that of its relative clause."""

MONTH = lazy_pattern(
    r"\b\d{1,2} May\b|\bMay \d|\b(?:by|early|from|in|last|late|next|of|since|this|until) May\b(?! have\b)"
)
"""The month, which is no doubt."""

BEFOREHAND = (
    r"(?:^|(?<=\s))(?:after|ahead of|before|despite|in spite of|since|until|upon)\s"
    r"(?P<claim>(?:the|its|his|her|their|[\p{L}.-]+(?:'s|s'))\s[^,;:\"]{2,120}?)(?=,|\.?$)"
)
"""A definite noun phrase that something else comes after, or before."""


class Wording(Struct, frozen=True, kw_only=True, dict=True):
    """How an article words doubt and surety; patterns are as in rules, run on one sentence.

    Not slotted: what follows from its parameters is computed once and kept.

    `doubts` end where the doubted predicate begins; so do `accusations`, which doubt the doer, and `refusals`, which
    speak of one's own will ("cannot imagine"). `presuppositions`, `reasons` ("because …") and `inferences` are patterns
    whose group `claim` is the statement. `hedges` are words that keep a statement in doubt; `effects` finite verbs that
    follow a thing that is so; `commitments` nouns for a settled will; `intensifiers` words that make even a hedged
    thing more than was said. `families` are words about one thing ("leave", "departure"). `words` are word lists for
    use in the patterns.
    """

    doubts: tuple[str, ...]
    accusations: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    presuppositions: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    inferences: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    intensifiers: tuple[str, ...] = ()
    families: tuple[tuple[str, ...], ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def validate(self) -> None:
        """Raises ValueError where a pattern names a list of words that there is not; keeps what is dear to make."""
        _ = self.doubting, self.clauses, self.hedge, self.subject, self.beforehand

    @cached_property
    def doubting(self) -> tuple[tuple[DoubtKind, Expression], ...]:
        """Every doubting pattern, filled in, with its class."""
        return tuple(self._doubting())

    @cached_property
    def clauses(self) -> tuple[tuple[Surety, Expression], ...]:
        """Every pattern of a presupposition or an inference, filled in."""
        return tuple(self._clauses())

    @cached_property
    def hedge(self) -> Expression:
        """A pattern of the hedges."""
        return expression(rf"\b{alternation(self.hedges)}\b")

    @cached_property
    def subject(self) -> Expression:
        """A pattern of a definite noun phrase that is the subject of something that is so; its group is `claim`."""
        return expression(SUBJECT.format(alternation(self.effects)))

    @cached_property
    def beforehand(self) -> Expression:
        """A pattern of a definite noun phrase that tells when; its group is `claim`."""
        return expression(BEFOREHAND)

    def ready(self) -> None:
        """Work out what a run would when it comes to need it: a rule that is kept is kept so."""
        _ = (self.doubting, self.clauses, self.hedge, self.subject, self.beforehand, self.kin, self.commitment)

    def _expanded(self, pattern: str) -> Expression:
        return expression(expand(pattern, {**WORDS, **self.words}))

    def _doubting(self) -> Iterator[tuple[DoubtKind, Expression]]:
        classes: dict[DoubtKind, tuple[str, ...]] = {
            "doubt": self.doubts,
            "accusation": self.accusations,
            "refusal": self.refusals,
        }
        for kind, patterns in classes.items():
            yield from ((kind, self._expanded(each)) for each in patterns)

    def _clauses(self) -> Iterator[tuple[Surety, Expression]]:
        kinds: dict[Surety, tuple[str, ...]] = {
            "presupposed": self.presuppositions,
            "reasoned": self.reasons,
            "inferred": self.inferences,
        }
        for surety, patterns in kinds.items():
            yield from ((surety, self._expanded(each)) for each in patterns)

    @cached_property
    def kin(self) -> Mapping[str, str]:
        """From the stem of a word to that of the first member of its family."""
        return {stem(word): "+" + stem(family[0]) for family in self.families for word in family}

    @cached_property
    def commitment(self) -> frozenset[str]:
        """The stems of the nouns for a settled will."""
        return frozenset(self.kin.get(stem(noun), stem(noun)) for noun in self.commitments)

    def stems(self, plain_text: str) -> tuple[str, ...]:
        """The stems of a text, each replaced by its family's."""
        kin = self.kin
        return tuple([kin.get(each, each) for each in stems(plain_text)])

    def is_stronger(self, phrase: str) -> bool:
        """Whether a phrase, hedged as it is, says more than was said: "potential direct involvement"."""
        return bool(self.intensifiers) and first(rf"\b{alternation(self.intensifiers)}\b", phrase) is not None

    def is_hedged(self, plain_text: str) -> bool:
        """Whether a text keeps what it tells in doubt."""
        text = MONTH.sub("", plain_text) if " May" in plain_text else plain_text
        return self.hedge.first(text) is not None
