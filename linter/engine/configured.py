"""Suppressions that stand in the configuration: for plain text, which has no comments, and for whole folders."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from linter.core.diagnostic import Diagnostic
from linter.core.problem import did_you_mean
from linter.core.report import Report, Suppressed
from linter.core.source import Source
from linter.core.span import Span
from linter.engine.meta import EXPIRED_IGNORE, META_RULES, UNKNOWN_IGNORE, UNUSED_IGNORE, MetaRule, meta_diagnostic
from linter.engine.sift import by_place
from linter.match.fold import plain
from linter.ruleset.model import RuleSet

KIND = "configuration"
"""The kind of suppression, as reports name it."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """One suppression: in files that `path` matches, reports of `rule` on words that hold `text`.

    `path` is relative to the root, with `*`, `**` and `?`; without a slash it is the name of a file anywhere. `rule` is
    an id, a pack ("polls/") or a tag ("tag:polls"). `text` are words that the report quotes, "" any. It works up to
    the day `expires`. `origin` is where it is written: path, line and column.
    """

    path: str
    rule: str
    text: str = ""
    reason: str = ""
    expires: datetime.date | None = None
    origin: tuple[str, int, int] = ("", 1, 1)


@dataclass(frozen=True, slots=True)
class Run:
    """What suppressions are judged by: all rules there are, those in force, the root of paths, and the day.

    `whole` says that the run covers all articles of the project, so that a pattern that met nothing is idle.
    """

    known: RuleSet
    ruleset: RuleSet
    root: str = ""
    today: datetime.date | None = None
    whole: bool = False


def apply_ignores(report: Report, ignores: Sequence[Ignore], run: Run) -> Report:
    """The report with what the suppressions cover moved to `suppressed`, and diagnostics for those that do nothing."""
    if not ignores:
        return report
    live = [(number, each) for number, each in enumerate(ignores) if not _expired(each, run)]
    standing: list[Diagnostic] = []
    quiet: list[Suppressed] = []
    used: set[int] = set()
    for diagnostic in report.diagnostics:
        number = next((number for number, each in live if _covers(each, diagnostic, run)), None)
        if number is None:
            standing.append(diagnostic)
        else:
            used.add(number)
            quiet.append(Suppressed(diagnostic, KIND, ignores[number].reason))
    paths = [relative(source.path, run.root) for source in report.sources]
    standing.extend(_idle(ignores, used, paths, run))
    return replace(report, diagnostics=tuple(sorted(standing, key=by_place)), suppressed=(*report.suppressed, *quiet))


def relative(path: str, root: str) -> str:
    """A path as it is written in files of the project: relative to its root, `/` between its parts."""
    return os.path.relpath(path, root or os.curdir).replace(os.sep, "/")


def _expired(ignore: Ignore, run: Run) -> bool:
    return run.today is not None and ignore.expires is not None and ignore.expires < run.today


def _covers(ignore: Ignore, diagnostic: Diagnostic, run: Run) -> bool:
    if not _answers(ignore.rule, diagnostic.rule, run.known):
        return False
    if not matches_path(ignore.path, relative(diagnostic.path, run.root)):
        return False
    words = _words(ignore.text)
    return words in _words(diagnostic.text) or any(words in _words(place.text) for place in diagnostic.related)


def _words(text: str) -> str:
    return " ".join(plain(text).casefold().split())


def _answers(selector: str, rule_id: str, known: RuleSet) -> bool:
    if selector == rule_id or selector.removesuffix("/") == rule_id.partition("/")[0]:
        return True
    try:
        rule = known[rule_id]
    except KeyError:
        return False
    return selector in rule.formerly or (selector.startswith("tag:") and selector.removeprefix("tag:") in rule.tags)


def matches_path(pattern: str, path: str) -> bool:
    """Whether a path relative to the root answers to a pattern; one that names a folder covers all below it."""
    return _expression(pattern).fullmatch(path) is not None


@lru_cache(maxsize=1024)
def _expression(pattern: str) -> re.Pattern[str]:
    pattern = pattern.removeprefix("./").rstrip("/")
    anywhere = "" if "/" in pattern else "(?:.*/)?"
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    told = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile(anywhere + "".join(told.get(part, re.escape(part)) for part in parts) + "(?:/.*)?", re.DOTALL)


def _idle(ignores: Sequence[Ignore], used: set[int], paths: Sequence[str], run: Run) -> Iterator[Diagnostic]:
    for number, ignore in enumerate(ignores):
        rules = [rule for rule in run.known.rules if _answers(ignore.rule, rule.id, run.known)]
        if not rules and not any(_answers(ignore.rule, meta.id, run.known) for meta in META_RULES):
            yield _told(ignore, UNKNOWN_IGNORE, _nearest(ignore.rule, run.known))
        elif _expired(ignore, run):
            yield _told(ignore, EXPIRED_IGNORE, f"expired on {ignore.expires}: decide anew, or remove it")
        elif number not in used and _judged(ignore, rules, paths, run):
            yield _told(ignore, UNUSED_IGNORE, "remove it, or compare its words with the report")


def _nearest(selector: str, known: RuleSet) -> str:
    names = [*(rule.id for rule in known.rules), *(f"{rule.pack}/" for rule in known.rules)]
    hint = did_you_mean(selector, names)
    return f"; {hint}" if hint else ""


def _judged(ignore: Ignore, rules: Iterable[object], paths: Sequence[str], run: Run) -> bool:
    """Whether the run could have met what the suppression is for: its rules are in force, its files were read."""
    if not any(rule in run.ruleset.rules for rule in rules):
        return False
    return run.whole or (not set("*?") & set(ignore.path) and any(matches_path(ignore.path, path) for path in paths))


def _told(ignore: Ignore, rule: MetaRule, hint: str) -> Diagnostic:
    path, line, column = ignore.origin
    told = meta_diagnostic(Source(path or ignore.path, ""), rule, Span(0, 0), name=ignore.rule, hint=hint)
    return replace(told, line=line, column=column, end_line=line, end_column=column, text=ignore.rule)
