"""What a figure is about: enough to tell whether two figures of an article state one quantity of one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity, Sentence
from linter.core.calendar import MONTHS, WEEKDAYS
from linter.core.pattern import lazy_pattern
from linter.infer.figures.days import days_named, years_told
from linter.infer.figures.fates import FATE_OF, taken_to_safety
from linter.infer.figures.owners import measures_of, owner_in
from linter.infer.stems import stem, stems

VARYING = frozenset(
    "point goal run vote seat delegate year time percent try wicket over set game match lap stroke medal step inning "
    "round side hand way thing other case part number lot".split()
)
"""Heads of which one article can give many counts without a conflict."""

BEFORE, AFTER = 60, 70
"""Code points around a figure that tell what it is about."""

CUT_BEFORE = lazy_pattern(r"^.*(?:[.;:—–(,]| (?:but|while|and|where|whereas) )", re.DOTALL)
CUT_AFTER = lazy_pattern(r"[.;:—–)]| (?:but|while|and|whereas) |, (?:and|but|while|where|\w+ing\b|of )")

PLACE = lazy_pattern(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|from|[Oo]utside) (?:the )?(?:nearby )?((?:[A-Z][\w'-]+ ?){1,3})")

NAME = lazy_pattern(r"\b[A-Z][\w'-]+")
NAMES = lazy_pattern(r"\b[A-Z][\w'-]*")

CALENDAR = frozenset((*MONTHS, *WEEKDAYS, "The", "It", "He", "She", "They"))

FURTHER = lazy_pattern(r"(?:new|extra|additional|further|more|other|additional|fresh|second|third|remaining)\b")

PARTIAL_BEFORE = lazy_pattern(
    (
        r"\b(?:including|among|least|another|other|remaining|additional|further|first|last|"
        r"next|extra|only|all but|(?:room|seats|space) for|except|every|each|per|about|average of) $"
    ),
    re.IGNORECASE,
)
PARTIAL_AFTER = lazy_pattern(
    (
        r"^(?:[\w' -]{0,20} and (?:\w+s|crew|staff|children|people|men|women)\b|"
        r" of (?:the|them|whom|these|those|its|his|her|their)\b|,? (?:more|others?|"
        r"fewer|less|each|apiece|per|the (?:previous day|day before)|a day (?:before|earlier))\b|"
        r"[\w' -]{0,25}\b(?:a|an|per|each|every) (?:day|week|"
        r"month|year|hour|night|person|head|kilo|pupil|minute|liter|litre|household|"
        r"family)\b)"
    ),
    re.IGNORECASE,
)
RELATIVE = lazy_pattern(
    r"(?: of (?!the\b|them\b|these\b|those\b|its\b|his\b|her\b|their\b)[a-z-]+(?: (?:and |or )?[a-z-]+)?)?"
    r" (?:that|to be|who|which|whom|killed|injured|wounded|hurt|drowned|missing|arrested|detained|rescued|evacuated|"
    r"infected|"
    r"affected|involved|buried|built|damaged|destroyed|stolen|lost|found|left|needed|"
    r"(?!(?:need|speed|seed|bed|shed|indeed|hundred)\b)[a-z]{3,}ed (?:by|in|on|at|from|during|with)\b)\b|"
    r" (?:stolen|stripped|hit|struck|cut|built|torn|sunk|bought|sold|paid|spent|raised) (?:by|for|in|on|at|from|"
    r"during|with|down|up)\b"
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
    its sentence names or goes back to, other than the article's own; `place` is that sentence's index. `promised` are
    the stems of the whole sentence for a time within which something is to be done, else empty; `quoted` is a figure
    that is a speaker's. `owner` is the stem of the thing its sentence is about ("The slope, at 2,430 metres"), `nouns`
    are the stems of the words before it, `before` those words in their clause, `measures` what it measures, so far as
    that is told ("long", "cost"), `days` the days of the week on which it came about.
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
    before: str = ""
    days: frozenset[str] = frozenset()


def topics(article: Article) -> tuple[Topic, ...]:
    """The topics of all figures of an article that could be given twice, in reading order."""
    return article.derive(_topics)


KINDS = frozenset(("count", "money", "measure", "duration"))


def _topics(article: Article) -> tuple[Topic, ...]:
    return tuple(_topic(article, each, _fate(each)) for each in _surroundings(article, _given(article)))


def share_topics(article: Article) -> tuple[Topic, ...]:
    """The topics of the percentages of an article that are no range, in reading order."""
    shares = [i for i, each in enumerate(article.quantities) if each.kind == "percent" and each.ends is None]
    return tuple(_topic(article, each, "") for each in _surroundings(article, shares))


def rivals(article: Article) -> tuple[Topic, ...]:
    """The topics of those figures only that another figure of their kin could contradict, in reading order.

    To tell what a figure is about is costly, and most figures of an article have no kin.
    """
    return article.derive(_rivals)


def _rivals(article: Article) -> tuple[Topic, ...]:
    given = _given(article)
    counts = [index for index in given if article.quantities[index].kind == "count"]
    several = _may_differ(article, counts)
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    fates: dict[int, str] = {}
    for index in given:
        quantity = article.quantities[index]
        if quantity.kind != "count":
            groups[quantity.kind, quantity.unit, ""].append(index)
    for each in _surroundings(article, counts if several else ()):
        fates[each.index] = _fate(each)
        for key in kin(each.quantity, fates[each.index]):
            groups[key].append(each.index)
    apart = {index for members in groups.values() if _may_differ(article, members) for index in members}
    # Their other kin too: a figure that another one bears out is not contradicted.
    told = {index for members in groups.values() if not apart.isdisjoint(members) for index in members}
    around = _surroundings(article, sorted(told))
    return tuple(_topic(article, each, fates.get(each.index) or _fate(each)) for each in around)


VENUE = 1000
"""Seats that no parliament has: so many are those of a hall or a stadium."""


def is_varying(quantity: Quantity) -> bool:
    """Whether one article can give many counts of what a figure counts without a conflict."""
    return quantity.head in VARYING and not (quantity.head == "seat" and quantity.value >= VENUE)


def kin(quantity: Quantity, fate: str) -> tuple[tuple[str, str, str], ...]:
    """What figures of one thing have in common: kind and unit, and for counts what is counted or its fate."""
    kind, unit = quantity.kind, quantity.unit
    if kind != "count":
        return ((kind, unit, ""),)
    heads = (f"head {quantity.head}" if quantity.head else "", f"fate {fate}" if fate else "")
    return tuple((kind, unit, key) for key in heads if key)


def _given(article: Article) -> Sequence[int]:
    """The figures that could be given twice, by index."""
    return [index for index, each in enumerate(article.quantities) if could_recur(each)]


def could_recur(quantity: Quantity) -> bool:
    """Whether a figure could be given twice: how many or how much, and no range."""
    return quantity.kind in KINDS and quantity.ends is None


def _may_differ(article: Article, indexes: Sequence[int]) -> bool:
    """Whether figures have more than one value, and stand in more than one sentence."""
    figures = [article.quantities[index] for index in indexes]
    if len({each.value for each in figures}) < 2:
        return False
    return len({article.sentence_index(each.span.start) for each in figures}) > 1


class Surroundings(Struct, frozen=True):
    """A figure by index, and the words of its sentence around it.

    `before` and `after` hold no other figure and reach as far as is read, `left` and `right` to the ends of its clause.
    """

    index: int
    quantity: Quantity
    sentence: Sentence
    before: str
    after: str
    left: str
    right: str


def _surroundings(article: Article, indexes: Sequence[int]) -> Iterator[Surroundings]:
    quantities, plain = article.quantities, article.plain
    for index in indexes:
        quantity = quantities[index]
        sentence, span = article.sentence_at(quantity.span.start), quantity.span
        last = quantities[index - 1].span.end if index else 0
        following = quantities[index + 1].span.start if index + 1 < len(quantities) else len(plain)
        # Both end at a space: half of a name is another name.
        low, high = plain.rfind(" ", 0, max(0, span.start - BEFORE)) + 1, plain.find(" ", span.end + AFTER)
        before = plain[max(sentence.span.start, last, low) : span.start]
        after = plain[span.end : min(sentence.span.end, following, high if high >= 0 else len(plain))]
        cut = CUT_AFTER.search(after)
        right = after[: cut.start()] if cut else after
        yield Surroundings(index, quantity, sentence, before, after, CUT_BEFORE.sub("", before), right)


def _fate(near: Surroundings) -> str:
    """What befell those whom a figure counts, "" for nothing."""
    close = stems(" ".join([*near.left.split()[-4:], "|", *near.right.split()[:6]]))
    told = next((FATE_OF[word] for word in (*stems(near.quantity.of), *close) if word in FATE_OF), "")
    return told or ("rescued" if near.quantity.head != "body" and taken_to_safety(near.left, near.right) else "")


def _topic(article: Article, near: Surroundings, fate: str) -> Topic:
    """What a figure is about, by the words around it."""
    quantity, sentence, before, after = near.quantity, near.sentence, near.before, near.after
    titled = article.block_of(sentence).kind in ("title", "heading")
    inner = f"{near.left.removeprefix(article.plain[sentence.span.start])} {near.right}"
    said = f"{near.left} {near.right}"
    definite = DEFINITE.search(before) is not None
    return Topic(
        quantity,
        sentence,
        frozenset(stems(said if titled else NAMES.sub(" ", said))) - _counted(quantity),
        fate,
        frozenset() if titled else _places(f"{near.left}{near.right}"),
        frozenset() if titled else frozenset(NAME.findall(inner)) - CALENDAR,
        years_told(article, sentence),
        definite,
        _is_partial(quantity, before, after),
        definite and RELATIVE.match(article.plain, (quantity.noun or quantity.span).end) is not None,
        article.sentence_index(sentence.span.start),
        "title" if titled else "lead" if sentence == article.lead else "body",
        _promised(article, quantity, sentence, before),
        article.quotation_at(quantity.span) is not None,
        owner_in(article.plain[sentence.span.start : quantity.span.start], after),
        frozenset(stems(before)),
        measures_of(f"{' '.join(before.split()[-8:])} {' '.join(after.split()[:3])}"),
        near.left,
        days_named(article.plain[sentence.span.start : quantity.span.start], inner),
    )


def _counted(quantity: Quantity) -> frozenset[str]:
    """The stems of what a figure counts; "tonnes of spilled barley" tells what happened to it too."""
    return frozenset(stem(word) for word in quantity.of.split()) if quantity.kind == "count" else frozenset()


def _places(words: str) -> frozenset[str]:
    return frozenset(found[1].strip() for found in PLACE.finditer(words)) - CALENDAR


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
