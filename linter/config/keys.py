"""The keys of a configuration, as the records it is decoded into; the JSON schema is made of the same."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from linter.core.diagnostic import Confidence, Level

DateOrder = Literal["article", "dmy", "mdy", "ymd"]
DecimalMark = Literal["point", "comma"]

PROFILES = ("minimal", "newsroom", "strict")
"""The shipped profiles, each building on the one before it."""

DEFAULT_PROFILE = "newsroom"
"""The one that holds where nobody says anything; the defaults below say the same."""

FREE = ("rules", "overrides")
"""Keys of a configuration that are decoded apart: what they may hold is not known before the rules are."""

ADDED = frozenset(
    (
        "names",
        "acronyms",
        "phrases",
        "packs",
        "facts",
        "sources",
        "ignores",
        "extend-exclude",
        "extend-select",
        "ignore",
    )
)
"""Keys whose values are added to those of what is extended; of all others the nearest value counts alone."""


class Scope(Struct, frozen=True, kw_only=True):
    """What can be said of all articles, or of some in `overrides`.

    `select` are the rules in force: an id, a pack ("polls/"), "tag:NAME" or "all"; of the selectors that name a rule
    the most specific decides. `extend-select` are rules besides. `ignore` are rules that are not in force; it wins over
    an equally specific selector. `min-level` hides what is milder. `min-confidence` hides what is less sure: one
    confidence, or one for each level. `fail-level` is the mildest level that makes the exit code 1. `date-order` is how
    03/04/2025 is read: "article" goes by the article's other dates. `decimal-mark` is the mark before the decimals of a
    figure: with "comma", 1.500 is fifteen hundred. `names` are spellings and short forms of names that need no
    explanation. `acronyms` are short forms that readers know. `phrases` are words that may stand although a rule
    reports them. `sources` are files or folders with the documents that quotations must come from.
    """

    select: tuple[str, ...] = ("all",)
    extend_select: tuple[str, ...] = field(default=(), name="extend-select")
    ignore: tuple[str, ...] = ()
    min_level: Level = field(default="note", name="min-level")
    min_confidence: Confidence | Mapping[Level, Confidence] = field(default="medium", name="min-confidence")
    fail_level: Level = field(default="warning", name="fail-level")
    date_order: DateOrder = field(default="article", name="date-order")
    decimal_mark: DecimalMark = field(default="point", name="decimal-mark")
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Override(Scope, frozen=True, kw_only=True):
    """What differs for some files.

    `files` are patterns as in a .gitignore, relative to the folder of the configuration.
    """

    files: tuple[str, ...]


class Ignore(Struct, frozen=True, kw_only=True):
    """A report that is kept quiet from outside the article, as plain text has no comments.

    `path` is a pattern of files, relative to the folder of the configuration. `rule` is the id of the rule. `reason`
    says why. `text` are words that the report must be about: without them every report of the rule in the file is kept
    quiet. `expires` is the last day on which it works.
    """

    path: str
    rule: str
    reason: str
    text: str = ""
    expires: datetime.date | None = None


class Config(Scope, frozen=True, kw_only=True):
    """A configuration of factlint.

    `extends` is what it builds on: a profile ("minimal", "newsroom" or "strict") or the relative path of another
    configuration, or several, the later ones stronger. `required-version` are the versions of factlint it is written
    for, like ">=0.1,<0.3". `packs` are files and folders with rules of your own, or names of installed packs. `facts`
    are files and folders with facts of your own. `per-file-ignores` are, by patterns of files, rules that are not in
    force there. `per-file-select` are, by patterns of files, rules that are in force there besides. `ignores` are
    single reports to keep quiet. `baseline` is the file of the reports that were there before, as `factlint baseline`
    writes it. `output` are the formats of the report. `exclude` are patterns of files that are not linted.
    `extend-exclude` are more of them. `force-exclude` says whether a file that is excluded is left alone even when the
    command line names it.
    """

    extends: str | tuple[str, ...] = "newsroom"
    required_version: str = field(default="", name="required-version")
    packs: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict, name="per-file-ignores")
    per_file_select: Mapping[str, tuple[str, ...]] = field(default_factory=dict, name="per-file-select")
    ignores: tuple[Ignore, ...] = ()
    baseline: str = ""
    output: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = field(default=(), name="extend-exclude")
    force_exclude: bool = field(default=True, name="force-exclude")
