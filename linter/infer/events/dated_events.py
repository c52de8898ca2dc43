"""What articles tell to have happened, or to happen, on which day: the event by its verb, its nouns and its names."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.facts.names import key_of
from linter.infer.dates.told_days import told_days
from linter.infer.events.nominal import HAPPENINGS, is_told_right_before, told_by_noun
from linter.infer.stems import stem, stems
from linter.infer.subjects import names_in, paragraph_names, places_in, subject
from linter.match.inflection import IRREGULAR_VERBS

REACH = 120
"""Code points before and after a date in which its clause is looked for."""

CUT_BEFORE = lazy_pattern(r"^.*(?:[;:—–(]|, (?:and|but|while)\b| (?:but|while|whereas|after|before|until) )")
CUT_AFTER = lazy_pattern(r"[.;:—–)]|, | (?:and|but|while|whereas|after|before|until|which|who)\b")

ACT = lazy_pattern(
    r"\b(?P<past>(?!hundred|indeed|red\b|need)[a-z]{2,}ed|began|begun|born|broke|broken|built|burst|came|cut|died|fell|"
    r"fled|fought|found|gave|held|hit|laid|left|lost|met|put|sank|shot|shut|sold|struck|stolen|sworn|took|torn|went|won|"
    r"written|burnt)\b|"
    r"\b(?P<present>begins|starts|opens|ends|closes|takes place)\b|"
    r"\b(?:will|shall|would|(?:is|are|was|were|due|set|scheduled|expected|planned) to) (?:be )?(?P<future>[a-z]{3,})\b"
)
"""A verb that tells what happened, or after a modal or in the present what is to happen."""

ALIKE = {
    stem(word): stem(act)
    for act, words in (
        ("begin", "start commence kick"),
        ("sink", "founder"),
        ("explode", "blow detonate"),
        ("close", "shut"),
        ("found", "establish"),
        ("collapse", "cave"),
        ("demolish", "raze"),
        ("marry", "wed"),
    )
    for word in words.split()
}
"""The stems of verbs that tell one thing, by that of the one that stands for them."""

OPEN = stem("open")

HAPPENING = lazy_pattern(rf"\b(?:{'|'.join(HAPPENINGS)})\b", re.IGNORECASE)

DAY = lazy_pattern(
    r"\d(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
)
"""A day of the calendar, with its year or without."""

YEAR_BEFORE = lazy_pattern(r"\b(?:in|since) $")

FRONTED = lazy_pattern(
    r"\W*(?:First )?(?:[A-Z][a-z]+ed|Begun|Born|Built|Broken|Found|Laid|Struck|Sunk|Sold|Written)(?: [a-z]+){0,4}"
    r"(?: (?:on|in))? "
)
"""A participle with which a sentence begins, up to its date."""

FRONTED_THING = lazy_pattern(r"(?:, (?:[\w'’.-]+ ?){1,6})?")
"""Behind that date, the words that begin the clause."""

PRONOUN = lazy_pattern(r"\b(?:it|them|this|that|they|he|she|him)\b", re.IGNORECASE)
"""A word for what the sentence before names."""

LIGHT = frozenset(stem(word) for word in "held hold took take place set schedule expect plan due happen was be".split())
"""Verbs that leave it to a noun to say what happens."""

SUBJECT = lazy_pattern(r"(?:, [^.;:]{2,150},| \([^)]{2,60}\)|,? who)? (?:was |were |is |had )?(?:\w+ly )?")
"""What may stand between a person and the verb that tells what happened to them."""

THING = lazy_pattern(
    r"\W*(?:(?:(?:but|and|when|since|because) )?(?P<thing>(?:the|its|their|his|her|(?:[\w'-]+ ){0,2}[\w'-]+'s?) "
    r"(?:[\w'-]+ ){0,5}?[\w'-]+|(?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})))"
    r"(?:,? (?:which|that)|,)? (?:(?:was|were|is|are|has been|had been|had|has|will be|will|"
    r"(?:due|set) to(?: be)?) )*(?:(?:formally|officially|finally|ceremonially) )?",
    re.IGNORECASE,
)
"""A subject and the auxiliaries behind it, as far as the verb."""

MADE = lazy_pattern(
    r",? (?P<thing>(?:the|its|their|his|her) (?:[\w'-]+ ){0,5}?[\w'-]+) ?"
    r"(?:(?:on|in) $|(?:has|had|is|was|will|would|does|did|gives?|says?|names?|[a-z]{3,}(?:s|ed))\b)"
)
"""An object between a verb and its date, or a subject before its verb."""

HUNG = tuple(f"{word} " for word in "of by with from to for in and or after at near than like".split())
"""How a text before a name ends that is no subject: "the sister of" somebody."""

ORDINAL = lazy_pattern(
    r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|last|next|new|appeal|replay|rerun|retrial|"
    r"\d+(?:nd|rd|th))\b"
)
"""Which one of a row; the first one need not be told so."""


class EventWords(Struct, frozen=True, kw_only=True):
    """What the words about an event tell, by which it is known again.

    `acts` are the stems of its verb, `words` those of its clause, `names` the words of the names in its sentence, or
    in its paragraph where the sentence has none, `about` those of the paragraph and of the article's headline and lead.
    `turn` says which of a row it is, `coming` that it was still to come, `whose` the key of the full name of the person
    who stands right before the verb, "" for none, `thing` the stems of a short subject that opens the clause,
    `made` those of a short object between verb and date, or of what a participle before its comma is told of, `object`
    that of the noun right behind the verb, with anything behind it, `happening` the verbs for what its nouns tell,
    `places` the names of the towns where its clause, or else its paragraph, says it was.
    """

    acts: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    about: frozenset[str]
    turn: str
    coming: bool
    whose: str
    thing: frozenset[str]
    made: frozenset[str]
    object: str
    happening: frozenset[str]
    places: frozenset[str]


class DatedEvent(EventWords, frozen=True, kw_only=True):
    """An event with its date; `fixed` is one that does not hang on the day of writing but for its year."""

    time: TimeMention
    fixed: bool

    @property
    def earliest(self) -> datetime.date:
        """The first day that the date can mean."""
        assert self.time.earliest is not None
        return self.time.earliest

    @property
    def latest(self) -> datetime.date:
        """The last day that the date can mean."""
        assert self.time.latest is not None
        return self.time.latest


def dated_events(article: Article) -> Iterator[DatedEvent]:
    """The events to which the writer gives a date, one for each date, in reading order."""
    for sentence in article.sentences:
        if article.block_of(sentence).kind in ("paragraph", "item", "cell"):
            for time in (*told_days(article, sentence), *_years_told(article, sentence)):
                if article.quotation_at(time.span) is None:
                    yield _event(article, sentence, time)


def _years_told(article: Article, sentence: Sentence) -> Iterator[TimeMention]:
    """The bare years of a sentence in which it says that something happened."""
    for time in starting_in(article.times, sentence.span):
        bare = time.type == "DATE" and len(time.value) == 4 and time.anchoring == "absolute"
        plain = bare and not time.role and not time.modifier and time.earliest is not None
        if plain and YEAR_BEFORE.search(article.plain, sentence.span.start, time.span.start):
            yield time


def _around(article: Article, sentence: Sentence, time: TimeMention, clause: Span) -> tuple[str, str, bool]:
    """The words of a clause before and after its date, and whether a participle with the date stands before it:
    "Signed on 3 May, the treaty has …", where what the clause behind the comma is about is what was signed."""
    before = article.plain[clause.start : time.span.start]
    after = article.plain[time.span.end : clause.end]
    if FRONTED.fullmatch(before) is None:
        return before, after, False
    thing = FRONTED_THING.match(article.plain, time.span.end, sentence.span.end)
    return before.lower(), thing[0] if thing else after, True


def _event(article: Article, sentence: Sentence, time: TimeMention) -> DatedEvent:
    clause = _clause(article, sentence.span, time)
    before, after, fronted = _around(article, sentence, time, clause)
    acts_after = ACT.finditer(after) if not is_told_right_before(before) else ()
    found = next(iter([*ACT.finditer(before)][-1:] or acts_after), None)
    verb = (found["past"] or found["present"] or found["future"]) if found else ""
    act = stem(_base(verb))
    acts = frozenset((ALIKE.get(act, act),)) - LIGHT - {""}
    coming = found is not None and found["past"] is None
    nominal = told_by_noun(before, alone=not acts)
    if nominal is not None:
        acts = frozenset((ALIKE.get(nominal.act, nominal.act),))
        coming = article.date is not None and time.earliest is not None and time.earliest > article.date
    if coming and OPEN in acts:
        acts = frozenset((stem("begin"),))  # What opens tomorrow begins then; what was opened was begun before.
    told = f"{before} {after}"
    turn = ORDINAL.search(told)
    near = paragraph_names(article, sentence.span.start)
    own = frozenset(name_stem for name in near for name_stem in stems(name))
    ahead = found if found and found.end() <= len(before) else None
    behind = before[ahead.end() :] if ahead else ""
    block = article.block_of(sentence)
    return DatedEvent(
        time=time,
        fixed=time.anchoring == "absolute" or DAY.search(article.words(time.span)) is not None,
        acts=acts,
        words=(frozenset(stems(told)) | _meant(article, sentence, told)) - LIGHT - own - {stem(verb)},
        names=names_in(article, sentence.span) or near,
        about=near | subject(article),
        turn=turn[1] if turn else "",
        coming=coming,
        whose=nominal.whose if nominal else _who(article, sentence, clause.start + ahead.start()) if ahead else "",
        thing=nominal.thing if nominal else _thing(before[: ahead.start()]) if ahead else frozenset(),
        made=_made(after if fronted else behind),
        object=_object(behind) if ahead and not fronted else "",
        happening=frozenset(HAPPENINGS[each.casefold()] for each in HAPPENING.findall(told)),
        places=places_in(article, told) or places_in(article, article.plain[block.start : sentence.span.end]),
    )


@lru_cache(maxsize=1)
def _bases() -> dict[str, str]:
    """The base form of the past forms of irregular verbs."""
    return {form: base for base, forms in IRREGULAR_VERBS.items() for form in forms}


def _base(verb: str) -> str:
    """The base form of a verb's past form where that is irregular, so that "began" and "will begin" are one."""
    return _bases().get(verb, verb)


