"""Names: people, bodies, places and acronyms, with the fullest form that the article has for each.

A name is a run of capitalised words (`name_runs`). Its type is told by its own words, a title before it, its
neighbours and the fact base, and by its other mentions: a surname goes with the full name that ends in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import dropwhile

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Name, NameType
from linter.annotation.names.expansions import expansions
from linter.annotation.names.runs import Run, Word, runs, small_words
from linter.annotation.names.types import Strength, is_acronym, is_place, type_of
from linter.annotation.names.words import (
    AMBIGUOUS,
    BODIES,
    CALLINGS,
    FUNCTION,
    GROUNDS,
    JUNIOR,
    MODIFIERS,
    PORTFOLIOS,
    SURNAMES_TOO,
    is_title,
)
from linter.annotation.vocabulary import is_everyday
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.names import key_of

SURNAMES = frozenset(
    "baker barber butcher carpenter cook cooper counsel guard guide miller potter smith weaver".split()
)
"""Callings that are first or last names as well."""

FIRST_NAMES_TOO = frozenset({"maj", "gen", "sen"})
"""Abbreviated titles that are first names as well."""

OFFICE_OF = lazy_pattern(
    r"(?:[Mm]inister|[Mm]ayor|[Pp]resident|[Gg]overnor|[Bb]ishop|[Aa]rchbishop|[Aa]mbassador|[Pp]rince) (?:of|to) $"
)


class Draft(Struct, frozen=True):
    """A name by its place alone, with how sure its type is."""

    name: Name
    key: str
    strength: Strength
    words: tuple[Word, ...]


def annotate(article: Article) -> tuple[Name, ...]:
    """All names of an article, sorted by place."""
    drafts = tuple(draft for run in article.derive(runs) for draft in _drafts(article, run))
    known = frozenset(key for draft in drafts if draft.name.sure for key in (draft.key, _surname(draft)))
    drafts = tuple(draft for draft in drafts if draft.name.sure or _is_name(article, draft, known))
    types = _types(drafts)
    full = _full_names(drafts, types)
    spelled_out = article.derive(expansions)
    return tuple(_finished(draft, types, full, spelled_out) for draft in drafts)


def _drafts(article: Article, run: Run) -> list[Draft]:
    words = run.words
    if len(words) == 1 and not is_title(words[0].key):
        return _draft(article, run, words, None)
    cut = _titles_end(article, words) or int(_opens_with_calling(run))
    title, rest = words[:cut], words[cut:]
    if any(word.key in BODIES for word in words[1:]) or (rest and _is_thing(title, rest)):
        return _draft(article, run, words, None)
    if title and rest and article.plain[title[-1].end : rest[0].start] != " ":
        rest = tuple(dropwhile(_is_common, rest))
    owners = next((i for i, word in enumerate(title) if not _is_owner(article, word)), 0)
    drafts = [draft for owner in title[:owners] for draft in _draft(article, run, (owner,), None)]
    title = title[owners:]
    if not title:
        split = _leading_place(article, rest)
        drafts += _draft(article, run, rest[:split], None) if split else ()
        rest = rest[split:]
    return drafts + _draft(article, run, rest, Span(title[0].start, title[-1].end) if title else None)


def _is_common(word: Word) -> bool:
    return is_everyday(word.key)


def _is_thing(title: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Whether what follows a title is no person: "Executive Airport", "General Motors"."""
    if not title or title[-1].key not in AMBIGUOUS:
        return False
    return rest[-1].key in GROUNDS or (len(rest) == 1 and is_everyday(rest[0].key))


def _is_owner(article: Article, word: Word) -> bool:
    """Whether a word before a title says whose office it is: "French President", "KVR Chairman"."""
    short = is_acronym(word.text) and len(word.text) > 2 and not is_title(word.key)
    return short or bool(article.facts.places_called(word.text))


def _titles_end(article: Article, words: Sequence[Word]) -> int:
    """How many words at the beginning are a title, with what it is the office of ("Secretary of State")."""
    ends = [i for i, word in enumerate(words) if is_title(word.key)]
    if ends and ((ends[-1] and _is_surname(words, ends[-1])) or _is_first_name(article, words)):
        ends.pop()
    if not ends:
        return 0
    end = ends[-1] + 1
    while (
        end < len(words)
        and words[end].key in PORTFOLIOS
        and article.plain[words[end - 1].end : words[end].start] != " "
    ):
        end += 1
        while end < len(words) and words[end].key in PORTFOLIOS:
            end += 1
    return end


def _opens_with_calling(run: Run) -> bool:
    """Whether a sentence begins with what somebody does, and a full name: "Violinist Ida Berg"."""
    opening = run.words[0].key
    if not run.opens or len(run.words) not in (3, 4) or opening not in CALLINGS or opening in SURNAMES:
        return False
    return not any(word.key in GROUNDS or is_everyday(word.key) for word in run.words[1:])


