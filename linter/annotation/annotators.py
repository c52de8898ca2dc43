"""The table of annotators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from linter.annotation import attributions, mentions, names, polls, quantities, quotations, sentences, times
from linter.annotation.article import Annotator, Article
from linter.annotation.settings import NO_SETTINGS, Settings
from linter.document.model import Document
from linter.facts.base import FactBase
from linter.match.automaton import Automaton
from linter.match.trigger import Trigger


@dataclass(frozen=True, slots=True)
class AnnotatorKind:
    """An annotator and the triggers it wants, under the owner name `annotate/KIND`."""

    annotate: Annotator
    triggers: Callable[[], tuple[Trigger, ...]] = tuple


ANNOTATORS: Mapping[str, AnnotatorKind] = {
    "sentence": AnnotatorKind(sentences.annotate),
    "quotation": AnnotatorKind(quotations.annotate),
    "attribution": AnnotatorKind(attributions.annotate, attributions.triggers),
    "time": AnnotatorKind(times.annotate, times.triggers),
    "quantity": AnnotatorKind(quantities.annotate, quantities.triggers),
    "poll": AnnotatorKind(polls.annotate, polls.triggers),
    "name": AnnotatorKind(names.annotate),
    "fact": AnnotatorKind(mentions.annotate, mentions.triggers),
}
"""Every kind of annotation. To add one: its module, its line here, its test."""


def annotator_triggers() -> tuple[Trigger, ...]:
    """The triggers of all annotators."""
    return tuple(chain.from_iterable(kind.triggers() for kind in ANNOTATORS.values()))


def make_article(
    document: Document, automaton: Automaton, facts: FactBase | None = None, settings: Settings = NO_SETTINGS
) -> Article:
    """Scan a document once and hand out the article; annotations are computed when asked for.

    `facts` are those of the shipped base unless another is given; `settings` are the conventions of the house.
    """
    functions: dict[str, Callable[[Article], tuple[Any, ...]]] = {
        name: kind.annotate for name, kind in ANNOTATORS.items()
    }
    return Article(document, automaton.scan(document.text), functions, facts, settings)
