"""Reading the words around the title of an office: whose office it is, and what takes the title back."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.base import FactBase
from linter.facts.model import Office
from linter.facts.names import key_of

TAKEN_BACK = frozenset(
    "former ex then late future acting interim caretaker deputy vice assistant shadow incoming outgoing onetime "
    "one-time "
    "sometime ousted deposed exiled previous next designate elect would-be prospective erstwhile past old last "
    "ex-deputy then-acting under junior permanent co adjunct associate honorary emeritus disgraced-former "
    "longtime-former ex-acting retired two-time three-time departed toppled overthrown succeeding predecessor "
    "presumptive potential aspiring possible likely self-declared self-proclaimed self-styled rival opposition "
    "fictional first-ever wartime second-last".split()
)
"""Words before a title that take it back, or make it another office."""

HARMLESS = frozenset(
    "new current first female conservative liberal socialist centre-right center-right centre-left center-left "
    "left-wing "
    "right-wing far-right populist nationalist veteran incumbent present serving sitting newly elected re-elected "
    "youngest oldest popular unpopular embattled long-serving longest-serving longtime reformist islamist moderate "
    "hard-line hardline communist pro-western pro-russian pro-european technocratic labour tory republican democratic "
    "republican-elected beleaguered respected charismatic authoritarian strongman own now still autocratic black "
    "interim-free 's most powerful".split()
)
"""Words before a title that leave it as it is."""

OWNERS = frozenset(
    "country nation republic kingdom bank alliance bloc organisation organization union church commission fund agency "
    "body island islands archipelago superpower federation confederation".split()
)
"""What an office can be of by a word for it ("the country's president"): whoever is named says which it is."""

STOP = frozenset(
    "the its his her their our your my this that a an said says told tells with and but or by to from of for as "
    "when if "
    "while after before that than met meets meet asked asks thanked urged against about between like both also where "
    "because since until under over on in at is was are were be has have had which who whom whose quoted including "
    "without toward towards accused accuses invited named called calls replaced succeeded backed criticised criticized "
    "praised only even joined joining tell ask urge visit visited visiting welcomed greeted sent given".split()
)
"""Words at which the phrase of an office begins."""

MARKERS_AFTER = lazy_pattern(
    r"^(?:-(?:elect|designate|in-waiting|general)|,? (?:elect|designate|in waiting|at the time|of the day|back then|"
    r"emeritus|hopeful|candidate|nominee|contender|until|from \d{4}|between \d{4}|in \d{4}|since-)\b)",
    re.IGNORECASE,
)
NAME_MARKERS = lazy_pattern(
    r"^,? \(?(?:at the time|back then|then|who was (?:then|in office|prime|president|the)|who (?:served|held|led|ruled|"
    r"governed|stepped|resigned|died|left office|lost|(?:takes?|will take|is to take) (?:office|over))|"
    r"in office (?:then|until|from|at)|from \d{4}|in \d{4}|until \d{4}|"
    r"\d{4}\s?[-–—]|as (?:he|she) then was|now (?:a|an|the|retired)|whose (?:term|government) ended|predecessor|"
    r"'s (?:predecessor|successor|former))\b",
    re.IGNORECASE,
)
POSSESSED = lazy_pattern(r"['’]s?$")
OTHER_BODY = lazy_pattern(r" (?:of|for) (?P<body>(?:the )?(?:[A-Z][\w.'&-]*(?: (?:and|of|the) (?=[A-Z]))? ?){1,6})")
OF_SOMETHING = lazy_pattern(r" (?:of|for) ")
INITIALS = {
    "us": "United States", "usa": "United States", "america": "United States", "uk": "United Kingdom",
    "un": "United Nations", "eu": "European Union", "imf": "International Monetary Fund", "ecb": "European Central "
    "Bank",
    "who": "World Health Organization", "wto": "World Trade Organization", "fed": "Federal Reserve",
    "uae": "United Arab Emirates", "iaea": "International Atomic Energy Agency", "commission": "European Commission",
    "prc": "China", "vatican": "Holy See", "drc": "Democratic Republic of the Congo", "ioc": "International Olympic "
    "Committee",
}  # fmt: skip
"""Initials and short forms that are written before a title, by their keys."""

LONGEST_BODY = 5
"""Words of the name of a country or a body."""


class Phrase(Struct, frozen=True):
    """The phrase of an office in a sentence: from its modifiers to the end of the title, and of "of France" after it.

    `offices` are those of the country or body that the phrase names, none where it names none.
    """

    span: Span
    title: str
    offices: tuple[Office, ...] = ()


def phrase_before(base: FactBase, text: str, title: Span) -> Phrase | None:
    """The phrase of a title with its modifiers to the left; None where they take it back or make it another's."""
    words = text[title.start : title.end]
    if title.start > 0 and text[title.start - 1] in "-–":
        return None
    if MARKERS_AFTER.match(text[title.end :]) or re.match(r"['’]?s\b", text[title.end : title.end + 3]):
        return None
    capital = words[:1].isupper()
    start, offices = title.start, _by_whole_title(base, words)
    tokens = list(re.finditer(r"\S+", text[: title.start]))
    index = len(tokens) - 1
    while index >= 0 and len(tokens) - index <= 8:
        token = tokens[index]
        word = token[0].strip("\"'“”‘’(*_")
        bare = POSSESSED.sub("", word)
        if bare.casefold().removesuffix("-") in TAKEN_BACK or bare.casefold().startswith(("ex-", "then-")):
            return None
        if token[0].endswith((",", ";", ":", ".", "—", "–")) and not re.fullmatch(r"(?:[A-Z]\.)+", word):
            break
        if word.casefold() in ("a", "an") and index == len(tokens) - 1:
            return None
        body = _body_ending(base, words, text, tokens, index)
        if body is not None and not offices:
            index, offices = body
            start = tokens[index].start()
        elif bare != word and bare in OWNERS:
            start = token.start()
        elif word.casefold() in STOP or not word:
            break
        elif not (word.casefold() in HARMLESS or re.fullmatch(r"(?:\d+|[a-z]+)(?:st|nd|rd|th)", word)):
            if (word[:1].isupper() and token.start() > 0) or not capital:
                return None
            break
        index -= 1
    return Phrase(Span(start, title.end), words, offices)


