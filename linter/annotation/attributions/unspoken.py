"""Uses of verbs of speech and thought in which nothing is said: idioms, adjectives, questions.

All offsets are indexes of tokens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.annotation.attributions.clauses import Group, Phrase
from linter.annotation.attributions.cues import VerbForm
from linter.annotation.grammar import COORDINATORS, DETERMINERS, MODALS, PREPOSITIONS, is_adverb
from linter.annotation.tokens import Token

IDIOMS: Mapping[str, frozenset[str]] = {
    verb: frozenset(words.split())
    for verb, words in {
        "add": "to up",
        "answer": "to for",
        "call": "off up in at round around",
        "consider": "one among",
        "continue": "to with on in along through into",
        "declare": "victory war bankruptcy for independence martial",
        "find": "himself herself itself themselves themself ourselves yourself myself his her its their work",
        "hold": "firm sway office on up out off back down onto power together true good",
        "know": "of",
        "learn": "to from",
        "read": "out up about",
        "see": "to off through him her them",
        "speak": "volumes",
        "talk": "over at",
        "think": "of for about twice",
        "write": "off down",
    }.items()
}
"""Words after a verb that make it tell of an act, not of a statement."""

TALES = frozenset("story stories tale tales joke jokes lie lies difference time fortune truth".split())
"""Objects with which "tell" gives no statement."""

BEFORE_TALES = DETERMINERS | TALES

NO_NOUNS = DETERMINERS | PREPOSITIONS | COORDINATORS | {"that", "to"}

QUOTING = frozenset({"continue", "go on", "read", "joke", "interject"})
"""Verbs that give a statement only beside its very words, or in a clause with "that"."""

NOUNS_TOO = frozenset({"state", "email", "comment", "attack"})
"""Verbs whose base form, and the form in -s, is a noun unless their words stand beside them."""

SINGULAR = frozenset("a an this each every another he she it".split())
"""What a subject begins with that takes no verb in its base form."""

GENERIC = frozenset("we you one".split())
"""Subjects that mean anybody, where they are said to know or think."""

WEAK = frozenset({"know", "think", "believe", "see", "feel", "understand", "guess"})

QUESTIONS = MODALS | {"do", "does", "did"}


def is_unspoken(tokens: Sequence[Token], group: Group, form: VerbForm, source: Phrase, inverted: bool) -> bool:
    """Whether a verb with its subject says nothing."""
    if source.end - source.first == 1 and tokens[source.first].text == "there":
        return True
    follows = tokens[group.end].text if group.end < len(tokens) else ""
    if follows in IDIOMS.get(form.verb, ()) or (form.verb == "tell" and _tells_tale(tokens, group.end)):
        return True
    noun_too = form.verb in NOUNS_TOO and form.form in ("base", "third")
    if (noun_too or form.verb in QUOTING) and not _is_quoting(tokens, group, source):
        return True
    if form.verb in ("support", "back") and form.form == "ing":
        return True
    if form.verb in WEAK and source.end - source.first == 1 and tokens[source.first].text in GENERIC:
        return True
    bare = group.first == group.verb
    if form.form == "base" and bare and not inverted and _is_singular(tokens, source):
        return True
    return _is_asked(tokens, source) or (bare and _is_adjective(tokens, group, form))


def _tells_tale(tokens: Sequence[Token], index: int) -> bool:
    near = tokens[index : index + 3]
    return bool(near) and near[0].text in BEFORE_TALES and any(token.text in TALES for token in near)


def _is_quoting(tokens: Sequence[Token], group: Group, source: Phrase) -> bool:
    """Whether a quotation, a colon or "that" stands beside the verb and its subject, adverbs and stops aside."""
    first, end = min(source.first, group.first), max(source.end, group.end)
    before, after = tokens[max(0, first - 2) : first], tokens[end : end + 4]
    return any(token.kind == "quote" or token.text in (":", "that") for token in (*before, *after))


def _is_singular(tokens: Sequence[Token], source: Phrase) -> bool:
    words = [token.text for token in tokens[source.first : source.end]]
    return words[0] in SINGULAR and "and" not in words


def _is_asked(tokens: Sequence[Token], source: Phrase) -> bool:
    """Whether the clause is a question: "Can he maintain …?"."""
    return source.first > 0 and tokens[source.first - 1].text in QUESTIONS and tokens[-1].text == "?"


def _is_adjective(tokens: Sequence[Token], group: Group, form: VerbForm) -> bool:
    """Whether a participle stands before its noun: "300 pledged delegates"."""
    if form.form not in ("past", "participle") or group.verb == 0 or group.end >= len(tokens):
        return False
    before, after = tokens[group.verb - 1], tokens[group.end]
    counted = before.text[0].isdecimal() or before.text in ("enough", "more", "most", "few", "many", "large", "widely")
    noun = after.kind == "word" and after.text not in NO_NOUNS
    return counted and noun and not is_adverb(after.text)
