"""Whether two figures of an article state one quantity of one thing."""

from __future__ import annotations

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.infer.figures.belongings import same_belonging, same_length
from linter.infer.figures.fates import GENERIC
from linter.infer.figures.topics import Topic, is_varying
from linter.infer.stems import stem


def same_thing(one: Topic, other: Topic) -> bool:
    """Whether two figures state one quantity of one thing, so far as their sentences tell."""
    first, second = one.quantity, other.quantity
    if first.kind != second.kind or first.unit != second.unit or one.partial or other.partial:
        return False
    if first.kind == "money" and _lacks(one) != _lacks(other):
        return False
    if _is_gained(one, other) or _is_gained(other, one):
        return False
    if same_length(one, other):
        return True
    if _comes_back(one, other):
        return True
    slipped = other.presupposed and transposed(first, second) and first.kind in ("money", "measure")
    if slipped and one.years == other.years and _told_of(one) & _told_of(other):
        return True
    if one.places and other.places and not one.places & other.places:
        return False
    if _same_owner(one, other) or same_belonging(one, other):
        return True
    strange = one.names != other.names and not one.names & other.names
    dated = one.years != other.years and not (other.presupposed and not other.years)
    if dated or (strange and not (other.definite or one.standing == "title")):
        return False
    if one.days and other.days and not (other.definite or one.days & other.days):
        return False
    if other.places - one.places - one.names and one.standing != "title":
        return False
    return _same_count(one, other) if first.kind == "count" else _same_amount(one, other)


GAINED = lazy_pattern(r"\b(?:add|build|buy|hire|install|open|order|plant|recruit)(?:s|ed|ing)? $")
HELD = lazy_pattern(r"\b(?:has|have|had|there are|there were|with|owns?|runs?|employs?)(?: now| already)? $")


def _is_gained(one: Topic, other: Topic) -> bool:
    """Whether one figure is of what somebody adds to what the other says there is."""
    return GAINED.search(one.before) is not None and HELD.search(other.before) is not None


LACK = frozenset(map(stem, "deficit gap hole overrun shortage shortfall short surplus".split()))


def _lacks(topic: Topic) -> bool:
    """Whether a sum of money is one that is lacking or left over, rather than all there is."""
    return not LACK.isdisjoint(topic.words | topic.nouns)


def _comes_back(one: Topic, other: Topic) -> bool:
    """Whether a count comes back with its digits in another order: "with 212 passengers", "The 221 passengers"."""
    first, second = one.quantity, other.quantity
    alike = first.kind == "count" and first.head == second.head != "" and other.definite and one.years == other.years
    return alike and _bare(first) and _bare(second) and not is_varying(first) and transposed(first, second)


def _same_owner(one: Topic, other: Topic) -> bool:
    """Whether a measure or a sum of money is told of a thing, and one told before of it, as far as words go."""
    if (
        one.quantity.kind not in ("measure", "money")
        or not other.owner
        or not one.nouns.issuperset(other.owner.split())
    ):
        return False
    if one.measures and other.measures and not one.measures & other.measures:
        return False
    if transposed(one.quantity, other.quantity):
        return True
    return one.years == other.years and bool(one.measures & other.measures)


NEAR = 5
"""Sentences within which two counts of one fate are taken for those of one event, unless the story opens with one."""


def _overlap(one: Topic, other: Topic) -> tuple[int, int]:
    """How many words two figures have in common, and how many the one with fewer has."""
    return len(one.words & other.words), min(len(one.words), len(other.words)) or 1


PROMISE = 3
"""Words that two sentences about one deadline have in common."""


def _same_amount(one: Topic, other: Topic) -> bool:
    if one.promised and other.promised:
        return other.quoted and one.standing != "body" and len(one.promised & other.promised) >= PROMISE
    if other.definite and _is_act(one, other.quantity.head):
        return True
    shared, least = _overlap(one, other)
    shared += bool(other.presupposed and shared and one.measures & other.measures)
    if not (other.definite or one.standing == "title"):
        return False
    enough = 1 if transposed(one.quantity, other.quantity) else 3 if one.quantity.kind == "duration" else 2
    return shared >= enough and (enough == 1 or 5 * shared >= 2 * least)


def _is_act(one: Topic, noun: str) -> bool:
    """Whether the noun behind a later figure names what the earlier tells: "fined 8,000", "the 6,000-euro fine"."""
    return len(noun) > MOST_SHORT and any(f"{noun.rstrip('e')}{end} " in one.before for end in ("ed", "ing"))


MOST_SHORT = 3


