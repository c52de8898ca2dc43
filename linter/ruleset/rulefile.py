"""One rule file: from its node to a rule."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from linter.core.decode import Decoded, Decoder, hints
from linter.core.diagnostic import Applicability, Confidence, Level
from linter.core.field import FieldError
from linter.core.node import Node
from linter.core.pattern import lazy_pattern
from linter.core.problem import Problem, did_you_mean
from linter.core.source import Source
from linter.ruleset.examples import Written, example_problems
from linter.ruleset.model import Rule, Within

ID = lazy_pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
"""A pack, a slash, a name."""

VERSION = lazy_pattern(r"\d{1,9}(?:\.\d{1,9}){0,3}")
"""Numbers and dots, as in a release of factlint."""


class Head(Struct, frozen=True):
    """The keys that every rule file has; all others are parameters of its check kind.

    `id` is the pack, a slash and the file's name. `title` is one line for lists of rules. `level`: an error is proved,
    a warning wants an editor's eye, a note is about style. `confidence` is how sure the rule is that an editor would
    agree. `message` is what a report says, with placeholders like {text}. `docs` say what the rule reports, why it
    matters and when to ignore it. `examples` are its proof: at least two bad and two good ones. `tags` group rules
    across packs. `references` are where the rule comes from. `formerly` are ids that the rule had before. `yields_to`
    names rules that speak in this rule's place when they report the same words or sentence. `fix` says what may be done
    with a suggestion that fits as it stands: show it, apply it with --unsafe-fixes, or with --fix. `extends` is the id
    of the rule that this one is built on. `replaces` are ids of rules in other packs in whose place this one speaks; a
    rule that takes the id of a built-in one must say so here.
    """

    id: str
    title: str
    level: Level
    confidence: Confidence
    check: str
    message: str
    docs: str
    examples: tuple[Written, ...]
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    yields_to: Mapping[str, Within] = field(default_factory=dict)
    fix: Applicability = "display"
    extends: str = ""
    replaces: tuple[str, ...] = ()


class Pack(Struct, frozen=True):
    """What `pack.yaml` says of the rules beside it; `min_version` is the first factlint that reads them."""

    name: str
    title: str
    description: str
    version: str
    license: str
    min_version: str = field(default="", name="min-version")

    def __post_init__(self) -> None:
        """Refuse a version that is none."""
        if self.min_version and not VERSION.fullmatch(self.min_version):
            raise FieldError(f"{self.min_version[:40]!r} is no version", "write it as '0.1' or '0.1.0'", "min-version")


def read_rule(node: Node, source: Source, checks: Mapping[str, type], expected_id: str = "") -> Decoded[Rule]:
    """A rule of a file's root node, or everything that is wrong with it.

    `checks` maps check kinds to their classes. `expected_id` is what the id must be; empty where the file is in no
    pack.
    """
    decoder = Decoder(source)
    if not isinstance(node.value, dict):
        return Decoded(None, decoder.members(Head, node)[1])
    head, missing = decoder.members(Head, _only(node, hints(Head), inside=True))
    kind = checks.get(str(head.get("check")))
    parameters = _only(node, hints(Head), inside=False)
    values, strange = decoder.members(kind, parameters, tuple(hints(Head))) if kind else ({}, ())
    told = (
        *_head_problems(node.value, head, decoder, expected_id),
        *_check_problems(node.value, head, checks, decoder),
    )
    problems = (*missing, *strange, *told)
    if problems or kind is None:
        return Decoded(None, problems)
    check, refused = decoder.build(kind, values, node)
    return Decoded(None, refused) if refused else Decoded(_rule(head, check, source.path))


def read_pack(node: Node, source: Source, folder: str, version: str = "") -> Decoded[Pack]:
    """The pack of a `pack.yaml` in a folder of this name; `version` is that of factlint, "" to leave it unlooked at."""
    decoder = Decoder(source)
    pack, problems = decoder.make(Pack, node)
    if not problems and isinstance(node.value, dict):
        problems = tuple(_pack_problems(pack, node.value, decoder, folder, version))
    return Decoded(None, problems) if problems else Decoded(pack)


def _pack_problems(
    pack: Pack, members: Mapping[str, Node], decoder: Decoder, folder: str, version: str
) -> Iterator[Problem]:
    if pack.name != folder:
        name = members["name"]
        hint = f"name it {folder!r}, as its folder is"
        yield decoder.problem((name.line, name.column), f"the pack calls itself {pack.name!r}", hint)
    if version and pack.min_version and _numbers(pack.min_version) > _numbers(version):
        wanted = members["min-version"]
        message = f"the pack needs factlint {pack.min_version}, and this is {version}"
        yield decoder.problem((wanted.line, wanted.column), message, "install a newer factlint")


def _only(node: Node, keys: Mapping[str, Any], *, inside: bool) -> Node:
    members = node.value if isinstance(node.value, dict) else {}
    kept = {key: member for key, member in members.items() if (key in keys) == inside}
    return Node(kept, node.line, node.column, node.key_place)


def _rule(head: Mapping[str, Any], check: Any, path: str) -> Rule:
    words = {key: value for key, value in head.items() if key not in ("check", "examples")}
    examples = tuple(written.example() for written in head["examples"])
    return Rule(**words, check=check, kind=head["check"], examples=examples, path=path)


def _check_problems(
    members: Mapping[str, Node], head: Mapping[str, Any], checks: Mapping[str, type], decoder: Decoder
) -> Iterator[Problem]:
    name = head.get("check")
    if isinstance(name, str) and name not in checks:
        node = members["check"]
        hint = did_you_mean(name, checks) or f"known kinds: {', '.join(sorted(checks))}"
        yield decoder.problem((node.line, node.column), f"there is no check kind {name[:80]!r}", hint)


def _head_problems(
    members: Mapping[str, Node], head: Mapping[str, Any], decoder: Decoder, expected_id: str
) -> Iterator[Problem]:
    for key in ("title", "message", "docs"):
        if isinstance(head.get(key), str) and not head[key].strip():
            yield decoder.problem((members[key].line, members[key].column), f"the {key} is empty")
    if isinstance(head.get("id"), str):
        yield from _id_problems(head["id"], members["id"], decoder, expected_id)
    for key in ("formerly", "replaces"):
        listed = members[key].value if key in members else ()
        for node in listed if isinstance(listed, tuple) else ():
            if isinstance(node.value, str):
                yield from _id_problems(node.value, node, decoder, "")
    if isinstance(head.get("message"), str):
        yield from message_problems(head["message"], members["message"], decoder)
    if isinstance(head.get("examples"), tuple):
        yield from example_problems(head["examples"], members["examples"], decoder)


def _id_problems(rule_id: str, node: Node, decoder: Decoder, expected: str) -> Iterator[Problem]:
    place = node.line, node.column
    if expected and rule_id != expected:
        hint = f"write {expected!r}, or rename the file"
        yield decoder.problem(place, f"the id {rule_id[:80]!r} is not that of the pack and the file", hint)
    elif not ID.fullmatch(rule_id):
        hint = "small letters, digits and hyphens: pack/name"
        yield decoder.problem(place, f"{rule_id[:80]!r} cannot be the id of a rule", hint)


def message_problems(message: str, node: Node, decoder: Decoder) -> Iterator[Problem]:
    """What keeps a message from being filled in."""
    place = node.line, node.column
    try:
        fields = list(string.Formatter().parse(message))
    except ValueError as error:
        yield decoder.problem(place, f"the message cannot be filled in: {error}", "write {{ and }} for braces")
        return
    for _, name, form, conversion in fields:
        # Attributes, items and formats of a value are ways into the program, not words of a message.
        if name is not None and (form or conversion or not name.isidentifier()):
            whole = name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            hint = "a placeholder is a name in braces, like {text}; write {{ and }} for braces"
            yield decoder.problem(place, f"the message has the placeholder {{{whole[:80]}}}", hint)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
