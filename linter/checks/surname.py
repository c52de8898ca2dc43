"""The check kind `surname`: people whom the article first names by their surname alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.annotation.names.runs import styled_blocks
from linter.annotation.names.types import body_nouns, is_place, names_person
from linter.annotation.names.words import FAMILY_TITLES, KIN, ONE_NAMED, ROLES
from linter.annotation.vocabulary import is_everyday, is_word
from linter.checks.base import Finding, Label
from linter.core.pattern import lazy_pattern
from linter.facts.model import Figure
from linter.facts.names import key_of
from linter.infer.people.name_uses import first_names
from linter.infer.people.persons import Person, is_full, people
from linter.infer.people.resumed import is_resumed, resumed
from linter.infer.people.spellings import NearWords
from linter.match.trigger import Trigger

BODY = frozenset({"paragraph", "item"})
SHAPE = lazy_pattern(
    r"(?:[a-z]{1,3}['-])?(?:Mc|Mac|Fitz|De|Di|La|Le|Van|[DO]')?[^\W\d_a-z][^\W\d_A-Z]+(?:-[^\W\d_a-z][^\W\d_A-Z]+)*"
)
MARKED_AFTER = lazy_pattern(
    r"[^\s.,;'\"!?—–-]|'s? (?:shares|stock|headquarters|board|spokes\w+|website|app|users)\b|"
    r",? (?:said|says) (?:that )?its?\b|"
    r" (?:said|says|reported|reports|posted) (?:that )?(?:[\w-]+ ){0,3}(?:sales|profits?|revenues?|turnover|orders|"
    r"shipments|house prices)\b|,? which\b| ?\)|[-/]\w|\.\w"
)
FINANCE = lazy_pattern(
    r"\b(?:shares|stock|stocks|securities|debentures|convertible|dividends?|tender(?:ed)?|funds?|earnings|index|"
    r"quarter|shareholders|stockholders)\b"
)
"""What a firm speaks of rather than a man."""

BODY_BEHIND = lazy_pattern(
    r",? (?:or [A-Z][\w-]+, )?(?:an?|the|its) (?:[\w'-]+ ){0,4}?([a-z-]+)\b(?=[,.;)]| (?:of|for|in|that|owned)\b)"
)
CAPITAL_BEFORE = lazy_pattern(
    r"(?:\b[Nn]orth|\b[Ss]outh|\b[Ee]ast|\b[Ww]est|"
    r"(?<![.?!:]['\" ])(?<!^)[A-Z][^\s.,;:!?]*[^\s\w.,;:!?'\"-][^\s.,;:!?]*) $"
)
"""A direction, or a word with a sign of a broken encoding, that belongs to the name behind it."""

ARTICLE_BEFORE = lazy_pattern(
    r"\b(?:[Tt]he|an?|[Aa]t|[Ii]n|[Ff]or|[Oo]n|[Oo]f|[Vv]ia|[Nn]ear|-)\s?$|[(/@#)\]\[-] ?$|"
    r"\b(?:called|named|dubbed|titled|nicknamed|known(?: \w+ly)? as) $|"
    r"\b(?:ferry|ferries|road|trains?|bus|buses|flights?|trips?|way|line|boats?|bridge|tunnel|route) (?:to|from) $|"
    r"\b(?:in|at|near|from|of) (?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]\w+day\b)[A-Z][\w'-]+, $"
)
WORD_AFTER = lazy_pattern(r" (?:[a-z-]+ )?([a-z-]+) [A-Z]")
LEADERS = frozenset({"president", "prime minister", "chancellor", "secretary general", "secretary-general"})
YEARS = 8
"""Years for which a leader is remembered by the surname alone."""

RULER_BEHIND = lazy_pattern(r", (?:the|an?|her|his) (?:[\w-]+ )?([a-z]+)\b")
PEOPLE = lazy_pattern(r".+(?:ans|ers|ists|ites|ese)")
WORD_BEFORE = lazy_pattern(r"([a-z]+),? $")

FIRM_AFTER = lazy_pattern(
    r"\s*(?:Its [a-z]|The (?:company|firm|group|manufacturer|maker|business) |"
    r"It (?:has|had|sold|sells|earned|employs|plans|owns|runs|makes|made|expects)\b)"
)
"""The next sentence, where it takes a name up as a firm."""

SUBJECT_BEFORE = lazy_pattern(r"(?:^|— )(?:[Tt]he (?:[\w-]+ ){1,3})?$")

LETTER_BEFORE = lazy_pattern(r"\b(?:wrote|writes|asks|asked) $")
LETTER_AFTER = lazy_pattern(r" (?:from|of|in) [A-Z]")
"""A reader who writes is named by the first name and the place: "wrote Greta from Motala"."""


class SurnameCheck(Struct, frozen=True, kw_only=True):
    """Reports the first mention of a person in the body where it is a surname alone, or one behind a title.

    Left alone: a title with the surname where the full name follows in the same or the next sentence; `known`, people
    for whom one name is enough; `bodies`, companies and the like that are named as people are; holders of an office in
    the fact base, behind their title or where no other person bears the surname; what is not surely a person.
    """

    known: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: it reads what stands beside names."""
        del owner
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each such person, at the first mention outside quotations and headlines."""
        del owner
        for person in (*article.derive(people), *resumed(article)):
            mentions = [name for name in person.mentions if _is_told(article, name)]
            introduced = mentions and any(is_full(article, name) for name in _until(person, mentions[0]))
            if mentions and not introduced and self._is_bare(article, person, mentions):
                yield _finding(article, person, mentions[0])

    def _is_bare(self, article: Article, person: Person, mentions: list[Name]) -> bool:
        first = mentions[0]
        word = article.plain_words(first.span)
        if _is_told_before(article, first) or _is_taken_up_as_firm(article, first):
            return False
        if not SHAPE.fullmatch(word) or word in self.known or word in self.bodies or is_place(article, word):
            return False
        if first.title is not None and self._is_enough(article, first, mentions):
            return False
        if article.derive(_surnames).has_near(key_of(word)):
            return False  # It is a slip of the pen for somebody who is introduced.
        if (
            article.facts.pollsters_named(word)
            or article.facts.figures_named(word)
            or any(_leads(article, each) for each in article.facts.figures_surnamed(word))
        ):
            return False
        everyday = is_everyday(word.lower()) or (word.endswith("s") and is_word(word[:-1].lower()))
        if first.title is None and (everyday or PEOPLE.fullmatch(word)):
            return False
        if " " in person.name and any(_is_introduced(article, name) for name in mentions if is_full(article, name)):
            return _stands_alone(article, first)
        return self._is_person(article, first, mentions)

    @staticmethod
    def _is_enough(article: Article, first: Name, mentions: list[Name]) -> bool:
        """Whether a title with a surname is enough of a name, or the full name follows at once."""
        title = article.plain_words(first.title).lower().rstrip(".").split() if first.title else []
        if title and (title[-1] in FAMILY_TITLES or article.facts.figures_surnamed(article.words(first.span))):
            return True
        near = article.sentence_index(first.span.start) + 1
        return any(is_full(article, name) and article.sentence_index(name.span.start) <= near for name in mentions[1:])

    @staticmethod
    def _is_person(article: Article, first: Name, mentions: list[Name]) -> bool:
        """Whether a name without a fuller form is surely a person's: by a title, or by what stands beside it."""
        if first.title is None and is_resumed(article, first.span):
            return MARKED_AFTER.match(article.plain, first.span.end) is None
        if any(not _stands_alone(article, name) for name in mentions if name.title is None):
            return False
        if first.title is None and FINANCE.search(article.plain_words(article.sentence_at(first.span.start).span)):
            return False
        if first.title is not None:
            return MARKED_AFTER.match(article.plain, first.span.end) is None
        return names_person(article, first.span)


