"""Where a sentence names a poll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.polls.naming import NAME, NO_NAME
from linter.annotation.polls.register import known_in
from linter.annotation.polls.words import (
    CITED,
    GENERIC,
    HEAD,
    NEW,
    NOT_A_POLL_AFTER,
    NOT_A_POLL_BEFORE,
    OPINION,
    OTHER,
    PEOPLE,
    PLANNED,
    TO_THE_POLLS,
)
from linter.core.pattern import lazy_pattern
from linter.core.span import Span


class Mention(Struct, frozen=True):
    """A mention of a poll: its words, its head noun, and how it stands to polls named before.

    `new` mentions bring up a poll ("a survey"), `apart` ones set it off from those before ("another poll"), `definite`
    ones go back to one ("the poll"). `cited` says whether a result is told.
    """

    span: Span
    head: Span
    new: bool
    apart: bool
    definite: bool
    cited: bool


PHRASE = lazy_pattern(
    r"(?<![\w'-])(?:(?:a|an|the|this|these|those|another|one|two|three|several|some|many|most|all|both|its|"
    r"their|his|her|our)\b )?"
    r"(?:(?!(?:a|an|the|this|that|in|on|at|of|by|to|for|from|with|despite|though|although|through|about|against|"
    r"and|but|or|which|who|is|was|are|were|has|have|had|said|after|according|when|while|if|than|as|showed|"
    r"between|among|see|says|say|where|how|because|so|cited|citing|presenting|dispute|his|her|its|their|our|he|she|it|they|we|not|would|will|be|been|"
    r"more)\b)[\w&.'/-]+ ){0,6}$",
    re.IGNORECASE,
)
"""What stands before the noun and belongs to it."""

POLLING = lazy_pattern(
    r"(?: data| figures| averages?)?(?: (?:of|by|in|among|from|for|on)(?: [\w'.-]+){1,4}?){0,3} "
    r"(?:has |have |had )?(?:shown|shows?|showed|showing|suggests?|suggested|indicates?|indicated|finds?|"
    r"found|puts?)\b",
    re.IGNORECASE,
)
"""After "polling" where it stands for polls."""

ANY = lazy_pattern(r"^(?:any|no|every|each)\b", re.IGNORECASE)
"""A word before the noun that makes it no particular poll."""

TELLING = lazy_pattern(
    r"\b(?:polls|surveys|polling)(?:,? \w+){0,4}? (?:show|suggest|indicate|put|give|find|found|have|had|gave|"
    r"point|say|see|predict)"
    r"|\baccording to (?:\w+ ){0,4}(?:polls|surveys)\b|\b(?:percent|per cent|"
    r"%) (?:\w+ ){0,5}in (?:\w+ ){0,4}(?:polls|surveys)\b"
    r"|\bpoints?(?: (?:up|down|ahead|behind|clear|adrift))? in (?:the |most |some |all |recent )*(?:polls|surveys)\b",
    re.IGNORECASE,
)
"""Polls in the plural whose result is told."""

COUNTED = lazy_pattern(r"\bthe count showed\b|\bvotes (?:were )?counted\b|\bballots\b", re.IGNORECASE)
"""Polls at which people voted."""

DEFINITE = lazy_pattern(r"^(?:the|this|that|these|those|its|their|his|her)\b", re.IGNORECASE)
POLLSTERS = lazy_pattern(
    r"\b(?:the )?pollsters (?:[\w'&.-]+ ){0,5}?(?:put|puts|say|said|give|gave|have|had|find|found|see|saw|reckon|"
    r"expect|expected|estimate|estimated|place|placed|rate|rated|predict|predicted)\b",
    re.IGNORECASE,
)
ASKED = lazy_pattern(
    rf"\b[Oo]f (?:the |some |about |nearly |more than |"
    rf"almost )?[\d,.]+ (?:[\w'-]+ ){{0,5}}?{PEOPLE}(?: [\w'-]+){{0,5}}? (?:interviewed|questioned|polled|"
    rf"surveyed|asked|canvassed)\b"
)
ASKER = lazy_pattern(
    rf"(?P<name>{NAME}),? (?:(?:which|who|that) )?(?:has |have |had )?(?:polled|surveyed|canvassed|questioned|"
    rf"interviewed)\b"
    rf"(?= (?:for|on behalf of)\b| (?:by \w+ |about |some |nearly |more than |almost |over |a )?(?:[\d,.]+|"
    rf"thousand|hundred)\b)"
)


MOST_NOUNS = 200
"""Nouns of one sentence that are read; one with more is no prose."""

BESIDE = 400
"""Code points before and after a noun that are read with it: a sentence, unless it is very long."""


def mentions_of(article: Article, sentence: Span) -> Iterator[Mention]:
    """The mentions of polls in a sentence, in their order; those inside quotations are left out."""
    text = article.plain_words(sentence)
    found = [*_nouns(text), *_verbs(text)]
    found = found or [*_results(article, sentence, text)]
    taken = Span(0, 0)
    for mention in sorted(found, key=lambda each: (each.head.start, each.span.start)):
        placed = _shifted(mention, sentence.start)
        quotation = article.quotation_at(placed.head)
        if placed.span.overlaps(taken) or (quotation is not None and quotation.speech):
            continue
        taken = placed.span
        yield placed


RESULT = lazy_pattern(
    r"(?:'s?)?,? (?:(?:[\w'-]+ ){0,3}?(?:found|finds|find|has|have|had|puts?|gives?|gave|reports?|reported|"
    r"estimates?|estimated|measures?|measured|records?|recorded|sees?|saw|shows?|showed)\b)",
    re.IGNORECASE,
)
"""After a pollster's name, what tells a result."""

