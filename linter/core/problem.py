"""A mistake in a user's file, as a value with a place."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Problem(Struct, frozen=True, order=True):
    """One mistake: where it stands (line and column from 1), what it is, and how to mend it.

    `frame` is the line of the file it stands on, for the code frame; empty where there is none.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    frame: str = ""

    @property
    def headline(self) -> str:
        """The one-line form, in the shape every editor parses."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: error: {self.message}{hint}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the known word nearest to a mistyped one; empty where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""