def _surnames(article: Article) -> NearWords:
    return NearWords(article.derive(first_names))


def _is_introduced(article: Article, name: Name) -> bool:
    """Whether a full name is surely a person's."""
    return (
        name.title is not None
        or names_person(article, name.span)
        or bool(article.facts.figures_named(article.words(name.span)))
    )


def _leads(article: Article, figure: Figure) -> bool:
    """Whether somebody leads a state about the time of the article, so that the surname is enough for many."""
    year = None if article.date is None else article.date.year
    for term in figure.terms:
        if not LEADERS.isdisjoint(term.office.titles):
            start, end = term.holder.start.year, term.holder.end.year if term.holder.end else None
            if year is None or (start - 1 <= year and (end is None or year <= end + YEARS)):
                return True
    return False


def _is_told(article: Article, name: Name) -> bool:
    index = article.sentence_at(name.span.start).block
    if article.document.blocks[index].kind not in BODY or article.derive(styled_blocks)[index]:
        return False
    return article.quotation_at(name.span) is None


def _until(person: Person, first: Name) -> Iterator[Name]:
    """The mentions of a person up to one."""
    return (name for name in person.mentions if name.span.start <= first.span.start)


def _stands_alone(article: Article, name: Name) -> bool:
    """Whether nothing beside a name tells that it is no person's."""
    before = article.plain[max(0, name.span.start - 30) : name.span.start]
    after = article.plain[name.span.end : name.span.end + 24]
    noun = WORD_BEFORE.search(before)
    role = WORD_AFTER.match(after)
    body = BODY_BEHIND.match(article.plain, name.span.end, name.span.end + 80)
    if (body is not None and body[1] in body_nouns()) or CAPITAL_BEFORE.search(before):
        return False
    if (noun is not None and (noun[1] in KIN or noun[1] in ONE_NAMED)) or (role is not None and role[1] in ROLES):
        return False
    ruler = RULER_BEHIND.match(after)
    if ruler is not None and ruler[1] in ONE_NAMED:
        return False
    if LETTER_BEFORE.search(before) and LETTER_AFTER.match(after):
        return False
    return ARTICLE_BEFORE.search(before) is None and MARKED_AFTER.match(article.plain, name.span.end) is None


