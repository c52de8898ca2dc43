"""Who conducted a poll and who paid for it, as the sentences about it say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.annotation.polls.words import HEAD, INTERVIEWED
from linter.core.calendar import ANY_MONTH, CALENDAR_WORDS
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

CALENDAR = (
    rf"(?:{ANY_MONTH}|"
    r"(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)(?=\.)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
PROPER = rf"(?:(?!{CALENDAR}\b)[^\W\d_a-z][\w&.'/-]*)"
JOINT = rf"(?: (?:of|for|de|del|della|du|da|do|di|la|le|and the|and|&|for the|of the|on) (?={PROPER})| )"
NAME = rf"{PROPER}(?:{JOINT}(?:{PROPER}|&|dimap|and(?= {PROPER})))*"
"""A name: words with capitals, and the small words inside names."""

ORGANISATION = (
    r"(?:ministry|university|institute|commission|federation|union|association|chamber|council|bank|company|"
    r"operator|party|"
    r"government|agency|bureau|office|newspaper|paper|broadcaster|magazine|department|authority|board|campaign|charity|"
    r"foundation|league|society|church|club|city|county|province|state|college|hospital|railway|airline|regulator|"
    r"network|station|academy|guild|cooperative|ombudsman|school|centre|center|diocese|archdiocese|parish|synod|"
    r"(?:town|village|city) hall|municipality|theat(?:re|er)|embassy|library|museum|monastery|zoo|port|airport|brewery|"
    r"insurer|publisher|fund|court|police|army|orchestra|opera|festival|daily|weekly|radio|region|borough|canton|town|village|firm)"
)
"""What can be named with "the" alone, since a reader of the story knows which."""

NO_NAME = CALENDAR_WORDS | frozenset(
    "a an the this that these those another some one two three new recent latest our its his her their in on at "
    "of for by "
    "from but and or if as according most many few several all both no other earlier previous national "
    "nationwide opinion "
    "exit straw tracking online phone telephone internet public private it he she they we when while after before with "
    "since us u.s uk u.k eu e.u american british french german russian ukrainian chinese canadian italian "
    "spanish polish "
    "dutch danish swedish norwegian finnish irish scottish welsh english european australian indian japanese brazilian "
    "mexican israeli turkish greek western eastern northern southern independent local "
    "separate similar rival different weekly monthly annual first second third last early late despite "
    "interviewers researchers pollsters analysts statisticians callers canvassers pollster interviewer".split()
)
"""Words with a capital at the start of a sentence, and adjectives of nations, which name no pollster."""

DETERMINERS = frozenset(
    "a an the this that these those another one in on at of by but and if our its his her their despite".split()
)
"""Words that stand before a name and are no part of it."""

MODIFIERS = (
    r"(?:(?:new|latest|recent|customer|guest|member|membership|staff|employee|reader|visitor|passenger|patient|parent|"
    r"student|tenant|user|resident|satisfaction|national|nationwide|telephone|phone|tracking|opinion|exit|online|public|internal|private|"
    r"annual|monthly|weekly|quarterly|own|voter|consumer|similar|earlier|previous|second|first|third|rival|snap|"
    r"representative|regular|pre-election|state|regional|statewide|joint|"
    r"[a-z]+ing|[a-z]+-[a-z]+) )*"
)
BEFORE_HEAD = lazy_pattern(rf"(?P<name>{NAME}) {MODIFIERS}$")
OWNED = lazy_pattern(
    rf"\b(?P<name>(?:the|its|their|his|her) (?:[\w-]+ ){{0,3}}?(?:{ORGANISATION}'?|[a-z-]+'s|[a-z-]+s')|its|"
    rf"their|our) {MODIFIERS}$",
    re.IGNORECASE,
)
"""An owner before the noun: "the ministry's own survey"."""

MAKING = (
    r"conducted|carried out|done|taken|made|run|ran|held|commissioned|organi[sz]ed|compiled|prepared|produced|"
    r"undertaken|"
    r"fielded|released|published|issued|led"
)
FINDING = (
    r"found|finds|find|shows?|showed|suggest\w*|said|says|has|have|put|puts|indicat\w+|gave|gives|that|"
    r"which|is|was|were"
)
MADE = lazy_pattern(
    rf"(?:\b(?:polls?|surveys?|polling|canvass)(?:,? (?!(?:{FINDING})\b)[\w'%,.&-]+){{0,8}}|"
    rf"\b(?:{MAKING}|asked|interviewed|polled|surveyed|questioned|canvassed)(?: \w+)?|"
    r"^(?:The (?:first|second|older|newer|other)|One)(?: of (?:them|the two))?),? $",
    re.IGNORECASE,
)
"""What stands before "by" and a pollster's name: the poll, or its making; not what the poll found."""

