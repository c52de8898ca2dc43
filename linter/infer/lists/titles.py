"""How many titles in quotation marks, and how many people told with their trades, the words of a list have."""

from __future__ import annotations

import re

from linter.core.pattern import lazy_pattern

ASIDE = r"(?: ?\([^()\"]{1,40}\)|,? (?:in|from|of) (?:19|20)\d\d)?"
"""After a title its year: "'Salt' (1988)"."""

TITLE = rf"\"[^\"]{{1,80}}\"{ASIDE}"

TITLES = lazy_pattern(rf"{TITLE}(?:(?:[,;]| and| &|[,;] and) {TITLE})+(?=[,;.!?]|$| [—–])")
"""A list of titles in quotation marks; the comma may stand before the closing one."""

JOINED = lazy_pattern(r"\"(?: ?\([^()\"]*\)|,? (?:in|from|of) \d{4})?(?:[,;] and|[,;]| and| &|) \"")


def titles_of(text: str) -> tuple[int, int] | None:
    """The items of a list of titles in quotation marks, whatever words and figures they have."""
    if not text.startswith('"'):
        return None
    found = TITLES.match(text.replace(',"', '",').replace(';"', '";'))
    if found is None:
        return None
    items = found[0].count('"') // 2
    return items, items


NAME = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Dame)\.? )?[A-Z][\w'.-]*"
    r"(?: (?:(?:de|del|da|du|la|le|van|von|der|al|bin|ibn|ter|ten) )*[A-Z][\w'.-]*)*"
)

TRADE = (
    r"(?:(?:an?|who|whose|aged|formerly|once|now) [^,;]{2,60}|\d{1,3}|the [a-z][^,;]{2,50}|"
    r"(?:his|her|their) [a-z][^,;]{2,50}|of [A-Z][\w' -]{2,30})"
)

PERSON = rf"{NAME}(?:, \d{{1,3}})?, {TRADE}"

FULL = rf"(?:{PERSON}|{NAME} [A-Z][\w'.-]*)"

LAST = rf"{NAME}(?:, \d{{1,3}})?(?:, {TRADE})?"

PEOPLE = lazy_pattern(rf"{PERSON}[,;] (?:{FULL}[,;] )*(?:and |{FULL}[,;]? and ){LAST}|{PERSON} and {LAST}")
"""Names of which the first has a description behind it; those without one have two words."""


def people_of(text: str) -> tuple[int, int] | None:
    """The people of a list that says of each what he or she is; None for any other list."""
    if "," not in text or not text[:1].isupper() or PEOPLE.fullmatch(text) is None:
        return None
    names = len(re.findall(rf"(?:^|[,;] )(?:and )?{NAME}(?=,|;|$| and )|\band {NAME}$", text))
    return (names, names) if names > 1 else None
