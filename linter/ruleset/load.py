"""Rules from files: every pack that ships, or the packs, folders and files that were asked for.

What is asked for is a shipped pack by its name, a folder, a file, or a pack of an installed distribution by its name.

A broken file hides no other: all problems of all files are collected, and rules without problems are there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from linter.core.errors import UsageError
from linter.core.node import Node
from linter.core.problem import Problem, did_you_mean
from linter.core.shipped import shipped_folder
from linter.ruleset.extend import Library, extended, stated_base, stated_id
from linter.ruleset.files import Parsed, RuleFile, parse_files
from linter.ruleset.model import Loaded, Rule, RuleSet
from linter.ruleset.rulefile import Pack, read_pack, read_rule

PACK_FILE = "pack.yaml"
FACT_FOLDER = "base"
PROFILE_FOLDER = "profiles"
SUFFIXES = (".yaml", ".yml")


def load_rules(paths_or_packs: Iterable[str | Path] = (), *, checks: Mapping[str, type], version: str = "") -> Loaded:
    """Rules from packs by name, from files or from folders; all shipped rules when nothing is named.

    `checks` maps check kinds to their classes; `version` is that of factlint, for packs that need a later one. A
    rule that takes the id of a shipped one must say that it replaces it. Raises UsageError for what is neither a pack
    nor a path, and for a path without rule files.
    """
    asked = tuple(paths_or_packs)
    found = [file for each in asked for file in _asked_files(each)] if asked else list(_files(shipped_folder()))
    parsed = parse_files(dict.fromkeys(found))
    packs, pack_problems = _packs(parsed, version)
    rules, rule_problems = _rules(parsed, checks)
    kept, clashes = _without_clashes(rules)
    taken = tuple(_taken_ids(kept, parsed)) if asked else ()
    problems = (*pack_problems, *rule_problems, *clashes, *taken, *_unknown_ids(kept, parsed))
    faulty = {problem.path for problem in problems}
    ordered = tuple(sorted((rule for rule in kept if rule.path not in faulty), key=lambda rule: rule.id))
    return Loaded(RuleSet(ordered), tuple(sorted(problems)), packs)


def shipped_packs() -> tuple[str, ...]:
    """The names of the shipped packs, sorted."""
    return tuple(sorted(file.parent.name for file in shipped_folder().glob(f"*/{PACK_FILE}")))


def _asked_files(asked: str | Path) -> Iterator[RuleFile]:
    path = Path(asked)
    if isinstance(asked, str) and asked in shipped_packs():
        yield from _files(shipped_folder() / asked)
    elif path.is_dir():
        files = list(_files(path))
        if all(file.path.name == PACK_FILE for file in files):
            raise UsageError(f"there are no rule files in {str(path)!r}")
        yield from files
    elif path.is_file():
        yield from _with_pack(path)
    else:
        yield from _installed_files(str(asked))


def _installed_files(name: str) -> Iterator[RuleFile]:
    from linter.ruleset.installed import installed_folder, installed_packs

    folder = installed_folder(name)
    if folder is None:
        known = (*shipped_packs(), *installed_packs())
        hint = did_you_mean(name, known) or f"packs: {', '.join(known)}"
        raise UsageError(f"{name!r} is neither a path nor a pack ({hint})")
    files = list(_files(folder))
    if all(file.path.name == PACK_FILE for file in files):
        raise UsageError(f"the installed pack {name!r} has no rule files in {str(folder)!r}")
    yield from files


def _with_pack(path: Path) -> Iterator[RuleFile]:
    folder = path.absolute().parent
    if _holds_other(folder):  # a hook that passes on what changed below `rules/` names these too
        return
    pack = path.parent / PACK_FILE
    if pack.is_file():
        yield RuleFile(pack, folder.name, folder)
    if path.name != PACK_FILE:
        yield RuleFile(path, folder.name if pack.is_file() else "", folder)


def _files(folder: Path) -> Iterator[RuleFile]:
    """The pack and rule files in a folder and its folders: hidden ones, `_` ones and fact folders left out."""
    root = folder.resolve()
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(name for name in folders if _wanted(name) and not _holds_other(here / name))
        pack = here.resolve().name if PACK_FILE in names else ""
        for name in sorted(names):
            if name.endswith(SUFFIXES) and _wanted(name):
                yield RuleFile(here / name, pack, root)


def _wanted(name: str) -> bool:
    return not name.startswith(("_", "."))


def _holds_other(folder: Path) -> bool:
    """Whether a folder is one of facts, or that of the shipped profiles."""
    is_facts = folder.name == FACT_FOLDER and folder.parent.name == "facts"
    return is_facts or (folder.name == PROFILE_FOLDER and folder.parent == shipped_folder())


def _packs(parsed: Iterable[Parsed], version: str) -> tuple[tuple[Pack, ...], tuple[Problem, ...]]:
    read = [
        read_pack(file.node, file.source, file.pack, version)
        for file in parsed
        if file.path.name == PACK_FILE and file.node is not None
    ]
    packs = tuple(pack.value for pack in read if pack.value is not None)
    return packs, tuple(problem for pack in read for problem in pack.problems)


def _rules(
    parsed: Iterable[Parsed], checks: Mapping[str, type]
) -> tuple[list[tuple[Rule, Parsed]], tuple[Problem, ...]]:
    files = tuple(parsed)
    library = _library(files)
    rules: list[tuple[Rule, Parsed]] = []
    problems: list[Problem] = []
    for file in files:
        problems.extend(file.problems)
        if file.node is None or file.path.name == PACK_FILE:
            continue
        whole = extended(file, library, checks)
        problems.extend(whole.problems)
        if whole.value is None:
            continue
        decoded = read_rule(whole.value, file.source, checks, _expected_id(file))
        problems.extend(decoded.problems)
        if decoded.value is not None:
            rules.append((decoded.value, file))
    return rules, tuple(problems)


def _library(files: Iterable[Parsed]) -> Library:
    """The files that rules can build on; the shipped ones are read only where one does that no other file answers."""
    rules = [file for file in files if file.path.name != PACK_FILE]
    own = {stated_id(file) or f"{file.pack}/{file.path.stem}": file for file in reversed(rules)}
    wanted = [(name, file) for file in rules if (name := stated_base(file))]
    if all(name in own and own[name].path != file.path for name, file in wanted):
        return Library(own, {})
    return Library(own, {stated_id(file): file for file in parse_files(_files(shipped_folder()))})


def _taken_ids(rules: Iterable[Rule], parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Rules that have the id of a shipped one and do not say so, and replaced rules that do not exist."""
    shipped = {f"{file.pack}/{file.path.stem}": file.path for file in _files(shipped_folder())}
    by_path = {str(file.path): file for file in parsed}
    known = {*shipped, *(rule.id for rule in rules)}
    for rule in rules:
        file = by_path[rule.path]
        own = rule.id in shipped and os.path.realpath(shipped[rule.id]) == os.path.realpath(file.path)
        if rule.id in shipped and not own and rule.id not in rule.replaces:
            hint = f"to take its place write replaces: [{rule.id}]; else choose another id"
            yield file.problem(file.member("id"), f"{rule.id!r} is the id of a built-in rule", hint)
        for name, node in zip(rule.replaces, _items(file.member("replaces")), strict=False):
            if name not in known:
                yield file.problem(node, f"there is no rule {name!r} to replace", did_you_mean(name, known))


