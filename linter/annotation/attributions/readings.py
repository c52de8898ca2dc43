"""From a cue in its sentence to who says what: one function for each class of cue.

All offsets are indexes of tokens unless a name says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from linter.annotation.attributions.clauses import (
    Group,
    Phrase,
    head_of,
    is_noun,
    past_adverbs,
    phrase_after,
    phrase_before,
    verb_group,
)
from linter.annotation.attributions.contents import (
    clause_follows,
    content_end,
    content_of,
    quoted_or_comma_before,
    trails,
)
from linter.annotation.attributions.cues import VerbForm
from linter.annotation.attributions.sources import classify
from linter.annotation.attributions.unspoken import is_unspoken
from linter.annotation.attributions.usage import ABSTRACT, INTERPRETING, NOMINAL
from linter.annotation.grammar import (
    ADVERBIAL_STARTS,
    COORDINATORS,
    DETERMINERS,
    INDEFINITE,
    PERSONAL_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
)
from linter.annotation.model import Stance
from linter.annotation.tokens import Token
from linter.annotation.verbs import REPORT, THOUGHT

PHRASE_STARTS = DETERMINERS | PERSONAL_PRONOUNS
JOINTS = SUBORDINATORS | COORDINATORS
FRONTED = ADVERBIAL_STARTS | {"while", "when", "although", "as", "after", "since"}
"""With what a part of a sentence before its subject begins."""


class Reading(Struct, frozen=True):
    """A cue understood: its tokens, its source, and its content, None where a statement is not made or not given."""

    first: int
    end: int
    source: Phrase | None
    content: Phrase | None
    verb: str
    stance: Stance = "neutral"


def read_verb(tokens: Sequence[Token], verb: int, end: int, form: VerbForm, earlier: Reading | None) -> Reading | None:
    """The reading of a verb form at an index, or None where it gives no statement to anybody.

    `earlier` is the reading before it in the same sentence, whose source goes on ("…, he said, adding …").
    """
    group = verb_group(tokens, verb, end, form)
    if is_noun(tokens, group, form) or _is_name_part(tokens, verb, form):
        return None
    if group.passive:
        return _passive(tokens, group, form)
    if (
        form.verb in ("ask", "tell", "press")
        and verb
        and tokens[verb - 1].text in ("when", "if", "once", "being")
        and form.form == "past"
    ):
        return Reading(verb, end, None, None, form.verb, form.stance)
    if form.form == "participle" and group.first == group.verb:
        return None
    if group.negated or group.modal or (group.infinitive and not _goes_on_to(tokens, group)):
        return None
    source, inverted = _subject(tokens, group, form, earlier)
    if source is None or not _fits(tokens, group, form, source, inverted):
        return None
    if is_unspoken(tokens, group, form, source, inverted):
        return None
    if _is_weak(form) and (_inside(verb, earlier) or _is_asked(tokens, source)):
        return None
    content = content_of(tokens, group, form, source, inverted)
    return Reading(verb, end, source, content, form.verb, form.stance)


def _is_name_part(tokens: Sequence[Token], verb: int, form: VerbForm) -> bool:
    """Whether a capital makes it a part of a name ("the United States"), unless the line is set in capitals."""
    if verb == 0 or not tokens[verb].capital or tokens[verb - 1].kind != "word":
        return False
    small = sum(not token.capital for token in tokens if token.kind == "word")
    return form.verb in NOMINAL or 2 * small > len(tokens)


def _is_weak(form: VerbForm) -> bool:
    """Whether the verb is no verb of speech, so that its holder may be part of somebody else's statement."""
    return form.frame == "object" or form.verb in THOUGHT or form.verb in INTERPRETING


def _inside(verb: int, earlier: Reading | None) -> bool:
    return earlier is not None and earlier.content is not None and earlier.content.first <= verb < earlier.content.end


