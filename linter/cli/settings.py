"""The settings of a run: the options that choose them, and what the environment and the command line say."""

from __future__ import annotations

import os
from argparse import BooleanOptionalAction, Namespace, _ArgumentGroup
from collections.abc import Iterator, Mapping, Sequence

from linter import __version__
from linter.cli.arguments import PREFIX, Parser, day, listed
from linter.cli.output import add_look_options
from linter.config.keys import PROFILES
from linter.config.layer import Layer
from linter.config.resolve import Configurations
from linter.core.diagnostic import CONFIDENCES, LEVELS
from linter.core.errors import ProblemsError, UsageError
from linter.core.node import Node, Plain
from linter.core.source import Source
from linter.report import REPORTERS

KEYS: Mapping[str, str] = {
    "extends": "extends",
    "select": "select",
    "extend_select": "extend-select",
    "ignore": "ignore",
    "rules": "packs",
    "facts": "facts",
    "sources": "sources",
    "date_order": "date-order",
    "exclude": "exclude",
    "extend_exclude": "extend-exclude",
    "force_exclude": "force-exclude",
    "baseline": "baseline",
    "output": "output",
    "min_level": "min-level",
    "min_confidence": "min-confidence",
    "fail_level": "fail-level",
}
"""Options by their names in the namespace, and the keys of a configuration that they stand for."""

VARIABLES = (*KEYS, "config", "isolated", "exit_zero", "color", "links")
"""Options that a variable of the environment can give: FACTLINT_ and the name in capitals."""

PARTED = ("select", "extend_select", "ignore", "exclude", "extend_exclude")
"""Options whose values are parted by commas."""


def add_rule_options(parser: Parser) -> None:
    """Options on which rules are in force."""
    selection = "an id, a pack (polls/), tag:NAME or all; parted by commas"
    profile = f"begin with a profile: {', '.join(PROFILES)}"
    group = parser.add_argument_group("Rule selection")
    group.add_argument("--select", action="append", default=[], metavar="SELECTOR", help=f"only these: {selection}")
    group.add_argument("--extend-select", action="append", default=[], metavar="SELECTOR", help="these rules besides")
    group.add_argument("--ignore", action="append", default=[], metavar="SELECTOR", help="not these rules")
    group.add_argument("--extends", choices=PROFILES, help=profile, metavar="PROFILE")
    add_pack_option(group)


def add_pack_option(group: Parser | _ArgumentGroup) -> None:
    """The option on rules of the user's own."""
    own = "rules of your own besides the built-in ones: a file, a folder with pack.yaml, or an installed pack's name"
    group.add_argument("--rules", action="append", default=[], metavar="PATH", help=own)


def add_file_options(parser: Parser) -> None:
    """Options on which files are linted, and how standard input is called."""
    group = parser.add_argument_group("File selection")
    name = "the name of standard input; its ending gives the format (default: %(default)s)"
    exclude = "leave these out, as patterns of .gitignore parted by commas (default: folders such as node_modules)"
    force = "leave excluded files out even if they are named (default)"
    git = "leave out what .gitignore does (default)"
    group.add_argument("--stdin-filename", default="stdin.md", metavar="NAME", help=name)
    group.add_argument("--exclude", action="append", default=[], metavar="PATTERN", help=exclude)
    group.add_argument("--extend-exclude", action="append", default=[], metavar="PATTERN", help="leave these out too")
    group.add_argument("--force-exclude", action=BooleanOptionalAction, default=True, help=force)
    group.add_argument("--respect-gitignore", action=BooleanOptionalAction, default=True, help=git)


def add_article_options(parser: Parser) -> None:
    """Options on what is known of the articles."""
    group = parser.add_argument_group("Articles")
    facts = "fact files of your own besides the built-in ones: files or folders"
    date = "the day the articles were written, if they do not say"
    sources = "documents that quotations must come from: files or folders"
    order = "how 03/04/2025 is read: article (as its other dates tell; the default), dmy, mdy or ymd"
    group.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=date)
    group.add_argument("--date-order", choices=("article", "dmy", "mdy", "ymd"), help=order, metavar="ORDER")
    group.add_argument("--facts", action="append", default=[], metavar="PATH", help=facts)
    group.add_argument("--sources", action="append", default=[], metavar="DIR", help=sources)


def add_output_options(parser: Parser) -> None:
    """Options on where reports go."""
    group = parser.add_argument_group("Output")
    formats = f"{', '.join(REPORTERS)}; can be repeated (default: full on a terminal, else concise)"
    group.add_argument("-o", "--output", action="append", default=[], metavar="FORMAT[=FILE]", help=formats)
    add_look_options(group)


