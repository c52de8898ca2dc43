"""What a figure counts: the noun phrase after it, and the singular of its head noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from linter.annotation.grammar import AUXILIARIES, COORDINATORS, FINITE, PREPOSITIONS, SUBORDINATORS
from linter.annotation.quantities.numbers import Token

IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "oxen": "ox", "wives": "wife", "lives": "life", "knives": "knife",
    "loaves": "loaf", "wolves": "wolf", "thieves": "thief", "leaves": "leaf", "halves": "half", "calves": "calf",
    "shelves": "shelf", "crises": "crisis", "criteria": "criterion", "phenomena": "phenomenon", "media": "media",
    "dead": "dead", "wounded": "wounded", "injured": "injured", "missing": "missing", "police": "police",
    "troops": "soldier", "personnel": "personnel", "cattle": "cattle", "sheep": "sheep", "fish": "fish", "deer": "deer",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "salmon": "salmon", "trout": "trout", "staff": "staff",
    "homeless": "homeless", "species": "species", "series": "series", "points": "point", "persons": "person",
    "crew": "crew", "others": "other", "buses": "bus", "gases": "gas", "viruses": "virus", "statuses": "status",
    "campuses": "campus", "movies": "movie", "ties": "tie", "lies": "lie", "pies": "pie", "votes": "vote",
    "poultry": "poultry", "livestock": "livestock", "clergy": "clergy", "infantry": "infantry", "folk": "person",
    "folks": "person", "youth": "youth", "bison": "bison", "moose": "moose", "shrimp": "shrimp", "cod": "cod",
    "swine": "swine", "offspring": "offspring", "countrymen": "countryman", "alumni": "alumnus", "cacti": "cactus",
    "data": "data", "larvae": "larva", "bacteria": "bacterium", "aged": "aged", "unemployed": "unemployed",
    "hovercraft": "hovercraft", "watercraft": "watercraft", "works": "work", "analyses": "analysis", "axes": "axe",
    "bases": "base", "diagnoses": "diagnosis", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "volcanoes": "volcano", "vetoes": "veto", "echoes": "echo", "mosquitoes": "mosquito", "tornadoes": "tornado",
    "torpedoes": "torpedo", "cargoes": "cargo", "shoes": "shoe", "toes": "toe", "canoes": "canoe", "foes": "foe",
    "dies": "die", "hooves": "hoof", "roofs": "roof", "scarves": "scarf", "elves": "elf", "selves": "self",
}  # fmt: skip
"""Plurals that do not end in "s", or whose singular is not theirs without it; what has one form for both too."""

NOT_PLURAL = frozenset(
    "was is has his this its thus plus less across us as does yes unless various serious previous famous religious "
    "business process press congress access loss glass class cross grass mass pass address success progress distress "
    "illness witness wilderness fitness headquarters news politics economics physics mathematics gymnastics athletics "
    "always perhaps besides sometimes nevertheless towards afterwards indoors outdoors overseas downstairs upstairs "
    "says goes gets makes takes comes gives leaves keeps starts ends opens closes rises falls remains becomes includes "
    "contains costs means needs wants shows tells asks calls bus gas virus status campus census bonus focus chorus "
    "circus basis crisis emphasis oasis analysis diagnosis thesis dangerous enormous nervous "
    "numerous precious obvious curious "
    "anonymous unanimous indigenous continuous suspicious ambitious conscious mysterious tremendous".split()
)
"""Words in "s" that are no plural nouns, verbs of headlines among them."""

MODIFIERS = frozenset("sports arms sales goods customs news sports savings human women's men's children's".split())
"""Plurals that stand before a noun."""

STOPS = PREPOSITIONS | AUXILIARIES | COORDINATORS | FINITE | SUBORDINATORS | frozenset(
    "the a an his her its their our my your this that these those he she they it i we you who whom whose where when "
    "had not also only then now later ago each every per more less fewer or and but others".split()
)  # fmt: skip
"""Words that end a noun phrase before its head."""

VERBS = frozenset(
    "begins comes costs covers ends expires gives goes includes lasts means remains runs starts takes".split()
)
"""What may follow the noun of a number that takes no plural: "his five-year sentence begins"."""

LONGEST_PHRASE = 6
"""Words that are read in search of the head."""

PARTITIVE = frozenset("the these those his her its their our my all them us you whom which".split())


class Counted(Struct, frozen=True):
    """A noun phrase: tokens `first` to before `last`, and its head in the singular."""

    first: int
    last: int
    head: str


def counted(tokens: Sequence[Token], index: int, *, single: bool) -> Counted | None:
    """What is counted by a number that ends before a token; `single` for a number that takes no plural (1, "a third").

    None where no noun follows, or only one of which the figure states a part ("nine of the men").
    """
    first = place = index + (index < len(tokens) and tokens[index].text == "-")
    best = None
    while place < len(tokens) and place - first < LONGEST_PHRASE:
        token = tokens[place]
        if token.text == "-" and place > first:
            place += 1
            continue
        if not token.text[0].isalpha() or (token.text in STOPS and token.text not in IRREGULAR):
            break
        if single and place > first and token.text in VERBS:
            break
        if single:
            best = place
        elif is_plural(token.text):
            best = place
            if not (token.text in MODIFIERS or _plural_follows(tokens, place + 1)):
                break
        place += 1
    return None if best is None else Counted(first, best + 1, singular(tokens[best].text))


def _plural_follows(tokens: Sequence[Token], index: int) -> bool:
    """Whether a plural noun follows at once, so that the one before it only qualifies it; "people others" does not."""
    return index < len(tokens) and is_plural(tokens[index].text) and tokens[index].text not in IRREGULAR


@lru_cache(maxsize=2048)
def is_plural(word: str) -> bool:
    """Whether a word in small letters looks like the plural of a noun."""
    if word in IRREGULAR:
        return True
    if word in NOT_PLURAL or word in STOPS or len(word) < 3:
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


@lru_cache(maxsize=2048)
def singular(word: str) -> str:
    """The singular of a noun in small letters; a singular stays as it is."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
