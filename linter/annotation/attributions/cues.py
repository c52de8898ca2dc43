"""The words that give a statement to somebody, as triggers: verbs in all their forms, phrases, nouns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from linter.annotation.model import Stance
from linter.annotation.verbs import FRAMES, STANCES, Frame
from linter.core.prepared import prepared_plain
from linter.match.inflection import finite_forms, past, past_participle, present_participle, third_person, verb_forms
from linter.match.trigger import Trigger

OWNER = "annotate/attribution"

Form = Literal["base", "third", "past", "participle", "ing"]
"""The form of a verb; `past` is also the participle of regular verbs, `participle` that of irregular ones alone."""

BEFORE_SOURCE = (
    "according to",
    "in the view of",
    "in the opinion of",
    "in the eyes of",
    "in the words of",
    "in the judgment of",
    "in the estimation of",
    "by the account of",
    "as per",
)
"""Phrases that the source follows."""

RECKONED = (
    "books",
    "calculation",
    "calculations",
    "data",
    "estimates",
    "figures",
    "findings",
    "ledger",
    "ledgers",
    "log",
    "logs",
    "measurement",
    "measurements",
    "minutes",
    "numbers",
    "records",
    "register",
    "registers",
    "reports",
    "returns",
    "rolls",
    "statistics",
    "tables",
)
"""Nouns for what somebody has put down, in "by the club's books"."""

AFTER_SOURCE = (
    "words",
    "view",
    "opinion",
    "reckoning",
    "count",
    "account",
    "estimate",
    "estimation",
    "telling",
    "tally",
    *RECKONED,
)
"""Nouns in "in X's words", "by the club's own count"; the reckoned ones after "by" alone."""

AGENTLESS = ("reportedly", "allegedly", "supposedly", "purportedly", "rumour has it", "rumor has it", "word has it")
"""Words that give a statement to nobody."""

NOUNS = tuple(
    "claim assertion allegation accusation statement warning suggestion insistence contention argument admission "
    "prediction promise pledge belief view announcement declaration complaint acknowledgement acknowledgment "
    "revelation assurance fear hope opinion conclusion remark criticism proposal denial notion demand "
    "confession".split()
)
"""Nouns in "X's claim that"."""

PUT = ("put it", "puts it", "has it", "would have it", "would have us believe")
"""Verbs of "as X put it" and "X would have it that"."""

COMPARING = frozenset("up down twice half more fewer less compared".split())
"""Words with which an aside begins that tells of an amount."""

AMOUNTS = frozenset(
    "fifth third quarter half tenth sixth eighth increase rise fall drop decline decrease gain total share sum".split()
)
"""Nouns of an aside, behind its article, that tells of an amount and of no person: "6.9 million, a fifth of all,"."""


class VerbForm(Struct, frozen=True):
    """A form of a verb of speech, thought or report."""

    verb: str
    form: Form
    stance: Stance
    frame: Frame


NAME = "verb-forms"
"""The forms of verbs are kept under this name."""


def verb_form(words: str) -> VerbForm | None:
    """What form of which verb the words are, in small letters; the verb named first has a form that two share."""
    found = every_form().get(words)
    return None if found is None else VerbForm(*found, STANCES[found[0]], FRAMES[found[0]])


@lru_cache(maxsize=1)
def every_form() -> Mapping[str, tuple[str, Form]]:
    """Every form of every verb, in small letters, with the verb and what form that is.

    Inflecting all of them takes longer than reading an article.
    """
    forms: Mapping[str, tuple[str, Form]] = prepared_plain(NAME, _inflected)
    return forms


def _inflected() -> dict[str, tuple[str, Form]]:
    table: dict[str, tuple[str, Form]] = {}
    for verb in STANCES:
        first, _, rest = verb.partition(" ")
        for word in verb_forms(first):
            table.setdefault(f"{word} {rest}".strip(), (verb, _form(first, word)))
    return table


def _form(verb: str, word: str) -> Form:
    forms: dict[str, Form] = {verb: "base", third_person(verb): "third", present_participle(verb): "ing"}
    if word in finite_forms(verb) and word == past(verb):
        return "past"
    return "participle" if word == past_participle(verb) and word not in forms else forms.get(word, "base")


def triggers() -> tuple[Trigger, ...]:
    """The triggers of every cue; `name` says its class: verb, before, after, agentless, noun, put, colon."""
    classes = {
        "verb": tuple(every_form()),
        "before": BEFORE_SOURCE,
        "after": AFTER_SOURCE,
        "agentless": AGENTLESS,
        "noun": NOUNS,
        "put": PUT,
        "colon": (":",),
    }
    return tuple(Trigger(OWNER, name, phrase, literal=True) for name, phrases in classes.items() for phrase in phrases)