def _same_count(one: Topic, other: Topic) -> bool:
    first, second = one.quantity, other.quantity
    if one.fate and one.fate == other.fate:
        leading = {one.standing, other.standing} == {"title", "lead"}
        generic = {first.head, second.head} <= GENERIC
        opening = one.standing != "body" or other.place - one.place <= NEAR
        return opening and (
            first.head == second.head or generic or (leading and bool({first.head, second.head} & GENERIC))
        )
    if (
        not first.head
        or first.head != second.head
        or (first.head in GENERIC and not (other.presupposed and len(one.words & other.words) > 1))
        or is_varying(first)
        or _one_sided(first)
        or _one_sided(second)
    ):
        return False
    shared, least = _overlap(one, other)
    if _bare(first) and other.definite and _tells_again(one, other):
        return True
    if not _bare(first) or not _bare(second):
        return first.of.lower() == second.of.lower() and (other.presupposed or (2 * shared >= least and shared > 1))
    if other.presupposed and not shared:
        return False  # "The 17 churches that remain open" are others than those that were closed
    return other.definite or (2 * shared >= least and shared > (one.standing != "title"))


STRONG = {"stolen": "stole", "broken": "broke", "sunken": "sank", "fallen": "fell", "torn": "tore", "eaten": "ate",
          "frozen": "froze", "hidden": "hid", "written": "wrote", "taken": "took", "shaken": "shook"}  # fmt: skip
"""Participles to the past that told of it before: "stole 14 paintings", "the 16 stolen paintings"."""


THEFT = frozenset(map(stem, "burglar burglars robber robbers theft thief thieves".split()))


def _told_of(topic: Topic) -> frozenset[str]:
    """The stems and the dimensions that tell what a figure is of."""
    return topic.words | topic.nouns | topic.measures


def _tells_again(one: Topic, other: Topic) -> bool:
    """Whether all that stands before the noun told of it before: "destroyed 14 houses", "the 16 destroyed houses"."""
    *told, _ = other.quantity.of.split() or [""]
    again = (stem(STRONG.get(word, word)) in one.words or (word == "stolen" and THEFT & one.words) for word in told)
    return bool(told) and all(again)


def transposed(one: Quantity, other: Quantity) -> bool:
    """Whether two figures have the same digits in another order, as after a slip of the fingers."""
    first, second = str(one.value), str(other.value)
    return first != second and sorted(first) == sorted(second)


def _one_sided(quantity: Quantity) -> bool:
    """Whether a figure is only a bound ("at least 1,991 are needed")."""
    return quantity.high is None or (quantity.low == 0 and quantity.value > 0)


def _bare(quantity: Quantity) -> bool:
    """Whether nothing stands between a figure and the noun it counts."""
    return quantity.noun is not None and " " not in quantity.of


EVENT = (
    r"(?:[\w-]+ ){0,3}?(?:accident|attack|avalanche|blast|blaze|bombing|clash|collapse|collision|crash|derailment|"
    r"earthquake|eruption|explosion|fire|flood|hurricane|landslide|mudslide|quake|raid|riot|shooting|storm|strike|"
    r"tornado|tremor)\b"
)

OTHER_EVENT = lazy_pattern(rf"\b(?:[Aa] (?:separate|second|different|further)|[Aa]nother) {EVENT}")

ELSEWHERE = lazy_pattern(
    r"\W*In (?:the )?(?:nearby |neighbou?ring )?((?:[A-Z][\w'’-]+ ?){1,3})(?:in (?:the )?[\w' ]{1,40})?, "
)

EARLIER_ON = lazy_pattern(r"\W*(?:Last|Earlier this|The previous) (?:week|month|year|summer|winter|spring|autumn)\b")

IN_ONE = lazy_pattern(
    rf"(?: [a-z]+)?(?: were| was)? (?:died|dead|killed|hurt|injured|wounded|drowned) (?:[a-z]+ )?(?:in|by|when) an? "
    rf"{EVENT}"
)
"""Behind a count, an event that the reader does not know of yet."""


def is_of_another_event(article: Article, one: Topic, other: Topic) -> bool:
    """Whether a later count is of another event, or of a place that the head of the story does not name.

    "A separate quake hit Hotan. The mayor said 32 people were hurt", "In nearby Longnan, eight people died", "Last
    month, four people died in a crash".
    """
    if other.quantity.kind != "count" or one.standing == "body" or other.presupposed or other.standing != "body":
        return False
    start = other.sentence.span.start
    opening = ELSEWHERE.match(article.plain, start)
    if opening is not None and article.lead is not None:
        head = article.plain[: article.lead.span.end]
        return not any(name in head for name in opening[1].split())
    if EARLIER_ON.match(article.plain, start) or IN_ONE.match(article.plain, other.quantity.span.end):
        return True
    before = article.sentences[other.place - 1] if other.place else None
    if before is None or before.block != other.sentence.block or before == article.lead:
        return False
    return OTHER_EVENT.search(article.plain_words(before.span)) is not None
