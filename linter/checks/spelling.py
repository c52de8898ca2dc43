"""The check kind `spelling`: one name spelled in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.names.runs import small_words
from linter.annotation.names.words import BODIES, GROUNDS, HONORIFICS
from linter.annotation.vocabulary import is_everyday, is_word
from linter.checks.base import Finding, Label
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.names import key_of
from linter.infer.people.name_uses import Use, first_names, places, uses
from linter.infer.people.spellings import alike, edit, near_pairs
from linter.match.trigger import Trigger

PLACE_BEFORE = lazy_pattern(r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Tt]o) $")

LONG = 8
"""Letters of words between which two slips are allowed."""

FEMALE_ENDS = ({"a", "i"}, {"a", "y"}, {"a", "o"}, {"n", "s"})
"""Last letters by which forms of one name differ: "Kowalski" and "Kowalska", "Korean" and "Koreas"."""

ALIKE = 0.85
"""How much two such words must have in common."""

FIRMS_ALIKE = 0.75
"""How much two words have in common that stand in names of firms with the same other words."""

FIRM = lazy_pattern(r" (?:&|and|und|et|og|och) ")

GROUP = 12
"""Surnames with one first name that are compared with each other."""


ONE_SOUND = ({"v", "w"}, {"c", "k"}, {"j", "y"}, {"s", "z"}, {"i", "y"})
"""First letters that stand for one sound."""

SPELLED_BEFORE = lazy_pattern(
    r"\b(?:mis-?spel\w*|spel(?:led|t|ling|lings|ls)|mis-?print\w*|mis-?writ\w*|mis-?labell?ed|typos?|"
    r"(?:written|read|reads|printed|painted|transliterated|rendered|pronounced|wrote|known locally)(?: as)?|variants?|"
    r"(?:called|known as|or|as))[ (:]*\"(?:[A-Z][\w.-]* ){0,2}$|"
    r"\b(?:mis-?spel\w*|spel(?:led|t|ling|lings|ls)|mis-?print\w*|typos?)\b[^.?!]{0,30}$|\balso (?:written|known as) $",
    re.IGNORECASE,
)
SPELLED_AFTER = lazy_pattern(
    r"\"?,? ?(?:[\[(]sic\b|(?:was|is|were|had been)? ?(?:mis-?spel|mis-?print|spel(?:led|t)\b)|"
    r"with (?:one|two|an?|only)\b)",
    re.IGNORECASE,
)
"""What tells that a spelling is spoken of as one."""

NOUN_AFTER = lazy_pattern(r" ([a-z]{3,})\b")
"""The word behind a name."""

BESIDE = 40
"""Code points beside a name in which that is looked for."""


class Spelling(Struct, frozen=True):
    """A word with its uses and the first names that go with it."""

    key: str
    uses: tuple[Use, ...]
    firsts: frozenset[str]


class SpellingCheck(Struct, frozen=True, kw_only=True):
    """Reports the later of two spellings of a name that differ by a slip of the pen; the first is a related place.

    Two words are taken for one name when they are one edit apart and play the same part: the same first name or the
    same other half of the name, a surname alone where one full name is so near, or, for a swapped or doubled letter and
    for longer words, a single use beside several of the other. People with first names of their own are kept apart, and
    so are `apart`: pairs that are different names, each as two words, and known places and people.
    Values: `other`, the first spelling.
    """

    apart: tuple[str, ...] = ()

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: any name may come back misspelled."""
        del owner
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each pair of spellings, at the first place of the later one."""
        del owner
        by_key = article.derive(places)
        firsts = article.derive(first_names)
        told: set[str] = set()
        near = {*near_pairs(by_key), *_near_surnames(firsts, by_key), *_near_firms(article, by_key)}
        for one, other in sorted(near):
            pair = [Spelling(key, uses(by_key[key]), firsts.get(key, frozenset())) for key in (one, other)]
            earlier, later = sorted(pair, key=lambda spelling: spelling.uses[0].span.start)
            if later.key in told or self._is_apart(one, other) or not _is_one_name(article, earlier, later):
                continue
            if not any(_is_spoken_of(article, use.span) for spelling in pair for use in spelling.uses[:GROUP]):
                told.add(later.key)
                yield _finding(article, earlier, later)

    def _is_apart(self, one: str, other: str) -> bool:
        return any({one, other} == set(pair.split()) for pair in self.apart)


def _finding(article: Article, earlier: Spelling, later: Spelling) -> Finding:
    span, first = later.uses[0].span, earlier.uses[0].span
    other = article.words(first)
    return Finding(span, (Label(first, f'spelled "{other}" here'),), {"other": other})


def _is_spoken_of(article: Article, span: Span) -> bool:
    """Whether the writer says how a name is spelled here: the sign that was misspelled "Linz"."""
    before = article.plain[max(0, span.start - BESIDE) : span.start]
    return SPELLED_BEFORE.search(before) is not None or SPELLED_AFTER.match(article.plain, span.end) is not None


def _near_surnames(firsts: Mapping[str, frozenset[str]], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Surnames of one first name that are alike, though more than one edit apart."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for surname, names in firsts.items():
        for name in names:
            groups[name].append(surname)
    words = frozenset(known)
    for group in groups.values():
        for one, other in combinations(group[:GROUP], 2):
            near = one[0] == other[0] and alike(one, other) >= ALIKE and min(len(one), len(other)) >= LONG - 2
            if near and {one, other} <= words:
                yield one, other


def _near_firms(article: Article, known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Words that are alike, in the names of firms whose other words are the same ("Berg & Sons")."""
    firms = dict.fromkeys(key_of(article.words(name.span)) for name in article.names if name.type == "organisation")
    partners = [tuple(firm.split()) for firm in firms if FIRM.search(firm)][:GROUP]
    words = frozenset(known)
    for first, second in combinations(partners, 2):
        changed = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
        if len(first) == len(second) and len(changed) == 1 and set(changed[0]) <= words:
            one, other = changed[0]
            if one[0] == other[0] and min(len(one), len(other)) >= LONG - 2 and alike(one, other) >= FIRMS_ALIKE:
                yield one, other