def add_baseline_option(
    parser: Parser, told: str = "leave out what is in this file; factlint baseline writes it"
) -> _ArgumentGroup:
    """The option that names the file of what was there before, and what is told of it; returns its group."""
    group = parser.add_argument_group("Old and new")
    group.add_argument("--baseline", metavar="FILE", help=told)
    return group


def add_config_options(parser: Parser) -> None:
    """Options on where settings come from."""
    config = "this configuration instead of the nearest one, or one key of it; can be repeated"
    group = parser.add_argument_group("Configuration")
    group.add_argument("--config", action="append", default=[], metavar="FILE|KEY=VALUE", help=config)
    group.add_argument("--isolated", action=BooleanOptionalAction, help="read no configuration files")


def add_result_options(parser: Parser) -> None:
    """Options on which reports are shown, and which make the run fail."""
    group = add_threshold_options(parser)
    level = "the mildest level that makes the exit code 1 (default: warning)"
    group.add_argument("--fail-level", choices=LEVELS, help=level)
    zero = "exit with 0 even if there are findings"
    group.add_argument("--exit-zero", action=BooleanOptionalAction, help=zero)


def add_threshold_options(parser: Parser) -> _ArgumentGroup:
    """Options on which reports are shown; returns their group."""
    group = parser.add_argument_group("Levels")
    confidence = "hide what is less sure (default: medium)"
    group.add_argument("--min-level", choices=LEVELS, help="hide what is milder (default: note)")
    group.add_argument("--min-confidence", choices=CONFIDENCES, help=confidence)
    return group


def configurations(values: Namespace) -> Configurations:
    """The settings of files as the options want them; raises UsageError, and ProblemsError for a key=value."""
    files = [text for text in values.config if not _is_inline(text)]
    if len(files) > 1:
        raise UsageError(f"only one configuration can be given, not {' and '.join(files)}")
    if values.isolated and files and values.origins["config"] == "--config":
        raise UsageError("--isolated reads no configuration; leave it out, or --config")
    inline = [text for text in values.config if _is_inline(text)]
    layers = (*_layer(values, variables=True), *map(inline_layer, inline), *_layer(values, variables=False))
    file = "" if values.isolated else "".join(files)
    return Configurations(layers, file=file, isolated=bool(values.isolated), version=__version__)


def _is_inline(text: str) -> bool:
    return "=" in text and not os.path.exists(text)


def inline_layer(text: str) -> Layer:
    """The layer of one KEY=VALUE; a key in a mapping is written with dots: rules.framing/cliche=off."""
    from linter.config.decode import read_layers
    from linter.core.kept import kept_nodes
    from linter.core.yaml import RULE_LIMITS

    key, _, value = text.partition("=")
    source = Source("--config", value)
    node = kept_nodes(source, RULE_LIMITS)
    for name in reversed(key.strip().split(".")):
        node = Node({name: node}, 1, 1, (1, 1))
    read = read_layers(node, source, "", "", {key.strip().split(".")[0]: "--config"})
    if read.problems:
        raise ProblemsError(read.problems)
    return read.layers[0]


def _layer(values: Namespace, *, variables: bool) -> Iterator[Layer]:
    """The layer of the options that variables, or flags, have given; none where there are none."""
    given = [dest for dest, origin in values.origins.items() if dest in KEYS and origin.startswith(PREFIX) == variables]
    if given:
        from linter.config.decode import read_layers

        members = {KEYS[dest]: _node(_plain(dest, getattr(values, dest))) for dest in given}
        labels = {KEYS[dest]: values.origins[dest] for dest in given}
        name = "the environment" if variables else "the command line"
        read = read_layers(Node(members, 1, 1, (1, 1)), Source(name, ""), "", "", labels)
        if read.problems:
            raise ProblemsError(read.problems)
        yield read.layers[0]


def _plain(dest: str, value: object) -> Plain:
    if isinstance(value, list):
        return list(listed(value) if dest in PARTED else value)
    assert isinstance(value, str | bool)
    return value


def _node(value: Plain | Sequence[str]) -> Node:
    if isinstance(value, list):
        return Node(tuple(map(_node, value)), 1, 1, (1, 1))
    assert not isinstance(value, dict | Sequence) or isinstance(value, str)
    return Node(value, 1, 1, (1, 1))
