"""YAML in, values with places out: the only module that knows ruamel.

Files come from strangers, so what YAML can do beyond data is refused, with its place: anchors and aliases (a short
file that unfolds into millions of nodes, or into itself), tags (which can name code), directives (which change what
words mean), several documents, merge keys, keys that are not text, and whatever is larger or deeper than `Limits`.
Text without quotes means what the core schema of YAML 1.2.2 (section 10.3.2) says, and nothing more: `no` and
`2024-01-01` are text, `1_000` too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from msgspec import Struct

from linter.core.errors import ProblemsError
from linter.core.node import Node, Scalar
from linter.core.pattern import lazy_pattern
from linter.core.problem import Problem
from linter.core.source import Source

__all__ = ["FACT_LIMITS", "RULE_LIMITS", "Limits", "Node", "extents", "frame", "load", "scalar"]

if TYPE_CHECKING:
    from ruamel.yaml.events import Event

WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
"""Words of the core schema that are not text."""

INTEGER = lazy_pattern(r"[-+]?[0-9]{1,300}|0o[0-7]{1,300}|0x[0-9a-fA-F]{1,300}")
FLOAT = lazy_pattern(r"[-+]?(?:\.[0-9]{1,300}|[0-9]{1,300}(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
BASES = {"0o": 8, "0x": 16}
DIRECTIVE = lazy_pattern(r"^%", re.MULTILINE)
UNPRINTABLE = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML 1.2.2 (section 5.1) keeps out of a file, and we keep out of values: they are shown on terminals."""

HINTS = {
    r"found character '\t'": "indent with spaces, and quote text that begins with a tab",
    "mapping values are not allowed": 'put text that holds ": " in quotes',
    "cannot start any token": "put it in quotes",
    "expected '<document start>'": "what comes before is complete; put the whole text in quotes",
    "expected <block end>": "check the indentation, and the quotes above",
    "expected ',' or": "check the brackets and the quotes",
}
"""What to do about the parser's complaints, by a part of their words."""

MOST_PROBLEMS = 100
"""After so many mistakes in one file, reading stops."""

LONGEST_FRAME = 1000
"""Characters; a longer line is no help in a code frame."""


class Limits(Struct, frozen=True):
    """How large a file may be: `characters` of text, `nodes` (values and keys), `depth` of nesting."""

    characters: int
    nodes: int
    depth: int = 16


RULE_LIMITS = Limits(characters=256 * 1024, nodes=20_000)
"""For rules, configurations and front matter."""

FACT_LIMITS = Limits(characters=8 * 1024 * 1024, nodes=500_000)
"""For fact files."""


def load(text: str, path: str, *, line_offset: int = 0, limits: Limits = RULE_LIMITS) -> Node:
    """The one document of a YAML text; an empty text is a node with the value None.

    `path` is the name to tell problems with, `line_offset` the number of lines that stand above `text` in that file.
    Raises ProblemsError with every mistake found; a mistake of syntax is the last one that can be.
    """
    builder = _Builder(Source(path, text), line_offset, limits)
    if len(text) > limits.characters:
        builder.stop(0, f"the file is larger than {limits.characters // 1024} KB", "split it into several files")
    node = builder.document(_events(text, builder))
    if builder.problems:
        raise ProblemsError(tuple(builder.problems))
    return node


