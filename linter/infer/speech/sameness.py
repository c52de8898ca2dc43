"""Whether a statement told surely is about the same thing as one told with doubt."""

from __future__ import annotations

from collections.abc import Mapping, Set

from linter.infer.speech.certainty import DoubtKind, Surety, Wording
from linter.infer.speech.identities import is_event
from linter.infer.speech.statements import HEAD, LEAST, Doubted, Sure
from linter.infer.stems import stem

FULL = 0.75
"""The share of its words from which a flat statement may take its subject, too, from the doubted one's sentence."""

NOMINAL = frozenset(
    stem(noun) for noun in "discovery existence find guilt involvement part presence role share traces use".split()
)
"""Nouns that make of any statement a thing that is so: "may contain lead", "the presence of lead"."""


def same(doubt: Doubted, later: Sure, wording: Wording) -> frozenset[str]:
    """The stems that two statements share when they are about one thing, else none."""
    if not _comparable(doubt, later):
        return frozenset()
    shared = later.stems & (doubt.content if later.surety == "listed" else doubt.around)
    if later.surety == "stated" and len(shared) < FULL * len(later.stems):
        shared &= doubt.clause
    settled = later.surety == "named" and later.heads & wording.commitment
    if settled and (len(shared & doubt.content) >= HEAD or is_event(later.stems & doubt.verb)):
        return shared
    if later.surety == "identified":
        return shared if doubt.identity and later.heads <= doubt.clause and later.stems == shared else frozenset()
    if later.lone and is_event(later.heads & later.stems & doubt.verb):
        return shared
    if later.promised & doubt.figures and later.heads & doubt.around:
        return shared
    if later.surety == "named" and later.heads & NOMINAL and shared & doubt.clause:
        return shared if later.stems - NOMINAL == shared - NOMINAL else frozenset()
    heads = later.heads & (doubt.verb if later.surety in ("named", "stated") else doubt.head)
    least = SHARE[doubt.kind, later.surety] if (doubt.kind, later.surety) in SHARE else SHARE["doubt", later.surety]
    enough = len(shared) >= (min(LEAST, len(later.stems)) if later.surety == "stated" else HEAD) and len(
        shared
    ) >= least * len(later.stems)
    return shared if heads and enough else frozenset()


def may_be_same(doubt: Doubted, stems: Set[str], wording: Wording) -> bool:
    """Whether a sentence of some stems can tell what was doubted, for figures aside: it has the predicate (`same`)."""
    if doubt.identity or not stems.isdisjoint(wording.commitment):
        return not stems.isdisjoint(doubt.content)
    if not stems.isdisjoint(NOMINAL):
        return not stems.isdisjoint(doubt.clause)
    return not stems.isdisjoint(doubt.head)


def _comparable(doubt: Doubted, later: Sure) -> bool:
    """Whether a sure statement of its kind can be the surer version of a doubted one of its kind."""
    if later.negated and doubt.kind not in ("refusal", "said"):
        return False
    if doubt.kind == "accusation":
        return later.surety in ("presupposed", "reasoned") or later.owned
    return doubt.kind != "said" or later.surety == "presupposed"


SHARE: Mapping[tuple[DoubtKind, Surety], float] = {
    ("doubt", "inferred"): 0.0,
    ("doubt", "stated"): 0.0,
    ("doubt", "named"): 0.0,
    ("doubt", "listed"): 0.75,
    ("doubt", "reasoned"): 0.5,
    ("doubt", "presupposed"): 0.5,
    ("said", "presupposed"): 0.6,
}
"""The least share of a later statement's words that must come from the doubted one."""