SOURCE = lazy_pattern(r"\b(?:according to|by|from|source:) (?:the )?$|[(\[]$", re.IGNORECASE)
"""Before a pollster's name, what makes it the source of a figure."""

SHARE = lazy_pattern(
    r"\d ?(?:%|percent\b|per cent\b|points?\b)|"
    r"\b(?:half|thirds?|quarters?|majority|in (?:three|four|five|ten))\b",
    re.IGNORECASE,
)


FIRM = lazy_pattern(
    rf"(?:\b[Tt]he \w+ )?(?P<pollster>{NAME}), (?:which |who )?"
    rf"(?:polls|polling|polled|surveys|surveying) (?:for|on behalf of) (?:[\w'.-]+ ?){{1,6}}(?=,)"
    rf"|\b(?:[Tt]he )?(?:(?:polling|research|opinion|survey|market) )*"
    rf"(?:pollster|institute|firm|company|agency|group|cent(?:er|re)|researchers at|polling of) (?P<name>{NAME})"
    r"(?=[ ,'])"
)
"""A firm that is told to be one, or told to poll for somebody."""


def _register(article: Article, sentence: Span) -> Iterator[Span]:
    for known in known_in(article, sentence):
        yield Span(known.start - sentence.start, known.end - sentence.start)


def _firms(text: str) -> Iterator[Span]:
    for found in FIRM.finditer(text):
        if POLL_WORK.search(found[0]):
            yield Span(*found.span())


POLL_WORK = lazy_pattern(
    r"\b(?:poll\w*|survey\w*|opinion|market research|"
    r"research(?:ers)? (?:institute|firm|company|agency|group|cent))",
    re.IGNORECASE,
)


def _results(article: Article, sentence: Span, text: str) -> Iterator[Mention]:
    """Pollsters of the register that tell a result without the word "poll": "Ipsos has the mayor on 41 percent"."""
    if SHARE.search(text) is None:
        return
    for span in (*_register(article, sentence), *_firms(text)):
        if RESULT.match(text, span.end) or SOURCE.search(text[max(0, span.start - BESIDE) : span.start]):
            yield Mention(span, Span(span.end - 1, span.end), new=False, apart=False, definite=False, cited=True)


def _shifted(mention: Mention, offset: int) -> Mention:
    span = Span(mention.span.start + offset, mention.span.end + offset)
    head = Span(mention.head.start + offset, mention.head.end + offset)
    return Mention(span, head, mention.new, mention.apart, mention.definite, mention.cited)


def _nouns(text: str) -> Iterator[Mention]:
    for found in islice(HEAD.finditer(text), MOST_NOUNS):
        opening, end = max(0, found.start() - BESIDE), found.end() + BESIDE
        before, after, noun = text[opening : found.start()], text[found.end() : end], found["head"].casefold()
        near = text[opening:end]
        if (noun == "polling" and not POLLING.match(after)) or _is_no_poll(near, noun, before, after):
            continue
        phrase = PHRASE.search(before)
        start = opening + phrase.start() if phrase else found.start()
        words = text[start : found.start()]
        if _is_verb(words, after) or PLANNED.search(before):
            continue
        plural = noun in ("polls", "surveys", "polling")
        definite = DEFINITE.match(words) is not None
        new = NEW.search(words) is not None or (plural and not definite) or not words.strip()
        yield Mention(
            Span(start, found.end()),
            Span(*found.span("head")),
            new=new and not (definite and OTHER.search(words) is None),
            apart=OTHER.search(words) is not None,
            definite=definite or _named(words),
            cited=_is_cited(near, words, plural) and not GENERIC.match(f"{words}|{after}"),
        )


def _is_cited(text: str, words: str, plural: bool) -> bool:
    if ANY.match(words):
        return False
    return TELLING.search(text) is not None and not COUNTED.search(text) if plural else CITED.search(text) is not None


