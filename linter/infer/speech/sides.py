"""The sides of a story: attributions grouped by the person or body that speaks, with whoever speaks for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.attributions.speakers import TITLE
from linter.annotation.model import Attribution
from linter.annotation.verbs import THOUGHT
from linter.core.pattern import lazy_pattern

BODIES = ("organisation", "outlet", "group", "document")

OWNED = lazy_pattern(r"^(?:the |an? )?(?P<owner>[\w-]+(?: [\w-]+)?)(?:'s|(?<=s)') (?P<thing>\w)", re.IGNORECASE)
"""A source that belongs to another: "the quarry's owner"."""

ARMS = lazy_pattern(
    r"(?:'s|(?<=s)') (?:[\w-]+ )?(?:administration|air force|army|association|board|club|committee|embassy|federation|"
    r"foreign ministry|government|lawyers|leadership|"
    r"league|management|military|ministry|navy|presidency|union)$",
    re.IGNORECASE,
)
"""Bodies that speak for whatever they belong to: "Sweden's army", "the zoo's management"."""

SPEAKS_FOR = lazy_pattern(
    r"\b(?i:spokes\w+|lawyers?|attorneys?|engineer|director|head|chief|president|chair\w*|secretary|leader|manager|owner|mayor|"
    r"minister|representative)(?: [A-Z][\w'-]+){0,3} (?:for|of|at) (?:the |an? |its |their |his |her )?"
    r"(?P<owner>[\w-]+(?: (?:[A-Z][\w-]+|agency|association|authority|company|council|group|league|office|union))*)"
)
FRONTED = lazy_pattern(
    r"^(?:the |an? )?(?P<owner>[\w-]+) (?:spokes\w+|officials?|lawyers?|leaders?|representatives?)\b", re.IGNORECASE
)
HEAD = lazy_pattern(
    r"^(?:[Tt]he )?(?:(?:deputy|acting|general|managing|executive|operations) )*"
    r"(?:spokes\w+|chair\w*|chief|director|head ?(?:master|mistress|teacher)|manager|officer|president|"
    r"principal|secretary|superintendent|treasurer)(?: executive)?,? [A-Z]"
)
"""Whoever heads or speaks for a body that need not be named: "the superintendent, Dana Whitlock"."""

MINISTER = lazy_pattern(r"(?P<field>[\w-]+) minister\b(?! of\b)|\bminister of (?:the )?(?P<of>[\w-]+)", re.IGNORECASE)
"""Whoever heads a ministry, and the ministry's field."""

FIRMS = ("company", "firm", "employer")
TRADES = frozenset(
    "airline bakery bank brewery builder carmaker chain cooperative dairy factory foundry hotel insurer maker "
    "manufacturer mill mine operator plant publisher quarry refinery retailer developer shipyard smelter steelmaker "
    "supermarket utility winery".split()
)
"""What "the company" may be by its trade."""

NAME = lazy_pattern(r"[A-Z][\w.'-]*(?: [\w.'-]+){0,3}$")
ONE_NAME = lazy_pattern(r"^[^,]*, [A-Z]\w+$")
"""A body behind the noun for it: "the company that owns the farm, Norlaks"."""
APPOSED = lazy_pattern(r", (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2})(?=[,.;])")
APPOSED_BODY = lazy_pattern(
    r", (?:the|its|their) (?P<name>(?:[\w'-]+ ){0,2}?(?:agency|alliance|association|authority|board|club|committee|"
    r"company|council|federation|firm|foundation|group|institute|league|office|society|union))(?=[,.;])"
)
"""What a body behind its name is: "claimed Kaia, the dockers' union,"."""

PROPER = lazy_pattern(r"(?:[a-z][\w'-]+ )+(?P<name>[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|of|de|and))*)$")
"""A name behind the nouns for what bears it: "animal group Free Tusk"."""

LED = lazy_pattern(r"\b(?:chaired|headed|led|represented|run) by (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})$")
OWNERS = lazy_pattern(r"(?P<owner>[\w-]+s)['’] $")
"""Whoever stands before a source that belongs to them: "farmers' leader Omar Diallo"."""

OWNERS_LENGTH = 40

PRONOUN = lazy_pattern(r"^(?:his|her|its|their) ", re.IGNORECASE)
ADVERSE = lazy_pattern(
    r"\b(?:accuser|adversar(?:y|ie)|challenger|competitor|critic|detractor|enem(?:y|ie)|foe|opponent|predecessor|"
    r"rival|victim)s?\b"
)
"""Whoever is not on the side of the one he belongs to: "her rival"."""