def scalar(text: str) -> Scalar:
    """What unquoted text means in the core schema of YAML 1.2."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in "-+.0123456789":
        return text
    if INTEGER.fullmatch(text):
        return int(text, BASES.get(text[:2], 10))
    return float(text) if FLOAT.fullmatch(text) else text


def extents(text: str) -> Mapping[int, int]:
    """Where each value of a text that `load` reads ends, by where it begins: offsets in code points, ends exclusive.

    A block list or mapping ends where the next thing begins, beyond blank lines and comments. Where a mapping and its
    first key begin at one place, the end is the mapping's.
    """
    from ruamel.yaml import YAML, events

    begun: list[int] = []
    ends: dict[int, int] = {}
    for event in YAML(typ="safe", pure=True, plug_ins=[]).parse(text):
        if isinstance(event, events.SequenceStartEvent | events.MappingStartEvent):
            begun.append(event.start_mark.index)
        elif isinstance(event, events.SequenceEndEvent | events.MappingEndEvent):
            ends[begun.pop()] = event.end_mark.index
        elif isinstance(event, events.ScalarEvent):
            ends[event.start_mark.index] = event.end_mark.index
    return ends


def frame(source: Source, line: int) -> str:
    """A line of a file as a code frame may show it: control characters, which could steer a terminal, replaced."""
    text = source.line_text(line) if line <= len(source.line_starts) else ""
    return UNPRINTABLE.sub("\ufffd", text) if len(text) <= LONGEST_FRAME else ""


def _events(text: str, builder: _Builder) -> Iterator[Event]:
    """The parser's events; what it cannot read becomes the last problem."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.reader import ReaderError

    try:
        yield from YAML(typ="safe", pure=True, plug_ins=[]).parse(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        builder.stop(mark.index if mark else builder.offset, *_told(error))
    except ReaderError as error:
        builder.stop(error.position, f"the character U+{error.character:04X} may not stand in YAML", "delete it")
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        # These are what ruamel meets some broken input with: an escape beyond Unicode is a ValueError of `chr`.
        builder.stop(builder.offset, f"cannot be read as YAML: {error}")


def _told(error: Any) -> tuple[str, str]:
    """The parser's words, and a hint: for a mistake that everybody makes, or where the unfinished thing begins."""
    message = ": ".join(part for part in (error.context, error.problem) if part).replace(
        r"'\x00'", "the end of the file"
    )
    for fragment, hint in HINTS.items():
        if fragment in message:
            return message, hint
    begin = error.context_mark
    return message, f"it begins on line {begin.line + 1}" if begin and begin.line < error.problem_mark.line else ""


class _Builder:
    """Makes nodes of events, and keeps what was wrong on the way. `offset` is how far it has read, in code points."""

    def __init__(self, source: Source, line_offset: int, limits: Limits) -> None:
        from ruamel.yaml import events

        self.problems: list[Problem] = []
        self.offset = 0
        self._source = source
        self._line_offset = line_offset
        self._limits = limits
        self._nodes = 0
        self._kinds = events

    def refuse(self, offset: int, message: str, hint: str = "") -> None:
        """Keep a problem and read on, unless there are too many."""
        place = self._source.position(offset)
        line = frame(self._source, place.line)
        where = place.line + self._line_offset, place.column
        self.problems.append(Problem(self._source.path, *where, message, hint, line))
        if len(self.problems) >= MOST_PROBLEMS:
            raise ProblemsError(tuple(self.problems))

    def stop(self, offset: int, message: str, hint: str = "") -> NoReturn:
        """Keep a problem that ends the reading."""
        self.refuse(offset, message, hint)
        raise ProblemsError(tuple(self.problems))

    def document(self, events: Iterator[Event]) -> Node:
        """The root of the first document; a second is refused."""
        root = Node(None, 1 + self._line_offset, 1, (1 + self._line_offset, 1))
        documents = 0
        for event in events:
            self.offset = event.start_mark.index
            if isinstance(event, self._kinds.DocumentStartEvent):
                documents += 1
                self._check_start(event, documents)
            elif not isinstance(
                event, self._kinds.DocumentEndEvent | self._kinds.StreamStartEvent | self._kinds.StreamEndEvent
            ):
                root = self._node(event, events, 1)
        return root

    def _check_start(self, event: Any, documents: int) -> None:
        if documents > 1:
            self.stop(event.start_mark.index, "a second document begins here", "one file holds one document")
        directive = DIRECTIVE.search(self._source.text, 0, event.end_mark.index)
        if directive:
            self.stop(directive.start(), "a directive is not allowed", "delete the lines that begin with %")

    def _node(self, event: Any, events: Iterator[Event], depth: int, key_place: tuple[int, int] | None = None) -> Node:
        self.offset = event.start_mark.index
        self._check(event, depth)
        place = self._source.position(self.offset)
        line, column = place.line + self._line_offset, place.column
        if key_place and self._is_nothing(event):
            line, column = key_place  # nothing stands there, and the parser may say the next line
        return Node(self._value(event, events, depth), line, column, key_place or (line, column))

    def _is_nothing(self, event: Any) -> bool:
        return isinstance(event, self._kinds.ScalarEvent) and not event.value and event.style is None

    def _check(self, event: Any, depth: int) -> None:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            self.stop(
                self.offset, f"the file holds more than {self._limits.nodes:,} values", "split it into several files"
            )
        if depth > self._limits.depth:
            self.stop(self.offset, f"values are nested deeper than {self._limits.depth} levels")
        if isinstance(event, self._kinds.AliasEvent):
            self.refuse(
                self.offset, f"an alias (*{event.anchor:.40}) is not allowed", "write the value out, or quote the text"
            )
        elif event.anchor is not None:
            self.refuse(self.offset, f"an anchor (&{event.anchor:.40}) is not allowed", "delete it, or quote the text")
        if getattr(event, "tag", None) is not None:
            self.refuse(self.offset, f"a tag ({event.tag!s:.80}) is not allowed", "delete it, or quote the text")

    def _value(self, event: Any, events: Iterator[Event], depth: int) -> Scalar | tuple[Node, ...] | dict[str, Node]:
        if isinstance(event, self._kinds.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, self._kinds.SequenceStartEvent):
            return tuple(self._items(events, depth + 1))
        if isinstance(event, self._kinds.MappingStartEvent):
            return self._members(events, depth + 1)
        return None

    def _scalar(self, event: Any) -> Scalar:
        if event.style is None and event.implicit[0]:
            return scalar(event.value)
        strange = UNPRINTABLE.search(event.value) if event.style == '"' else None
        if strange:
            self.refuse(self.offset, f"the text holds the character U+{ord(strange[0]):04X}", "delete the escape")
        return str(event.value)

    def _items(self, events: Iterator[Event], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, self._kinds.SequenceEndEvent):
                return
            yield self._node(event, events, depth)

    def _members(self, events: Iterator[Event], depth: int) -> dict[str, Node]:
        members: dict[str, Node] = {}
        for event in events:
            if isinstance(event, self._kinds.MappingEndEvent):
                break
            offset = event.start_mark.index
            key = self._node(event, events, depth)
            name = self._key(event, offset)
            if name in members:
                line, _ = members[name].key_place
                self.refuse(offset, f"the key {name[:80]!r} is given twice", f"the first stands on line {line}")
            value = self._node(next(events), events, depth, (key.line, key.column))
            members.setdefault(name, value)
        return members

    def _key(self, event: Any, offset: int) -> str:
        if not isinstance(event, self._kinds.ScalarEvent):
            self.refuse(offset, "a key must be text", "brackets and braces at the beginning of text want quotes")
            return f"?{offset}"
        if event.style is None and event.value in ("", "<<"):
            told = "a merge key (<<) is not allowed" if event.value else "a key is missing before the colon"
            self.refuse(offset, told, "write the values out" if event.value else "")
            return f"?{offset}"
        return str(event.value)
