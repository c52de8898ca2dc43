"""`factlint config`: the settings of a file, and where each comes from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.cli.arguments import Parser
from linter.cli.rules import ready_rules
from linter.cli.settings import (
    VARIABLES,
    add_article_options,
    add_config_options,
    add_file_options,
    add_output_options,
    add_result_options,
    add_rule_options,
    configurations,
)
from linter.config.changes import Change, changes
from linter.config.choice import Choice
from linter.config.keys import FREE, Config
from linter.config.layer import Layer
from linter.config.resolve import Resolved
from linter.core.decode import hints
from linter.core.errors import ProblemsError, UsageError
from linter.core.node import Node
from linter.core.problem import did_you_mean
from linter.engine.plan import Planner
from linter.report.terminal import one_line

CLEAN, FAILED = 0, 2

USAGE = """\
usage: factlint config show [FILE]       the settings of a file, each with its origin
       factlint config explain [FILE]    which rules are in force for a file, and what decided so
       factlint config schema            the JSON Schema of a configuration

Each verb explains its options: factlint config show --help
"""

CHOSEN = ("extends", "required-version", "per-file-ignores", "per-file-select", *FREE)
"""Keys that choose other settings, and are shown in what they choose."""


def config(arguments: Sequence[str]) -> int:
    """Run one of the verbs about configurations; returns the exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(USAGE, end="")
        return CLEAN if arguments else FAILED
    verbs = {"show": show, "explain": explain, "schema": schema}
    verb = verbs.get(arguments[0])
    if verb is None:
        hint = did_you_mean(arguments[0], verbs) or "see factlint config --help"
        raise UsageError(f"'factlint config' has no verb {arguments[0]!r}; {hint}")
    return verb(arguments[1:])


def show(arguments: Sequence[str]) -> int:
    """Print the settings of a file: each value, and the place, profile, variable or flag that gives it."""
    values = _parser("show", "Show the settings of a file, each with its origin.").parse(arguments, VARIABLES)
    settings, choice = _settings(values)
    told = [*_told(settings), *_told_rules(settings, choice)]
    if values.format == "json":
        print(json.dumps({"version": 1, "settings": told}, ensure_ascii=False, indent=2))
        return CLEAN
    width = max(len(each["key"]) for each in told)
    for each in told:
        value = json.dumps(each["value"], ensure_ascii=False)
        print(one_line(f"{each['key']:{width}}  {value}  ({', '.join(each['origin'])})"))
    return CLEAN


def explain(arguments: Sequence[str]) -> int:
    """Print for each rule whether it is in force for a file, and the selector that decided so, with its place."""
    values = _parser("explain", "Show which rules are in force for a file, and why.").parse(arguments, VARIABLES)
    _, choice = _settings(values)
    told = [
        {"rule": rule_id, "on": standing.on, "because": standing.because}
        for rule_id, standing in sorted(choice.standings.items())
    ]
    if values.format == "json":
        print(json.dumps({"version": 1, "rules": told}, ensure_ascii=False, indent=2))
        return CLEAN
    for each in told:
        print(one_line(f"{'on ' if each['on'] else 'off'}  {each['rule']:40}  {each['because']}"))
    return CLEAN


def schema(arguments: Sequence[str]) -> int:
    """Print the JSON Schema of a configuration."""
    from linter.config.schema import render_config_schema

    Parser("config schema", "Print the JSON Schema of a configuration.").parse(arguments)
    print(render_config_schema(), end="")
    return CLEAN


def _parser(verb: str, description: str) -> Parser:
    parser = Parser(f"config {verb}", description)
    parser.add_argument("path", nargs="?", default="", metavar="FILE", help="an article, or a folder (default: here)")
    for add in (add_rule_options, add_file_options, add_article_options, add_output_options):
        add(parser)
    add_result_options(parser)
    add_config_options(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print what this verb tells")
    return parser


def _settings(values: Any) -> tuple[Resolved, Choice]:
    settings = configurations(values)
    planner = Planner(settings, lambda packs: ready_rules(packs))
    folder = not values.path or os.path.isdir(values.path)
    resolved = settings.of_folder(values.path or ".") if folder else settings.of(values.path)
    choice = planner.choice(resolved)
    problems = settings.problems or (*planner.setting_problems, *planner.problems)
    if problems:
        raise ProblemsError(problems)
    return resolved, choice


def _told(settings: Resolved) -> Iterator[dict[str, Any]]:
    """Every setting but for those of single rules."""
    for key in hints(Config):
        if key not in CHOSEN:
            value = [node.plain() for _, node in _entries(settings, key)] if key == "ignores" else settings.value(key)
            yield {"key": key, "value": _jsonable(value), "origin": list(settings.origins(key))}


def _entries(settings: Resolved, key: str) -> Iterator[tuple[Layer, Node]]:
    for layer in settings.giving(key):
        node = layer.gives(key)
        for item in node.value if node is not None and isinstance(node.value, tuple) else ():
            yield layer, item


def _told_rules(settings: Resolved, choice: Choice) -> Iterator[dict[str, Any]]:
    on = sum(standing.on for standing in choice.standings.values())
    of = f"{on} of {len(choice.standings)} in force"
    yield {"key": "rules", "value": of, "origin": ["factlint config explain tells why"]}
    for change in changes(settings):
        yield from _told_change(change)


def _told_change(change: Change) -> Iterator[dict[str, Any]]:
    members = change.node.value if isinstance(change.node.value, dict) else {"level": change.node}
    for key, node in members.items():
        origin = change.layer.origin("rules", node)
        yield {"key": f"rules.{change.name}.{key}", "value": node.plain(), "origin": [origin]}


def _jsonable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _jsonable(member) for key, member in value.items()}
    return [_jsonable(item) for item in value] if isinstance(value, tuple | list) else value
