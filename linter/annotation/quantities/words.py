"""The words of quantities: numbers, scales, currencies, units of measure, and what blurs a figure."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

ONES: Mapping[str, int] = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
} | {"zero": 0, "nil": 0}
DIGITS: Mapping[str, int] = {word: value for word, value in ONES.items() if 0 < value < 10}
TEENS: Mapping[str, int] = {word: value for word, value in ONES.items() if value >= 10}
"""Ten too, which follows no word for tens either."""

TENS: Mapping[str, int] = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
GROUPS: Mapping[str, int] = {"hundred": 100, "dozen": 12}
"""Words that multiply the number just before them."""

SCALES: Mapping[str, int] = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
SHORT_SCALES: Mapping[str, int] = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "mrd": 10**9, "b": 10**9,
    "tn": 10**12, "trn": 10**12, "tsd": 10**3, "mld": 10**9, "mia": 10**9,
}  # fmt: skip
"""Abbreviations of scales: after a figure only. "m" apart from its figure, or without money, is metres."""

APART_SCALES = frozenset("bn mn mln mrd mio tn trn tsd mld mia".split())
"""Those that may stand apart from their figure."""

STOPPED_SCALES = frozenset("mio mrd mln tsd mld mia".split())
"""Those that may end in a point: "1,5 Mio."."""

PARTS: Mapping[str, int] = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
"""Names of parts of a whole, in the singular, to how many of them make it up."""

VULGAR: Mapping[str, Fraction] = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip

BELOW = ("nearly", "almost", "just under", "just short of", "close to", "just below", "a little under",
         "slightly under", "slightly less than", "a little less than", "just less than", "not quite", "approaching",
         "barely under", "well-nigh", "little under", "virtually")  # fmt: skip
"""What says that a figure is a little smaller than the one stated."""

ABOVE = ("more than", "over", "at least", "upwards of", "upward of", "no fewer than", "no less than", "not less than",
         "in excess of", "exceeding", "above", "a minimum of", "well over", "just over", "just more than",
         "slightly more than", "slightly over", "a little over", "a little more than", "well above", "north of",
         "not fewer than", "greater than", "higher than", "larger than", "little over", "just above",
         "far more than", "many more than", "much more than", "well more than")  # fmt: skip
"""What says that a figure is at least, or larger than, the one stated."""

UNDER = ("fewer than", "less than", "under", "below", "at most", "up to", "as many as", "as much as", "no more than",
         "not more than", "a maximum of", "well under", "well below", "not exceeding", "far fewer than",
         "far less than",
         "smaller than", "lower than", "as few as", "as little as", "only up to")  # fmt: skip
"""What says that a figure is at most, or smaller than, the one stated."""

AROUND = ("about", "around", "roughly", "approximately", "some", "circa", "an estimated", "estimated", "approx",
          "approx.", "in the region of", "somewhere around", "more or less", "on the order of", "in the order of",
          "say", "perhaps", "maybe", "probably", "a reported", "round about", "near", "nigh on", "hovering around",
          "ca", "ca.", "an average of", "average of", "something like", "about some")  # fmt: skip
"""What says that a figure is near the one stated."""

CURRENCY_SIGNS: Mapping[str, str] = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "NT$": "TWD", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₺": "TRY", "₦": "NGN", "₱": "PHP", "₪": "ILS", "฿": "THB", "₴": "UAH", "₫": "VND",
}  # fmt: skip
"""Signs before an amount, to ISO 4217; a bare dollar sign is taken for the US dollar."""

CURRENCY_CODES = frozenset(
    "USD EUR GBP JPY CNY CHF CAD AUD NZD SEK NOK DKK ISK PLN CZK HUF RUB UAH TRY INR PKR BDT LKR IDR MYR SGD HKD KRW "
    "THB PHP VND BRL ARS CLP COP MXN PEN ZAR NGN KES GHS EGP MAD AED SAR ILS Rs RM Rp KSh".split()
)
"""Codes before or after an amount."""

CURRENCY_WORDS: Mapping[str, str] = {
    **{word: word for word in (
        "dollar euro yen yuan renminbi rupee rupiah ruble rouble rand real zloty forint "
        "krona kronor krone kroner kronur "
        "kroon koruna franc mark peso dinar dirham riyal rial shekel baht ringgit lira taka kwacha shilling naira cedi "
        "birr dong hryvnia lev leu lei lek tenge som manat lari dram ouguiya guilder drachma peseta escudo florin "
        "schilling punt markka kip riel tugrik pula kina afghani quetzal lempira sol soles boliviano guarani cent "
        "pence penny gourde ariary metical dobra dalasi leone loti").split()},
    "guineas": "guinea", "markkaa": "markka", "leva": "lev", "lei": "leu", "koruny": "koruna", "korun": "koruna",
    "zlotych": "zloty", "złoty": "zloty", "złotys": "zloty", "hryvnya": "hryvnia", "kuna": "kuna", "denar": "denar",
    "tolar": "tolar", "lats": "lats", "lati": "lats", "litas": "litas", "litai": "litas", "santims": "santim",
}  # fmt: skip
"""Words for currencies, in the singular; "pound" and "won" are left to what stands beside them."""

UNITS: Mapping[str, tuple[str, ...]] = {
    "kilometer": ("kilometer", "kilometre", "km", "kms"),
    "meter": ("meter", "metre", "m"),
    "centimeter": ("centimeter", "centimetre", "cm"),
    "millimeter": ("millimeter", "millimetre", "mm"),
    "mile": ("mile", "mi"),
    "nautical_mile": ("nautical mile",),
    "yard": ("yard", "yd", "yds"),
    "foot": ("foot", "feet", "ft"),
    "inch": ("inch", "inches"),
    "fathom": ("fathom",),
    "furlong": ("furlong",),
    "kilogram": ("kilogram", "kilogramme", "kilo", "kg", "kgs"),
    "gram": ("gram", "gramme", "g"),
    "milligram": ("milligram", "mg"),
    "pound": ("pound", "lb", "lbs"),
    "ounce": ("ounce", "oz"),
    "stone": ("stone",),
    "metric_ton": ("tonne", "metric ton"),
    "ton": ("ton",),
    "hectare": ("hectare", "ha"),
    "acre": ("acre",),
    "square_kilometer": ("square kilometer", "square kilometre", "sq km", "sq. km", "km2", "km²"),
    "square_mile": ("square mile", "sq mi", "sq. mi"),
    "square_meter": ("square meter", "square metre", "sq m", "sq. m", "m2", "m²"),
    "square_foot": ("square foot", "square feet", "sq ft", "sq. ft"),
    "square_yard": ("square yard",),
    "cubic_meter": ("cubic meter", "cubic metre", "m3", "m³"),
    "cubic_foot": ("cubic foot", "cubic feet"),
    "cubic_yard": ("cubic yard",),
    "liter": ("liter", "litre", "l"),
    "milliliter": ("milliliter", "millilitre", "ml"),
    "gallon": ("gallon", "gal"),
    "imperial_gallon": ("imperial gallon",),
    "pint": ("pint",),
    "quart": ("quart",),
    "barrel": ("barrel",),
    "degree_Celsius": (
        "degree Celsius", "degree centigrade", "degree C", "°C", "°c", "Celsius", "C", "centigrade", "ºC"),
    "degree_Fahrenheit": ("degree Fahrenheit", "degree F", "°F", "Fahrenheit", "F", "ºF"),
    "kilometer_per_hour": (
        "kilometer an hour", "kilometre an hour", "kilometer per hour", "kilometre per hour", "km/h", "kph", "kmh",
        "km per hour", "km an hour", "kmph"),
    "mile_per_hour": ("mile an hour", "mile per hour", "mph"),
    "meter_per_second": ("meter per second", "metre per second", "meter a second", "metre a second", "m/s"),
    "knot": ("knot",),
    "horsepower": ("horsepower", "hp"),
    "kilowatt": ("kilowatt", "kW"),
    "megawatt": ("megawatt", "MW"),
    "gigawatt": ("gigawatt", "GW"),
    "kilowatt_hour": ("kilowatt hour", "kilowatt-hour", "kWh"),
    "degree": ("degree", "°"),
}  # fmt: skip
"""Units of measure: the name of each (pint's, with American spelling) and how text writes it, in the singular."""

TIME_UNITS = frozenset("second minute hour day night week fortnight month year decade century weekend".split())
