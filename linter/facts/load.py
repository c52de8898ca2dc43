"""The fact base from files: the built-in one, and users' files laid over it in their order.

A broken file hides no other: all problems of all files are collected, and the facts of the other files count. What was
read is kept in the cache, ready to be looked up, by the content of the files and of the code that reads them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache as once
from functools import reduce
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from linter.core import cache
from linter.core.decode import Decoded, decode
from linter.core.digest import sha256
from linter.core.errors import ProblemsError
from linter.core.kept import content_key, kept_nodes
from linter.core.node import Node
from linter.core.prepared import keep_prepared, prepared
from linter.core.problem import Problem
from linter.core.shipped import shipped_folder
from linter.core.source import Source
from linter.core.yaml import FACT_LIMITS
from linter.facts.base import FactBase
from linter.facts.files import read_texts
from linter.facts.index import index_of, pack, unpack
from linter.facts.merge import joined, laid_over
from linter.facts.model import Event, FactFile, Place
from linter.facts.placed import PlacedFile

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "facts/base"
CACHE_NAME = "facts"
SHIPPED = "shipped-facts"
CODE = ("dates.py", "index.py", "load.py", "merge.py", "model.py", "names.py", "table.py")
"""The modules on which the form of a kept base depends."""


class LoadedFacts(Struct, frozen=True):
    """The fact base of the files without problems, and every problem of the others, in the order of the files."""

    base: FactBase
    problems: tuple[Problem, ...] = ()


@once
def shipped_base() -> FactBase:
    """The fact base that ships; raises ProblemsError for a broken file."""
    data = prepared(SHIPPED)
    if data is not None:
        return FactBase(unpack(data))
    loaded = load_facts()
    if loaded.problems:
        raise ProblemsError(loaded.problems)
    keep_prepared(SHIPPED, pack(loaded.base.index))
    return loaded.base


def load_facts(paths: Iterable[str | Path] = ()) -> LoadedFacts:
    """The built-in facts with those of users' files and folders laid over them: where they differ, the later wins."""
    shipped, users = read_texts([shipped_folder() / FOLDER]), read_texts(paths)
    unread = (*shipped.problems, *users.problems)
    kept = _kept(_key(shipped.texts.values(), users.texts.values()))
    if kept is not None:
        return LoadedFacts(kept, unread)
    parsed = [(source.text, parse_facts(source)) for source in users.sources]
    layers = [decoded.value for _, decoded in parsed if decoded.value is not None]
    mistakes = tuple(problem for _, decoded in parsed for problem in decoded.problems)
    key = _key(shipped.texts.values(), [text for text, decoded in parsed if decoded.value is not None])
    base, broken = _base(key, shipped.sources, layers)
    return LoadedFacts(base, (*unread, *broken, *mistakes))


def _key(shipped: Iterable[str], users: Iterable[str]) -> str:
    built_in = tuple(shipped)
    return content_key((_code(), str(len(built_in)), *built_in, *users))


def _kept(key: str) -> FactBase | None:
    data = cache.read(CACHE_NAME, key)
    return None if data is None else FactBase(unpack(data))


def _base(key: str, shipped: Iterable[Source], layers: Iterable[FactFile]) -> tuple[FactBase, tuple[Problem, ...]]:
    """The base of the shipped files and of layers over them: the kept one, or made now and kept."""
    kept = _kept(key)
    if kept is not None:
        return kept, ()
    parsed = [parse_facts(source) for source in shipped]
    facts = joined(decoded.value for decoded in parsed if decoded.value is not None)
    index = index_of(reduce(laid_over, layers, facts))
    problems = tuple(problem for decoded in parsed for problem in decoded.problems)
    if not problems:
        cache.write(CACHE_NAME, key, pack(index))
    return FactBase(index), problems


def placed_files(paths: Iterable[str | Path] = ()) -> tuple[tuple[PlacedFile, ...], tuple[Problem, ...]]:
    """Fact files with the places of their entries, for validation, and the mistakes of those that have any.

    Without paths, the files of the built-in base.
    """
    from pathlib import Path

    home = (shipped_folder() / FOLDER).resolve()
    read = read_texts(tuple(paths) or [home])
    parsed = [(source, parse_facts(source)) for source in read.sources]
    sound = (source for source, decoded in parsed if decoded.value is not None)
    files = [
        PlacedFile(each, kept_nodes(each, FACT_LIMITS), home in Path(each.path).resolve().parents) for each in sound
    ]
    return tuple(files), (*read.problems, *(problem for _, decoded in parsed for problem in decoded.problems))


def parse_facts(source: Source) -> Decoded[FactFile]:
    """The facts of one file, or all its mistakes."""
    try:
        root = kept_nodes(source, FACT_LIMITS)
    except ProblemsError as error:
        return Decoded(None, error.problems)
    decoded = decode(FactFile, root, source)
    if decoded.value is None:
        return decoded
    return Decoded(replace(decoded.value, events=_with_ongoing(decoded.value.events, root)))


def _with_ongoing(events: tuple[Event, ...], root: Node) -> tuple[Event, ...]:
    """Events that say `end: null` go on, and those that have `through` and no end; others say nothing of an end."""
    members = root.value if isinstance(root.value, dict) else {}
    nodes = members["events"].value if "events" in members else ()
    assert isinstance(nodes, tuple)
    pairs = zip(events, nodes, strict=True)
    return tuple(replace(event, ongoing=event.ongoing or _is_open(node)) for event, node in pairs)


def _is_open(node: Node) -> bool:
    members = node.value if isinstance(node.value, dict) else {}
    return members["end"].value is None if "end" in members else "through" in members


@once
def _code() -> str:
    from pathlib import Path

    folder = Path(__file__).parent
    return sha256(b"".join((folder / name).read_bytes() for name in CODE)).hexdigest()


@once
def shipped_places() -> tuple[Place, ...]:
    """The countries and regions of the fact base that ships; raises ProblemsError for a broken file."""
    return read_facts(shipped_folder() / FOLDER / "places.yaml").places


def read_facts(path: Path) -> FactFile:
    """One fact file; raises ProblemsError with all its mistakes."""
    texts = read_texts([path])
    for source in texts.sources:
        decoded = parse_facts(source)
        if decoded.value is not None:
            return decoded.value
        raise ProblemsError(decoded.problems)
    raise ProblemsError(texts.problems)
