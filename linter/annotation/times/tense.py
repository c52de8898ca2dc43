"""What the verbs near a time expression say: which way it lies, and whether it goes on at the moment of writing."""

from __future__ import annotations

import re
from typing import Literal

from linter.core.pattern import lazy_pattern
from linter.core.span import Span

Direction = Literal["past", "future", ""]
"""Which way the verb near an expression points, "" where nothing tells."""

FUTURE = lazy_pattern(
    r"\b(?:will|won't|shall|'ll|would(?! have\b)|(?:is|are|was|were) to\b|"
    r"(?:set|going|ready|likely|slated) (?:to|for)\b|"
    r"(?<!been )(?<!was )(?<!were )(?<!previously )(?:due|scheduled|expected|planned|plans)\b|"
    r"expects?|hopes? to|intends? to|upcoming|deadline)\b",
    re.IGNORECASE,
)
PAST = lazy_pattern(
    r"\b(?:was|were|had|did|said|told|(?!need|speed|exceed|indeed|proceed|succeed|hundred|expect|schedul|plann)"
    r"\w{2,}ed|came|went|took|made|rose|fell|won|lost|began|met|found|held|saw|left|gave|got|wrote|shot|struck|broke|"
    r"ran|sent|hit|cut|put|since|brought|bought|sold|became|grew|kept|led|paid|stood|drew|drove|flew|knew|threw|sat|"
    r"spent|"
    r"spoke|swore|swept|thought|caught|built|sought|fought|fled|felt|heard|sank)\b",
    re.IGNORECASE,
)
AT_ONCE = lazy_pattern(
    r"\b(?:(?P<past>(?<!be )(?<!been )(?:said|announced|reported|told \w+|added|warned|predicted|closed|ended)"
    r"(?: \w+)?|"
    r"since|(?:before|after|follow(?:s|ing|ed))(?: the)?)|"
    r"(?P<future>until(?: the)?|by|due|effective|payable|starting|beginning|as (?:early|soon|late) as))"
    r"(?: on| early| late)?,?\s*$",
    re.IGNORECASE,
)
"""Words right before an expression that settle its direction whatever verb stands further off."""

PLUPERFECT = lazy_pattern(r"\bhad (?!to\b)(?:\w+ )?(?:been )?\w+[\w ]*\bby(?: the)? *$", re.IGNORECASE)
"""What had happened by a time lies before it ("had leaked into the lake by Monday noon")."""

FAR = 600
"""Code points before and after a duration in which its clause is looked for: a sentence may be a whole file."""

REACH = 70
"""Code points before and after an expression in which its verb is looked for."""


def direction(text: str, start: int, end: int) -> Direction:
    """Which way the verb nearest to an expression points; the one before it counts before the one after it."""
    before = text[max(0, start - REACH) : start]
    at_once = AT_ONCE.search(before)
    if at_once:
        if at_once["past"]:
            return "past"
        return (
            "past"
            if PLUPERFECT.search(before) or re.search(r"\b(?:had|was|were)\b", text[end : end + 30])
            else "future"
        )
    if text.startswith("'s ", end):
        return "past"
    future, past = _last(FUTURE, before), _last(PAST, before)
    if future < 0 and past < 0:
        return _direction_after(text[end : end + REACH])
    return "future" if future > past or (future >= 0 and past - future < 20) else "past"


def _direction_after(after: str) -> Direction:
    future, past = FUTURE.search(after), PAST.search(after)
    if future and (not past or future.start() < past.start()):
        return "future"
    return "past" if past else ""


def _last(pattern: re.Pattern[str], text: str) -> int:
    starts = [found.start() for found in pattern.finditer(text)]
    return starts[-1] if starts else -1


PERFECT = lazy_pattern(
    r"(?:\b(?:has|have|hasn't|haven't)|(?<=\bit)'s|(?<=\bhe)'s|(?<=\bwho)'s|'ve)\b(?! to\b)", re.IGNORECASE
)
HAVE_HAD = lazy_pattern(
    r"\b((?:has|have)(?: \w+)?) (?:had(?: to\b)?|been (?:forced|obliged|compelled|reduced|unable|able|left|made) to\b)",
    re.IGNORECASE,
)
"""A present perfect of having, of having to or of being forced to: what it says goes on as the rest of it does."""
NOT_NOW = lazy_pattern(
    r"\b(?:(?:could|would|should|might|may|must|will|to|can|did|do|does|didn't|don't|doesn't)\b(?: not)?(?: \w+)? have|"
    r"having|sentenced|jailed|imprisoned|banned|suspended|barred(?! to\b)|disqualified|agreed|promised|pledged|vowed|"
    r"decided|planned|offered|allowed|asked|ordered|"
    r"(?<!closed )(?<!barred )(?<!shut )(?<!open )(?<!limits )(?<!married )(?<!home )to \w+)\b",
    re.IGNORECASE,
)
"""Modals, plans and sentences of court: the time they speak of does not run yet, or has its length in advance."""