def _is_one_name(article: Article, earlier: Spelling, later: Spelling) -> bool:
    rarer, other = sorted((earlier, later), key=lambda spelling: len(spelling.uses))
    if (_are_forms(rarer.key, other.key) and not _is_titled(rarer, other)) or _is_known(article, rarer, other):
        return False
    if later.uses[0].after and earlier.uses[0].after and _is_of_kin(article, later.uses[0].span):
        return False
    if earlier.firsts and later.firsts:
        same = bool(earlier.firsts & later.firsts) and not _side_by_side(article, rarer, other)
        return same or _shares_surname(article, rarer, other)
    if _shares_surname(article, rarer, other) or _is_surname_alone(article, rarer, other):
        return True
    return _has_same_half(rarer, other) or _is_slip(rarer, other) or _has_same_noun(article, rarer, other)


def _is_known(article: Article, rarer: Spelling, other: Spelling) -> bool:
    """Whether both are names of their own, or a word that the article has in small letters."""
    small, facts = article.derive(small_words), article.facts
    if rarer.key in small or (rarer.key + "s") in small or rarer.key.removesuffix("s") in small:
        return True
    places = [bool(facts.places_called(key) or facts.places_with_capital(key)) for key in (rarer.key, other.key)]
    if places[0] or (places[1] and rarer.firsts and not _slipped(rarer.key, other.key)):
        return True
    people = [frozenset(each.name for each in facts.figures_surnamed(key)) for key in (rarer.key, other.key)]
    return bool(people[0] & people[1])


def _is_titled(rarer: Spelling, other: Spelling) -> bool:
    """Whether a surname comes back with a last "n" behind a title: "Captain Moran" is no adjective of "Lena Mora"."""
    longer, shorter = sorted((rarer, other), key=lambda spelling: len(spelling.key), reverse=True)
    return longer.key == shorter.key + "n" and bool(shorter.firsts) and all(use.title for use in longer.uses)


def _are_forms(one: str, other: str) -> bool:
    """Whether two words are forms of one: plural, demonym, the female form of a Slavic surname."""
    shorter, longer = sorted((one, other), key=len)
    if longer == shorter + "s" or (longer.removesuffix("n") == shorter and shorter.endswith("a")):
        return True
    if len(shorter) < len(longer):
        return longer == shorter + "a" or longer == shorter + "i"
    return shorter[:-1] == longer[:-1] and {shorter[-1], longer[-1]} in FEMALE_ENDS


def _slipped(one: str, other: str) -> bool:
    """Whether the edit is one of fingers: swapped neighbours, a doubled letter."""
    kind = edit(one, other)
    if kind != "drop":
        return kind == "swap"
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return any(longer[i] == longer[i - 1] and longer[:i] + longer[i + 1 :] == shorter for i in range(1, len(longer)))


