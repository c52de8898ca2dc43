"""Rules built on other rules: `extends`, and how lists grow and shrink on the way.

An extending rule has the check of its base and every key that it does not give itself, but for those that say who it is
and prove it. `add` and `remove` change the base's lists and mappings instead of replacing them, however deep they lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from linter.core.decode import Decoded, Decoder, hints
from linter.core.node import Node
from linter.core.problem import Problem, did_you_mean
from linter.core.record import defaults, names
from linter.ruleset.files import Parsed

NOT_INHERITED = frozenset({"id", "formerly", "replaces", "examples", "extends", "add", "remove"})
"""What a rule must say for itself."""

Members = dict[str, Node]


class Extension(Struct, frozen=True):
    """The keys with which a rule builds on another one.

    `extends` is the id of the rule that this one is built on: it has the same check, and every key that is not given
    here is the base's. `add` holds, under the names of the base's lists and mappings, what is put to them. `remove`
    holds what is taken out of them, items of a list or keys of a mapping.
    """

    extends: str = ""
    add: Mapping[str, Any] = field(default_factory=dict)
    remove: Mapping[str, Any] = field(default_factory=dict)


class Library(Struct, frozen=True):
    """The rule files by the ids they give: the user's `own`, and the `shipped` ones where an own rule needs them."""

    own: Mapping[str, Parsed]
    shipped: Mapping[str, Parsed]

    def base(self, name: str, file: Parsed) -> Parsed | None:
        """The file of a rule that another file builds on; a rule that takes a shipped one's id may build on that."""
        found = self.own.get(name)
        return self.shipped.get(name, found) if found is None or found.path == file.path else found

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, sorted."""
        return tuple(sorted({*self.own, *self.shipped}))


def stated_id(file: Parsed) -> str:
    """The id that a file gives, "" where it gives none that is text."""
    value = file.member("id").value
    return value if isinstance(value, str) else ""


def stated_base(file: Parsed) -> str:
    """The id of the rule that a file builds on, "" for none."""
    members = file.node.value if file.node else None
    value = members["extends"].value if isinstance(members, dict) and "extends" in members else None
    return value if isinstance(value, str) else ""


def extended(file: Parsed, library: Library, checks: Mapping[str, type]) -> Decoded[Node]:
    """The root node of a rule file with all that it inherits, or why there is none."""
    root = file.node
    if root is None or not isinstance(root.value, dict):
        return Decoded(root)
    if problems := tuple(_misused(file, root.value)):
        return Decoded(None, problems)
    chain = _chain(file, library)
    if isinstance(chain, Problem):
        return Decoded(None, (chain,))
    node, problems = chain[-1].node, ()
    for each in reversed(chain[:-1]):
        node, problems = _built(each, node or root, checks)
        if problems:
            broken = _at_base(file, f"{stated_base(file)!r} has mistakes of its own")
            return Decoded(None, problems if each is file else (broken,))
    return Decoded(node)


def _misused(file: Parsed, members: Members) -> Iterator[Problem]:
    decoder = Decoder(file.source)
    if "extends" in members:
        yield from decoder.make(str, members["extends"])[1]
    for key in ("add", "remove"):
        if key not in members:
            continue
        if "extends" not in members:
            yield decoder.problem(
                members[key].key_place, f"{key!r} changes what a rule inherits, and this one extends none"
            )
        elif not isinstance(members[key].value, dict):
            hint = f"write {key}: {{phrases: [some words]}}"
            yield file.problem(members[key], f"{key!r} wants the names of lists, with what to {key}", hint)


def _chain(file: Parsed, library: Library) -> tuple[Parsed, ...] | Problem:
    """A file, what it builds on, what that builds on, up to a rule that stands for itself; or why there is no end."""
    chain = [file]
    while name := stated_base(chain[-1]):
        base = library.base(name, chain[-1])
        if base is None:
            known = library.ids
            told = f"there is no rule {name!r} to build on"
            if len(chain) > 1:
                told = f"{stated_base(file)!r} cannot be built on: there is no rule {name!r}"
            return _at_base(file, told, did_you_mean(name, known) or "see all rules with: factlint rule --all")
        if base.node is None or not isinstance(base.node.value, dict):
            return _at_base(file, f"{name!r} has mistakes of its own")
        chain.append(base)
        if any(base.path == each.path for each in chain[:-1]):
            return _at_base(file, f"rules are built on each other: {' → '.join(map(stated_id, chain))}")
    return tuple(chain)


def _at_base(file: Parsed, message: str, hint: str = "") -> Problem:
    return file.problem(file.member("extends"), message, hint)


def _built(file: Parsed, base: Node, checks: Mapping[str, type]) -> tuple[Node, tuple[Problem, ...]]:
    """The node of a rule on top of its base's node."""
    assert file.node is not None
    assert isinstance(file.node.value, dict)
    assert isinstance(base.value, dict)
    own, place = file.node.value, file.member("extends")
    inherited = {key: _moved(member, place) for key, member in base.value.items() if key not in NOT_INHERITED}
    kind = checks.get(str(inherited["check"].value)) if "check" in inherited else None
    merged = {**inherited, **{key: member for key, member in own.items() if key not in ("add", "remove")}}
    changed, problems = _changed(file, kind, inherited)
    other = tuple(_other_check(file, own, inherited))
    root = file.node
    return Node({**merged, **changed}, root.line, root.column, root.key_place), (*other, *problems)


def _other_check(file: Parsed, own: Members, inherited: Members) -> Iterator[Problem]:
    if "check" in own and "check" in inherited and own["check"].value != inherited["check"].value:
        hint = f"its check is {inherited['check'].value!r}; leave the key out"
        yield file.problem(own["check"], f"a rule has the check of the rule that it extends, {stated_base(file)}", hint)


