"""Inflection, held against lemminflect (made from the SPECIALIST Lexicon) over all words of the rules."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

import pytest
from lemminflect import getInflection

from linter.annotation.lexicon import WORDS
from linter.core.shipped import shipped_folder
from linter.match.inflection import past, past_participle, plural, present_participle, third_person
from linter.match.words import ENTRY

TAGS = {"VBZ": third_person, "VBD": past, "VBN": past_participle, "VBG": present_participle}

VARIANTS = {
    ("broadcast", "VBD"), ("forecast", "VBD"), ("disprove", "VBN"), ("get", "VBN"), ("gird", "VBN"), ("heave", "VBN"),
    ("leap", "VBD"), ("leap", "VBN"), ("lie", "VBN"), ("smell", "VBN"), ("spell", "VBN"), ("spoil", "VBN"),
    ("casino", "NNS"), ("congressman", "NNS"), ("congresswoman", "NNS"), ("ex-wife", "NNS"), ("footage", "NNS"),
    ("insistence", "NNS"),
}  # fmt: skip
"""Where the dictionary knows another right form than ours, or only a wrong one."""


@lru_cache(maxsize=1)
def entries() -> frozenset[tuple[str, str]]:
    """Every word with a tag of the shipped rules and the shared word lists."""
    written = (path.read_text(encoding="utf-8") for path in shipped_folder().glob("*/*.yaml"))
    ours = (re.findall(r"([a-z][a-z'-]*)/(v|vf|ving|vpp|ns|n)\b", text) for text in written)
    shared = (ENTRY.match(entry) for entry in chain.from_iterable(WORDS.values()))
    return frozenset((*chain.from_iterable(ours), *((found["word"], found["tag"]) for found in shared if found)))


@pytest.mark.parametrize("tag", TAGS)
def test_the_verbs_of_the_rules_are_inflected_as_the_dictionary_has_them(tag: str) -> None:
    verbs = sorted({word for word, kind in entries() if kind.startswith("v")})
    assert len(verbs) > 800
    strange = {verb: TAGS[tag](verb) for verb in verbs if TAGS[tag](verb) not in getInflection(verb, tag=tag)}
    assert {verb for verb in strange if (verb, tag) not in VARIANTS} == set(), strange


def test_the_nouns_of_the_rules_have_the_plural_of_the_dictionary() -> None:
    nouns = sorted({word for word, kind in entries() if kind.startswith("n")})
    assert len(nouns) > 900
    strange = {noun: plural(noun) for noun in nouns if plural(noun) not in getInflection(noun, tag="NNS")}
    assert {noun for noun in strange if (noun, "NNS") not in VARIANTS} == set(), strange


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("dig", ("dug", "dug", "digging")),
        ("pin", ("pinned", "pinned", "pinning")),
        ("panic", ("panicked", "panicked", "panicking")),
        ("overstep", ("overstepped", "overstepped", "overstepping")),
        ("visit", ("visited", "visited", "visiting")),
        ("show", ("showed", "shown", "showing")),
        ("lie", ("lay", "lain", "lying")),
    ],
)
def test_the_forms_of_verbs(verb: str, forms: tuple[str, str, str]) -> None:
    assert (past(verb), past_participle(verb), present_participle(verb)) == forms


@pytest.mark.parametrize(
    ("noun", "many"),
    [("chairman", "chairmen"), ("german", "germans"), ("oligarch", "oligarchs"), ("march", "marches"),
     ("meta-analysis", "meta-analyses"), ("midwife", "midwives")],
)  # fmt: skip
def test_the_plural_of_nouns(noun: str, many: str) -> None:
    assert plural(noun) == many