def _shares_surname(article: Article, rarer: Spelling, other: Spelling) -> bool:
    """Whether both are first names of one surname, of people who are not named side by side."""
    own, others = ({use.after for use in spelling.uses if use.after and not use.before} for spelling in (rarer, other))
    known = article.derive(first_names)
    surnames = any(word in known for word in own & others)
    if not surnames or (rarer.key[-1] != other.key[-1] and rarer.key[-1] in "aeo" and other.key[-1] in "aeo"):
        return False
    sentences = [{article.sentence_index(use.span.start) for use in spelling.uses} for spelling in (rarer, other)]
    return not sentences[0] & sentences[1]


OF_KIN = lazy_pattern(
    r"(?:\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Ww]hose|'s) (?:[\w-]+ ){0,2}?(?:brother|sister|son|daughter|twin|cousin|"
    r"father|mother|nephew|niece|uncle|aunt|grandson|granddaughter|grandfather|grandmother|wife|husband)\b[^.;]*$"
)
"""Before the name of somebody's relative."""


def _is_of_kin(article: Article, span: Span) -> bool:
    """Whether a name is brought up as that of another member of the family."""
    start = max(article.sentence_at(span.start).span.start, span.start - 2 * BESIDE)
    return OF_KIN.search(article.plain[start : span.start]) is not None


def _side_by_side(article: Article, rarer: Spelling, other: Spelling) -> bool:
    """Whether a sentence names both in full: a writer who repeats a name there leaves the first name out."""
    full = [
        {article.sentence_index(use.span.start) for use in spelling.uses if use.before and not use.styled}
        for spelling in (rarer, other)
    ]
    return bool(full[0] & full[1])


def _is_surname_alone(article: Article, rarer: Spelling, other: Spelling) -> bool:
    """Whether one is the surname of a full name, and the other stands alone wherever it is."""
    named, lone = (rarer, other) if rarer.firsts else (other, rarer)
    if not named.firsts or lone.firsts or any(use.before or use.after for use in lone.uses):
        return False
    if not _begin_alike(lone.key, named.key) or (is_everyday(lone.key) and not any(use.title for use in lone.uses)):
        return False
    titles = {use.title for use in lone.uses} & HONORIFICS, {use.title for use in named.uses} & HONORIFICS
    if all(titles) and not titles[0] & titles[1]:
        return False
    return not any(_is_placed(article, use) for use in lone.uses)


def _begin_alike(one: str, other: str) -> bool:
    """Whether two words begin with one letter, or with two that stand for one sound."""
    return one[0] == other[0] or {one[0], other[0]} in ONE_SOUND


def _is_placed(article: Article, use: Use) -> bool:
    return PLACE_BEFORE.search(article.plain[max(0, use.span.start - 6) : use.span.start]) is not None


def _has_same_half(rarer: Spelling, other: Spelling) -> bool:
    """Whether both stand beside the same word in a name of several."""
    before = {use.before for use in rarer.uses if use.before} & {use.before for use in other.uses}
    after = {use.after for use in rarer.uses if use.after} & {use.after for use in other.uses}
    halves = before | after
    if not halves or (rarer.key[0] != other.key[0] and not _slipped(rarer.key, other.key)):
        return False
    if is_everyday(rarer.key) and is_everyday(other.key):
        # "Untied States": two letters changed places, once.
        return edit(rarer.key, other.key) == "swap" and len(rarer.uses) == 1 and len(rarer.key) > 4
    general = halves <= (BODIES | GROUNDS)
    return len(rarer.key) > 5 or not general or _slipped(rarer.key, other.key)


def _has_same_noun(article: Article, rarer: Spelling, other: Spelling) -> bool:
    """Whether a longer word stands before one noun for a place or a body both times: "the Aldermoor bridge"."""
    if min(len(rarer.key), len(other.key)) < LONG - 1 or is_word(rarer.key) or is_word(other.key):
        return False
    nouns = [
        {found[1] for use in spelling.uses[:GROUP] if (found := NOUN_AFTER.match(article.plain, use.span.end))}
        for spelling in (rarer, other)
    ]
    return bool(nouns[0] & nouns[1] & (BODIES | GROUNDS))


def _is_slip(rarer: Spelling, other: Spelling) -> bool:
    """Whether one use stands against several of a word that is much the same, and is no word of its own."""
    if len(rarer.uses) > 1 or len(rarer.key) < 5 or is_everyday(rarer.key):
        return False
    if len(other.uses) < 2 and (
        min(len(rarer.key), len(other.key)) < LONG - 1 or is_word(rarer.key) or is_word(other.key)
    ):
        return False
    if _slipped(rarer.key, other.key):
        return True
    inner = rarer.key[0] == other.key[0] and rarer.key[-1] == other.key[-1] and len(rarer.key) > 6
    return inner and not rarer.uses[0].styled and not any(use.styled for use in other.uses[:1])