def _by_whole_title(base: FactBase, title: str) -> tuple[Office, ...]:
    """The offices whose title names the body ("NATO chief", "president of the European Commission")."""
    words = title.split()
    if not any(word[:1].isupper() for word in words[1:]) and not words[0].isupper():
        return ()
    bodies = [" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, len(words) + 1)]
    found = (office for body in bodies if body[:1].isupper() for office in base.offices_titled(title, body))
    return tuple({office.id: office for office in found}.values())


def _body_ending(
    base: FactBase, title: str, text: str, tokens: list[re.Match[str]], last: int
) -> tuple[int, tuple[Office, ...]] | None:
    """The country or body whose name ends at a token: the index of its first token, and its offices of the title."""
    end = tokens[last].end()
    for first in range(max(0, last - LONGEST_BODY + 1), last + 1):
        name = POSSESSED.sub("", text[tokens[first].start() : end]).lstrip("\"'“‘(")
        if name[:1].isupper() and (offices := _offices(base, title, name)):
            return first, offices
    return None


def _offices(base: FactBase, title: str, body: str) -> tuple[Office, ...]:
    return base.offices_titled(title, INITIALS.get(key_of(body), body))


def body_after(base: FactBase, text: str, phrase: Phrase) -> Phrase | None:
    """The phrase with "of France" after the title; None where what follows is another body's."""
    end = phrase.span.end
    if not OF_SOMETHING.match(text, end):
        return phrase
    found = OTHER_BODY.match(text, end)
    if found is None:
        return None
    words = found["body"].split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).strip()
        bare = name.rstrip(",.;:")
        if bare and (offices := _offices(base, phrase.title, bare)):
            return replace(phrase, span=Span(phrase.span.start, found.start("body") + len(bare)), offices=offices)
    return None


def marked_around(text: str, phrase: Span, person: Span) -> bool:
    """Whether words after the name, or before a name that stands first, take the title back."""
    last = max(phrase.end, person.end)
    return NAME_MARKERS.match(text[last:]) is not None or MARKERS_AFTER.match(text[phrase.end :]) is not None


APPOSITION = lazy_pattern(
    r"(?P<link>(?:\s\(\d+\)|, \d\d)?, (?:who is |who remains )?|,? (?:is|remains|serves as)(?: now| still| "
    r"currently)? )"
    r"(?:the |a |an )?(?:(?:new|current|incumbent|first|conservative|serving|sitting|present) ){0,2}$"
)


def name_before(text: str, start: int) -> int:
    """Where the name must end that a title phrase beginning at an offset explains; -1 where none can."""
    found = APPOSITION.search(text[max(0, start - 60) : start])
    return -1 if found is None else max(0, start - 60) + found.start()