def _items(node: Node) -> tuple[Node, ...]:
    return node.value if isinstance(node.value, tuple) else ()


def _expected_id(file: Parsed) -> str:
    return f"{file.pack}/{file.path.stem}" if file.pack else ""


def _without_clashes(rules: Iterable[tuple[Rule, Parsed]]) -> tuple[list[Rule], list[Problem]]:
    """The first rule of each name, and a problem for each further one; former ids are names too."""
    owners: dict[str, Parsed] = {}
    kept: list[Rule] = []
    problems: list[Problem] = []
    # Present ids come first, so that it is the rule with the stale former id that is told.
    named = [(rule.id, "id", rule, file) for rule, file in rules]
    former = [(name, "formerly", rule, file) for rule, file in rules for name in rule.formerly]
    for name, key, rule, file in (*named, *former):
        if name not in owners:
            owners[name] = file
            kept.extend([rule] if key == "id" else [])
        else:
            problems.append(_clash(name, key, file, owners[name]))
    return kept, problems


def _clash(name: str, key: str, file: Parsed, first: Parsed) -> Problem:
    other = first.member("id")
    return file.problem(file.member(key), f"the id {name!r} is taken", f"by {first.path}:{other.line}:{other.column}")


def _unknown_ids(rules: Iterable[Rule], parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Ids that a rule yields to and that no file of a loaded pack has."""
    by_path = {str(file.path): file for file in parsed}
    known = {_expected_id(file) for file in parsed} | {name for rule in rules for name in (rule.id, *rule.formerly)}
    packs = {name.partition("/")[0] for name in known}
    for rule in rules:
        for name in rule.yields_to:
            if name not in known and name.partition("/")[0] in packs:
                file = by_path[rule.path]
                members = file.member("yields_to").value
                node = members.get(name) if isinstance(members, dict) else None
                node = node or file.member("id")  # one that is inherited does not stand in the file
                place = Node(None, *node.key_place, node.key_place)
                yield file.problem(place, f"there is no rule {name!r}", did_you_mean(name, known))
