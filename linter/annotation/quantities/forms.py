"""The forms of quantities in a sentence: a number with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.model import QuantityKind
from linter.annotation.quantities.ages import Sentence, age_end
from linter.annotation.quantities.bounds import approximation_after, approximation_before, bounds
from linter.annotation.quantities.change_words import DOWN, UP
from linter.annotation.quantities.labels import is_label
from linter.annotation.quantities.nouns import PARTITIVE, Counted, counted, singular
from linter.annotation.quantities.numbers import Number, Token, figure, openings, read_number
from linter.annotation.quantities.parts import (
    AFTER_PART,
    NAMED_HALVES,
    SIZED,
    comes_next,
    is_half_of_unit,
    is_out_of_few,
    is_shared_noun,
    is_span,
)
from linter.annotation.quantities.units import Unit, currency_before, unit_after


class Form(Struct, frozen=True):
    """A quantity in token indexes: `first` to before `last` with all that belongs to it, the rest as in `Quantity`."""

    first: int
    last: int
    number_first: int
    number_last: int
    kind: QuantityKind
    value: Fraction
    low: Fraction
    high: Fraction | None
    unit: str = ""
    noun: Counted | None = None
    approximation: str = ""
    ends: tuple[Fraction, Fraction] | None = None
    inexact: bool = False


def forms_of(text: str, tokens: Sequence[Token], closed: frozenset[int], *, titled: bool) -> Iterator[Form]:
    """The quantities of a sentence in reading order."""
    sentence = Sentence(text, tokens, closed, titled)
    read = taken = 0
    for index in openings(tokens):
        number = read_number(tokens, index) if index >= read and index not in closed else None
        if number is None:
            continue
        read = number.last
        form = _form(sentence, number)
        if form is not None:
            yield form if form.first >= taken else replace(form, first=taken)
            read = taken = form.last


def _form(sentence: Sentence, number: Number) -> Form | None:
    if is_label(sentence.tokens, number, titled=sentence.titled):
        return None
    if number.form == "ordinal":
        first, last = number.first, number.last
        return Form(first, last, first, last, "ordinal", number.value, number.value, number.value)
    ratio = _ratio(sentence, number)
    if ratio is not None:
        return ratio
    if number.form == "part":
        return _part(sentence, number)
    return _amount(sentence, number)


def _ratio(sentence: Sentence, number: Number) -> Form | None:
    """ "one in five", "1-in-20", "nine out of every ten"."""
    place = number.last + (sentence.word(number.last) == "-")
    if sentence.word(place) == "out" and sentence.word(place + 1) == "of" and sentence.word(place + 2) == "every":
        place += 3
    elif is_out_of_few(sentence, place) or is_shared_noun(sentence, place):
        place += 2
    elif sentence.word(place) == "in":
        place += 1 + (sentence.word(place + 1) in ("-", "every"))
    else:
        return None
    other = (
        read_number(sentence.tokens, place) if place < len(sentence.tokens) and place not in sentence.closed else None
    )
    if other is None or other.form not in ("digits", "words") or not 0 < number.value < other.value:
        return None
    if (other.value > 100 and other.value % 100) or number.value.denominator > 1 or is_span(sentence, other):
        return None
    return _fraction(sentence, number.first, other.last, number.value / other.value)


def _part(sentence: Sentence, number: Number) -> Form | None:
    """A part in words; "a third man", "a quarter" of a year and "half past" are none."""
    follower = sentence.word(number.last)
    before = sentence.word(number.first - 1)
    if before == "and" and is_half_of_unit(sentence, number):
        return _and_a_half(sentence, number)
    if follower in ("past", "brother", "sister", "time", "-") or before in NAMED_HALVES:
        return None
    named = number.value.numerator == 1 and number.value != Fraction(1, 2) and follower[:1].isalpha()
    sized = {before, sentence.word(number.first - 2) if before in ("by", "of") else ""} & SIZED
    if named and follower not in AFTER_PART and not sized:
        return None
    if comes_next(sentence, number):
        ordinal = Fraction(number.value.denominator)
        return Form(number.first, number.last, number.first, number.last, "ordinal", ordinal, ordinal, ordinal)
    return _fraction(sentence, number.first, number.last, number.value)


def _and_a_half(sentence: Sentence, number: Number) -> Form:
    """ "A year and a half"."""
    value, unit = Fraction(3, 2), singular(sentence.word(number.first - 2))
    return Form(number.first - 3, number.last, number.first - 3, number.last, "duration", value, value, value, unit)


def _fraction(sentence: Sentence, first: int, last: int, value: Fraction) -> Form:
    blur = approximation_before(sentence.tokens, first)
    low, high = bounds("fraction", value, Fraction(0), blur)
    noun = _noun(sentence, last + (sentence.word(last) == "of"), single=False)
    return Form(blur.first, last, first, last, "fraction", value, low, high, "", noun, blur.word, None, bool(blur.word))


def _amount(sentence: Sentence, number: Number) -> Form | None:
    tokens = sentence.tokens
    currency = currency_before(tokens, number.first)
    unit = unit_after(tokens, number.last, sentence.text)
    start = currency[1] if currency else number.first
    form = _bare(sentence, number, start, currency, unit)
    ranged = _ranged(sentence, form, number)
    if ranged is not None:
        form = ranged
    return _blurred(sentence, form, number.step)


def _bare(sentence: Sentence, number: Number, start: int, currency: tuple[str, int] | None, unit: Unit | None) -> Form:
    kind, name, last = _kind(sentence, number, currency, unit)
    return Form(
        start, last, number.first, number.last, kind, number.value, number.value, number.value, name,
        inexact=number.step > 0,
    )  # fmt: skip


def _kind(
    sentence: Sentence, number: Number, currency: tuple[str, int] | None, unit: Unit | None
) -> tuple[QuantityKind, str, int]:
    if currency is not None:
        return "money", currency[0], number.last
    age = age_end(sentence, number, unit)
    if age is not None:
        return "age", "year", age
    if unit is not None:
        sterling = sentence.word(unit.last) == "sterling" or (
            number.step >= 10_000 and not _weighs(sentence, unit.last)
        )
        if unit.name == "pound" and sterling:
            return "money", "GBP", unit.last
        kind: QuantityKind = unit.kind  # type: ignore[assignment]
        return kind, unit.name, unit.last
    place = number.last + (sentence.word(number.last) == "-")
    if sentence.word(place) in ("times", "fold", "x") and sentence.word(number.last) != ".":
        return "multiple", "", place + 1
    if sentence.word(place) == "strong":
        return "count", "", place + 1
    return "count", "", number.last


WEIGHTS = frozenset(("metric_ton", "ton", "kilogram"))


def _weighs(sentence: Sentence, index: int) -> bool:
    """Whether a weight in another unit follows in brackets: "1.2 million pounds (540 tonnes)"."""
    number = read_number(sentence.tokens, index + 1) if index + 1 < len(sentence.tokens) else None
    if sentence.word(index) != "(" or number is None:
        return False
    unit = unit_after(sentence.tokens, number.last, sentence.text)
    return unit is not None and unit.name in WEIGHTS


def _ranged(sentence: Sentence, form: Form, number: Number) -> Form | None:
    """A range that begins with a form: "40 to 50", "40-50%", "between 40 and 50", "two or three"."""
    before = sentence.word(form.first - 1)
    joint = sentence.word(form.last)
    if joint not in ("to", "-", "–", "—", "or", "and") or (joint == "and") != (before == "between") or joint == "—":
        return None
    if joint == "to" and (before in ("from", *UP, *DOWN) or sentence.word(form.first - 2) in (*UP, *DOWN)):
        return None
    if joint == "to" and before == "by" and form.kind != "count":
        return None  # "by 2 percent to 30 percent"
    place = form.last + 1
    if place in sentence.closed or place >= len(sentence.tokens):
        return None
    start = place + 1 if sentence.word(place) in ("$", "£", "€", "¥") else place
    second = read_number(sentence.tokens, start) if start < len(sentence.tokens) else None
    if (
        second is None
        or second.form not in ("digits", "words")
        or is_label(sentence.tokens, second, titled=sentence.titled)
    ):
        return None
    if joint == "or" and not _neighbours(number, second):
        return None
    other = _bare(
        sentence,
        second,
        place,
        currency_before(sentence.tokens, start),
        unit_after(sentence.tokens, second.last, sentence.text),
    )
    return _joined(sentence, form, other, number, second, joint)


def _neighbours(number: Number, second: Number) -> bool:
    """Whether "a or b" names a range: two or three, 20 or 30, one or two million."""
    first = _shared_scale(number, second)
    return number.form == second.form and first < second.value <= 2 * first + 1


def _joined(sentence: Sentence, form: Form, other: Form, number: Number, second: Number, joint: str) -> Form | None:
    kinds = {form.kind, other.kind}
    if len(kinds) > 1 and form.kind not in ("money", "age") and not (form.kind == "count" and other.unit):
        return None
    if form.unit and other.unit and form.unit != other.unit:
        return None
    bare = other.kind == "count" and joint != "and" and counted(sentence.tokens, other.last, single=False) is None
    if form.kind == "age" and number.value >= second.value and second.value < 13:
        return None
    if bare and form.kind == "count" and (joint == "to" or number.value >= second.value):
        return None
    first = _shared_scale(number, second)
    kind = other.kind if form.kind == "count" else form.kind
    low, high = sorted((first, second.value))
    start = form.first - 1 if sentence.word(form.first - 1) == "between" else form.first
    return replace(
        form, first=start, last=other.last, number_last=other.number_last, kind=kind, unit=form.unit or other.unit,
        value=(first + second.value) / 2, low=low, high=high, ends=(first, second.value), inexact=True,
    )  # fmt: skip


def _shared_scale(number: Number, second: Number) -> Fraction:
    """The first number of a range, with the scale that only the second one names: "two to three million"."""
    if number.value >= 1000 or second.last - second.first == 1:
        return number.value
    scale = next((scale for scale in (10**12, 10**9, 10**6, 10**3) if second.value >= scale), 1)
    return number.value * scale


def _blurred(sentence: Sentence, form: Form, step: Fraction) -> Form:
    blur = approximation_before(sentence.tokens, form.first)
    last = form.last
    if not blur.word:
        blur, last = approximation_after(sentence.tokens, form.first, form.last)
    noun = _noun(sentence, last, single=form.value == 1 or sentence.word(form.number_last) == "-")
    if form.ends is not None:
        noun = None if noun is not None and _is_counted(sentence, noun.first) else noun
        return replace(form, first=blur.first, last=last, noun=noun, approximation=blur.word)
    low, high = bounds(form.kind, form.value, step or _digit(sentence, form), blur)
    return replace(
        form, first=blur.first, last=last, low=low, high=high, noun=noun, approximation=blur.word,
        inexact=form.inexact or bool(blur.word),
    )  # fmt: skip


def _is_counted(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase begins with a number of its own: "made it 3-0 two minutes later"."""
    number = read_number(sentence.tokens, index)
    return number is not None and sentence.word(number.last) != "-"


def _digit(sentence: Sentence, form: Form) -> Fraction:
    """The size of the last digit of what is measured, 0 for what is counted: whole percentages are rounded."""
    written = figure(sentence.word(form.number_first))
    measured = form.kind in ("percent", "points", "measure", "multiple") or (written is not None and written[1] > 0)
    if not measured:
        return Fraction(0)
    return Fraction(1, 10 ** written[1]) if written else Fraction(1)


def _noun(sentence: Sentence, index: int, *, single: bool) -> Counted | None:
    """The noun phrase after a quantity, or after "of" and an article behind it."""
    if sentence.word(index) == "of" or sentence.word(index) in PARTITIVE:
        index += sentence.word(index) == "of"
        while sentence.word(index) in PARTITIVE:
            index += 1
    return counted(sentence.tokens, index, single=single) if index < len(sentence.tokens) else None
