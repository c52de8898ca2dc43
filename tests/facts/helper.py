"""Fact files as texts, and the bases they make."""

from __future__ import annotations

import textwrap
from pathlib import Path

from linter.core.decode import Decoded
from linter.core.source import Source
from linter.facts.base import FactBase
from linter.facts.load import parse_facts
from linter.facts.merge import laid_over
from linter.facts.model import FactFile


def decoded(text: str, path: str = "facts.yaml") -> Decoded[FactFile]:
    """What a fact file says, or its mistakes."""
    return parse_facts(Source(path, textwrap.dedent(text)))


def facts(text: str) -> FactFile:
    """The facts of a text without mistakes."""
    value = decoded(text).value
    assert value is not None, decoded(text).problems
    return value


def base(*texts: str) -> FactBase:
    """The base of texts, each laid over those before it."""
    together = FactFile()
    for text in texts:
        together = laid_over(together, facts(text))
    return FactBase.of(together)


def written(folder: Path, name: str, text: str) -> Path:
    """A fact file on disk."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


HARBOUR = """
    events:
      - {id: storm, names: ["the Great Harbour Storm", "the storm of Port Lune"], start: 1987-10-16, end: 1987-10-18}
      - {id: strike, names: ["the dockers' strike"], start: 1999-02, end: null, through: 1999-06-30}
      - {id: flood, names: ["the flood"], start: 2001-03-04}
    offices:
      - id: harbour-master
        titles: ["harbour master", "master of the port"]
        of: Lunaria
        source: https://example.org/masters
        through: 2020-12-31
        holders:
          - {name: Bea Stråle, aliases: [Beatrice Strale], from: 1990-01-01, to: 1994-06-30}
          - {name: Olaf Özdal, from: 1994-06-30, to: 2001-05}
          - {name: Ann-Marie O'Dell Jr., from: 2001-09-01, to: 2010-12-31, acting: true}
          - {name: Juan López Obregón, from: 2011-01-01, to: null}
    people:
      - {name: Beatrice Strale, born: 1940-05-06, died: 2003, source: "https://example.org/strale"}
    places:
      - {name: Lunaria, variants: [Luneland], demonyms: [Lunarian], capital: Port Lune}
      - {name: Port Lune, variants: [Lunehaven]}
"""
"""A small world."""