def _is_taken_up_as_firm(article: Article, name: Name) -> bool:
    """Whether the subject of a sentence goes on as "its" or "the company" in the next one."""
    sentence = article.sentence_at(name.span.start).span
    opens = SUBJECT_BEFORE.search(article.plain[sentence.start : name.span.start]) is not None
    somebody = article.plain.startswith(", who", name.span.end)
    return opens and not somebody and FIRM_AFTER.match(article.plain, sentence.end) is not None


def _is_told_before(article: Article, first: Name) -> bool:
    """Whether the word stands earlier in the body, beside another with a capital, in a name that was not read."""
    end = article.derive(_told_beside).get(article.plain_words(first.span))
    return end is not None and end < first.span.start


def _told_beside(article: Article) -> dict[str, int]:
    """The words of the body that stand beside another with a capital, with the end of the first such pair."""
    ends: dict[str, int] = {}
    body = next((block.start for block in article.document.blocks if block.kind in BODY), 0)
    for one, other in pairwise(CAPITALISED.finditer(article.plain, body)):
        if article.plain[one.end() : other.start()] != " ":
            continue
        ends.setdefault(one[0], other.start() + 1)
        if len(one[0]) > 1:
            for word in (other[0], OWNED.sub("", other[0]), other["first"]):
                ends.setdefault(word, other.end())
    return ends


CAPITALISED = lazy_pattern(r"\b(?:[a-z]{1,3}['-])?(?P<first>[^\W\d_a-z]\w*)(?:['’-]\w+)*")
"""A word with a capital, whole; up to a hyphen or an apostrophe in the group `first`."""

OWNED = lazy_pattern(r"['’]s$")


def _finding(article: Article, person: Person, first: Name) -> Finding:
    full = next((name for name in person.mentions if is_full(article, name)), None)
    label = () if full is None else (Label(full.span, "named in full here"),)
    return Finding(first.span, label, {"name": person.name})
