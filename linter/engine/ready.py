"""The automaton that ships, ready to scan with: what it is made of is loaded only where it has to be made."""

from __future__ import annotations

from linter.core.prepared import keep_prepared, prepared
from linter.match.automaton import Automaton, automaton_of, unpacked

AUTOMATON = "shipped-automaton"


def shipped_automaton() -> Automaton:
    """The automaton of all annotators and all shipped rules."""
    data = prepared(AUTOMATON)
    made = unpacked(data) if data is not None else None
    if made is None:
        from linter.engine.prepare import shipped_tables

        made = automaton_of(shipped_tables())
        keep_prepared(AUTOMATON, made.packed())
    return made