ARTICLE = lazy_pattern(r"^(?:the|an?) ")
OF = lazy_pattern(r" (?:of|for|in|at|from) ")
PLURAL = lazy_pattern(
    r"^(?:the |these |those )?(?:[\w-]+ ){0,2}(?:[\w-]+[^s]s|\w*(?:men|people|police|children))$", re.IGNORECASE
)
"""A group by its noun: "the villagers", "fishermen"."""


ACTING = lazy_pattern(
    r"(?:(?:The|These|Those|Some|Many|About|Over|Nearly|Around|Dozens of|Hundreds of) )?(?:[\d,]+ )?"
    r"(?P<group>(?:[A-Za-z-]+ ){0,2}?[A-Za-z-]+(?:[^\Ws]s|men|people)) "
    r"(?:(?:at|from|in|of|on) [^,.;]{2,40}? )?(?:are|gave|had|have|held|met|sat|stood|took|went|were|[a-z]+ed)\b"
)
"""A group at the beginning of a sentence that does something."""


class Side(Struct, frozen=True):
    """A side with its statements, in reading order."""

    name: str
    statements: tuple[Attribution, ...]

    def with_verbs(self, verbs: Collection[str]) -> tuple[Attribution, ...]:
        """The statements that are given with one of some verbs."""
        return tuple(each for each in self.statements if each.verb in verbs)

    def share(self, verbs: Collection[str]) -> float:
        """The share of these in all its statements."""
        return len(self.with_verbs(verbs)) / len(self.statements)


class _Groups:
    """Names that stand for the same side, joined as they are met (Tarjan's disjoint sets)."""

    def __init__(self) -> None:
        self.parents: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The name that stands for a whole group."""
        self.parents.setdefault(name, name)
        while self.parents[name] != name:
            self.parents[name] = self.parents[self.parents[name]]
            name = self.parents[name]
        return name

    def join(self, names: Iterable[str]) -> None:
        """Make one group of the groups of some names."""
        roots = [self.root(name) for name in names]
        for root in roots[1:]:
            self.parents[self.root(root)] = self.root(roots[0])


def sides(article: Article) -> tuple[Side, ...]:
    """The sides of an article's body, in the order in which they first speak."""
    groups, told = _Groups(), []
    last, person, body, previous = "", "", "", None
    for attribution in _statements(article):
        meant = person or last if _is_he_or_she(article, attribution) else last
        # "Its headman" is no man of the headman who spoke before.
        meant = body if _is_its(article, attribution) and previous and _is_human(article, previous) else meant
        goes_on = _goes_on(article, attribution, previous)
        names = (last,) if goes_on else tuple(_names(article, attribution, meant))
        names = names or tuple(_acting(article, attribution))
        names = (*names, body) if names and previous and _heads(article, attribution, previous) else names
        if names:
            groups.join(names)
            last, previous = names[0], attribution
            person = last if _is_one_person(article, attribution) else person
            body = body if _is_human(article, attribution) else last
            told.append((last, attribution))
    for names in chain(_short_forms(tuple(groups.parents)), _trades(tuple(groups.parents))):
        groups.join(names)
    found: dict[str, list[Attribution]] = defaultdict(list)
    for name, attribution in told:
        found[groups.root(name)].append(attribution)
    return tuple(Side(max((each.speaker for each in spoken), key=len), tuple(spoken)) for spoken in found.values())


def _statements(article: Article) -> Iterator[Attribution]:
    for each in article.attributions:
        block = article.document.block_holding(each.cue.start)
        if each.source is None or each.verb in THOUGHT or block.kind in ("title", "heading"):
            continue
        if article.voice(each.cue).kind != "quoted" and not _is_told_by_another(article, each):
            yield each


def _is_told_by_another(article: Article, attribution: Attribution) -> bool:
    """Whether "he said" stands in what somebody else says in the same sentence."""
    near = article.attributions_of(article.sentence_at(attribution.cue.start))
    return attribution.source_type == "pronoun" and any(
        other.content is not None and other.content.contains(attribution.cue) and other.speaker != attribution.speaker
        for other in near
        if other is not attribution
    )


def _is_one_person(article: Article, attribution: Attribution) -> bool:
    words = "" if attribution.source is None else article.plain_words(attribution.source)
    return attribution.source_type not in BODIES and PLURAL.match(words) is None


def _is_its(article: Article, attribution: Attribution) -> bool:
    return attribution.source is not None and article.words(attribution.source)[:4].casefold() == "its "


def _is_human(article: Article, attribution: Attribution) -> bool:
    """Whether a man or a woman speaks for sure: "he", "she", or somebody of a body; a lone name can be a body's."""
    if _is_he_or_she(article, attribution):
        return True
    words = "" if attribution.source is None else article.plain_words(attribution.source)
    return (", " in words and ONE_NAME.match(words) is None) or PRONOUN.match(words) is not None


