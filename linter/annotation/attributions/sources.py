"""What kind of source a noun phrase is, and whether a reader could find it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from linter.annotation.attributions.clauses import Phrase, head_of
from linter.annotation.grammar import DETERMINERS, INDEFINITE, PERSONAL_PRONOUNS, POSSESSIVE_PRONOUNS, SUBJECT_PRONOUNS
from linter.annotation.lexicon import WORDS
from linter.annotation.model import SourceType
from linter.annotation.names.words import ROLES
from linter.annotation.tokens import Token
from linter.match.words import forms

ANONYMOUS = frozenset(
    "source sources insider insiders informant informants whistleblower whistleblowers person people man woman "
    "someone somebody one others another those".split()
)
"""Heads that name nobody, whatever stands beside them."""

OUTLET_ENDS = frozenset(
    "times post news journal tribune herald gazette reuters ap afp bbc cnn guardian telegraph observer monde "
    "figaro spiegel zeitung globe mirror independent bloomberg tass xinhua chronicle examiner courier broadcaster "
    "newspaper magazine agency tabloid daily weekly channel radio tv".split()
)

COLLECTIVE = frozenset(
    "police authorities prosecutors organisers organizers management staff firefighters downing kremlin "
    "washington moscow brussels beijing london berlin pentagon".split()
)
"""Bodies that need no article."""


@lru_cache(maxsize=1)
def _heads() -> dict[str, frozenset[str]]:
    names = ("person", "institution", "outlet", "study", "document", "group")
    return {name: frozenset(form for entry in WORDS[name] for form in forms(entry)) for name in names}


def classify(tokens: Sequence[Token], phrase: Phrase) -> tuple[SourceType, bool]:
    """The type of a source, and whether a reader could find it."""
    words = [token.text for token in tokens[phrase.first : phrase.end]]
    if len(words) == 1 and (words[0] in PERSONAL_PRONOUNS or words[0] in POSSESSIVE_PRONOUNS):
        return "pronoun", True
    head, heads = head_of(tokens, phrase).removesuffix("'s").removesuffix("'"), _heads()
    proper = _has_name(tokens, phrase)
    if len(words) == 1 and words[0] in SUBJECT_PRONOUNS:
        return "group", False
    if head in ANONYMOUS and not _names_person(tokens, phrase):
        return "anonymous", False
    if head in heads["study"] or head in heads["document"]:
        owned = any(word in ("by", "from", "of") for word in words)
        return "document", proper or owned or (words[0] not in INDEFINITE and len(words) > 1)
    if head in heads["outlet"] or (head in OUTLET_ENDS and proper):
        return "outlet", proper or words[0] not in INDEFINITE
    if head in heads["institution"] or head in COLLECTIVE:
        return "organisation", proper or words[0] not in INDEFINITE
    if head in heads["group"] or head in heads["person"]:
        return _people(tokens, phrase, words, head)
    if (head in ROLES or words[0] in POSSESSIVE_PRONOUNS) and _ends_in_name(tokens, phrase):
        return "person", True
    if _names_person(tokens, phrase):
        return ("organisation" if _is_body(tokens, phrase) else "person"), True
    return "unknown", words[0] in DETERMINERS and words[0] not in INDEFINITE


def _people(tokens: Sequence[Token], phrase: Phrase, words: list[str], head: str) -> tuple[SourceType, bool]:
    heads = _heads()
    if _names_person(tokens, phrase):
        return "person", True
    plural = (head in heads["group"] and head not in {"people"}) or (
        head.endswith("s") and head.removesuffix("s") in heads["person"]
    )
    attached = _is_attached(tokens, phrase, words)
    if words[0] in ("two", "three", "four", "five", "six"):
        return "anonymous", attached
    singular_indefinite = words[0] in ("a", "an", "one", "another")
    if head in ("official", "officials", "insider", "aide", "aides"):
        return "anonymous", False
    if plural:
        return "group", attached
    if singular_indefinite:
        return ("person", True) if "spokes" in head else ("anonymous", attached)
    return "person", True


def _is_attached(tokens: Sequence[Token], phrase: Phrase, words: Sequence[str]) -> bool:
    """Whether people are told by where they belong: "at Oslo University", "of the water authority"."""
    bodies = _heads()["institution"]
    return any(
        words[i] in ("at", "from", "with", "for", "of")
        and (
            tokens[phrase.first + i + 1].capital
            or (words[i + 1] == "the" and bodies.intersection(words[i + 2 : i + 5]))
        )
        for i in range(1, len(words) - 1)
    )


def _has_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    inside = tokens[phrase.first : phrase.end]
    return any(
        t.capital and t.text not in DETERMINERS and (i or phrase.first or (len(inside) > 1 and inside[1].capital))
        for i, t in enumerate(inside)
    )


def _names_person(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase ends in a name, or has a name of two words, before anything hung on it."""
    inside = tokens[phrase.first : phrase.end]
    stop = next(
        (
            i
            for i, t in enumerate(inside)
            if i and (t.kind != "word" or t.text in ("of", "at", "from", "with", "who", "for", "in"))
        ),
        len(inside),
    )
    core = inside[:stop]
    if not core:
        return False
    heads = _heads()
    last = core[-1].text.removesuffix("'s")
    return (
        core[-1].capital
        and core[-1].text not in DETERMINERS
        and not (len(core) == 1 and (last in heads["group"] or last in heads["person"] or last in heads["document"]))
    )


def _ends_in_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a name of two words stands behind a comma: "the club's goalkeeper, Ida Berg", "his heir, Ole Dahl"."""
    inside = tokens[phrase.first : phrase.end]
    comma = next((i for i, t in enumerate(inside) if t.text == ","), len(inside))
    return len(inside) > comma + 2 and inside[comma + 1].capital and inside[comma + 2].capital


def _is_body(tokens: Sequence[Token], phrase: Phrase) -> bool:
    inside = tokens[phrase.first : phrase.end]
    return inside[0].text == "the" or any(t.text in _heads()["institution"] for t in inside)