FINITE = lazy_pattern(
    r"\b(?:was|were|had|did|will|would|is|are|does|do|can|could)\b|"
    r"\b(?:and|but|that|who|which|when|where|while|after|before|because)\s|[;:]\s",
    re.IGNORECASE,
)
"""A verb or a conjunction that parts a duration from the perfect before it."""

FOR = lazy_pattern(
    r"\b(?:for|over|during|these|now|(?:lasted|gone on|dragged on|going on|raged|continued|run|stretched|waited|spent|"
    r"been)(?: \w+ly)?)(?: now| the| a full| well| what is| at least| (?:more|less|no less|fewer) than| (?:close|"
    r"up) to|"
    r" some| (?:the )?(?:past|last|better part of))*\s*$",
    re.IGNORECASE,
)
FRONTED = lazy_pattern(
    r"^\W*(?:(?:and|but|so) )?(?:for(?: \w+){0,3}|(?:(?:all|over|in|during|throughout) )?these(?: \w+)?)\s*$",
    re.IGNORECASE,
)
PERFECT_AFTER = lazy_pattern(
    r"^(?:(?!\b(?:was|were|had|did|will|would)\b)[^.;]){0,80}?\b(?:has|have)\b(?! to\b)", re.IGNORECASE
)
IN = lazy_pattern(r"\bin(?: the| more than| over| at least| nearly| almost)*\s*$", re.IGNORECASE)
NEGATED = lazy_pattern(r"\b(?:not|never|no|nobody|nothing|without)\b|n't\b", re.IGNORECASE)
NOW = lazy_pattern(r"^[\s,]*(?:now\b|and counting\b|already\b|so far\b)", re.IGNORECASE)
PAST_CLAUSE = lazy_pattern(r"\b(?:was|were|had|would)\b[^;,]*$", re.IGNORECASE)
ENDED = lazy_pattern(
    r"^\s*(?:ago|earlier|later|before|after|old|back|from now|of age|by the time|at a (?:time|stretch)|on end|each|per|"
    r"an? (?:day|week|month|year|night))\b",
    re.IGNORECASE,
)
SINCE = lazy_pattern(r"\b(?:it is|it's|it has been|it's been)(?: \w+){0,3}\s*$", re.IGNORECASE)
IN_ITS = lazy_pattern(
    r"\b(?:(?:is|are|now|still|already)(?: now| already| still)? (?:well )?in(?:to)?|enters|entering|"
    r"(?:has|have)(?: now| just| already)? (?:entered|reached|gone into))\s*$",
    re.IGNORECASE,
)
"""Before one of a row that runs: "is in" its third week."""


DETERMINER = lazy_pattern(r"(?:its|their|his|her|our|a|the)\b", re.IGNORECASE)


PASSED = lazy_pattern(r"\s+(?:have|has)(?: now)? (?:passed|elapsed|gone by) since\b", re.IGNORECASE)
IS_OLD = lazy_pattern(
    r"\b(?:strike|walkout|lockout|war|conflict|siege|blockade|drought|crisis|dispute|occupation|boycott|ceasefire|truce|"
    r"protests?|shutdown|outage|government|coalition|invasion|stand-?off|search|hunt|campaign|row|ban|curfew|lockdown|"
    r"embargo|famine|epidemic|outbreak|closure|trial|hearings?|talks|deadlock|impasse)"
    r"(?:(?:, [^,;.]{3,60},)? (?:is|are) |, )(?:now |already |only |just |barely |not yet )*$",
    re.IGNORECASE,
)


def is_running_age(text: str, span: Span) -> bool:
    """Whether the age of something says how long it has gone on: "the strike is three weeks old"."""
    return IS_OLD.search(text[max(0, span.start - FAR) : span.start]) is not None


def is_running(text: str, span: Span) -> bool:
    """Whether a duration in a sentence goes on at the moment of writing.

    It does under a present perfect ("have had no water for almost three months"), before "now", in "it is N years
    since", in "N months on" at the start, and as one of a row ("is in its third week"); not under a past tense, a
    modal, a plan or a sentence of court.
    """
    # "has had" is a present perfect; its participle is not the past tense of the patterns.
    before, after = (
        HAVE_HAD.sub(r"\1 got", text[max(0, span.start - FAR) : span.start]),
        text[span.end : span.end + FAR],
    )
    if ENDED.match(after):
        return False
    if PASSED.match(after):
        return True
    if SINCE.search(before) and re.match(r"\s*(?:now )?since\b", after):
        return True
    if DETERMINER.match(text, span.start) and IN_ITS.search(before):
        return True
    if FRONTED.match(before) and PERFECT_AFTER.match(after):
        return True
    if IN_THE_YEARS.search(before) and THAT_SHE_HAS.match(after) and not RECENT.search(text[span.start : span.end]):
        return True
    if _counted_on(before, after) or _counted_into(before, after) or _counted_since(before, after):
        return True
    return _under_perfect(before, after)