def _thing(before: str) -> frozenset[str]:
    """The stems of a short definite subject that opens a clause: "The Astrid tunnel" in "The Astrid tunnel was opened".

    Empty where the words before the verb are more than that.
    """
    met = THING.fullmatch(before)
    return frozenset(stems(met["thing"])) - LIGHT if met else frozenset()


def _made(told: str) -> frozenset[str]:
    """The stems of what an act is done to: of "the Delta Charter" in "signed the Delta Charter on"."""
    met = MADE.match(told)
    return frozenset(stems(met["thing"])) - LIGHT if met else frozenset()


OBJECT = lazy_pattern(
    r"(?: (?:over|up|off|out|down|back))? (?:the|its|their|his|her) (?:[\w'-]+ )??(?P<head>[a-z]{3,})"
    r"(?= (?:of|to|in|at|on|from|for|with|by)\b|,)"
)


def _object(told: str) -> str:
    """The stem of the noun right behind a verb: "barrack" of "handed over the barracks of Valmiera to the town"."""
    met = OBJECT.match(told)
    return next(iter(stems(met["head"])), "") if met else ""


def _who(article: Article, sentence: Sentence, verb: int) -> str:
    """The person who stands right before a verb, with an aside between commas at most."""
    starts = article.derive(_starts)
    index = bisect_left(starts, verb) - 1
    while index >= 0 and starts[index] >= sentence.span.start:
        name = article.names[index]
        if SUBJECT.fullmatch(article.plain, name.span.end, verb) is not None:
            leads = not article.plain.endswith(HUNG, sentence.span.start, name.span.start)
            return key_of(name.canonical) if leads and name.type == "person" and " " in name.canonical else ""
        index -= 1
    return ""


def _starts(article: Article) -> list[int]:
    return [name.span.start for name in article.names]


def _meant(article: Article, sentence: Sentence, told: str) -> frozenset[str]:
    """The stems of the sentence before in the paragraph, where a clause takes up what that one names."""
    index = article.sentence_index(sentence.span.start)
    if not index or PRONOUN.search(told) is None or article.sentences[index - 1].block != sentence.block:
        return frozenset()
    return frozenset(stems(article.plain_words(article.sentences[index - 1].span)))


def _clause(article: Article, sentence: Span, time: TimeMention) -> Span:
    """The clause around a date, which reaches back to the date before it at most."""
    before = starting_in(article.times, Span(sentence.start, time.span.start))
    earlier = [each.span.end for each in before if each.type != "DURATION"]
    low = max(sentence.start, time.span.start - REACH, *earlier)
    cut = CUT_BEFORE.match(article.plain[low : time.span.start])
    high = min(sentence.end, time.span.end + REACH)
    end = CUT_AFTER.search(article.plain[time.span.end : high])
    return Span(low + (cut.end() if cut else 0), time.span.end + end.start() if end else high)