def _is_asked(tokens: Sequence[Token], source: Phrase) -> bool:
    """Whether the clause is a question or a relative clause: "whether she thought", "those who believe"."""
    before = tokens[source.first - 1].text if source.first else ""
    follows = tokens[source.end].text if source.end < len(tokens) else ""
    return before in ("whether", "why", "if", "what", "how", "depending") or (
        follows == "who" and tokens[source.end - 1].text in ("those", "anyone", "people", "everyone", "one")
    )


def _goes_on_to(tokens: Sequence[Token], group: Group) -> bool:
    """Whether an infinitive tells what was said: "went on to say"."""
    return any(
        token.text in ("on", "continued", "hastened", "proceeded", "continues")
        for token in tokens[max(0, group.first - 2) : group.first]
    )


def _subject(
    tokens: Sequence[Token], group: Group, form: VerbForm, earlier: Reading | None
) -> tuple[Phrase | None, bool]:
    start = past_adverbs(tokens, group.first)
    before = tokens[start - 1] if start else None
    if form.form == "ing" and group.first == group.verb:
        return _participle_subject(tokens, group, earlier), False
    if before is not None and before.text in ("who", "which", "that"):
        return phrase_before(tokens, start - (2 if tokens[start - 2].text == "," else 1)), False
    if before is not None and before.text in COORDINATORS and before.kind == "word":
        return (earlier.source if earlier else clause_start(tokens, start - 1)), False
    found = phrase_before(tokens, start)
    if found is not None and _is_told_after(tokens, group, form, found):
        return phrase_after(tokens, group.end), True
    if found is not None and not (form.form in ("past", "third") and before is not None and before.text == "so"):
        return found, False
    if form.form in ("past", "third", "base") and group.first == group.verb:
        spoken_before = group.verb > 0 and (
            tokens[group.verb - 1].kind == "quote" or tokens[group.verb - 1].text == ","
        )
        return phrase_after(tokens, group.end, bare=spoken_before), True
    return None, False


def _is_told_after(tokens: Sequence[Token], group: Group, form: VerbForm, found: Phrase) -> bool:
    """Whether the speaker follows though a noun phrase stands before: "of its last work, a horse, said Li"."""
    if form.verb != "say" or form.form == "base" or group.first != group.verb or tokens[group.first - 1].text != ",":
        return False
    leading = tokens[found.first - 1] if found.first else None
    after = phrase_after(tokens, group.end)
    if leading is None or leading.kind != "word" or leading.text in JOINTS or after is None:
        return False
    named = tokens[after.first].capital and tokens[after.first].text not in TIME_WORDS
    return named and (after.end == len(tokens) or tokens[after.end].kind == "stop")


def _participle_subject(tokens: Sequence[Token], group: Group, earlier: Reading | None) -> Phrase | None:
    if earlier is not None and earlier.source is not None:
        return earlier.source
    companion = next(
        (i for i in range(group.first - 2, max(-1, group.first - 9), -1) if tokens[i].text == "with"), None
    )
    if companion is not None and all(token.kind == "word" for token in tokens[companion : group.first]):
        return Phrase(companion + 1, group.first)
    before = tokens[group.first - 1] if group.first else None
    if before is None or (before.kind == "stop" and before.text == ","):
        return clause_start(tokens, group.first)
    return phrase_before(tokens, group.first) or clause_start(tokens, group.first)


