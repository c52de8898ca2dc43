"""YAML files parsed once: their nodes are kept in the cache, since reading YAML takes longer than all the rest."""

from __future__ import annotations

import marshal
import sys
from functools import cache as once
from typing import Any

from linter.core import cache, yaml
from linter.core.digest import sha256, text_digest
from linter.core.node import Node, pack, unpack
from linter.core.source import Source
from linter.core.yaml import Limits

CACHE_NAME = "yaml"


def kept_nodes(source: Source, limits: Limits) -> Node:
    """The root node of a file, from the cache if it was read before; raises ProblemsError for a broken file."""
    key = content_key((source.text,))
    kept = read_kept(key)
    if kept is not None:
        return unpack(kept)
    node = yaml.load(source.text, source.path, limits=limits)
    write_kept(key, pack(node))
    return node


def content_key(texts: tuple[str, ...]) -> str:
    """What parsed nodes depend on: the texts, the code that parses them, and Python."""
    digests = map(text_digest, texts)
    return " ".join((_reader(), str(sys.implementation.cache_tag), *digests))


def read_kept(key: str) -> Any | None:
    """Packed nodes kept under a key, or None."""
    data = cache.read(CACHE_NAME, key)
    try:
        return marshal.loads(data) if data is not None else None  # noqa: S302 - plain data of our own
    except (ValueError, EOFError, TypeError):
        return None


def write_kept(key: str, packed: Any) -> None:
    """Keep packed nodes under a key."""
    cache.write(CACHE_NAME, key, marshal.dumps(packed))


@once
def _reader() -> str:
    with open(yaml.__file__, "rb") as file:
        return sha256(file.read()).hexdigest()
