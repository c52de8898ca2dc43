"""What the public functions of `linter` do."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from linter.checks import CHECKS
from linter.core.errors import ProblemsError
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.described import described
from linter.engine.files import Reading, read_all
from linter.engine.lint import Input, Linter
from linter.facts.load import LoadedFacts, load_facts
from linter.ruleset.load import load_rules
from linter.ruleset.model import RuleSet
from linter.ruleset.shipped import shipped_rules


def rules_of(paths_or_packs: Iterable[str | Path] = ()) -> RuleSet:
    """Rules from packs, files and folders; raises ProblemsError with every mistake in them."""
    asked = tuple(paths_or_packs)
    loaded = load_rules(asked, checks=CHECKS) if asked else shipped_rules(CHECKS)
    if loaded.problems:
        raise ProblemsError(loaded.problems)
    return loaded.ruleset


@lru_cache(maxsize=1)
def shipped() -> Linter:
    """The linter with all shipped rules, made ready once a process."""
    return Linter(rules_of())


def lint_texts(
    articles: Iterable[tuple[str, str, datetime.date | None]],
    *,
    facts: Iterable[str | Path],
    sources: str | Path | None,
    rules: RuleSet | None,
) -> Report:
    """Lint texts given as (path, text, date); mistakes in fact files, and unreadable sources, are its problems."""
    loaded = load_facts(paths) if (paths := tuple(facts)) else None
    linter = _linter(rules, loaded)
    read = read_all([str(sources)], "") if sources is not None else Reading((), ())
    report = linter.lint(Input(Source(path, text), date, read.sources) for path, text, date in articles)
    unusable = (*(loaded.problems if loaded else ()), *read.problems)
    return replace(report, problems=(*unusable, *report.problems)) if unusable else report


def _linter(rules: RuleSet | None, loaded: LoadedFacts | None) -> Linter:
    if loaded is None:
        return shipped() if rules is None else Linter(rules)
    return Linter(shipped().ruleset if rules is None else rules, facts=loaded.base)


def annotations_of(text: str, *, path: str, date: datetime.date | None) -> list[dict[str, Any]]:
    """The annotations of one text as dicts."""
    return list(described(shipped().article(Input(Source(path, text), date))))