def _changed(file: Parsed, kind: type | None, inherited: Members) -> tuple[Members, tuple[Problem, ...]]:
    """The members that `add` and `remove` change, with what is wrong with these keys."""
    changed: Members = {}
    problems: list[Problem] = []
    for verb, change in (("remove", _without), ("add", _with)):
        part = file.member(verb)
        for key, wanted in part.value.items() if part is not file.node and isinstance(part.value, dict) else ():
            found = changed.get(key) or inherited.get(key) or _default(kind, key, wanted)
            told = _refused(file, verb, key, wanted, kind, found)
            if told or found is None:
                problems.extend([told] if told else [])
                continue
            changed[key], wrong = change(file, found, wanted)
            problems.extend(wrong)
    return changed, tuple(problems)


def _refused(file: Parsed, verb: str, key: str, wanted: Node, kind: type | None, found: Node | None) -> Problem | None:
    place = Node(None, *wanted.key_place, wanted.key_place)
    if file.member(key) is not file.node:
        return file.problem(place, f"{key!r} is both given anew and changed", f"keep one of {key} and {verb}.{key}")
    if found is None:
        known = (*hints(kind), "tags", "references", "yields_to") if kind else ("tags", "references", "yields_to")
        hint = did_you_mean(key, known) or f"known keys: {', '.join(known)}"
        return file.problem(place, f"there is no list {key!r} to {verb} {'to' if verb == 'add' else 'from'}", hint)
    if not isinstance(found.value, tuple | dict):
        return file.problem(place, f"{key!r} is no list", f"give the key {key} itself")
    return None


def _with(file: Parsed, base: Node, wanted: Node) -> tuple[Node, tuple[Problem, ...]]:
    """A list with further items, a mapping with further members; what is there already stays once."""
    if isinstance(base.value, tuple) and isinstance(wanted.value, tuple):
        there = [item.plain() for item in base.value]
        new = tuple(item for item in wanted.value if item.plain() not in there)
        return _valued(base, (*base.value, *new)), ()
    if isinstance(base.value, dict) and isinstance(wanted.value, dict):
        pairs = {key: (base.value.get(key), member) for key, member in wanted.value.items()}
        grown = {key: _with(file, old, new) if _grows(old) and old else (new, ()) for key, (old, new) in pairs.items()}
        problems = tuple(problem for _, told in grown.values() for problem in told)
        return _valued(base, {**base.value, **{key: node for key, (node, _) in grown.items()}}), problems
    return base, (_unlike(file, base, wanted),)


def _grows(node: Node | None) -> bool:
    return node is not None and isinstance(node.value, tuple | dict)


def _without(file: Parsed, base: Node, wanted: Node) -> tuple[Node, tuple[Problem, ...]]:
    """A list without some items, a mapping without some keys, or with less in its members."""
    if isinstance(base.value, tuple) and isinstance(wanted.value, tuple):
        there = [item.plain() for item in base.value]
        gone = [item.plain() for item in wanted.value]
        problems = _strangers(file, wanted.value, there)
        return _valued(base, tuple(item for item in base.value if item.plain() not in gone)), problems
    if isinstance(base.value, dict) and isinstance(wanted.value, tuple):
        gone = [item.plain() for item in wanted.value]
        problems = _strangers(file, wanted.value, list(base.value))
        return _valued(base, {key: member for key, member in base.value.items() if key not in gone}), problems
    if isinstance(base.value, dict) and isinstance(wanted.value, dict):
        known = {key: member for key, member in wanted.value.items() if key in base.value}
        strange = [Node(key, *node.key_place, node.key_place) for key, node in wanted.value.items() if key not in known]
        less = {key: _without(file, base.value[key], member) for key, member in known.items()}
        problems = tuple(problem for _, told in less.values() for problem in told)
        shrunk = {**base.value, **{key: node for key, (node, _) in less.items()}}
        return _valued(base, shrunk), (*_strangers(file, strange, list(base.value)), *problems)
    return base, (_unlike(file, base, wanted),)


def _strangers(file: Parsed, wanted: Iterable[Node], there: list[Any]) -> tuple[Problem, ...]:
    words = [each for each in there if isinstance(each, str)]
    return tuple(
        file.problem(item, f"{str(item.plain())[:80]!r} is not there to remove", did_you_mean(str(item.plain()), words))
        for item in wanted
        if item.plain() not in there
    )


def _unlike(file: Parsed, base: Node, wanted: Node) -> Problem:
    form = "a list" if isinstance(base.value, tuple) else "a mapping"
    return file.problem(wanted, f"what is changed here is {form}", "write the items in brackets")


def _default(kind: type | None, key: str, place: Node) -> Node | None:
    """What a list or mapping of a check kind, or of the head of a rule, holds where the base says nothing."""
    if key in ("tags", "references"):
        return _valued(place, ())
    if key == "yields_to":
        return _valued(place, {})
    name = names(kind).get(key) if kind else None
    if kind is None or name is None:
        return None
    default = defaults(kind).get(name, ())
    if isinstance(default, tuple):
        return _valued(place, tuple(_valued(place, item) for item in default))
    return _valued(place, {} if isinstance(default, dict) else ())


def _valued(node: Node, value: Any) -> Node:
    return Node(value, node.line, node.column, node.key_place)


def _moved(node: Node, place: Node) -> Node:
    """A node of another file at a place of this one, where its mistakes are told."""
    value = node.value
    if isinstance(value, dict):
        value = {key: _moved(member, place) for key, member in value.items()}
    elif isinstance(value, tuple):
        value = tuple([_moved(item, place) for item in value])
    return Node(value, place.line, place.column, (place.line, place.column))
