"""`factlint rule new`: start a rule of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from linter.checks import CHECKS
from linter.cli.arguments import Parser
from linter.core.errors import UsageError
from linter.core.problem import did_you_mean
from linter.ruledocs.template import SIMPLE, template
from linter.ruleset.load import PACK_FILE, SUFFIXES, load_rules
from linter.ruleset.model import Rule, RuleSet
from linter.ruleset.rulefile import ID

PACK = """\
# The pack: the rules in the files beside this one.
name: {name}
title: {title}
description: What the rules of this pack look after.
version: "0.1.0"
license: MIT
"""

SCHEMA_FILE = "schema.json"


def new_rule(arguments: Sequence[str]) -> int:
    """Write a new rule file, and its pack's `pack.yaml` where there is none; returns the exit code."""
    parser = Parser("rule new", "Start a rule of your own: writes a commented file whose examples already hold.")
    parser.add_argument(
        "path", metavar="PACK/NAME", help="the rule's id; folders may stand before it: rules/house/name"
    )
    parser.add_argument("--check", default="", metavar="KIND", help=f"what the rule looks for (default: {SIMPLE})")
    parser.add_argument("--extends", default="", metavar="ID", help="the rule to build on")
    values = parser.parse(arguments)
    path = _path(values.path)
    shipped = load_rules(checks=CHECKS).ruleset
    rule_id = f"{path.parent.name}/{path.stem}"
    _refuse(path, rule_id, shipped)
    model = _model(values.check, values.extends, shipped)
    kind = model.kind if model else SIMPLE
    schema = f"../{SCHEMA_FILE}" if (path.parent.parent / SCHEMA_FILE).is_file() else ""
    written = [*_write_pack(path.parent), path]
    _write(path, template(rule_id, kind, CHECKS[kind], model, schema=schema))
    print("".join(f"wrote {each}\n" for each in written), end="")
    print(f"fill it in, then: factlint test {path.parent}")
    return 0


def _path(text: str) -> Path:
    path = Path(text)
    path = path if path.suffix in SUFFIXES else path.with_name(f"{path.name}.yaml")
    if not ID.fullmatch(f"{path.absolute().parent.name if text.count('/') else ''}/{path.stem}"):
        raise UsageError(f"{text!r} is no id of a rule; write PACK/NAME in small letters, digits and hyphens")
    return path


def _refuse(path: Path, rule_id: str, shipped: RuleSet) -> None:
    """Raise a UsageError for a rule that is there already."""
    for suffix in SUFFIXES:
        if path.with_suffix(suffix).exists():
            raise UsageError(f"{path.with_suffix(suffix)} is there already; nothing was written")
    if any(rule.id == rule_id for rule in shipped.rules):
        hint = f"factlint rule new house/{path.stem} --extends {rule_id}"
        raise UsageError(f"{rule_id!r} is a built-in rule; to build on it: {hint}")


def _model(kind: str, base: str, shipped: RuleSet) -> Rule | None:
    """The built-in rule that the new one is modelled on; None for the simple kind."""
    if base:
        known = [rule.id for rule in shipped.rules]
        if base not in known:
            raise UsageError(f"no built-in rule is called {base!r}; {did_you_mean(base, known)}".rstrip("; "))
        model = shipped[base]
        if kind not in ("", model.kind):
            raise UsageError(f"{base!r} has the check {model.kind!r}, and so has every rule that is built on it")
        return model
    if kind in ("", SIMPLE):
        return None
    if kind not in CHECKS:
        hint = did_you_mean(kind, CHECKS) or f"there are {', '.join(CHECKS)}"
        raise UsageError(f"there is no check kind {kind!r}; {hint}")
    return next((rule for rule in shipped.rules if rule.kind == kind), None)


def _write_pack(folder: Path) -> list[Path]:
    path = folder / PACK_FILE
    if path.exists():
        return []
    _write(path, PACK.format(name=folder.name, title=folder.name.replace("-", " ").capitalize()))
    return [path]


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
