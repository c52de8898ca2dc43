"""What a stretch of text tells about how a poll was taken.

The items are those that AAPOR's Code of Professional Ethics (2021), the British Polling Council and the AP Stylebook
ask a story to tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from linter.annotation.model import TimeMention
from linter.annotation.polls.words import INTERVIEWED, PEOPLE
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

COUNT = r"(?:\d{1,3}(?:[,. ]\d{3})+|\d{2,6}|(?:[a-z]+[ -])?(?:thousand|hundred)(?: [a-z-]+)?)"
DEMONYM = r"(?-i:[A-Z])\w+(?:ians?|ans|ers|nes|des|tes|ots|ons|ks|ls|gs|ds|es|is|s)\b"
QUALIFIED = r"(?:(?!(?:percent|per|of|and|to|the|in|for)\b)[\w'-]+ ){0,3}?"
PASSIVE = (
    r"(?= (?:[\w'-]+,? ){0,8}?(?:(?:were|was|had been) (?:\w+ly )?(?:interviewed|polled|surveyed|asked|questioned|"
    r"sampled|telephoned|phoned|called|contacted|canvassed|quizzed|reached)|took part|answered|responded|replied)\b)"
)
"""After people who are the subject of the asking: "900 Danish anglers aged 18 and over were telephoned"."""
SAMPLE = lazy_pattern(
    rf"(?P<n>\b{COUNT})(?=(?: (?!(?:percent|per cent|percentage|points?|euros|dollars|pounds|of|and|to|the|in|for)\b)"
    rf"[\w'-]+){{0,4}}? (?:{PEOPLE}|{DEMONYM})\b)"
    rf"|\b(?:sample|poll|survey|panel|interviews?)(?: size)?(?: (?:was|of|with|included|consisted of|numbered))+ "
    rf"(?:about |some |nearly |more than |over |roughly )?(?P<m>{COUNT})\b"
    rf"|(?P<k>\b{COUNT}) (?:(?:telephone|face-to-face|online|completed) )?"
    rf"(?:interviews|respondents|replies|responses|questionnaires|doors|of (?:them|its|their|those))\b"
    rf"|(?<![\d.,])(?=\d)(?P<j>{COUNT}) {QUALIFIED}[a-z]+s{PASSIVE}",
    re.IGNORECASE,
)
MODE = lazy_pattern(
    r"\b(?:tele)?phoned\b|\btelephones?\b|\bphone[- ](?:polls?|surveys?|interviews?|calls?|numbers?|lines?|banks?)\b|"
    r"\b(?:by|via|on|on the|over the|through the|mobile|and|or) phones?\b(?! (?:bans?|use|bills?|masts?)\b)|"
    r"\bonline\b|\bon the web\b|\b(?:over|on|via) the internet\b|\binternet (?:panel|"
    r"poll|survey)\b|"
    r"\bweb[- ](?:based|panel|survey)|\bby (?:e-?mail|mail|post|text|letter|landline|mobile)\b|"
    r"\b(?:e-?mail|mail|postal) (?:survey|poll|questionnaire)\b|\bface[- ]to[- ]face\b|\bin[- ]person\b|"
    r"\bin the [\w-]+s?' homes\b|"
    r"\bin their (?:own )?(?:homes?|houses|kitchens|living rooms)\b|\bat (?:home|their homes)\b|\brang\b|"
    r"\bdial(?:led|ed)\b|"
    r"\btext messages?\b|\bSMS\b|\bdoor[- ]to[- ]door\b|\bhouse to house\b|\bon (?:their )?doorsteps?\b|"
    r"\bknocked (?:on|at)\b|\bin the streets?\b|\bon paper\b|"
    r"\bat the(?:ir)? doors?\b|\bat polling (?:stations|places)\b|\bleaving (?:the )?(?:polling|"
    r"polls)\b|"
    r"\bas (?:they|voters) left\b|\bexit poll|\bland ?lines?\b|\bcell ?phones?\b|\brobo-?calls?\b|"
    r"\b(?:automated )?calls\b|"
    r"\binteractive voice\b|\bquestionnaires?\b|\bpaper (?:forms?|ballots?)\b|\bpanel(?:l?ists?)?\b|"
    r"\bcalled (?=[\d,]+)",
    re.IGNORECASE,
)
ONLINE = lazy_pattern(r"\bonline\b|\binternet\b|\bweb\b|\bpanel(?:l?ists?)?\b", re.IGNORECASE)
POINTS = r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight)(?:[ -]and[ -]a[ -]half)?"
MARGIN = lazy_pattern(
    rf"\b(?:margins?|range) (?:of|for) (?:sampling |statistical )?error\b|\b(?:sampling|statistical) error\b|"
    rf"\berror margin\b|"
    rf"\bmargin (?:is|was|of) (?:about |roughly )?(?:plus or minus )?{POINTS}|\bplus or minus\b|±|\+/-|"
    rf"\bgive or take\b|"
    rf"\b(?:accurate|correct|reliable|exact) to (?:within )?{POINTS}|\bwithin {POINTS} (?:percentage )?points?\b|"
    rf"\bpoints? (?:either way|up or down|in either direction)\b|\ban? error of (?:up to )?{POINTS}|"
    rf"\b(?:the|its) error (?:is|was|of)\b|"
    rf"\b(?:\d+|\w+teen) times (?:out of|in) (?:20|twenty)\b|\buncertainty (?:of|is|was)\b|"
    rf"\b95(?:%| percent| per cent)[ -](?:confidence|certain)|\boff by (?:up to |as much as )?{POINTS}",
    re.IGNORECASE,
)
SHARE = (
    r"(?:percent|per cent|%|half|thirds?|quarters?|fifths?|majority|most|in (?:two|three|four|five|ten|10)|many|"
    r"few|fewer|"
    r"share|number|proportion)"
)
ASKED_VERB = (
    r"asked|interviewed|questioned|polled|surveyed|sampled|phoned|telephoned|called|contacted|reached|quizzed|"
    r"canvassed|with|to"
)
"""What stands before the people of a sample; "with" and "to" only before their number."""
WHO = lazy_pattern(
    rf"\b(?:{SHARE}|among|of|{ASKED_VERB}|rang)(?:(?<!with)(?<!\bto)|(?= [\d,.]+))"
    rf"(?: [\d,.]+)?(?: of)?(?: the| its| their| all)?(?: [\w'-]+){{0,3}}? "
    rf"(?P<people>{PEOPLE})\b"
    rf"|\b(?:{SHARE}|among|of|that|{ASKED_VERB})(?:(?<!with)(?<!\bto)|(?= [\d,.]+))(?: [\d,.]+)?(?: of)?(?: the| its|"
    rf" all)?(?: [a-z][\w-]+)? (?P<demonym>{DEMONYM})"
    rf"|(?<![\d.,])(?=\d){COUNT} {QUALIFIED}(?P<counted>{PEOPLE}|{DEMONYM}|[a-z]+s){PASSIVE}"
    rf"|\b(?P<subject>(?:(?:likely|registered|eligible|young|older|local|regular|adult) )+{PEOPLE})\b",
    re.IGNORECASE,
)
SUBJECT = lazy_pattern(
    r"(?:^|[.;] )(?:Most |Many |Few )?(?P<demonym>[A-Z]\w+(?:ians|ans|ers|nes|des|tes|ots|ons|ks|ls)) "
    r"(?:are|is|were|want|favou?r|oppose|support|back|think|believe|would|have|trust|feel|say)\b"
)
NO_PEOPLE = frozenset(
    "points thousands hundreds mondays tuesdays wednesdays thursdays fridays saturdays sundays times years weeks "
    "days months "
    "series news mrs".split()
)
FIELD = lazy_pattern(
    INTERVIEWED.pattern + r"|\b(?:tak(?:en|ing)|conducted|carried out|done|made|held|fielded|field ?work|in the field|"
    r"interviews?|interviewers?|collected|gathered|ran|run|polling|canvassed|asked|completed|from|between|met|"
    r"visited)\b",
    re.IGNORECASE,
)
PUBLISHED = lazy_pattern(
    r"\b(?:released|published|issued|out|presented|unveiled|printed|reported|announced|posted|vote[sd]?|election|"
    r"referendum|"
    r"runoff|ballot|due|since|until|before|against|by the)(?: \w+){0,2}? ?(?:on |for |of )?$",
    re.IGNORECASE,
)
TAKEN_IN = lazy_pattern(
    r"\b(?:taken|conducted|carried out|done|held|made|fielded|interviewed|questioned|polled|"
    r"surveyed)(?: \w+){0,3} in $",
    re.IGNORECASE,
)
BESIDE = lazy_pattern(
    r"\b(?:poll|survey)(?: (?:taken|conducted|done|made))?(?: (?:on|in|from|of|between|during|over|at))?(?: the)?\s*$",
    re.IGNORECASE,
)
BESIDE_AFTER = lazy_pattern(r"(?:'s?)? (?:[\w-]+ ){0,3}(?:poll|survey)\b")
OF_THOSE_ASKED = lazy_pattern(
    r"(?:\b(?:of|among|with|to|from)|\binterview\w*|"
    + INTERVIEWED.pattern
    + r"|\bask(?:ed|s)|\bmet|\bvisited|\breached|\bcalled|\btelephoned|\bspoke|\btalked|\bsat down)"
    r"(?: [a-z-]+){0,6}? ?$",
    re.IGNORECASE,
)
WERE_ASKED = lazy_pattern(
    r"\b(?:were|was|who|took part|answered|responded|interviewed|questioned|polled|surveyed|asked|in the sample|"
    r"sampled)\b"
)


FEWEST = 30
"""A number below this is no sample of a poll."""


def sample(text: str) -> Span | None:
    """The number of people asked."""
    for found in SAMPLE.finditer(text):
        group = next(name for name in ("n", "m", "k", "j") if found[name])
        words = found[group]
        money = text[: found.start(group)].endswith(("$", "£", "€"))
        few = words.isdecimal() and int(words) < FEWEST
        if not money and not few and (group != "n" or _asked(text, found.start(group))):
            return Span(*found.span(group))
    return None


def _asked(text: str, at: int) -> bool:
    """Whether the count before some people is that of those asked, not of those who do something else."""
    near = OF_THOSE_ASKED.search(text[max(0, at - 90) : at])
    return near is not None or WERE_ASKED.search(text[at : at + 90]) is not None


def mode(text: str) -> Span | None:
    """How people were asked."""
    found = MODE.search(text)
    return None if found is None else Span(*found.span())


def is_online(text: str) -> bool:
    """Whether people were asked online, where no margin of error is due."""
    return ONLINE.search(text) is not None


def margin(text: str) -> Span | None:
    """The margin of error."""
    found = MARGIN.search(text)
    return None if found is None else Span(*found.span())


def population(text: str) -> Span | None:
    """Who was asked: people by what they are, or by where they live ("Danes")."""
    for found in (*WHO.finditer(text), *SUBJECT.finditer(text)):
        for group, words in found.groupdict().items():
            if words and words.casefold() not in NO_PEOPLE and not words.casefold().startswith(NAMELESS):
                return Span(*found.span(group))
    return None


NAMELESS = ("respondent", "those", "participant", "people")
"""Words for people that do not say which."""

READERS: Mapping[str, Callable[[str], Span | None]] = {
    "sample": sample,
    "mode": mode,
    "margin": margin,
    "population": population,
}
"""The readers of items that stand in the text alone."""


def field_dates(text: str, offset: int, times: Iterable[TimeMention]) -> Span | None:
    """When people were asked: a day, a week or a month in a sentence about the asking; `offset` is where `text` begins.

    The day of publication and that of the vote are other days.
    """
    for time in times:
        if not _is_date(time):
            continue
        before = text[max(0, time.span.start - offset - 60) : time.span.start - offset]
        if BESIDE.search(before) or BESIDE_AFTER.match(text[time.span.end - offset :]):
            return time.span
        if (FIELD.search(text) or sample(text)) and (not PUBLISHED.search(before) or TAKEN_IN.search(before)):
            return time.span
    return None


def _is_date(time: TimeMention) -> bool:
    if time.type in ("DATE", "TIME"):
        return not time.value.endswith("_REF") and (len(time.value) > 4 or time.anchoring == "relative")
    return time.type == "DURATION" and time.anchoring == "relative"
