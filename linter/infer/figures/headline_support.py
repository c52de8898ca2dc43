"""Whether the body of an article states a figure of its headline, or lets a reader work it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.infer.figures.gaps import lies_between
from linter.infer.figures.reckoned import is_reckoned
from linter.infer.figures.titled import as_length, as_meant
from linter.infer.figures.units import conversions
from linter.infer.figures.worded import is_worded, is_written
from linter.infer.figures.worked_out import DAYS, ROUND, in_unit, is_worked_out

LONG_SENTENCE = 8
"""Figures of one sentence that are added up in all ways; of longer ones only all together."""

LONG_LIST = 40
"""Figures of one sentence of which any two are divided; a longer one is a list or a table."""


def is_supported(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether figures, words, years or lists of the body state a figure of the headline, or lead to it."""
    meant = as_meant(article, quantity)
    if meant.kind == "duration":
        body = tuple(as_length(article, each) for each in body)
    if any(_supports(meant, each) or _is_same_number(quantity, each) for each in body) or _has_ends(quantity, body):
        return True
    return (
        _is_computed(article, meant, body)
        or lies_between(article, meant, body)
        or _is_listed(article, meant)
        or (meant.kind in ("age", "duration", "ordinal") and _is_dated(article, meant, body))
        or (meant.kind == "duration" and _is_compound(article, meant, body))
        or (meant.kind in ("count", "duration") and is_worded(article, meant))
        or is_written(article, quantity)
        or is_reckoned(article, meant, body)
        or is_worked_out(article, meant, [each for each in body if not _is_score(article, each)])
    )


def _is_same_number(quantity: Quantity, other: Quantity) -> bool:
    """Whether two figures are one number, which one of the two leaves bare: "4.1%" for "from 4.3 percent to 4.1"."""
    if quantity.value != other.value or quantity.ends or other.ends:
        return False
    return any(each.kind == "count" and not each.head for each in (quantity, other))


