"""The check kind `asymmetry`: one side says, the other side claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.infer.speech.sides import Side, sides
from linter.match.trigger import Trigger

LONGEST_NAME = 9
"""Words; a longer name of a side is a clause that was read as one."""


class AsymmetryCheck(Struct, frozen=True, kw_only=True):
    """Reports the first doubting verb of a side whose statements mostly get such verbs, while another side's do not.

    `doubting` are the base forms of such verbs. A side counts from `least` statements. `doubted` is the share of
    doubting verbs from which a side is doubted, `trusted` that up to which it is not. Values: `side` and `other`, their
    names; `count` of `total` and `plain` of `other_total`, the figures.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("attribution",)

    doubting: tuple[str, ...]
    least: int = 3
    doubted: float = 0.6
    trusted: float = 0.2

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: verbs of attribution have their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """At most one finding for each side."""
        if sum(each.verb in self.doubting for each in article.attributions) < 2:
            return
        told = [side for side in sides(article) if len(side.statements) >= self.least and _is_name(side.name)]
        other = max(
            (s for s in told if s.share(self.doubting) <= self.trusted), key=lambda s: len(s.statements), default=None
        )
        for side in told:
            if other is not None and side.share(self.doubting) >= self.doubted:
                yield self._finding(side, other)

    def _finding(self, side: Side, other: Side) -> Finding:
        found = side.with_verbs(self.doubting)
        values = {
            "side": side.name,
            "other": other.name,
            "count": str(len(found)),
            "total": str(len(side.statements)),
            "plain": str(len(other.statements) - len(other.with_verbs(self.doubting))),
            "other_total": str(len(other.statements)),
        }
        return Finding(found[0].cue, tuple(Label(each.cue, "and here") for each in found[1:]), values)


def _is_name(name: str) -> bool:
    return name.count(" ") < LONGEST_NAME
