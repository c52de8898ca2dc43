"""What a sentence measures: the thing it is about, and in which dimension."""

from __future__ import annotations

import re

from linter.core.pattern import lazy_pattern
from linter.infer.stems import stem, stems

SUBJECT = lazy_pattern(
    r"(?:(?:But|And|Yet|Now|Still|Today),? )?(?:The|This|That) (?P<words>(?:[a-z][\w-]* ){0,3}?[a-z][\w-]*)"
    r"(?=, | (?:is|was|has|had|will|would|that|which|whose|lies|lay|stands|stood|cost|costs|measures?d?|runs|ran|"
    r"weighs|weighed|rises|rose|reaches|reached|stretches|stretched|covers|covered|holds|spans|spanned|in|on|at|of|"
    r"near|outside|between|above|below|from)\b)"
)
"""What a sentence begins with: a thing that the reader knows of."""

APART = lazy_pattern(r" (?:from|away|off|apart|more|less|above|below|behind|ahead|short|further|farther|closer)\b")

MEASURES = {
    "long": ("long", "length", "stretch", "run"), "high": ("high", "tall", "height", "rise", "altitud", "elev"),
    "wide": ("wide", "width", "broad", "across", "diamet"), "deep": ("deep", "depth"),
    "heavy": ("weigh", "heavi", "weight"), "area": ("cover", "area", "size"), "place": ("lie", "stand", "situat"),
    "cost": ("cost", "price"), "worth": ("worth", "valu"), "speed": ("speed", "fast"),
    "power": ("output", "generat", "capac"), "paid": ("pay", "paid", "sell", "sold", "buy", "bought", "fine", "earn"),
}  # fmt: skip
"""Dimensions, by the stems that tell them."""

MEASURE_OF = {stem(word): name for name, words in MEASURES.items() for word in words} | {
    word: name for name, words in MEASURES.items() for word in words
}


TOLD_BESIDE = lazy_pattern(
    r"\b(?:the|this|that) (?P<words>(?:[a-z][\w-]* ){0,2}?[a-z][\w-]*),? (?:(?:which|that) (?:is|was|has|had|lies|lay|"
    r"stands|stood|cost|costs|measures?d?|runs|ran|weighs|weighed|rises|rose|reaches|reached|stretches|stretched|"
    r"covers|covered|holds|spans|spanned)(?: [a-z]+){0,2}? |(?<=, ))$",
    re.IGNORECASE,
)
"""Right before a figure, what it is told of in passing: "the tunnel, which is", "the tower, "."""


FRONTED = lazy_pattern(
    r"(?:At|With|Of|For) an? (?:[a-z]+ )?(?:length|height|width|depth|weight|cost|price|area|size) "
    r"(?:of )?(?:about |nearly |almost |over |some |more than )?"
)
"""With which a sentence begins that tells a measure before its thing: "At a length of 9 kilometres, the tunnel"."""

FRONTED_THING = lazy_pattern(
    r",? (?:the|this|that) (?P<words>(?:[a-z][\w-]* ){0,3}?[a-z][\w-]*)(?= (?:is|was|has|had|will|would)\b)"
)

BESIDE = 80
"""Code points before a figure in which that stands."""


APART_BY = frozenset(
    "bigger earlier east eastern first former larger latter longer lower main new newer next north northern old older "
    "original other present previous second shorter smaller south southern third upper west western".split()
)
"""What tells one of two like things from the other: "the old tunnel"."""


def owner_in(before: str, after: str) -> str:
    """The stem of the thing that the words before a figure, from the start of its sentence, are about; "" for none.

    Before it stand those of words that tell it from another like it.

    A distance from something else ("430 metres from the church") is none of its own.
    """
    found = TOLD_BESIDE.search(before[-BESIDE:]) or SUBJECT.match(before)
    if found is None and FRONTED.fullmatch(before):
        found = FRONTED_THING.match(after)
    words = found["words"].split() if found else []
    apart = [stem(word) for word in words[:-1] if word in APART_BY]
    return (
        " ".join((*apart, stem(words[-1])))
        if words and not APART.match(after) and not re.search(r"[.;:]", before)
        else ""
    )


def measures_of(around: str) -> frozenset[str]:
    """The dimensions that the words around a figure tell."""
    return frozenset(MEASURE_OF[word] for word in stems(around) if word in MEASURE_OF)
