"""Subjects, auxiliaries and verbs of beginning, as far as the start of a duration needs them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from linter.core.pattern import lazy_pattern

AUXILIARY = lazy_pattern(r"(?<![\w-])(?:has|have|hasn't|haven't|is|are|enters|drags on|rages)\b|(?<=\b[Ii]t)'s\b")

BEGINNING = lazy_pattern(
    r"\b(?:began|begun|started|broke out|erupted|opened|reopened|closed|shut|collapsed|burst|failed|took effect|"
    r"came into force|took office|took (?:over|charge)|(?:was|were) (?:first )?(?:appointed|elected|sworn in|named|"
    r"declared|imposed|introduced|founded|built|cut|banned|launched|created|detained|arrested|jailed|kidnapped|abducted|taken|called|"
    r"shut|closed|opened|set up|suspended|blocked|finished|completed|inaugurated|erected|installed|put up|planted|"
    r"put out|mothballed|switched off|turned off|laid up|"
    r"burnt down|cordoned off|evacuated)|burned down|burnt down|walked out|walked off|downed tools|"
    r"(?:laid|put) down (?:their|his|her) tools|moved (?:in|to|into)|stopped|"
    r"ended|became (?:its |the |their |his |her |a )?(?:[\w-]+ )?(?:director|mayor|head|chief|chair\w*|president|coach|"
    r"conductor|editor|manager|minister|leader|captain|principal|rector|governor|bishop|king|queen|pope)\b|invaded|"
    r"seized|occupied|disappeared|vanished|went (?:missing|on strike|into effect|dark|silent|dry|up|"
    r"down|cold|quiet)|(?:showed|saw|served|ground|ran|printed|made|sold|held|gave|baked|brewed|had|hosted|produced|"
    r"carried|welcomed) (?:its|their|his|her) last (?:[\w-]+ )?(?:film|show|performance|concert|play|train|tram|bus|"
    r"ferry|"
    r"flight|passenger|customer|guest|patient|pupil|student|service|mass|meal|drink|pint|beer|lo(?:af|aves)|bread|flour|"
    r"rye|wheat|grain|tickets?|edition|issue|car|ship|brick|plate|shift|lesson|class|match|game|race|book|letter|"
    r"prisoner|inmate|visitor|coal|ton|load|steel)|"
    r"came to (?:power|office)|"
    r"died|joined|struck|fell|set in|set (?:out|off|up)|arrived|left|ran dry|was last seen|settled|called|banned|"
    r"imposed|declared|lost|suspended|blocked|pitched|launched|founded)\b",
    re.IGNORECASE,
)
"""Verbs that tell when something set in."""

CLAUSE = lazy_pattern(r"[;:—–]|, (?:and|but|so|while|because)\b|\b(?:that|because|while|although)\b", re.IGNORECASE)
PARENTHESES = lazy_pattern(r"\([^)]*\)|,[^,]*,\s*$|, (?:which|who|where|whose)\b[^,]*,?\s*$")
LEADING = lazy_pattern(r"^\W*(?:(?:and|but|so|yet|now|still|meanwhile|since then|by then|today)\b,? *)*", re.IGNORECASE)
AFTER_HEAD = lazy_pattern(
    r"\s(?:of|in|at|on|for|with|over|from|between|by|to|against|near|under|who|which|that|he|she)\b.*"
)
ENDING_ADVERB = lazy_pattern(r"\s+(?:now|also|first|then|finally|itself|suddenly|again|\w+ly)$", re.IGNORECASE)
POSSESSED = lazy_pattern(r"['’]s?$")


def auxiliary_before(text: str) -> int | None:
    """Offset of the last verb in a text that can put what follows into the present; None without one."""
    found = [match.start() for match in AUXILIARY.finditer(text)]
    return found[-1] if found else None


WITH_STATE = lazy_pattern(
    r"\b[Ww]ith (?P<subject>(?:the|its|their|his|her|both|all) [^,;.]{2,60}?) (?P<state>idle|shut|closed|empty|dark|"
    r"silent|dry|out of (?:use|service|action)|suspended|banned|blocked|occupied|missing|frozen|"
    r"locked|vacant)\b[^,;]{0,30}$"
)
"""A state that no verb tells: "with the kilns idle for four months now"."""


def state_before(text: str) -> tuple[str, str] | None:
    """The subject that goes on, and the words of its predicate up to the end of a text; None without one."""
    place = auxiliary_before(text)
    if place is not None:
        return subject_before(text[:place]), text[place:]
    found = WITH_STATE.search(text)
    return None if found is None else (found["subject"], f"is {found['state']} ")


def subject_before(text: str) -> str:
    """The subject that stands before a verb: what is left of the clause without parentheses."""
    bare = PARENTHESES.sub(" ", text.rstrip())
    parts = CLAUSE.split(bare)
    last = LEADING.sub("", parts[-1]).strip(" ,")
    # A phrase before a comma is an adverbial: "In March, the museum".
    return last.rsplit(", ", 1)[-1] if ", " in last else last


def head_noun(subject: str) -> str:
    """The noun of a subject that the rest explains: "strike" of "The strike at the fish cannery"; "" without one."""
    bare = ENDING_ADVERB.sub("", AFTER_HEAD.sub("", " " + subject).strip())
    words = bare.split()
    return POSSESSED.sub("", words[-1]).strip("\"'.,").casefold() if words else ""


class Agreement(Struct, frozen=True):
    """Which verbs of beginning fit which state: a list of words of the state, and of verbs."""

    pairs: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]

    def fits(self, state: str, verb: str) -> bool:
        """Whether a verb can have begun what a predicate says goes on; False where nothing tells."""
        return any(one.search(state) and other.search(verb) for one, other in self.pairs)


STATES: Mapping[str, str] = {
    r"lasted|gone on|going on|dragged|drags|rag(?:ed|es|ing)|under ?way|continued|run(?:ning)?\b|in force|in effect|"
    r"in place|stood(?! (?:empty|idle|vacant|silent|unused|derelict))|"
    r"stretched|persisted|burned|burning|simmered|held up|idle|been (?:on|in session)|enter|week|month":
        r"began|begun|start|broke out|erupt|opened|launch|took effect|into (?:force|effect)|imposed|introduced|"
        r"declared|"
        r"called|set in|walked|downed|tools|struck|on strike|banned|invaded|seized|occupied|collapsed|put out|"
        r"mothballed|switched off|laid up",
    r"\b(?:shut|closed|empty|idle|dark|silent|dry|out of (?:use|service|action)|boarded|locked)\b":
        r"closed|shut|collapsed|failed|stopped|burst|went|dry|ended|suspended|left|banned|lost|burn|\blast\b|"
        r"put out|mothballed|switched off|turned off|laid up|cordoned|evacuated",
    r"\b(?:stood(?! (?:empty|idle|vacant|silent|unused|derelict|in ruins))|held|lasted|survived|endured)\b":
        r"finished|completed|inaugurated|erected|installed|put up|planted|built|opened",
    r"\b(?:open|in operation|operating|in service|in business|run(?! by\b)|running|sold|serv\w+|trading)\b":
        r"opened|reopened|start|began|launch|founded|set up|introduced|created|built",
    r"\b(?:on strike|out\b|stayed out|walked|picket\w*|refused)":
        r"walked|downed|began|start|struck|strike|called|stopped",
    r"\b(?:waiting|waited|stranded|stuck)\b":
        r"arrived|left|fled|closed|shut|stopped|collapsed|burn|failed|lost|ended|suspended|moved|burst|struck|broke|cut",
    r"\b(?:missing|gone|unaccounted|lost)\b": r"disappeared|vanished|missing|last seen|lost|left",
    r"\b(?:run|led|headed|held|in (?:office|charge|power|the (?:job|post|role|chair))|at the helm|"
    r"served|governed|ruled|been (?:the )?(?:mayor|director|president|chair\w*|head|chief|minister|coach|editor))\b":
        r"appointed|elected|sworn|named|took|office|power|arrived|joined|became",
    r"\b(?:held|captive|captivity|hostage|in (?:prison|jail|custody|detention)|behind bars|detained|jailed|"
    r"in (?:a|his|her|the) cell)\b":
        r"detained|arrested|jailed|kidnapped|abducted|taken|seized",
    r"\b(?:without|no)\b": r"lost|failed|cut|burst|stopped|went|ran dry|collapsed|closed|broke|struck|fell",
    r"\b(?:occupied|besieged|surrounded|blocked|blockaded|camped|sat)\b":
        r"occupied|seized|invaded|blocked|began|start|set up|moved|pitched|took",
    r"\b(?:lived|stayed|housed|slept|based)\b": r"moved|arrived|settled|fled|joined|left",
    r"\b(?:banned|suspended|barred|frozen|forbidden)\b": r"banned|suspended|imposed|took effect|declared",
    r"\b(?:dead)\b": r"died",
}  # fmt: skip
"""What goes on, and the verbs that tell how it began."""

BEGINS_AS = Agreement(
    tuple((lazy_pattern(state, re.IGNORECASE), lazy_pattern(verb, re.IGNORECASE)) for state, verb in STATES.items())
)


def gist_of(before: str, after: str) -> str:
    """The words of a predicate around its duration, that say what goes on."""
    return f"{before[-80:]} … {after[:60]}"
