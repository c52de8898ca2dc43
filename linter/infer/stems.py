"""Words reduced to their stems (Snowball's English stemmer, Porter 2001). The only module that imports Stemmer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from linter.core.pattern import lazy_pattern

WORD = lazy_pattern(r"[^\W\d_][\w'-]*")

PREFIXES = lazy_pattern(r"^(?:over|under)-?(?=\w{5})")
"""Prefixes that change how much is done, not what ("overselling" is selling)."""

PREFIXED = ("over", "under")

EMPTY = frozenset("""
a about above after again all along also although am an and any are aren't around as at away be because been before
being below between both but by came can cannot can't come comes coming could couldn't did didn't do does doesn't
doing don't down during each either else even ever every few first for from further get gets getting go goes going
gone got had hadn't has hasn't have haven't having he her here hers herself him himself his how however i if in into
is isn't it it's its itself just last less let like made make makes making many may me might more most much must my
near never new next no nor not now of off on once one only onto or other our out over own per put puts same second she
should so some soon still such take takes taking taken took than that that's the their them themselves then there
these they third this those though three through to too toward towards two under until up upon us very was wasn't we
were weren't what when where whether which while who whom whose why will with within without won't would yet you your
mr mrs ms dr said say says
""".split())  # fmt: skip
"""Words that tell nothing of what a clause is about."""


@lru_cache(maxsize=1)
def _stem_word() -> Callable[[str], str]:
    """The stemmer without its own cache, which takes three times as long as to stem a word."""
    import Stemmer

    stem_word: Callable[[str], str] = Stemmer.Stemmer("english", 0).stemWord
    return stem_word


@lru_cache(maxsize=2048)
def stem(word: str) -> str:
    """The stem of a word in any letter case, without a possessive ending; "" for a word that says nothing."""
    small = word.lower()
    bare = small.removesuffix("'s").rstrip("'-")
    if small in EMPTY or bare in EMPTY:
        return ""
    return _stem_word()(PREFIXES.sub("", bare) if bare.startswith(PREFIXED) else bare)


@lru_cache(maxsize=512)
def stems(plain_text: str) -> tuple[str, ...]:
    """The stems of the words of a text with plain quotation marks, in reading order, without those that say nothing."""
    return tuple([found for found in map(stem, WORD.findall(plain_text)) if found])
