"""The table of annotators."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from linter.annotation.article import Annotator, Article
from linter.annotation.settings import NO_SETTINGS, Settings
from linter.core.table import LazyTable

if TYPE_CHECKING:
    from linter.document.model import Document
    from linter.facts.base import FactBase
    from linter.match.trigger import Scanner, Trigger

ANNOTATORS: LazyTable[Annotator] = LazyTable(
    {
        "sentence": "linter.annotation.sentences:annotate",
        "quotation": "linter.annotation.quotations:annotate",
        "attribution": "linter.annotation.attributions.annotator:annotate",
        "time": "linter.annotation.times.annotator:annotate",
        "quantity": "linter.annotation.quantities.annotator:annotate",
        "poll": "linter.annotation.polls.annotator:annotate",
        "name": "linter.annotation.names.annotator:annotate",
        "fact": "linter.annotation.mentions:annotate",
    }
)
"""Every kind of annotation. To add one: its module, its line here, its test."""

TRIGGERS: LazyTable[Callable[[], tuple[Trigger, ...]]] = LazyTable(
    {
        kind: f"linter.annotation.{module}:triggers"
        for kind, module in {
            "attribution": "attributions.annotator",
            "time": "times.annotator",
            "quantity": "quantities.annotator",
            "poll": "polls.annotator",
            "fact": "mentions",
        }.items()
    }
)
"""What those that scan for something want, under the owner name `annotate/KIND`."""


def annotator_triggers() -> tuple[Trigger, ...]:
    """The triggers of all annotators."""
    return tuple(chain.from_iterable(triggers() for triggers in TRIGGERS.values()))


def make_article(
    document: Document, automaton: Scanner, facts: FactBase | None = None, settings: Settings = NO_SETTINGS
) -> Article:
    """Scan a document once and hand out the article; annotations are computed when asked for.

    `facts` are those of the shipped base unless another is given; `settings` are the conventions of the house.
    """
    return Article(document, automaton.scan(document.text), ANNOTATORS, facts, settings)
