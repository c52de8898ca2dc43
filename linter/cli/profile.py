"""`factlint check --profile`: where the time of a run went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.engine.lint import Linter

if TYPE_CHECKING:
    from linter.engine.profile import Timing

SHOWN = 25
"""The longest of each kind that are listed; what the others took is one line."""

TITLES = {"stage": "stages", "annotator": "annotators", "inference": "inferences", "rule": "rules"}


def profiled() -> type[Linter]:
    """The linter that measures itself, loaded only by a run that wants it."""
    from linter.engine.profile import ProfiledLinter

    return ProfiledLinter


def times_of(linter: Linter) -> str:
    """What a profiled linter measured, as a table a kind; milliseconds, share of all, calls. Empty for any other."""
    watch = getattr(linter, "watch", None)
    return "".join(f"{line}\n" for line in table(watch.timings)) if watch else ""


def table(timings: tuple[Timing, ...]) -> Iterator[str]:
    """The lines of the table."""
    whole = sum(timing.seconds for timing in timings)
    yield f"{whole * 1000:.1f} ms in all; the time of each line is its own, without that of what it calls"
    for kind, title in TITLES.items():
        chosen = [timing for timing in timings if timing.kind == kind]
        if chosen:
            yield f"\n{sum(timing.seconds for timing in chosen) * 1000:9.1f} ms  {title}"
        for timing in chosen[:SHOWN]:
            yield row(timing.seconds, whole, timing.name, timing.calls)
        if len(chosen) > SHOWN:
            others = chosen[SHOWN:]
            yield row(sum(timing.seconds for timing in others), whole, f"{len(others)} others", None)


def row(seconds: float, whole: float, name: str, calls: int | None) -> str:
    """One line: milliseconds, share, name, calls."""
    share = 100 * seconds / whole if whole else 0.0
    counted = "" if calls in (None, 1) else f"  ({calls} times)"
    return f"{seconds * 1000:9.1f} ms {share:5.1f} %  {name}{counted}"
