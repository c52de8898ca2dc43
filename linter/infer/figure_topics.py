"""What a figure is about: enough to tell whether two figures of an article state one quantity of one thing."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity, Sentence
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figure_fates import FATE_OF, GENERIC
from linter.infer.figure_owners import measures_of, owner_in
from linter.infer.stems import stem, stems

VARYING = frozenset(
    "point goal run vote seat delegate year time percent try wicket set game match lap set stroke medal step inning "
    "round side hand way thing other case part number lot".split()
)
"""Heads of which one article can give many counts without a conflict."""

BEFORE, AFTER = 60, 70
"""Code points around a figure that tell what it is about."""

CUT_BEFORE = lazy_pattern(r"^.*(?:[.;:—–(,]| (?:but|while|and|where|whereas) )", re.DOTALL)
CUT_AFTER = lazy_pattern(r"[.;:—–)]| (?:but|while|and|whereas) |, (?:and|but|while|\w+ing\b|of )")

PLACE = lazy_pattern(r"\b(?:in|at|near|off|from|outside) (?:the )?((?:[A-Z][\w'-]+ ?){1,3})")

NAME = lazy_pattern(r"\b[A-Z][\w'-]+")
NAMES = lazy_pattern(r"\b[A-Z][\w'-]*")

CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December The It He She They".split()
)

FURTHER = lazy_pattern(r"(?:new|extra|additional|further|more|other|additional|fresh|second|third|remaining)\b")

PARTIAL_BEFORE = lazy_pattern(
    (
        r"\b(?:including|among|least|another|other|remaining|additional|further|first|last|"
        r"next|extra|only|all but|except|every|each|per|about|average of) $"
    ),
    re.IGNORECASE,
)
PARTIAL_AFTER = lazy_pattern(
    (
        r"^(?:[\w' -]{0,20} and \w+s\b| of (?:the|them|whom|these|those|its|his|her|their)\b|,? (?:more|others?|"
        r"fewer|less|each|apiece|per)\b|[\w' -]{0,25}\b(?:a|an|per|each|every) (?:day|week|"
        r"month|year|hour|night|person|head|kilo|pupil|minute|liter|litre|household|"
        r"family)\b)"
    ),
    re.IGNORECASE,
)
RELATIVE = lazy_pattern(
    r" (?:that|who|which|whom|killed|injured|wounded|hurt|drowned|missing|arrested|detained|rescued|evacuated|infected|"
    r"affected|involved|buried|built|damaged|destroyed|stolen|lost|found)\b"
)
"""What opens a clause of a noun's own, with its pronoun or without."""
DEADLINE = lazy_pattern(r"\b(?:within|in|over|during)(?: the)?(?: next| coming| following)? $", re.IGNORECASE)
"""Before a length of time in which something is to be done."""

NO_BRACKETS = str.maketrans("", "", "[]")

DEFINITE = lazy_pattern(r"\b(?:the|these|those|all|all the|his|her|its|their|each of the|all of the) $", re.IGNORECASE)


class Topic(Struct, frozen=True):
    """A figure and what it is about.

    `words` are the stems of the words around it, `names` its words with capitals, `places` those after "in", "at" and
    the like, `fate` what befell the people it counts ("" for none). `definite` is a figure that comes back to something
    ("the 19 houses"), `presupposed` a definite one with a clause of its own ("the 19 houses that were buried"),
    `partial` one of a part, a rate or a further amount. `standing` is "title", "lead" or "body". `years` are those that
    its sentence names, other than the article's own; `place` is that sentence's index. `promised` are the stems of the
    whole sentence for a time within which something is to be done, else empty; `quoted` is a figure that is a
    speaker's. `owner` is the stem of the thing its sentence is about ("The slope, at 2,430 metres"), `nouns` are the
    stems of the words before it, `measures` what it measures, so far as that is told ("long", "cost").
    """

    quantity: Quantity
    sentence: Sentence
    words: frozenset[str]
    fate: str
    places: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]
    definite: bool
    partial: bool
    presupposed: bool
    place: int
    standing: str
    promised: frozenset[str] = frozenset()
    quoted: bool = False
    owner: str = ""
    nouns: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()


def topics(article: Article) -> tuple[Topic, ...]:
    """The topics of all figures of an article that could be given twice, in reading order."""
    return article.derive(_topics)


KINDS = frozenset(("count", "money", "measure", "duration"))


