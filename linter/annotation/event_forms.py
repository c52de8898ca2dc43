"""Other words for an event than its names: clauses that tell it, and the noun with which a text comes back to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from linter.core.pattern import lazy_pattern
from linter.core.prepared import prepared_plain
from linter.facts.base import FactBase
from linter.facts.load import shipped_base
from linter.facts.names import without_article

VERBS: Mapping[str, tuple[str, ...]] = {
    "fall": ("fell", "came down", "was toppled", "had fallen"),
    "opening": ("opened", "was opened"),
    "collapse": ("collapsed", "fell apart"),
    "dissolution": ("was dissolved", "broke up", "dissolved", "collapsed"),
    "breakup": ("broke up", "fell apart"),
    "sinking": ("sank", "went down", "was sunk"),
    "assassination": ("was assassinated", "was shot", "was murdered", "was killed"),
    "murder": ("was murdered", "was killed"),
    "killing": ("was killed",),
    "death": ("died", "was killed", "passed away"),
    "abdication": ("abdicated",),
    "arrest": ("was arrested",),
    "blockage": ("was blocked",),
    "building": ("was built", "went up"),
    "capsizing": ("capsized",),
    "conviction": ("was convicted",),
    "explosion": ("exploded", "blew up"),
    "grounding": ("ran aground",),
    "hijacking": ("was hijacked",),
    "introduction": ("was introduced",),
    "release": ("was released", "was freed"),
    "storming": ("was stormed",),
    "resignation": ("resigned", "stepped down"),
    "election": ("was elected",),
    "inauguration": ("was inaugurated", "was sworn in"),
    "coronation": ("was crowned",),
    "execution": ("was executed",),
    "signing": ("was signed",),
    "bombing": ("was bombed",),
    "handover": ("was handed over", "was handed back"),
    "reunification": ("was reunified", "was reunited"),
    "eruption": ("erupted",),
    "discovery": ("was discovered",),
    "launch": ("was launched",),
    "adoption": ("was adopted",),
    "founding": ("was founded",),
    "partition": ("was partitioned",),
    "downing": ("was shot down",),
    "crash": ("crashed",),
    "destruction": ("was destroyed",),
    "disappearance": ("disappeared", "vanished"),
    "ouster": ("was ousted", "was overthrown"),
    "poisoning": ("was poisoned",),
    "capture": ("was captured",),
    "liberation": ("was liberated",),
    "kidnapping": ("was kidnapped",),
    "stabbing": ("was stabbed",),
    "bankruptcy": ("filed for bankruptcy", "went bankrupt"),
    "wedding": ("married", "were married", "wed"),
}
"""The verbs that tell what "the NOUN of X" names: X fell."""

LINKS = (" ", ", which ")
"""Between a country and what it did."""

OF_PEOPLE = frozenset(
    "abdication arrest assassination murder killing death release resignation execution capture conviction".split()
)
"""The nouns of which the one named is a person: "X, who died"."""

NOUN_OF = lazy_pattern(r"(?P<noun>[a-z]+) of (?P<what>(?:the )?[A-Z0-9].*)")
POSSESSED = lazy_pattern(r"(?P<what>[A-Z].*)['’]s? (?P<noun>[a-z]+)")
WAR_IN = lazy_pattern(r"(?:[\w'’.-]+ )*?(?:war|conflict|fighting) in (?P<where>[A-Z].*)")
INVASION = lazy_pattern(
    r"(?P<who>[A-Z][\w. ]*?)(?:['’]s?|n) (?:[\w-]+ )??(?P<noun>invasion|annexation|occupation) of (?P<what>.+)"
)
INVADED = {
    "invasion": (
        "invaded", "invades", "launched its invasion of", "launched an invasion of", "launched the invasion of",
        "began its invasion of", "launched its full-scale invasion of", "launched a full-scale invasion of",
        "launched the full-scale invasion of", "began its full-scale invasion of",
        "began the full-scale invasion of", "started its full-scale invasion of",
        "mounted its full-scale invasion of", "launched its all-out invasion of", "launched an all-out invasion of",
    ),
    "annexation": ("annexed",),
    "occupation": ("occupied",),
}  # fmt: skip
MOVED = lazy_pattern(
    r"(?P<who>[A-Z][\w. ]*?)(?:['’]s?)? (?P<noun>departure|exit|withdrawal|accession|entry|admission) "
    r"(?:from|to|into) (?P<what>.+)"
)
LEFT = ("left", "quit", "departed", "withdrew from", "pulled out of", "exited")
JOINED = ("joined", "acceded to", "was admitted to", "entered")
MOVES = {"departure": LEFT, "exit": LEFT, "withdrawal": LEFT, "accession": JOINED, "entry": JOINED, "admission": JOINED}
FREED = lazy_pattern(r"(?P<who>[A-Z][\w. ]*?)['’]s? independence(?: from .+)?")
DAY_NAMED = lazy_pattern(
    r"(?P<day>(?:[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2} [A-Z][a-z]+)) (?P<what>[a-z][a-z ]+)"
)
"""An event named after its day: "September 11 attacks"."""
BECAME_FREE = (
    "became independent", "gained independence", "gained its independence", "won independence", "won its independence",
)  # fmt: skip

CLASSES: Mapping[str, tuple[str, ...]] = {
    "war": ("war", "conflict", "invasion", "fighting", "offensive", "genocide", "intifada", "uprising", "revolution"),
    "siege": ("siege", "blockade"),
    "disease": ("pandemic", "epidemic", "outbreak"),
    "attack": ("attack", "attacks", "bombing", "bombings", "massacre", "shooting", "shootings"),
    "quake": ("earthquake", "quake"),
    "storm": ("hurricane", "storm", "cyclone", "typhoon"),
    "wave": ("tsunami", "flood", "floods"),
    "wreck": ("disaster", "accident", "explosion", "collapse", "sinking", "crash", "eruption", "spill"),
    "coup": ("coup", "putsch"),
    "treaty": ("treaty", "accord", "accords", "agreement", "pact"),
    "vote": ("referendum",),
    "crisis": ("crisis", "shutdown", "lockdown"),
    "occupation": ("occupation", "annexation"),
    "strike": ("strike",),
}
"""Nouns that can stand for one another when a text comes back to an event."""

NAME = "event-forms"

CLASS_OF = {noun: name for name, nouns in CLASSES.items() for noun in nouns}


def noun_class(noun: str) -> str:
    """The class of a noun for events, "" for any other word."""
    return CLASS_OF.get(noun.casefold(), "")


@lru_cache(maxsize=4)
def event_forms(base: FactBase) -> Mapping[str, tuple[str, ...]]:
    """Other words for the events of a base, and the id of the one that each means; what fits two is left out."""
    if base is not shipped_base():
        return _forms(base)
    forms: Mapping[str, tuple[str, ...]] = prepared_plain(NAME, lambda: _forms(base))
    return forms


def _forms(base: FactBase) -> dict[str, tuple[str, ...]]:
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for event in base.events:
        for name in event.names:
            for form in _clauses(without_article(name)):
                forms[form][event.id] = None
    return {form: tuple(identities) for form, identities in forms.items() if len(identities) == 1}


def _clauses(name: str) -> Iterator[str]:
    for pattern in (NOUN_OF, POSSESSED):
        if found := pattern.fullmatch(name):
            what = without_article(found["what"])
            link = "who" if found["noun"] in OF_PEOPLE else "which"
            yield from (
                f"{what}{between}{verb}" for verb in VERBS.get(found["noun"], ()) for between in (" ", f", {link} ")
            )
            if found["noun"] == "signing" and any(noun_class(word) == "treaty" for word in what.split()):
                yield what
    if found := WAR_IN.fullmatch(name):
        yield from (f"{noun} in {found['where']}" for noun in ("war", "conflict", "fighting"))
    if found := INVASION.fullmatch(name):
        yield from (f"{found['who']}{link}{verb} {found['what']}" for verb in INVADED[found["noun"]] for link in LINKS)
    if found := MOVED.fullmatch(name):
        yield from (f"{found['who']}{link}{verb} {found['what']}" for verb in MOVES[found["noun"]] for link in LINKS)
    if found := FREED.fullmatch(name):
        yield from (f"{found['who']}{link}{verb}" for verb in BECAME_FREE for link in LINKS)
    if found := DAY_NAMED.fullmatch(name):
        yield from (f"{found['what']} {link} {found['day']}" for link in ("of", "on"))