SMALL_WORD = (
    r"(?!(?:in|on|at|from|to|by|with|of|(?:tele|cell)?phone|land-?line|mobile|mail|post|email|hand|percent|per|points?|more|"
    r"than)\b)[a-z][\w'-]* "
)
KNOWN = rf"(?:the|its|their) (?:[a-z][\w'-]* ){{0,4}}?{ORGANISATION}\b"
BY = lazy_pattern(
    rf"\bby (?P<name>(?:(?:the|a|an) )?(?:{SMALL_WORD}){{0,5}}?(?:(?:of|at|with|for) (?:the )?)?{NAME}|{KNOWN})"
)
ISSUED = (
    rf"(?:,? (?:out|new|released|published|issued|unveiled|presented|due|just|today|yesterday|"
    rf"earlier|last|this|week|month|year|on|in|{CALENDAR}\.?|\d{{1,4}}))"
)
"""When a poll came out, between it and its pollster."""
FROM = lazy_pattern(
    rf"\b(?:polls?|surveys?|polling)(?: data| figures| results)?{ISSUED}{{0,6}},? from "
    rf"(?P<name>(?:(?:the|a) )?{NAME}|{KNOWN})"
)
STAFF = lazy_pattern(
    rf"\b(?:[Pp]ollsters|[Ii]nterviewers|[Rr]esearchers|[Ss]tatisticians|[Aa]nalysts) "
    rf"(?:at|from|with|of|for|working for) (?P<name>(?:the )?(?:[a-z]+ ){{0,3}}?{NAME}|{KNOWN})"
)
"""The people of a pollster: "pollsters at Norrsken"."""
BODY_ASKER = lazy_pattern(
    rf"(?P<name>[Tt]he (?:[a-z][\w'-]* ){{0,4}}?{ORGANISATION}) (?:(?:has|had|recently|also) ){{0,2}}"
    r"(?:asked|interviewed|polled|questioned|surveyed|canvassed) (?:its|all|the|about|some|more than|nearly|over|\d)"
)
"""A body that asks its own people: "The bakers' guild asked its 300 members"."""
PUTS = lazy_pattern(
    rf"^\W*(?:(?:But|And|Meanwhile|Yet),? )?(?P<name>{NAME}) (?:(?:has|had) (?:[\w'-]+ ){{1,6}}?(?:at|on|with) \d|"
    rf"(?:puts?|gives?|gave|sees?|saw|measured|records?|recorded|estimates?|estimated|rates?|rated|places?|placed) )"
    r"[^.;]{1,90}?\b(?:in|according to|from) (?:an?|its|the|their) (?:[\w-]+ ){0,3}?(?:poll|survey)\b"
)
"""A pollster that tells what its poll found: "Norrsken has it at 34 percent, in a poll for"."""
PAPER = (
    r"(?:Times|Post|Gazette|Herald|News|Journal|Tribune|Guardian|Mail|Telegraph|Star|Sun|Mirror|Observer|Chronicle|"
    r"Examiner|Courier|Echo|Globe|Daily|Weekly|Review|Press|Record|Standard|Independent|Express|Magazine|Monde|Figaro)"
)
PRINTED = lazy_pattern(
    rf"\b(?:polls?|surveys?|polling)(?: \w+){{0,2}}? (?:in|by) "
    rf"(?P<name>(?:the )?(?=[A-Z])(?:[\w.&'-]+ ){{0,3}}?{PAPER}\b(?: of {PROPER})?)"
)
"""A poll in a newspaper."""
PUBLISHED_IN = lazy_pattern(
    rf"\b(?:polls?|surveys?),? (?:published|printed|carried)(?: on \w+)? (?:in|by) (?P<name>(?:the )?{NAME})"
)
OF_SCHOOL = lazy_pattern(
    rf"\b(?:polls?|surveys?) of (?P<name>the (?:University|Institute|College) (?:of|for) {PROPER})"
    r"(?=[,.;]| (?:with|for|has|had|found|put|gave|which|that|says|said)\b)"
)
OF_BODY = lazy_pattern(
    r"\b(?:polls?|surveys?|polling) of (?P<name>(?:the|its|their) (?:[a-z][\w'-]* ){0,4}?"
    r"(?:federation|association|ministry|institute|chamber|bank|office|agency|commission|ombudsman)\b)"
    r"(?!'| (?:staff|mem))"
)
ON_SITE = lazy_pattern(
    rf"\b(?:polls?|surveys?)(?: \w+)? on (?P<name>(?:the|its|their|{NAME}'s?) (?:[\w'-]+ ){{0,3}}?"
    r"(?:web ?site|site|web page|app|channel))\b"
)
"""A vote on a page that is told."""
AVERAGE = lazy_pattern(rf"(?P<name>{NAME})(?:'s?)? (?:[a-z]+ )?averages?(?= of (?:[\w'-]+ ){{0,4}}(?:polls|surveys)\b)")
"""Who makes an average of many polls."""
ASKER = lazy_pattern(
    rf"(?P<name>(?:[Tt]he )?(?:[a-z]+ ){{0,3}}?{NAME})(?:'s?)?(?:,? (?:which|who|that))? "
    rf"(?:(?:interviewers?|researchers?|pollsters?|staff|has|have|had|also) ){{0,2}}"
    rf"(?:{INTERVIEWED.pattern}|(?:conducted|carried out|did|took|ran|commissioned|fielded)\b)"
)
WHICH = lazy_pattern(
    rf"\b(?:which|that) (?P<name>(?:the )?(?:[\w'-]+ ){{0,4}}?{NAME}|"
    rf"(?:the|its|their|his|her) (?:[\w'-]+ ){{0,3}}{ORGANISATION}) "
    r"(?:(?:has|have|had) )?(?:conducted|carried out|did|took|ran|commissioned|published|paid for|released|held|made|"
    r"issued|sent|presented|organi[sz]ed|done|taken|put out)\b"
)
PAYING = r"commissioned|paid for|sponsored|ordered|funded|financed|published"
FOR = lazy_pattern(
    rf"\b(?P<cue>for|on behalf of|(?:{PAYING}) by) (?P<name>(?:(?:the|a|an) )?(?:[a-z][\w'-]* ){{0,4}}?{NAME}|{KNOWN})"
)
ORDERED = lazy_pattern(
    r"(?:\b(?:polls?|surveys?|interviews|institute|firm|company|cent(?:er|re)|dimap|polled|conducted|done|made|taken|"
    r"carried out)|\b(?-i:[A-Z])[\w.&'-]*),? $",
    re.IGNORECASE,
)
"""What stands before "for" and a sponsor's name: the poll, its making, or the pollster."""