def _topics(article: Article) -> tuple[Topic, ...]:
    times = [time for time in article.times if time.type == "DATE" and time.anchoring in ("absolute", "relative")]
    starts = [time.span.start for time in times]
    starts_of = [quantity.span.start for quantity in article.quantities]
    this_year = {str(article.date.year)} if article.date else set()
    found = []
    for index, quantity in enumerate(article.quantities):
        if quantity.kind in KINDS and quantity.ends is None:
            sentence = article.sentence_at(quantity.span.start)
            inside = times[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
            years = frozenset(time.value[:4] for time in inside if time.value[:4].isdigit()) - this_year
            near = _limits(article, sentence.span, starts_of, index)
            found.append(_topic(article, quantity, sentence, near, years))
    return tuple(found)


def _limits(article: Article, sentence: Span, starts: list[int], index: int) -> Span:
    """The stretch of a sentence around a figure that holds no other figure, as far as it is read."""
    span = article.quantities[index].span
    before = article.quantities[index - 1].span.end if index else 0
    after = starts[index + 1] if index + 1 < len(starts) else len(article.text)
    return Span(max(sentence.start, before, span.start - BEFORE), min(sentence.end, after, span.end + AFTER))


def _topic(article: Article, quantity: Quantity, sentence: Sentence, near: Span, years: frozenset[str]) -> Topic:
    """What a figure is about, by the words around it in `near`."""
    before = article.plain[near.start : quantity.span.start]
    after = article.plain[quantity.span.end : near.end]
    left = CUT_BEFORE.sub("", before)
    cut = CUT_AFTER.search(after)
    right = after[: cut.start()] if cut else after
    titled = article.block_of(sentence).kind in ("title", "heading")
    inner = f"{left.removeprefix(article.plain[sentence.span.start : sentence.span.start + 1])} {right}"
    names = frozenset() if titled else frozenset(NAME.findall(inner)) - CALENDAR
    said = f"{left} {right}" if titled else NAMES.sub(" ", f"{left} {right}")
    words = frozenset(stems(said)) - {stem(word) for word in quantity.of.split()}
    close = stems(" ".join([*left.split()[-4:], "|", *right.split()[:6]]))
    fate = next((FATE_OF[word] for word in (*stems(quantity.of), *close) if word in FATE_OF), "")
    places = (
        frozenset() if titled else frozenset(found[1].strip() for found in PLACE.finditer(f"{left}{right}")) - CALENDAR
    )
    definite = DEFINITE.search(before) is not None
    presupposed = (
        definite and quantity.noun is not None and RELATIVE.match(article.plain, quantity.noun.end) is not None
    )
    return Topic(
        quantity,
        sentence,
        words,
        fate,
        places,
        names,
        years,
        definite,
        _is_partial(quantity, before, after),
        presupposed,
        article.sentence_index(sentence.span.start),
        "title" if titled else "lead" if sentence == article.lead else "body",
        _promised(article, quantity, sentence, before),
        article.quotation_at(quantity.span) is not None,
        owner_in(article.plain[sentence.span.start : quantity.span.start], after),
        frozenset(stems(before)),
        measures_of(f"{' '.join(before.split()[-8:])} {' '.join(after.split()[:3])}"),
    )


def _is_partial(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a figure is one of a part, a rate or a further amount."""
    further = FURTHER.match(quantity.of) is not None or quantity.value < 2
    ahead = quantity.kind == "duration" and before.endswith("next ")
    return (
        further or (PARTIAL_BEFORE.search(before) is not None and not ahead) or PARTIAL_AFTER.match(after) is not None
    )


def _promised(article: Article, quantity: Quantity, sentence: Sentence, before: str) -> frozenset[str]:
    # A quotation may begin "[W]ithin".
    if quantity.kind != "duration" or DEADLINE.search(before.translate(NO_BRACKETS)) is None:
        return frozenset()
    return frozenset(stems(article.plain_words(sentence.span)))


def same_thing(one: Topic, other: Topic) -> bool:
    """Whether two figures state one quantity of one thing, so far as their sentences tell."""
    first, second = one.quantity, other.quantity
    if first.kind != second.kind or first.unit != second.unit or one.partial or other.partial:
        return False
    if one.places and other.places and not one.places & other.places:
        return False
    if _same_owner(one, other):
        return True
    strange = one.names != other.names and not one.names & other.names
    if one.years != other.years or (strange and not (other.definite or one.standing == "title")):
        return False
    if other.places - one.places and one.standing != "title":
        return False
    return _same_count(one, other) if first.kind == "count" else _same_amount(one, other)


def _same_owner(one: Topic, other: Topic) -> bool:
    """Whether a measure or a sum of money is told of a thing, and one told before of it, as far as words go."""
    if one.quantity.kind not in ("measure", "money") or not other.owner or other.owner not in one.nouns:
        return False
    if one.measures and other.measures and not one.measures & other.measures:
        return False
    if _transposed(one.quantity, other.quantity):
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
    shared, least = _overlap(one, other)
    if not (other.definite or one.standing == "title"):
        return False
    enough = 1 if _transposed(one.quantity, other.quantity) else 3 if one.quantity.kind == "duration" else 2
    return shared >= enough and (enough == 1 or 5 * shared >= 2 * least)


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
        or first.head in GENERIC | VARYING
        or _one_sided(first)
        or _one_sided(second)
    ):
        return False
    shared, least = _overlap(one, other)
    if not _bare(first) or not _bare(second):
        return first.of.lower() == second.of.lower() and 2 * shared >= least and shared > 1
    return other.definite or (2 * shared >= least and shared > (one.standing != "title"))


def _transposed(one: Quantity, other: Quantity) -> bool:
    """Whether two figures have the same digits in another order, as after a slip of the fingers."""
    first, second = str(one.value), str(other.value)
    return first != second and sorted(first) == sorted(second)


def _one_sided(quantity: Quantity) -> bool:
    """Whether a figure is only a bound ("at least 1,991 are needed")."""
    return quantity.high is None or (quantity.low == 0 and quantity.value > 0)


def _bare(quantity: Quantity) -> bool:
    """Whether nothing stands between a figure and the noun it counts."""
    return quantity.noun is not None and " " not in quantity.of