def _heads(article: Article, attribution: Attribution, previous: Attribution) -> bool:
    """Whether a source with a bare office ("the superintendent, Dana Lock") is of the body that spoke just before."""
    words = "" if attribution.source is None else article.plain_words(attribution.source)
    if HEAD.match(words) is None or _is_human(article, previous) or _is_one_name(article, previous):
        return False
    return article.sentence_index(attribution.cue.start) - article.sentence_index(previous.cue.start) <= 1


def _is_one_name(article: Article, attribution: Attribution) -> bool:
    """Whether a source is a name and no more, which may be that of a person."""
    words = "" if attribution.source is None else article.plain_words(attribution.source)
    return attribution.source_type == "person" and "the " not in words.casefold()


def _is_he_or_she(article: Article, attribution: Attribution) -> bool:
    return attribution.source is not None and article.words(attribution.source).casefold() in ("he", "she")


def _goes_on(article: Article, attribution: Attribution, previous: Attribution | None) -> bool:
    """Whether "they" is the group that spoke just before, in the same paragraph."""
    if attribution.source is None or previous is None or previous.source is None:
        return False
    same_block = article.sentence_at(attribution.cue.start).block == article.sentence_at(previous.cue.start).block
    they = article.words(attribution.source).casefold() == "they"
    return they and same_block and PLURAL.match(article.plain_words(previous.source)) is not None


def _acting(article: Article, attribution: Attribution) -> Iterator[str]:
    """The group that "they" stands for where it has only acted so far: "Drivers blocked the road. They claim …"."""
    if attribution.source is not None and article.words(attribution.source).casefold() == "they":
        place = article.sentence_index(attribution.cue.start)
        before = article.sentences[max(0, place - 1)]
        if before.block == article.sentences[place].block:
            found = ACTING.match(article.plain_words(before.span))
            yield from () if found is None else (_canonical(found["group"]),)


def _names(article: Article, attribution: Attribution, last: str) -> Iterator[str]:
    """The names of the side that an attribution belongs to; the first is its own."""
    words = article.plain_words(attribution.source) if attribution.source else ""
    speaker, _, apposition = attribution.speaker.partition(", ")
    if not speaker and attribution.source_type == "pronoun" and last:
        yield last
    if not speaker:
        return
    if NAME.match(apposition):
        yield _canonical(TITLE.sub("", apposition))
    # Two of whom each is "its headman" are told apart by their names.
    if not (NAME.match(apposition) and PRONOUN.match(speaker)):
        yield _canonical(speaker)
    if attribution.source_type == "pronoun":
        return
    end = attribution.source.end if attribution.source else 0
    bare = PROPER.fullmatch(speaker)
    for named in (bare, APPOSED.match(article.plain, end), APPOSED_BODY.match(article.plain, end)):
        if named is not None:
            yield _canonical(named["name"])
    if ADVERSE.search(words):
        return
    if PRONOUN.match(words) and last:
        yield last
    owned = OWNED.match(words)
    if owned is not None and (attribution.source_type not in BODIES or ARMS.search(words)):
        yield _canonical(owned["owner"])
    yield from _behind(article, attribution, words)


def _behind(article: Article, attribution: Attribution, words: str) -> Iterator[str]:
    """Whoever a source speaks for, by its own words and by those before it, and whoever leads it."""
    minister = MINISTER.search(words)
    if minister is not None and (field := (minister["field"] or minister["of"]).casefold()) not in ("prime", "the"):
        yield f"{field} ministry"
    found = [pattern.search(words) for pattern in (SPEAKS_FOR, FRONTED)]
    if attribution.source is not None:
        place = attribution.source.start
        found.append(OWNERS.search(article.plain, max(0, place - OWNERS_LENGTH), place))
    yield from (_canonical(each["owner"]) for each in found if each is not None)
    led = LED.search(words)
    if led is not None:
        yield _canonical(led["name"])


def _canonical(name: str) -> str:
    return ARTICLE.sub("", " ".join(name.replace("’", "'").casefold().split()))


def _trades(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """ "The company" with the only name of a trade there is, "the brewery"."""
    trades = [name for name in names if name.rpartition(" ")[2] in TRADES]
    if len(trades) == 1:
        yield from ((trades[0], name) for name in names if name in FIRMS)


def _short_forms(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Pairs of a full name and the only short one it can have: the last word, or the one before "of"."""
    longer: dict[str, list[str]] = defaultdict(list)
    for name in names:
        head = OF.split(name)[0].split(",")[0].split()
        if head and head[-1] != name:
            longer[head[-1]].append(name)
    for name in names:
        if len(longer.get(name, ())) == 1:
            yield longer[name][0], name
