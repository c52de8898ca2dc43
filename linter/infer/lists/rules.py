"""Rules that are announced with their number and told in sentences of their own."""

from __future__ import annotations

from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.lists.counts import Listing

RULES = frozenset("commandment condition guideline instruction regulation requirement restriction rule".split())

BINDING = lazy_pattern(
    r"\b(?:must|may(?! have)|cannot|shall|(?:has|have|needs?) to|(?:is|are|be)(?: not| no longer| only)? "
    r"(?:to (?!be said)|allowed|permitted|forbidden|banned|required|prohibited|obliged|barred|expected))\b|"
    r"\bcan (?:only|not)\b"
)
"""What a sentence has that lays something down."""

FURTHER = lazy_pattern(
    r"\b(?:also|another|besides|final(?:ly)?|first|fourth|fifth|further|furthermore|in addition|last(?:ly)?|"
    r"moreover|next|other|others|second|sixth|third)\b"
)
"""What shows that rules are told in other ways too."""

MOST_RULES = 8
MOST_LEFT_OUT = 2
"""Of a longer list, and where more of it is missing, the text may give examples."""


def rule_lists(article: Article) -> Iterator[Listing]:
    """The counts of rules whose very next sentences each lay something down."""
    for quantity in article.quantities:
        if quantity.kind == "count" and quantity.head in RULES and _announces(article, quantity):
            yield from _told(article, quantity)


def _announces(article: Article, quantity: Quantity) -> bool:
    """Whether a count is of new things: "the four rules" need not be told again, and "nearly four" is no count."""
    known = article.plain[max(0, quantity.span.start - 12) : quantity.span.start].lower()
    definite = known.endswith(("the ", "these ", "those ", "all ", "its ", "his ", "her ", "their ", " of "))
    return 1 < quantity.value <= MOST_RULES and not (definite or quantity.ends or quantity.approximation)


def _told(article: Article, quantity: Quantity) -> Iterator[Listing]:
    first = article.sentence_index(quantity.span.start) + 1
    told = [
        len(BINDING.findall(article.plain_words(each.span)))
        for each in article.sentences[first : first + MOST_RULES + 2]
    ]
    # The rules end with the first sentence that lays nothing down.
    least = next((number for number, binding in enumerate(told) if not binding), len(told))
    if least < 2:
        return
    last = article.sentences[first + least - 1]
    if (
        article.sentences[first].block != article.sentences[first - 1].block
        or last.block != article.sentences[first].block
    ):
        return
    span = Span(article.sentences[first].span.start, last.span.end)
    short = least < quantity.value
    listed = short and (quantity.value - least > MOST_LEFT_OUT or FURTHER.search(article.plain[span.start :].lower()))
    if not least <= quantity.value <= sum(told[:least]) and not listed:
        yield Listing(quantity, least, sum(told[:least]), span)
