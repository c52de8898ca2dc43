"""The years in which what an anniversary is of began, as an article tells them by verbs: "founded in 1974"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.spans_of_time import times_of
from linter.infer.dates.stated_dates import stated_date
from linter.infer.events.subjects_again import goes_on

OF = lazy_pattern(r"^ (?:celebrations? |ceremon(?:y|ies) |commemorations? |festivities )?(?:of|since) ")
OWNED = lazy_pattern(r"^(?:its|their|his|her|our)\b", re.IGNORECASE)
HERS = lazy_pattern(r"^(?:his|her)\b", re.IGNORECASE)
OF_ITS = lazy_pattern(
    r"^ of (?:its|their|his|her|the (?:[\w'-]+ ){0,3}?'?s?)? ?(?P<what>founding|foundation|creation|"
    r"establishment|formation|incorporation|"
    r"opening|inauguration|launch|birth|death|independence|consecration|construction|signing|first \w+)\b"
)
FOUNDED = "founded|established|created|formed|set up|incorporated|started|began|begun"
VERBS = {
    "founding": FOUNDED, "foundation": FOUNDED, "creation": FOUNDED, "establishment": FOUNDED, "formation": FOUNDED,
    "incorporation": FOUNDED, "opening": "opened|inaugurated", "inauguration": "opened|inaugurated|sworn in",
    "launch": "launched|started|began", "birth": "born", "death": "died|killed|murdered|shot",
    "construction": "built|completed",
    "hers": "born|married|wed|founded|began|started|joined|ordained|consecrated|crowned|came to power|took office",
    "independence": "independence|independent", "consecration": "consecrated", "signing": "signed|agreed",
}  # fmt: skip
ANY_START = (
    rf"{FOUNDED}|opened|inaugurated|launched|signed|married|wed|consecrated|built|completed|came to power|took office|"
    r"independent|released|published|unveiled|born|on (?:the )?air|"
    r"first (?:aired|broadcast|performed|held|run|staged)"
)
BACK = 14
"""Sentences before an anniversary in which its event is looked for."""

NEAR = 2
CLOSE = 90
"""Code points before a date in which its verb stands."""

ELSEWHERE = lazy_pattern(r";|\b(?:and|but|who|which)\b")
HEAD = 3
"""Sentences at the head of an article that tell of its subject."""


def begun(article: Article, mention: TimeMention, after: str) -> tuple[int, Span] | None:
    """The one beginning that the sentences before tell: of the kind that is named, or in the sentences next to it."""
    named = OF_ITS.match(after)
    if OF.match(after) is not None and named is None:
        return None
    what = named["what"] if named is not None else "hers" if HERS.match(article.plain_words(mention.span)) else ""
    verbs = lazy_pattern(rf"\b(?:{VERBS.get(what, ANY_START)})\b", re.IGNORECASE)
    index = article.sentence_index(mention.span.start)
    here = list(starts_in(article, article.sentences[index], verbs, mention))
    if len({year for year, _ in here}) == 1:
        return here[-1]
    near = article.sentences[max(0, index - (BACK if named else NEAR)) : index + 1]
    following = article.sentences[index + 1 : index + 2]
    if following and goes_on(article, near, following[0]):
        near = (*near, *following)
    found = [each for other in near for each in starts_in(article, other, verbs, mention)]
    if not found and OWNED.match(article.plain_words(mention.span)):
        head = article.sentences[: min(HEAD, index)]  # it tells of the article's subject
        found = [each for other in head for each in starts_in(article, other, verbs, mention)]
    years = {year for year, _ in found}
    return found[-1] if len(years) == 1 else None


def starts_in(
    article: Article, sentence: Sentence, verbs: re.Pattern[str], mention: TimeMention
) -> Iterator[tuple[int, Span]]:
    """The years that verbs of beginning have in a sentence, and the words that tell them."""
    for other in times_of(article, sentence):
        date = stated_date(article, other)
        if other.span.overlaps(mention.span) or date is None or not date.own_year or date.year is None:
            continue
        before = article.plain[max(sentence.span.start, other.span.start - CLOSE) : other.span.start]
        verb = list(verbs.finditer(before))
        if article.date is not None and date.year >= article.date.year:
            continue
        if verb and not ELSEWHERE.search(before[verb[-1].end() :]):
            yield date.year, other.span