BESIDE = 300
"""Code points before a noun or a preposition that are read with it."""


def pollsters_in(text: str, heads: Iterable[Span]) -> Iterator[Span]:
    """The words of a sentence that name who conducted a poll, the likeliest first.

    `heads` are the nouns "poll" and "survey" in it.
    """
    for head in heads:
        opening = max(0, head.start - BESIDE)
        named = _before(text[opening : head.start])
        if named is not None:
            yield Span(opening + named.start, opening + named.end)
    for pattern in (
        WHICH,
        PUTS,
        ASKER,
        BODY_ASKER,
        STAFF,
        FROM,
        PRINTED,
        PUBLISHED_IN,
        OF_SCHOOL,
        OF_BODY,
        ON_SITE,
        AVERAGE,
        BY,
    ):
        for found in pattern.finditer(text):
            if (pattern in (OF_BODY, ON_SITE, BODY_ASKER) or _is_name(found["name"])) and (
                pattern is not BY or MADE.search(text[max(0, found.start() - BESIDE) : found.start()])
            ):
                yield _bare(found)


def _bare(found: re.Match[str]) -> Span:
    """A name without the stop of its sentence."""
    return Span(found.start("name"), found.start("name") + len(found["name"].rstrip(".,'/-")))


def sponsor_in(text: str) -> Span | None:
    """The words of a sentence that name who paid for a poll."""
    for found in FOR.finditer(text):
        ordered = found["cue"].endswith(" by") or ORDERED.search(text[max(0, found.start() - BESIDE) : found.start()])
        if _is_name(found["name"]) and ordered and HEAD_OR_ASKING.search(text, 0, found.start() + 1):
            return _bare(found)
    return None


