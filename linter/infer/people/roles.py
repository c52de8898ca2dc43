"""Offices and callings that an article gives to people, in front of a name or behind it.

"Health Minister Ida Berg", "the opposition leader, Ida Berg,", "Ida Berg, head of the mission": each is one role with
its place, its head ("minister"), what it is of ("health") and whose it is ("Kotka").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.annotation.names.words import HONORIFICS, ROLES, SHORT_TITLES
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, span_of

REACH = 110
"""Code points before and after a name in which a role is looked for."""

NEAR = 25
"""Code points before and after a role, up to the next comma, in which it is said to be of another time."""

CUT = lazy_pattern(r"[,;:\"(—–]")

OPENING = r"(?:(?<![\w-])(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|(?:[Tt]he )?[\w.-]+(?: [\w-]+)?(?:'s|s')) )"
WORDS = r"(?:[\w'.-]+ ){0,3}?"
UNDETERMINED = (
    r"(?:(?:now|also|still|then|once|later|today|currently|formerly) (?:an?|the) )?"
    r"(?:(?!(?:an?|the|his|her|its|their)\b)[\w'.-]+ ){0,3}?"
)
"""The words of an office behind a name: with "the" among them a verb would stand in front ("met the governor")."""
OF = (
    r"(?: (?:of|for|at|to|in) (?:the )?(?:[\w'-]+(?: [\w'-]+){0,5}"
    r"(?: (?!(?:is|was|are|were|has|had|have|will|would|said|says|told|that|who|which|when|and|but)\b)[\w'-]+){0,4}))?"
)
JOINING = r"on|in|at|for|by|with|to|from|the|an?|and|but|when|as|that|said|\w+day|his|her|its|their|of"
"""Words that are no part of an office right before a name."""

ASIDE = r"(?:, who [^,]{3,40})?"

PREPOSITIONS = frozenset("of for at to in the".split())
"""What joins an office to a place or a body."""

SHORT_FORMS = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel",
               "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "maj": "major", "pres": "president",
               "insp": "inspector", "det": "detective", "supt": "superintendent"}  # fmt: skip
"""Abbreviated titles in full."""


class Role(Struct, frozen=True):
    """A role at its place: `words` in small letters without article and owner, `head` its main word, `owner` the
    capitalised words that say where or of what, "" for none. `tied` is whether it stands beside the name without a
    comma or as an apposition that opens with "the" or an owner: the office, not one of many."""

    span: Span
    words: str
    head: str
    owner: str
    tied: bool


HEADS = ROLES - SHORT_TITLES
"""Words for what somebody is."""

WORD = lazy_pattern(r"[a-z]+(?:[-'][a-z]+)*")

FIELD = 40
"""Code points before a name in which a head with its field stands right before it ("head of security Jan Roth")."""

FIELD_BEFORE = lazy_pattern(
    r"(?P<bare>(?P<bare_words>\b(?P<bare_head>[A-Za-z-]+) of (?:[\w'-]+ )?"
    r"(?!(?:when|while|as|if|where|after|before|since|until|because|that|who|whom|which|and|but|than|for|to|with|by|"
    r"from|in|on|said|says|told|asked|called|named)\b)[\w'-]+)) $"
)


@lru_cache(maxsize=1)
def _heads() -> str:
    return "|".join(sorted(map(re.escape, HEADS), key=len, reverse=True))


def _has_head(text: str) -> bool:
    """Whether a text can hold a role: the patterns are dear, and most names stand without one."""
    return any(
        word in HEADS or any(part in HEADS for part in word.replace("'", "-").split("-"))
        for word in WORD.findall(text.lower())
    )


@lru_cache(maxsize=1)
def _heads_before_name() -> tuple[str, ...]:
    return tuple(f"{head} " for head in HEADS)


@lru_cache(maxsize=1)
def _tails() -> frozenset[str]:
    """How a text that ends in a head and a space ends: most do not, which is told at once."""
    return frozenset(f"{head[-2:]} " for head in HEADS)


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return lazy_pattern(
        rf"(?:(?P<named>(?P<opening>{OPENING})(?P<words>{WORDS}(?P<head>{_heads()}))(?P<of>{OF}))(?:{ASIDE}, | is )|"
        rf"(?P<bare>(?P<bare_words>(?<![\w-])(?:(?!(?:{JOINING})\b)[a-z][\w-]* ){{0,2}}?(?P<bare_head>{_heads()}))) )$",
        re.IGNORECASE,
    )


def _role_before(text: str) -> re.Match[str] | None:
    """The role in which a text before a name ends: an apposition, or a head right before the name.

    The latter is looked for in the last three words alone: it has no more.
    """
    if text.endswith(", "):
        return _before().search(text) if _has_head(text) else None
    if text[-3:].lower() not in _tails() or not text.lower().endswith(_heads_before_name()):
        found = FIELD_BEFORE.search(text) if " of " in text[-FIELD:] else None
        return found if found is not None and found["bare_head"].lower() in HEADS else None
    rest, *words = text.rsplit(" ", 4)
    return _before().search(text, len(rest) + 1 if len(words) == 4 else 0)


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return lazy_pattern(
        rf"(?:(?:'s)?, (?:who is )?| is (?=the |\S+(?: \S+)?'s? ))"
        rf"(?P<named>(?P<opening>{OPENING})?(?P<words>{UNDETERMINED}(?P<head>{_heads()}))(?P<of>{OF}))"
        r"(?=[,.;:)]|$| (?:who|said|told|and|since)\b)",
        re.IGNORECASE,
    )


DOING = {
    "captains": "captain", "chairs": "chairman", "coaches": "coach", "commands": "commander", "conducts": "conductor",
    "curates": "curator", "defends": "defense lawyer", "directs": "director", "edits": "editor", "heads": "head",
    "leads": "leader", "represents": "lawyer",
}  # fmt: skip
"""Verbs that tell an office, with the office: "Ida Berg, who heads the mission,"."""

DOES = lazy_pattern(
    rf", who (?:now |also |has )?(?P<verb>{'|'.join(DOING)}) (?P<of>(?:the |its |their |his |her )?"
    r"[\w'-]+(?: (?:of (?:the )?)?(?!(?:and|as|at|for|from|in|on|with)\b)[\w'-]+){0,4})"
    r"(?=[,.;)]|$| (?:said|told|in|at)\b)"
)
"""A relative clause behind a name that tells an office by a verb."""

MINISTRY = lazy_pattern(r"(?:the |its |their )?((?:\w+ ){0,2}?\w+) ministry", re.IGNORECASE)


def _done(found: re.Match[str], offset: int) -> Role:
    office, of = DOING[found["verb"]], found["of"]
    ministry = MINISTRY.fullmatch(of) if office == "head" else None
    if ministry is not None:
        office, of = f"{ministry[1]} minister", ""
    own = " ".join(re.findall(r"\b[A-Z][\w-]+", of))
    words = f"{office}{_field(f' of {of}') if of else ''}".lower()
    return Role(Span(offset + found.start("verb"), offset + found.end()), words, office.split()[-1], own, True)


def roles_of(article: Article, name: Name) -> Iterator[Role]:
    """The roles that stand beside one mention of a person."""
    titled = _titled(article, name)
    if titled is not None:
        yield titled
    start = name.span.start if name.title is None else name.title.start
    sentence = article.sentence_at(start).span
    if titled is None:
        low = max(sentence.start, start - REACH)
        before = article.plain[low:start]
        found = _role_before(before)
        if found is not None:
            yield _role(found, low)
    low = name.span.end
    after = article.plain[low : min(sentence.end, low + REACH)]
    done = DOES.match(after) if after.startswith(", who ") else None
    if done is not None:
        yield _done(done, low)
    elif after.startswith((",", "'s,", " is ")) and _has_head(after):
        following = _after().match(after)
        if following is not None:
            yield _role(following, low)


def beside(article: Article, role: Span, name: Span) -> str:
    """A role with the words that stand beside it without a comma: "then the mayor", "mayor until May".

    What follows is read of a role behind its name alone.
    """
    sentence = article.sentence_at(name.start).span
    before = CUT.split(article.plain[max(sentence.start, role.start - NEAR) : role.start])[-1]
    follows = article.plain[role.end : min(sentence.end, role.end + NEAR)] if role.start >= name.end else ""
    return f"{before}{article.plain_words(role)}{CUT.split(follows)[0]}"


def _titled(article: Article, name: Name) -> Role | None:
    """The role in the title right before a name, where that is more than a form of address."""
    if name.title is None:
        return None
    words = [word.rstrip(".") for word in article.plain_words(name.title).lower().split()]
    words = [SHORT_FORMS.get(word, word) for word in words if word not in HONORIFICS]
    head = next((word for word in reversed(words) if word in HEADS), "")
    return Role(name.title, " ".join(words), head, "", True) if head else None


def _field(of: str) -> str:
    """What an office is of, without the names behind it: " of the law school" of " of the law school in Graz"."""
    words = of.split()
    cut = next((place for place, word in enumerate(words) if word[0].isupper()), len(words))
    while cut and words[cut - 1] in PREPOSITIONS:
        cut -= 1
    return "".join(f" {word}" for word in words[:cut])


def _role(found: re.Match[str], offset: int) -> Role:
    groups = found.groupdict()
    if groups.get("bare"):
        span = span_of(found, offset, "bare")
        head, _, of = found["bare_words"].partition(" of ")
        own = " ".join(word for word in of.split() if word[0].isupper())
        words = f"{head}{_field(f' of {of}')}" if of else head
        return Role(span, words.lower(), found["bare_head"].lower(), own, True)
    span = span_of(found, offset, "named")
    opening, of = found["opening"] or "", found["of"] or ""
    own = " ".join(re.findall(r"\b[A-Z][\w-]+", f"{opening[1:]} {of}"))
    definite = opening.strip().lower() not in ("", "a", "an")
    words = f"{found['words']}{_field(of)}".lower()
    return Role(span, words, found["head"].lower(), own, definite)
