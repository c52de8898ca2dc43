"""What a reporter knows besides the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from linter.core.diagnostic import Confidence, Level
from linter.core.report import Report

if TYPE_CHECKING:
    from linter.ruleset.model import Rule


class RuleInfo(Struct, frozen=True):
    """What a reporter says of a rule.

    `docs` is Markdown, `help_uri` its page on the web and `file` the file it is written in, empty where there is none.
    """

    id: str
    title: str
    docs: str
    level: Level
    confidence: Confidence
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    help_uri: str = ""
    file: str = ""

    @classmethod
    def of(cls, rule: Rule, help_uri: str = "") -> RuleInfo:
        """The part of a rule that is reported."""
        said = (rule.title, rule.docs, rule.level, rule.confidence, rule.tags, rule.references)
        return cls(rule.id, *said, help_uri, rule.path)


class Context(Struct, frozen=True):
    """The run around a report.

    `rules` are all rules in force, whether they reported or not. `width` is the columns a line may take, 100 when the
    output is no terminal. `root` is the folder that paths in other programs are relative to; `files` has such paths by
    the path printed, where the disk was asked for them. `checked` is the number of articles read, `fail_level` the
    mildest level that fails the run, `environment` the process environment, so that a reporter never reads it itself.
    `links` makes rule ids links that a terminal can open. `statistics` asks for the number of findings of each rule: in
    place of the findings where people read, besides them where programs do.
    """

    rules: Sequence[RuleInfo] = ()
    version: str = ""
    color: bool = False
    width: int = 100
    root: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    checked: int = 0
    fail_level: Level = "warning"
    statistics: bool = False
    links: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


Reporter = Callable[[Report, Context], Iterator[str]]
"""Renders a report as chunks of text; the chunks joined are the output, its last line ended."""