HEAD_OR_ASKING = lazy_pattern(rf"{HEAD.pattern}|{INTERVIEWED.pattern}|\b(?:{MAKING})\b|\b[Ii]t was\b", re.IGNORECASE)
"""What must come before "for" at all: a poll."""


def _before(left: str) -> Span | None:
    found = BEFORE_HEAD.search(left)
    if found is not None:
        start = _name_start(found["name"])
        if start is not None:
            return Span(found.start("name") + start, found.end("name"))
    found = OWNED.search(left)
    return None if found is None else Span(*found.span("name"))


def _name_start(name: str) -> int | None:
    """Where a name begins once the words that stand before it are off; None where it names nobody."""
    words = name.split(" ")
    if all(map(_names_nobody, words)):
        return None
    offset = 0
    for word in words:
        if word.casefold() not in DETERMINERS:
            break
        offset += len(word) + 1
    return offset


def _names_nobody(word: str) -> bool:
    return word.casefold().removesuffix("'s").rstrip(".'") in NO_NAME


def _is_name(words: str) -> bool:
    if re.fullmatch(rf"(?:the|its|their) (?:[a-z][\w'-]* )*{ORGANISATION}", words):
        return True
    capitals = [word for word in words.split(" ") if word[:1].isupper()]
    return any(not _names_nobody(word.rstrip(",")) and not HEAD.fullmatch(word) for word in capitals)


def keys(name: str) -> Iterator[str]:
    """The words by which a name may come back: its words with capitals, folded, places of business left out."""
    for word in re.findall(r"[^\W\d_][\w&'-]*", name):
        bare = word.removesuffix("'s").strip("'")
        if bare[:1].isupper() and len(bare) > 2 and bare.casefold() not in COMMON:
            yield bare.casefold()
        elif bare in INSTITUTIONS:
            yield bare


COMMON = frozenset(
    "the and for institute instituto university college research center centre group poll polls survey news "
    "public opinion "
    "new national american press".split()
)
"""Words of names that many pollsters share."""

INSTITUTIONS = frozenset("ministry federation union association chamber commission council institute agency".split())
"""Lower-case words by which an organisation comes back."""


def place_of(name: str, text: str) -> int:
    """Where a name stands in a text as words of its own, -1 for nowhere; both in small letters."""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        if not text[place - 1 : place].isalnum() and not text[end : end + 1].isalnum():
            return place
        place = text.find(name, place + 1)
    return -1