ON = lazy_pattern(r"\s+(?:on\b(?=,| (?:is|are|has|have|and)\b)|(?:after|since) that\b)", re.IGNORECASE)
OPENS = lazy_pattern(
    r"(?:^|[,;:—–(] ?|\b(?:and|but|yet|so),? )\W*(?:(?:and|but|yet|so|today|now|even),? )*"
    r"(?:(?:just|only|already|well|a little|a bit|slightly|some|more than|less than|fully) )*$",
    re.IGNORECASE,
)
"""Before a length with which a clause begins."""

STARTS = lazy_pattern(r"^\W*(?:(?:now|today|but|and|yet|just|only|already|well|a little|some),? )*$", re.IGNORECASE)
"""Before a length with which a sentence begins."""

INTO = lazy_pattern(
    r"\s+into (?!\w+ (?:\w+ )?(?:film|movie|book|novel|game|match|play|show|flight|pregnancy|trip|half|song|"
    r"race|test)\b)"
    r"(?:the|its|their|his|her|this|[A-Z])[^,;.]{2,60}, (?P<main>[^;.]{3,160})"
)
INTO_STATE = lazy_pattern(r"\s+into (?:the|its|their|his|her|a|this)\b", re.IGNORECASE)
BE_NOW = lazy_pattern(r"\b(?:is|are) (?:now |already |only |just |barely |well )*(?:over |more than )?$", re.IGNORECASE)
GOES_ON = lazy_pattern(
    r"\b(?:is|are|has|have|remains?|continues?|stands?|keeps?|says?|lies?|faces?|still|waits?|want|wants)\b",
    re.IGNORECASE,
)
GONE = lazy_pattern(r"\b(?:was|were|had|did|would|could|will)\b", re.IGNORECASE)
SINCE_SOMETHING = lazy_pattern(r"\s+(?:that have passed )?since\b", re.IGNORECASE)
WITHIN = lazy_pattern(r"^\W*(?:(?:and|but) )?(?:in|over|during|for|throughout)\s*$", re.IGNORECASE)
IN_THE = lazy_pattern(r"\b(?:in|over|during|for|throughout)\s*$", re.IGNORECASE)


IN_THE_YEARS = lazy_pattern(
    r"\b(?:in|over|during|throughout|for|through)(?: all)?(?: the| these)?(?: \w+ly| more than| less than| almost|"
    r" past)* ?$",
    re.IGNORECASE,
)
RECENT = lazy_pattern(r"\b(?:past|last)\b", re.IGNORECASE)
THAT_SHE_HAS = lazy_pattern(
    r" (?:that |in which |during which )?(?:she|he|they|it|the \w+|(?:[A-Z][\w.'-]+ ){1,3}?)\s?(?:has|have)\b"
)
"""Around the time for which something has been so: "in the six years that she has been in charge"."""


def _counted_on(before: str, after: str) -> bool:
    """Whether a length leads from what was told before to now: "Two years on, …", "and, two years on, it is …"."""
    if ON.match(after) is None:
        return False
    if before.strip(" \"'-—–") == "" and re.match(r"\s+on,", after):
        return True
    present = GOES_ON.search(after[:80])
    return present is not None and OPENS.search(before) is not None and not GONE.search(after[: present.start()])


def _counted_into(before: str, after: str) -> bool:
    """Whether a length says how far something has come: "Two years into the drought, the lakes are empty"."""
    if BE_NOW.search(before) and INTO_STATE.match(after):
        return True
    found = INTO.match(after) if STARTS.match(before) else None
    present = GOES_ON.search(found["main"]) if found else None
    return found is not None and present is not None and not GONE.search(found["main"][: present.start()])


def _counted_since(before: str, after: str) -> bool:
    """Whether a length runs up to now from a "since": "In the eight months since the flood, she has baked …"."""
    if SINCE_SOMETHING.match(after) is None:
        return False
    if WITHIN.match(before):
        return PERFECT_AFTER.match(after) is not None
    perfect = list(PERFECT.finditer(before))
    return bool(perfect) and IN_THE.search(before) is not None and not FINITE.search(before[perfect[-1].end() :])


def _under_perfect(before: str, after: str) -> bool:
    clause = re.split(r"[;:]\s", before)[-1]
    perfect = list(PERFECT.finditer(clause))
    if NOW.match(after) and not PAST_CLAUSE.search(before):
        return bool(perfect) or FOR.search(before) is not None
    if not perfect or NOT_NOW.search(clause[max(0, perfect[-1].start() - 20) :]):
        return False
    if FINITE.search(clause[perfect[-1].end() :]):
        return False
    return FOR.search(before) is not None or (IN.search(before) is not None and NEGATED.search(clause) is not None)