def _named(words: str) -> bool:
    return any(word[:1].isupper() and word.casefold().removesuffix("'s") not in NO_NAME for word in words.split())


SAID = lazy_pattern(
    r"(?:\bper ?cent|%|\bin (?:three|four|five|ten|\d+)|\b(?:half|thirds?|quarters?|majority|most))"
    r"(?: of [\w' -]{1,40}?)? (?:said|say|says|would|thought|felt|named|chose|rated|described|reported|expect\w*|"
    r"hope\w*|plan\w*|knew|had never)\b"
    r"|\b(?:asked|canvassed|interviewed|questioned|polled|quizzed|contacted) for (?:the|a|an|its|their) (?:\w+ )?survey"
    r"|\b(?:answer(?:s|ed|ing)|took part in|filled (?:in|out)|return(?:s|ed|ing)|completed|replied to)"
    r" (?:a|an|the|its|our) (?:\w+ ){0,2}survey",
    re.IGNORECASE,
)
"""A share that says something, or people who answered: a survey of people, whoever they are."""


def _is_no_poll(text: str, noun: str, before: str, after: str) -> bool:
    if NOT_A_POLL_BEFORE.search(before) or NOT_A_POLL_AFTER.match(after):
        return True
    if noun == "polls" and TO_THE_POLLS.search(before):
        return True
    if noun.startswith(("survey", "canvass")) and not (OPINION.search(text) or SAID.search(text)):
        return True
    # "the Geological Survey", "the Labour Force Survey": the name of an office or a statistic, not of a poll.
    return (
        re.search(
            r"(?:Geological|Ordnance|Antarctic|Archaeological|[Ff]orce|Behaviou?r|Population|Community|[Hh]ousehold|"
            r"Sky|Coast|Land) $",
            before,
        )
        is not None
    )


def _is_verb(words: str, after: str) -> bool:
    """Whether "poll" or "survey" is a verb here: "to survey the damage", "they poll badly"."""
    last = words.split()[-1:] or [""]
    return (
        last[0].casefold() in ("to", "they", "we", "i", "who", "not", "will", "can", "could", "would")
        or re.match(r" (?:the|his|her|their|its|our|my)\b", after) is not None
    )


PEOPLE_ASKED = lazy_pattern(
    r"(?:^|[.;] )(?P<first>Polled|Surveyed|Canvassed|Questioned|Quizzed)\b(?=[^.;]{0,80},)"
    rf"|\b(?P<who>(?:[Tt]hose|{PEOPLE}|[A-Z]\w+s) (?:who (?:were|had been) )?(?:polled|surveyed|canvassed|quizzed)\b)"
)
"""People who were asked, in place of the poll: "Polled last week, 54 percent", "Voters who were surveyed"."""

ANSWERED = lazy_pattern(r"\d ?(?:%|percent\b|per cent\b)|\b\d\d to \d\d\b|\b(?:half|thirds?|quarters?|majority)\b")


FEW = lazy_pattern(r" (?:by \w+ |about |some |nearly |more than |almost |over )?[12]?\d\b(?![.,\d])")
"""So few people that talking to them is no poll."""


def _people_asked(text: str) -> Iterator[Mention]:
    for found in PEOPLE_ASKED.finditer(text) if ANSWERED.search(text) else ():
        span = Span(*found.span("first" if found["first"] else "who"))
        yield Mention(span, span, new=False, apart=False, definite=True, cited=True)


def _verbs(text: str) -> Iterator[Mention]:
    yield from _people_asked(text)
    for found in POLLSTERS.finditer(text):
        if re.search(r"\d|\b(?:half|third|percent|ahead|behind|level)\b", text[: found.end() + BESIDE]):
            end = found.start() + found.group().casefold().index("pollster") + len("pollsters")
            span = Span(found.start(), min(end, found.end()))
            yield Mention(
                span, span, new=not found.group().casefold().startswith("the"), apart=False, definite=True, cited=True
            )
    for found in ASKED.finditer(text):
        # "A poll of 612 farmers by Norrsken asked": these words are the poll's own.
        if text.endswith(("poll ", "polls ", "survey ", "surveys "), 0, found.start()):
            continue
        yield Mention(Span(*found.span()), Span(*found.span()), new=False, apart=False, definite=True, cited=True)
    for found in ASKER.finditer(text):
        if found["name"].casefold() not in NO_NAME and not FEW.match(text, found.end()):
            asked = found[0].endswith(("questioned", "interviewed"))
            yield Mention(
                Span(*found.span()),
                Span(found.end() - 1, found.end()),
                new=False,
                apart=False,
                definite=False,
                cited=(ANSWERED if asked else CITED).search(text) is not None,
            )