def _has_ends(quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether two bare figures read as a range are both told: "51.4 to 44.2"."""
    if quantity.ends is None or quantity.kind != "count" or quantity.head:
        return False
    values = {each.value for each in body}
    return all(end in values for end in quantity.ends)


COMPATIBLE: Mapping[str, tuple[str, ...]] = {
    "count": ("count", "ordinal", "multiple", "money", "points"),
    "ordinal": ("ordinal", "count", "age", "duration"),
    "multiple": ("multiple", "count"),
    "percent": ("percent", "fraction", "points"),
    "points": ("points", "percent", "count"),
    "fraction": ("fraction", "percent"),
    "money": ("money", "count"),
    "measure": ("measure",),
    "age": ("age", "count", "duration"),
    "duration": ("duration", "age"),
}
"""The kinds of figures of the body that can state one of the headline."""


def _supports(quantity: Quantity, other: Quantity) -> bool:
    """Whether a figure of the body states the headline's, as exactly as the headline does."""
    if other.kind not in COMPATIBLE[quantity.kind]:
        pounds = {(quantity.kind, quantity.unit), (other.kind, other.unit)} == POUNDS
        return pounds and quantity.may_be(_rounded(other.value, quantity.value))
    if quantity.kind == "money" == other.kind and quantity.unit != other.unit and not _are_dollars(quantity, other):
        return False
    if quantity.kind == "count" and other.kind == "money" and quantity.head:
        return False
    factor = _factor(quantity, other)
    if factor is None:
        return _is_converted(quantity, other)
    low, high = _bounds(quantity)
    # A headline rounds what the body gives with decimals: "340 points" for 344.65.
    if other.value.denominator > 1 and quantity.value >= 100 and quantity.value % 10 == 0 and high is not None:
        low, high = low - 5, high + 5
    ends = [end * factor for end in (other.ends or (other.value,))]
    if any(low <= end and (high is None or end <= high) for end in ends):
        return True
    stated = other.low * factor, None if other.high is None else other.high * factor
    wide = other.ends is not None or (other.approximation and quantity.approximation)
    return bool(wide) and low <= (stated[1] if stated[1] is not None else low) and (high is None or stated[0] <= high)


POUNDS = {("money", "GBP"), ("measure", "pound")}
"""What "497 pounds" can be: a price, or a weight."""


def _rounded(value: Fraction, like: Fraction) -> Fraction:
    """A value with as few digits as a round figure of the headline, where that is near it."""
    near = like.denominator == 1 and like % 100 == 0 and abs(value - like) <= like * ROUND
    return like if near else value


DOLLARS = frozenset("USD AUD CAD NZD HKD SGD TWD".split())


def _are_dollars(quantity: Quantity, other: Quantity) -> bool:
    """Whether a "$" of the headline, read as US dollars, may be the dollar that the body names."""
    return quantity.unit == "USD" and other.unit in DOLLARS


def _factor(quantity: Quantity, other: Quantity) -> Fraction | None:
    """What the body's figure is multiplied by to be in the headline's unit; None where it cannot be."""
    if {quantity.kind, other.kind} == {"fraction", "percent"}:
        return Fraction(100) if other.kind == "fraction" else Fraction(1, 100)
    if quantity.kind == other.kind == "duration":
        return DAYS[other.unit] / DAYS[quantity.unit]
    if quantity.kind == other.kind == "measure" and quantity.unit != other.unit:
        return None if not _is_relative(quantity.unit, other.unit) else Fraction(1)
    return Fraction(1)


def _is_converted(quantity: Quantity, other: Quantity) -> bool:
    """Whether a measure of the body is the headline's in another unit: 1,400 kilograms for "1.4 tons"."""
    low, high = quantity.value * (1 - ROUND), quantity.value * (1 + ROUND)
    values = conversions(other.value, other.unit, quantity.unit)
    return any(quantity.may_be(value) or low <= value <= high for value in values)


def _is_relative(unit: str, other: str) -> bool:
    """Whether two names may be one unit in the writer's mind: degrees of either scale, tons."""
    alike = ({"degree", "degree_Celsius", "degree_Fahrenheit"}, {"ton", "metric_ton"}, {"mile", "mile_per_hour"})
    return any({unit, other} <= names for names in alike)


def _bounds(quantity: Quantity) -> tuple[Fraction, Fraction | None]:
    """What the headline's figure can stand for: a round number also for one that rounds to it."""
    low, high = quantity.low, quantity.high
    digits = str(int(quantity.value)) if quantity.value.denominator == 1 else ""
    if quantity.kind == "duration" and (
        quantity.unit in ("month", "year", "week") or (quantity.value >= 30 and quantity.value % 10 == 0)
    ):
        slack = quantity.value * Fraction(4, 100)
        return low - slack, None if high is None else high + slack
    if len(digits) - len(digits.rstrip("0")) >= 2 and not quantity.approximation:
        slack = quantity.value * ROUND
        return min(low, quantity.value - slack), None if high is None else max(high, quantity.value + slack)
    return low, high


def _is_computed(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether figures of one sentence of the body add up to the headline's, or divide to it."""
    bare = quantity.kind == "count" and not quantity.head
    kinds = ("count", "money") if bare or quantity.kind in ("percent", "fraction") else (quantity.kind,)
    if quantity.kind == "measure":
        body = tuple(in_unit(quantity, body))
    groups: dict[int, list[Quantity]] = {}
    for each in body:
        if each.kind in kinds and each.ends is None and not _is_score(article, each):
            groups.setdefault(article.sentence_index(each.span.start), []).append(each)
    for index, group in groups.items():
        if quantity.kind in ("percent", "fraction"):
            pairs = group if len(group) <= LONG_LIST else ()
            if any(_divides(quantity, one, other) for one in pairs for other in pairs if one is not other):
                return True
        elif quantity.kind in ("count", "money", "measure") and _adds_up(quantity, group, _singles(article, index)):
            return True
    return False


def _is_compound(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether a length of the body in two units is the headline's: "five years and six months"."""
    low, high = _bounds(quantity)
    return any(
        low <= (one.value * DAYS[one.unit] + other.value * DAYS[other.unit]) / DAYS[quantity.unit] <= (high or low)
        for one, other in pairwise(each for each in body if each.kind == "duration")
        if article.plain[one.span.end : other.span.start] in (" and ", ", ", " ") and DAYS[other.unit] < DAYS[one.unit]
    )


def _is_score(article: Article, quantity: Quantity) -> bool:
    """Whether a figure is one side of a result: "won 3-1"."""
    start, end = quantity.span.start, quantity.span.end
    before, after = article.plain[max(0, start - 2) : start], article.plain[end : end + 2]
    return SCORE.fullmatch(before) is not None or SCORE.fullmatch(after[::-1]) is not None


SCORE = lazy_pattern(r"\d[-–]")


SINGLE = lazy_pattern(
    r"(?<!\bof )(?<!\bat )(?<!\bin )(?<!\bon )(?<!\bby )(?<!\bto )(?<!\binto )(?<!\bonto )(?<!\bfrom )(?<!\bnear )"
    r"(?<!\bover )(?<!\bunder )(?<!\bduring )(?<!\bthan )(?<!\bfor )(?<!\bas )\b(?:an?|another|his|her|their) [a-z]"
)
"""One more person or thing, but not where, when or as what: "14 goats from the roof of a chapel"."""


def _singles(article: Article, index: int) -> int:
    """How many single things a sentence may name without a number."""
    text = article.plain_words(article.sentences[index].span)
    return min(6, len(SINGLE.findall(text)))


def _divides(quantity: Quantity, part: Quantity, whole: Quantity) -> bool:
    if whole.value <= 0 or part.value >= whole.value:
        return False
    scale = 100 if quantity.kind == "percent" else 1
    return any(quantity.may_be(share * scale) for share in (part.value / whole.value, 1 - part.value / whole.value))


def _adds_up(quantity: Quantity, group: list[Quantity], singles: int) -> bool:
    values = [each.value for each in group]
    sizes = range(2, len(values) + 1) if len(values) <= LONG_SENTENCE else (len(values),)
    totals = {sum(chosen) for size in sizes for chosen in combinations(values, size)}
    alone = {value + more for value in values for more in range(1, singles + 1)} if quantity.kind == "count" else set()
    more = {total + single for total in totals for single in range(singles + 1)} if quantity.kind == "count" else totals
    return any(quantity.may_be(Fraction(total)) for total in more | alone)


def _is_listed(article: Article, quantity: Quantity) -> bool:
    """Whether the body has a list, or headings, of as many items."""
    if quantity.kind != "count":
        return False
    sizes: dict[tuple[str, int], int] = {}
    for block in article.document.blocks:
        if block.kind in ("item", "heading"):
            key = (block.kind, block.group or block.level)
            sizes[key] = sizes.get(key, 0) + 1
    return quantity.value in set(sizes.values())


YEARLY = lazy_pattern(r" (?:year|birthday|anniversary)\b")

YEAR = lazy_pattern(r"\b(1[89]\d\d|20\d\d)\b")


def _is_dated(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether a year or a day of the body is as far from the article's date."""
    if quantity.kind == "duration" and quantity.unit in ("month", "week"):
        return _is_as_long_ago(article, quantity)
    if quantity.kind == "duration" and quantity.unit == "year" and _lies_between_years(article, quantity):
        return True
    if article.date is None or quantity.unit not in ("", "year"):
        return False
    if quantity.kind == "ordinal" and YEARLY.match(article.plain, quantity.span.end) is None:
        return False
    if quantity.kind == "age" and any(each.kind == "age" for each in body):
        return False
    years = {int(found[1]) for found in YEAR.finditer(article.plain)}
    if quantity.kind == "duration" and {article.date.year + int(quantity.value) - less for less in (0, 1)} & years:
        return True
    return bool(
        {int(quantity.value) + more for more in ((0, 1, 2) if quantity.kind == "duration" else (0, 1))}
        & {article.date.year - year for year in years}
    )


def _lies_between_years(article: Article, quantity: Quantity) -> bool:
    """Whether two years of which the body tells more than once are as far apart: what it is about began and ended."""
    start = article.headline.end if article.headline is not None else 0
    told = Counter(int(found[1]) for found in YEAR.finditer(article.plain, start))
    often = {year for year, times in told.items() if times > 1}
    return any(year + quantity.value in often for year in often)


def _is_as_long_ago(article: Article, quantity: Quantity) -> bool:
    """Whether a day of the body is as many months or weeks ago: "highest in nine months", since Feb. 18."""
    today, size = article.date, DAYS[quantity.unit]
    return today is not None and any(
        abs((today - time.earliest).days / size - quantity.value) < Fraction(3, 4)
        for time in article.times
        if time.type == "DATE" and time.earliest is not None and time.earliest == time.latest
    )