def clause_start(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase that the sentence begins with, before an index; what leads to it is left out."""
    start = 0
    if tokens and tokens[0].text in FRONTED:
        comma = next((i for i, token in enumerate(tokens[:end]) if token.text == ","), None)
        start = comma + 1 if comma is not None else 0
    while start < end and (
        tokens[start].kind != "word" or tokens[start].text in COORDINATORS or is_adverb(tokens[start].text)
    ):
        start += 1
    found = phrase_after(tokens, start) if start < end else None
    return Phrase(found.first, min(found.end, end)) if found else None


def _fits(tokens: Sequence[Token], group: Group, form: VerbForm, source: Phrase, inverted: bool) -> bool:
    """Whether what stands beside the verb is what it needs."""
    head = head_of(tokens, source)
    if form.verb in INTERPRETING and (
        head in ABSTRACT or head.removesuffix("s") in ABSTRACT or _after_comma(tokens, group, form)
    ):
        return False
    if inverted and not quoted_or_comma_before(tokens, group.verb):
        return False
    if form.verb in REPORT and classify(tokens, source)[0] == "document":
        return _has_object(tokens, group.end) or trails(tokens, group, form, source, inverted)
    if form.form == "base" and (form.verb in NOMINAL or form.frame != "speech"):
        stated = clause_follows(tokens, group.end, at_once=True) or trails(tokens, group, form, source, inverted)
        return form.frame != "object" and stated and not _is_vague(tokens, source)
    if form.form == "third" and form.verb in NOMINAL and _is_vague(tokens, source) and not _says_that(tokens, group):
        return False
    if form.verb in ("decline", "refuse"):
        return group.end < len(tokens) and tokens[group.end].text == "to" and not _is_vague(tokens, source)
    if form.verb == "call" and tokens[source.first].text in INDEFINITE:
        return False  # a band called The Herons
    if form.form == "ing" and group.first == group.verb and not _begins_participle(tokens, group):
        return form.frame == "speech" and clause_follows(tokens, group.end, at_once=True)
    if form.frame == "speech":
        return True
    if form.frame == "clause":
        return clause_follows(tokens, group.end) or trails(tokens, group, form, source, inverted)
    return not inverted and _has_object(tokens, group.end) and not (form.form == "third" and _is_vague(tokens, source))


def _says_that(tokens: Sequence[Token], group: Group) -> bool:
    """Whether a clause with "that" follows: "the landlord claims that he …", but not "the claims that were settled"."""
    after = tokens[group.end + 1] if group.end + 1 < len(tokens) else None
    if after is None or tokens[group.end].text != "that":
        return False
    return after.capital or after.text in PHRASE_STARTS


def _is_vague(tokens: Sequence[Token], source: Phrase) -> bool:
    return classify(tokens, source)[0] == "unknown"


def _begins_participle(tokens: Sequence[Token], group: Group) -> bool:
    return group.first == 0 or tokens[group.first - 1].kind != "word"


def _has_object(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].text not in ".,;:"


def _after_comma(tokens: Sequence[Token], group: Group, form: VerbForm) -> bool:
    return form.form == "ing" and group.first > 0 and tokens[group.first - 1].text == ","


def _passive(tokens: Sequence[Token], group: Group, form: VerbForm) -> Reading | None:
    """ "was told by the mayor that", "it is believed that", "is said to have"."""
    that = next((i for i in range(group.end, min(len(tokens), group.end + 12)) if tokens[i].text == "that"), None)
    # What follows "that" is what was said: "it was reported that a van had been seen by the church".
    before = min(that or len(tokens), group.end + 10)
    by = next((i for i in range(group.end, min(len(tokens), before)) if tokens[i].text == "by"), None)
    source = phrase_after(tokens, by + 1) if by is not None else None
    follows = tokens[group.end].text if group.end < len(tokens) else ""
    if form.frame == "speech" or form.verb in (
        "expect",
        "believe",
        "think",
        "know",
        "report",
        "understand",
        "accuse",
        "estimate",
    ):
        if (
            source is None
            and that is None
            and follows not in ("to", "of", "as", "about", "in")
            and form.verb not in ("announce", "ask")
        ):
            return None
        content = Phrase(that + 1, content_end(tokens, that + 1)) if that is not None else None
        if content is None and follows == "to":
            content = Phrase(group.end, content_end(tokens, group.end))
        return Reading(group.verb, group.end, source, None if group.negated else content, form.verb, form.stance)
    return None