def _is_surname(words: Sequence[Word], index: int) -> bool:
    """Whether a word that is a title elsewhere ends a full name: "Stephen King"."""
    last = all(word.key in JUNIOR for word in words[index + 1 :])
    before = words[index - 1].key
    return last and words[index].key in SURNAMES_TOO and not (is_title(before) or before in MODIFIERS)


def _is_first_name(article: Article, words: Sequence[Word]) -> bool:
    """Whether an abbreviated title without a stop is a first name ("Maj Berg"): no "Ida Berg" stands elsewhere."""
    if len(words) != 2 or words[0].text.lower() not in FIRST_NAMES_TOO:
        return False
    full = re.search(rf"\b(?!{words[0].text}\b)[^\W\d_a-z][\w-]+ {re.escape(words[1].text)}\b", article.plain)
    return full is None


def _leading_place(article: Article, words: Sequence[Word]) -> int:
    """1 where a place stands before a full name: "ambassador to Germany Ida Berg"."""
    if len(words) < 3 or any(word.key in GROUNDS for word in words):
        return 0
    if OFFICE_OF.search(article.plain[max(0, words[0].start - 40) : words[0].start]):
        return 1
    if not is_place(article, words[0].text) or any(is_everyday(word.key) for word in words[1:]):
        return 0
    return int(not is_place(article, " ".join(word.text for word in words[:2])))


def _draft(article: Article, run: Run, words: Sequence[Word], title: Span | None) -> list[Draft]:
    if not words or all(word.key in FUNCTION or len(word.key) < 2 for word in words):
        return []
    type_, strength = type_of(article, run, words, title is not None)
    span = Span(words[0].start, words[-1].end)
    unsure = run.styled or (
        run.opens and len(words) == 1 and words[0] is run.words[0] and not is_acronym(words[0].text)
    )
    name = Name(span, type_, article.text[span.start : span.end], title, not unsure)
    key = words[0].text if type_ == "acronym" else key_of(" ".join([word.text for word in words]))
    return [Draft(name, key, strength, tuple(words))]


def _is_name(article: Article, draft: Draft, known: frozenset[str]) -> bool:
    """Whether a word is a name though its capital may come from its place: by other mentions, or by what it is not."""
    if draft.key in known or draft.strength == 2:
        return True
    words = [word.key for word in draft.words]
    small = article.derive(small_words)
    if all(word in small or word in FUNCTION for word in words):
        return False
    return not any(is_everyday(word) or is_everyday(word.removesuffix("s")) for word in words)


def _types(drafts: Iterable[Draft]) -> Mapping[str, NameType]:
    """The type of each name by all its mentions; of a lone surname that of the full name."""
    votes: dict[str, dict[NameType, int]] = {}
    for draft in drafts:
        counts = votes.setdefault(draft.key, {})
        counts[draft.name.type] = counts.get(draft.name.type, 0) + (1, 4, 100)[draft.strength]
    types = {key: max(counts, key=counts.__getitem__) for key, counts in votes.items()}
    surnames = {_surname(draft) for draft in drafts if len(draft.words) > 1 and types[draft.key] == "person"}
    lone = {
        key for key in types if key in surnames and votes[key].get("place", 0) < 100 and "acronym" not in votes[key]
    }
    return {**types, **dict.fromkeys(lone, "person")}


def _surname(draft: Draft) -> str:
    words = [word for word in draft.words if word.key not in JUNIOR]
    return key_of(words[-1].text) if words else draft.key


def _full_names(drafts: Iterable[Draft], types: Mapping[str, NameType]) -> Mapping[str, tuple[Draft, ...]]:
    """The full names of people by each proper end of them, the longest first and in reading order."""
    found: defaultdict[str, dict[str, Draft]] = defaultdict(dict)
    for draft in drafts:
        if types[draft.key] == "person" and len(draft.words) > 1:
            found[_surname(draft)].setdefault(draft.key, draft)
    return {key: tuple(each.values()) for key, each in found.items()}


def _finished(
    draft: Draft,
    types: Mapping[str, NameType],
    full: Mapping[str, tuple[Draft, ...]],
    spelled_out: Mapping[str, str],
) -> Name:
    name, kind, canonical = draft.name, types[draft.key], draft.name.canonical
    if kind == "acronym":
        canonical = spelled_out.get(canonical.replace(".", ""), canonical)
    elif kind == "person" and len(draft.words) == 1:
        canonical = _fullest(name, full.get(draft.key, ()))
    if kind == name.type and canonical == name.canonical:
        return name
    return Name(name.span, kind, canonical, name.title, name.sure)


def _fullest(name: Name, candidates: Sequence[Draft]) -> str:
    """The full name that a surname means: the last one before it, else the first one after it."""
    index = bisect_left(candidates, name.span.start, key=_start) - 1
    return candidates[max(0, index)].name.canonical if candidates else name.canonical


def _start(draft: Draft) -> int:
    return draft.name.span.start
