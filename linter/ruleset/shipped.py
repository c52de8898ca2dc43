"""The rules that ship, ready to run: read from their files once, then kept in the cache.

A kept rule has its check as plain data, and the class of the check is imported when the check is first called: a run
on one small article calls a few rules of many. Its examples stay packed until somebody asks for them.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from msgspec.structs import force_setattr, replace

from linter.core.flat import NotFlatError, flat, whole
from linter.core.prepared import keep_prepared, prepared
from linter.match.trigger import Trigger

if TYPE_CHECKING:
    from linter.annotation.article import Article
    from linter.checks.base import Check, Finding
    from linter.ruleset.load import Loaded
    from linter.ruleset.model import Example, Rule

NAME = "rules"


class KeptCheck:
    """A check as it was kept: says whether it has triggers, and whether it compares articles; becomes the check itself
    when it is called. Until then it is bytes, a fourth of the size of anything else."""

    def __init__(self, data: bytes, triggered: bool, compares: bool) -> None:
        self.triggered = triggered
        self.compares = compares
        self._data = data

    @cached_property
    def made(self) -> Check:
        """The check itself."""
        check: Check = whole(marshal.loads(self._data))  # noqa: S302 - plain data of our own
        self._data = b""
        return check

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """What to look for in the one scan of the article."""
        return self.made.triggers(owner)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """What it finds in an article."""
        return self.made.check(article, owner)


class KeptExamples(Sequence["Example"]):
    """The examples of a rule as they were kept: no run on an article looks at them."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _made(self) -> tuple[Example, ...]:
        made: tuple[Example, ...] = whole(marshal.loads(self._data))  # noqa: S302 - plain data of our own
        self._data = b""
        return made

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Example: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Example, ...]: ...
    def __getitem__(self, index: int | slice) -> Example | tuple[Example, ...]:
        """One, or a part of them."""
        return self._made[index]


def shipped_rules(checks: Mapping[str, type]) -> Loaded:
    """All shipped rules, and the mistakes in their files. `checks` maps check kinds to their classes."""
    kept = _kept()
    return kept if kept is not None else _read(checks)


def _kept() -> Loaded | None:
    data = prepared(NAME)
    if data is None:
        return None
    try:
        rows, packs = marshal.loads(data)  # noqa: S302 - plain data of our own cache
        return _loaded(map(_rule, rows), whole(packs))
    except (ValueError, EOFError, TypeError, NotFlatError):
        return None


def _loaded(rules: Iterable[Rule], packs: Any) -> Loaded:
    from linter.ruleset.load import Loaded
    from linter.ruleset.model import RuleSet

    return Loaded(RuleSet(tuple(rules)), (), packs)


def _rule(row: tuple[Any, bytes, bytes, bool, bool]) -> Rule:
    head, examples, check, triggered, compares = row
    rule: Rule = whole(head)
    force_setattr(rule, "examples", KeptExamples(examples))
    force_setattr(rule, "check", KeptCheck(check, triggered, compares))
    return rule


def _read(checks: Mapping[str, type]) -> Loaded:
    from linter.ruleset.load import load_rules

    loaded = load_rules(checks=checks)
    if loaded.problems:
        return loaded
    rows = tuple(_row(rule) for rule in loaded.ruleset.rules)
    keep_prepared(NAME, marshal.dumps((rows, flat(loaded.packs))))
    return _loaded(map(_rule, rows), loaded.packs)


def _row(rule: Rule) -> tuple[Any, bytes, bytes, bool, bool]:
    bare: Any = None
    if hasattr(rule.check, "ready"):
        rule.check.ready()
    triggered = any(True for _ in rule.check.triggers(rule.id))
    head, examples, check = replace(rule, check=bare, examples=()), tuple(rule.examples), rule.check
    packed = flat(head), marshal.dumps(flat(examples)), marshal.dumps(flat(check))
    return *packed, triggered, hasattr(check, "claims")
