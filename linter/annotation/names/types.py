"""What kind of thing bears a name: told by its words, its neighbours, the fact base."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from linter.annotation.article import Article
from linter.annotation.lexicon import WORDS
from linter.annotation.model import NameType
from linter.annotation.names.runs import Run, Word
from linter.annotation.names.words import BODIES, EVENTS, GROUNDS, KIN, NAMED_BODIES, ROLES, TRADES
from linter.annotation.verbs import verbs_of
from linter.core.calendar import ANY_MONTH
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.base import FactBase
from linter.match.inflection import past, third_person
from linter.match.words import forms

Strength = Literal[0, 1, 2]
"""How sure a type is: not at all, by its neighbours, by its own words or a title."""

ACRONYM = lazy_pattern(r"(?:[A-Z]&?){2,7}s?|(?:[A-Z]\.){2,6}")
ROLE_BEFORE = lazy_pattern(r"([a-zà-ÿ][\w-]+),? $")
PERSON_AFTER = lazy_pattern(
    r"(?:, \d{2}(?=[,.)])| \(\d{2}\))|,? (?:who\b|whose\b|himself\b|herself\b)|"
    r" (?:(?:is|was|turns|turned) \d{2}(?= years old|[,.;]| and\b)|(?:was born|grew up|married|studied|retired)\b|"
    r"had (?:always |long |once )?(?:wanted|hoped|planned|dreamt|dreamed|married|worked|lived|studied|retired)\b)"
)
PERSON_ACT = lazy_pattern(
    r" (?:(?:headed|nodded|volleyed|curled|slotted|tapped|chipped|lobbed) "
    r"(?:a|an|the|in|home|wide|over|past|his|her)\b|"
    r"(?:came on|came off the bench|was sent off|was booked|was substituted|netted|dribbled|wept|resigned|pleaded)\b|"
    r"(?:limped|slept|fainted|was (?:arrested|born|handcuffed|hospitali[sz]ed|jailed|remanded|sworn in))\b|"
    r"(?:had )?spent (?:[\w-]+ ){1,4}in (?:hospital|jail|prison)\b|"
    r"(?:crossed|cycled|finished|ran|reached|skied|swam|walked|won)\b[^.;:\"]{0,30} in (?:\w+ ){0,3}?[\w.]+ "
    r"(?:hours?|minutes?|seconds?)\b|"
    r"(?:is|was|has|had|will|would) "
    r"(?:(?!(?:the|an?|its|their|that|who|when|as|he|she|him|them|after|before)\b)[a-z-]+,? ){1,6}"
    r"(?:her|his|herself|himself)\b)"
)
"""What people do alone, and a verb with "her" or "his" where nobody else can be meant."""

SUBJECT = lazy_pattern(
    r" (?:(?:had|has|would|could|did|never|already|first|later|still|not) ){0,2}"
    r"(?!(?:is|was|are|were|has|had|will|would|can|could|may|of|and|or|in|at|on|for|by|from|with|to|that|which)\b)[a-z]+\b"
)
"""A name that is the subject of a verb."""

PRONOUN = lazy_pattern(r"\b(?:[Hh]e|[Ss]he|his|hers?|him(?:self)?|herself)\b")
SOMEBODY_ELSE = lazy_pattern(
    rf"(?<![.?!] )(?<![.?!]\" )(?<![.?!] \")(?<![\"'])\b"
    rf"(?!(?:{ANY_MONTH}|\w+day)\b)[A-Z]\w|"
    rf"\b(?:{'|'.join(sorted(KIN | ROLES))})s?\b(?!')"
)
"""A name or a word for a person to whom a pronoun may point."""

TAKEN_UP = 160
"""Code points behind a name that opens a paragraph in which a pronoun may take it up."""

APPOSITION = lazy_pattern(
    r", (?:an?|the|his|her|its|[\w-]+(?: [\w-]+)?'s?) (?:(?!(?:is|was|are|were|had)\b)[\w'-]+ ){0,4}?([a-z-]+)\b"
    r"(?=[,.;)]| (?:of|at|for|in|from|with|who)\b)"
)
ROLE_AFTER = lazy_pattern(r", (?:[a-z-]+ ){0,2}?([a-z-]+) (?:of|at|for|with) (?:the|an?|its|their|[A-Z])")
INVERTED = lazy_pattern(
    r"[\"',] (?:said|says|added|adds|recalled|explained|joked|replied|asked|argued|wrote|shouted|"
    r"insisted) $|[Aa]ccording to $"
)
SPEAKING = lazy_pattern(
    r",? (?:\w+ly |also |later |had |has )?(?:said|says|told|tells|added|adds|recalled|recalls|explained|explains|"
    r"joked|replied|admitted|insisted|insists|argued|argues|wrote|laughed|shrugged|"
    r"asked|answered|apologi[sz]ed|complained|confessed|testified|whispered|shouted|remembered|remembers|smiled|nodded|"
    r"describes how)\b"
)
BODY_AFTER = lazy_pattern(r",? which\b|'s? (?:spokes\w+|shares|headquarters|board)\b| shares\b")
KIN_AFTER = lazy_pattern(
    r"'s? (?:wife|husband|widow|son|daughter|mother|father|brother|sister|lawyer|attorney|family|parents|children)\b"
)
MADE_BY = lazy_pattern(
    r"\b(?:etching|painting|drawing|print|portrait|sculpture|statue|novel|poem|play|opera|symphony|song|sonata|mural|"
    r"fresco|photograph|film|book|score|essay|design|work|works|canvas|watercolour|watercolor|written|"
    r"painted|composed|directed|designed|drawn|carved|sung|signed|played) by $"
)
RECORD_BY = lazy_pattern(
    r"\b(?:album|single|record|recording|concerto|quartet|ballad|song|songs|tune|hit|concert|set) by $"
)
PATRONYMIC = lazy_pattern(
    r".+(?:ss?on|sen|dóttir|dottir|ski|sky|skaya|ska|ovi?ch|evi?ch|vi[cć]|enko|escu|shvili|yan|idis|poulos|oğlu|mann|stein|ini|elli|ez|ová|ova|eva)"
)
"""Surnames that no band and no firm is likely to have made up."""

PLACE_BEFORE = lazy_pattern(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Ff]rom|[Aa]cross|[Aa]round|[Tt]owards?|[Tt]hroughout|[Ii]nto|[Aa]t|"
    r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|city|town|village|island|port|province|region|state|district|suburb|capital|"
    r"river|lake) of) $"
)
PLACE_AFTER = lazy_pattern(r",? (?:province|region|district|county|river|island|airport|harbou?r|bay|coast|port)\b")
ENDS_BEFORE_PLACE = (
    "in ", "In ", "ear ", "utside ", "rom ", "cross ", "round ", "oward ", "owards ", "out ", "nto ", "at ", "At ",
    "of ",
)  # fmt: skip
"""How a text ends in which the pattern before the last one can be found."""

ENDS_BEFORE_SPEAKER = ("d ", "s ", "wrote ", "ccording to ")
"""The same for the pattern of what is said with the speaker behind."""

ARTICLE_BEFORE = lazy_pattern(r"\b[Tt]he $")

FIRMS_TOO = frozenset(
    "boss chief defendant executive expert founder head insider investor keeper king leader member official organiser "
    "organizer owner plaintiff player president publisher queen relative source speaker survivor suspect victim widow "
    "witness neighbour neighbor sister".split()
)
"""Words for people by which bodies, places and things are called as well ("Norway, a leader in")."""

PEOPLE = ROLES | KIN

PERSON_ENDS = (
    "woman",
    "tsman",
    "esman",
    "keman",
    "ghtman",
    "erman",
    "nderman",
    "dsman",
    "hman",
    "tman",
    "gman",
    "kman",
    "girl",
    "boy",
)
"""How nouns for people end that name a calling of any kind: "brakeman", "oarswoman"."""
"""Words for what somebody is."""

CALLED = tuple(f"{noun} " for noun in NAMED_BODIES)
"""How a text before a name ends that says what kind of body bears it ("the mining company Lithoval")."""

HANDLED = tuple(
    f"{verb} "
    for verb in "acquitted arrested booked buried convicted detained deported extradited freed handcuffed hired "
    "interrogated interviewed jailed married murdered questioned sacked sentenced stabbed substituted".split()
)
"""How a text before a name ends that is the object of what is done to people alone."""

NEAR = 24
"""Code points before and after a name that are looked at."""


@lru_cache(maxsize=1)
def body_nouns() -> frozenset[str]:
    """Nouns for bodies and news media, in both numbers."""
    return frozenset(form for entry in (*WORDS["institution"], *WORDS["outlet"]) for form in forms(entry))


@lru_cache(maxsize=1)
def _speech() -> tuple[Mapping[str, tuple[str, ...]], re.Pattern[str]]:
    """How a text before a name ends that tells of speech, by its last four letters, and what follows a name so."""
    verbs = [verb for verb in verbs_of("speech") if " " not in verb]
    forms = sorted({form for verb in verbs for form in (past(verb), third_person(verb))})
    ends: defaultdict[str, list[str]] = defaultdict(list)
    for form in forms:
        ends[f"{form} "[-LETTERS:]].append(f"{form} ")
    after = lazy_pattern(rf",? (?:\w+ly |also |has |had )?(?:{'|'.join(forms)})\b")
    return {end: tuple(its) for end, its in ends.items()}, after


LETTERS = 4


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    """What is behind a name by which one of the other patterns tells what bears it."""
    parts = (BODY_AFTER, PLACE_AFTER, KIN_AFTER, PERSON_AFTER, _speech()[1])
    return lazy_pattern("|".join(part.pattern for part in parts))


def is_acronym(text: str) -> bool:
    """Whether a word is an acronym: "KVR", "U.N.", "R&D"."""
    # Most names are no acronyms, and their second letter tells.
    return not text[1:2].islower() and ACRONYM.fullmatch(text) is not None and not text.endswith("Ss")


def is_place(article: Article, text: str) -> bool:
    """Whether a name is a place, a capital or a people of the fact base."""
    return _is_known(article.facts, text)


@lru_cache(maxsize=4096)
def _is_known(facts: FactBase, text: str) -> bool:
    known = facts.places_called(text) or facts.places_with_capital(text)
    return bool(known) or (text.endswith("s") and bool(facts.places_called(text[:-1])))


def type_of(article: Article, run: Run, words: Sequence[Word], titled: bool) -> tuple[NameType, Strength]:
    """The type of the name that some words of a run make, by this place alone."""
    if titled:
        return "person", 2
    text = words[0].text if len(words) == 1 else " ".join([word.text for word in words])
    if is_place(article, text):
        return "place", 2
    if len(words) == 1:
        if not run.styled and is_acronym(text):
            return "acronym", 2
        return ("other", 1) if words[0].key in BODIES else _by_neighbours(article, words)
    if article.facts.figures_named(text):
        return "person", 2
    if "&" in article.plain[words[0].start : words[-1].end].split():
        return "organisation", 2
    keys = [word.key for word in words]
    if keys[0] in EVENTS:
        return "other", 2
    if not BODIES.isdisjoint(keys):
        return "organisation", 2
    if keys[-1] in GROUNDS or keys[0] in GROUNDS:
        return "place", 2
    return _by_neighbours(article, words)


def _by_neighbours(article: Article, words: Sequence[Word]) -> tuple[NameType, Strength]:
    start, end = words[0].start, words[-1].end
    before, after = article.plain[max(0, start - NEAR) : start], article.plain[end : end + NEAR]
    role = ROLE_BEFORE.search(before) if before.endswith(" ") else None
    if role is not None and role[1] in ROLES:
        return ("other", 1) if len(words) == 1 and role[1] in TRADES else ("person", 2)
    if len(words) == 1 and before.endswith(CALLED):
        return "organisation", 2
    if before.endswith("he ") and ARTICLE_BEFORE.search(before):
        return "other", 1
    # Hardly any name has one of these behind it: one pattern says so for all.
    told = _after().match(after) is not None
    if told and BODY_AFTER.match(after):
        return "organisation", 1
    if (before.endswith(ENDS_BEFORE_PLACE) and PLACE_BEFORE.search(before)) or (told and PLACE_AFTER.match(after)):
        return "place", 1
    if before.endswith("by ") and (MADE_BY.search(before) or _made_record(article, Span(start, end), before)):
        return "person", 1
    if before.endswith(ENDS_BEFORE_SPEAKER) and INVERTED.search(before):
        return "person", 1
    if (told and KIN_AFTER.match(after)) or PERSON_ACT.match(article.plain, end, end + 4 * NEAR):
        return "person", 1
    if len(words) == 1 and (_is_beside_role(article, end, after) or before.endswith(HANDLED)):
        return "person", 1
    said, says = _speech()
    if told and (PERSON_AFTER.match(after) or says.match(after)):
        return "person", 1
    if before.endswith(said.get(before[-LETTERS:], ())):
        return "person", 1
    if len(words) == 1 and _is_taken_up(article, start, end):
        return "person", 1
    return ("person", 0) if 2 <= len(words) <= 4 else ("other", 0)


def _is_taken_up(article: Article, start: int, end: int) -> bool:
    """Whether a name opens a paragraph as the subject of a verb, and the next "he" or "she" can mean nobody else."""
    if (start and article.plain[start - 1] != "\n") or SUBJECT.match(article.plain, end) is None:
        return False
    following = article.plain[end : end + TAKEN_UP].partition("\n")[0]
    pronoun = PRONOUN.search(following)
    return pronoun is not None and SOMEBODY_ELSE.search(following, 0, pronoun.start()) is None


def _is_beside_role(article: Article, end: int, after: str) -> bool:
    """Whether an apposition behind a name says what somebody is, in a word that is not said of firms too."""
    if not after.startswith(", "):
        return False
    told = APPOSITION.match(article.plain, end, end + 2 * NEAR) or ROLE_AFTER.match(article.plain, end, end + 2 * NEAR)
    return told is not None and told[1] not in FIRMS_TOO and told[1] in PEOPLE


def names_person(article: Article, span: Span) -> bool:
    """Whether what stands beside a name tells that it is a person's: a role, a verb of speech, an age, "who"."""
    before = article.plain[max(0, span.start - NEAR) : span.start]
    after = article.plain[span.end : span.end + 2 * NEAR]
    role = ROLE_BEFORE.search(before)
    if role is not None and role[1] in ROLES:
        return role[1] not in TRADES
    if role is not None and role[1] in body_nouns():
        return False
    told = APPOSITION.match(after)
    if told is not None:
        return told[1] in PEOPLE or told[1].endswith(PERSON_ENDS)
    if before.endswith(HANDLED) or _is_beside_role(article, span.end, after):
        return True
    acts = PERSON_ACT.match(article.plain, span.end, min(len(article.plain), span.end + 4 * NEAR))
    beside = (acts, SPEAKING.match(after), KIN_AFTER.match(after), PERSON_AFTER.match(after))
    if any(beside) or any(pattern.search(before) is not None for pattern in (INVERTED, MADE_BY)):
        return True
    return _made_record(article, span, before) or _is_taken_up(article, span.start, span.end)


def _made_record(article: Article, span: Span, before: str) -> bool:
    """Whether music is by a name that is surely a man's or a woman's, not a band's."""
    return RECORD_BY.search(before) is not None and PATRONYMIC.fullmatch(article.plain_words(span)) is not None
