"""The rules that ship, ready to run: read from their files once, then kept in the cache.

A kept rule has its check as plain data, and the class of the check is imported when the check is first called: a run
on one small article calls a few rules of many. Its examples stay packed until somebody asks for them.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from msgspec.structs import force_setattr, replace

from linter.checks.base import presupposed
from linter.core.flat import NotFlatError, flat, whole
from linter.core.prepared import keep_prepared, prepared
from linter.match.trigger import Trigger
from linter.ruleset.model import Loaded, Rule, RuleSet

if TYPE_CHECKING:
    from linter.annotation.article import Article
    from linter.checks.base import Check, Finding

NAME = "rules"

Value = TypeVar("Value")


class KeptCheck:
    """A check as it was kept: says whether it has triggers, whether it compares articles, and what it presupposes;
    becomes the check itself when it is called. Until then it is bytes, a fourth of the size of anything else."""

    def __init__(self, data: bytes, triggered: bool, compares: bool, presupposes: tuple[str, ...]) -> None:
        self.triggered = triggered
        self.compares = compares
        self.presupposes = presupposes
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


class KeptSequence(Sequence[Value]):
    """Values as they were kept, for what no run on an article looks at: examples of rules, and packs."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _made(self) -> tuple[Value, ...]:
        made: tuple[Value, ...] = whole(marshal.loads(self._data))  # noqa: S302 - plain data of our own
        self._data = b""
        return made

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, index: int | slice) -> Value | tuple[Value, ...]:
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
        return Loaded(RuleSet(tuple(map(_rule, rows))), (), KeptSequence(packs))
    except (ValueError, EOFError, TypeError, NotFlatError):
        return None


def _rule(row: tuple[Any, bytes, Any]) -> Rule:
    head, examples, check = row
    rule: Rule = whole(head)
    force_setattr(rule, "examples", KeptSequence(examples))
    force_setattr(rule, "check", KeptCheck(*check))
    return rule


def _read(checks: Mapping[str, type]) -> Loaded:
    from linter.ruleset.load import load_rules

    loaded = load_rules(checks=checks)
    if loaded.problems:
        return loaded
    rows = tuple(_row(rule) for rule in loaded.ruleset.rules)
    keep_prepared(NAME, marshal.dumps((rows, _packed(loaded.packs))))
    return Loaded(RuleSet(tuple(map(_rule, rows))), (), loaded.packs)


def _row(rule: Rule) -> tuple[Any, bytes, Any]:
    bare: Any = None
    if hasattr(rule.check, "ready"):
        rule.check.ready()
    triggered = any(True for _ in rule.check.triggers(rule.id))
    head, examples, check = replace(rule, check=bare, examples=()), rule.examples, rule.check
    kept = _packed(check), triggered, hasattr(check, "claims"), presupposed(check)
    return flat(head), _packed(examples), kept


def _packed(value: Any) -> bytes:
    return marshal.dumps(flat(tuple(value) if isinstance(value, Sequence) else value))
