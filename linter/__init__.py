"""factlint: a fact-check and consistency linter for articles.

The public interface is `lint`, `lint_many`, `annotate` and `load_rules`; everything else may change.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from linter.core.report import Report
    from linter.ruleset.model import RuleSet

__version__ = "0.1.0"
__all__ = ["__version__", "annotate", "lint", "lint_many", "load_rules"]


def lint(
    text: str,
    *,
    path: str = "article.md",
    date: datetime.date | None = None,
    facts: Iterable[str | Path] = (),
    sources: str | Path | None = None,
    rules: RuleSet | None = None,
) -> Report:
    """Lint one article.

    The suffix of `path` picks the format; `date` is the day the article was written, where the caller knows it; `facts`
    are fact files to use besides the built-in ones; `sources` is a folder of documents that quotations must come from;
    `rules` are all shipped ones unless given. The report has every diagnostic of every level and confidence.
    """
    from linter.engine.api import lint_texts

    return lint_texts([(path, text, date)], facts=facts, sources=sources, rules=rules)


def lint_many(
    articles: Iterable[tuple[str, str, datetime.date | None]],
    *,
    facts: Iterable[str | Path] = (),
    rules: RuleSet | None = None,
) -> Report:
    """Lint several articles, given as (path, text, date), together: rules that compare articles speak too."""
    from linter.engine.api import lint_texts

    return lint_texts(articles, facts=facts, sources=None, rules=rules)


def annotate(text: str, *, path: str = "article.md", date: datetime.date | None = None) -> list[dict[str, Any]]:
    """What factlint reads in an article: times, quotations, attributions, polls, each a dict with its place.

    `start` and `end` are code points into `text`, the end exclusive.
    """
    from linter.engine.api import annotations_of

    return annotations_of(text, path=path, date=date)


def load_rules(paths_or_packs: Iterable[str | Path] = ()) -> RuleSet:
    """Rules from packs by name, from files or from folders; all shipped rules when nothing is named.

    Raises `linter.core.errors.ProblemsError` with every mistake in the files.
    """
    from linter.engine.api import rules_of

    return rules_of(paths_or_packs)
