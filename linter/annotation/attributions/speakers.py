"""Who is meant: the names of sources, and whom a pronoun stands for."""

from __future__ import annotations

import re

from msgspec import Struct, field

from linter.annotation.model import SourceType
from linter.core.pattern import lazy_pattern

FEMALE = lazy_pattern(r"\b(?:Mrs|Ms|Miss|Madam|Lady|Dame|Queen|Princess|Sister|\w+woman)\b\.?")
MALE = lazy_pattern(r"\b(?:Mr|Sir|Lord|King|Prince|Father|\w+man)\b\.?")
NAME = lazy_pattern(
    r"(?:\b(?!The |A |An )[A-Z][\w'.-]*"
    r"(?:\s+(?:(?:van|von|de|del|della|der|den|al|bin|ibn|la|le|du|da|dos|el) )*[A-Z][\w'-]+)*)$"
)
PLACED = lazy_pattern(r"(?P<head>.{3,60}?) (?:of|from|in|at) (?:the )?(?:[A-Z][\w'.-]*|of|and|the| )+$")
TITLE = lazy_pattern(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|President|Prime|Minister|Chancellor|Senator|Sen|Rep|Gov|Governor|Mayor|General|"
    r"Gen|Colonel|Col|Captain|Capt|Sgt|Lt|Sir|Lord|Lady|Dame|King|Queen|Judge|Justice|Secretary|Foreign|Defense|Defence|"
    r"Interior|Finance|Deputy|Vice|Chief|Attorney|St|Rev|Father|Sister|Pope|Bishop|Archbishop|Cardinal|Speaker|Ambassador|"
    r"Commissioner|Councillor|Sheriff|Detective|Inspector|Officer|Director)\b\.?\s+)+(?=\S)"
)


class Speakers(Struct):
    """The sources met so far in an article, to say whom the next one means."""

    place: int = 0
    alone: set[str] = field(default_factory=set)
    person: str = ""
    body: str = ""
    full: dict[str, str] = field(default_factory=dict)
    gender: dict[str, str] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)

    def meet(self, words: str, type_: SourceType) -> str:
        """The speaker behind a source's words, remembered for later pronouns."""
        if type_ == "pronoun":
            return self._meant(words.lower())
        name = self._name(words) if type_ in ("person", "anonymous") else clean(words)
        if type_ == "person":
            self._remember(name, words)
        elif type_ in ("organisation", "group", "outlet"):
            self.body = name
        return name

    def fits(self, words: str, pronoun: str) -> bool:
        """Whether a person of this name, with its title, can be whom a pronoun means."""
        title = FEMALE.search(words), MALE.search(words)
        if any(title):
            return bool(title[0]) == (pronoun in ("she", "her"))
        known = self.gender.get(self._name(words))
        return known in (None, "she" if pronoun in ("she", "her") else "he")

    def _remember(self, name: str, words: str) -> None:
        self.person = name
        surname = name.split()[-1] if name else ""
        if " " in name or surname not in self.full:
            self.full[surname] = name if " " not in self.full.get(surname, "") else self.full[surname]
        sex = "she" if FEMALE.search(words) else "he" if MALE.search(words) else self.gender.get(name)
        if sex:
            self.gender[name] = sex
            self.last[sex] = name

    def _name(self, words: str) -> str:
        parts = [part.strip() for part in clean(words).split(",")]
        found = next((name for name in (NAME.search(part) for part in parts) if name is not None), None)
        if found is None:
            return parts[0]
        name = _without_place(parts) or TITLE.sub("", found[0])
        return self.full.get(name, name) if " " not in name else name

    def _meant(self, pronoun: str) -> str:
        if pronoun in ("they", "their", "them", "we", "our", "it", "its"):
            return self.body or self.person
        if pronoun in ("i", "my", "you", "your"):
            return ""
        sex = "she" if pronoun in ("she", "her") else "he"
        if self.gender.get(self.person, sex) == sex:
            self._remember(self.person, "")
            self.gender[self.person] = sex
            self.last[sex] = self.person
            return self.person
        return self.last.get(sex, "")


def _without_place(parts: list[str]) -> str:
    """The name of somebody told with what he heads, "Anna Lindt" in "Mayor Anna Lindt of Oberau"; else nothing."""
    head = PLACED.match(parts[0])
    found = None if head is None else NAME.search(head["head"])
    name = "" if found is None else TITLE.sub("", found[0])
    return name if " " in name and name != parts[0] else ""


def clean(words: str) -> str:
    """A source without its article, possessive ending and quotation marks."""
    words = re.sub(r"^(?:the|The|a|A|an|An)\s+", "", words.strip(" ,;:\"'"))
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", words)
