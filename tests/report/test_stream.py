from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.core.diagnostic import Diagnostic, Level
from linter.core.report import Report
from linter.report import REPORTERS
from linter.report.context import Context
from linter.report.stream import Streamed, stream

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "c"]), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(VALUES, max_size=4), VALUES)
def test_the_text_is_that_of_dumps(items: list[Any], other: Any) -> None:
    whole = {"items": items, "other": other, "inner": {"again": items}}
    streamed = Streamed({"items": iter(items), "other": other, "inner": Streamed({"again": iter(items)})})
    assert "".join(stream(streamed)) == json.dumps(whole, indent=2)


def test_an_element_is_made_when_the_one_before_is_written() -> None:
    made: list[int] = []

    def items() -> Iterator[int]:
        for number in range(3):
            made.append(number)
            yield number

    chunks = stream(Streamed({"items": items()}))
    while "1" not in next(chunks):
        pass
    assert made == [0, 1]


@pytest.mark.parametrize("name", sorted(set(REPORTERS) - {"markdown"}))
def test_no_chunk_holds_the_whole_report(
    name: str, several: Callable[[Level, int], tuple[Diagnostic, ...]], report: Report, context: Context
) -> None:
    """A report of a thousand findings over a hundred files comes in chunks that hold a small part of it each."""
    from msgspec.structs import replace

    spread = tuple(
        replace(each, path=f"news/{number // 10:03}.md", message=each.message * 8)
        for number, each in enumerate(several("warning", 1000))
    )
    chunks = list(REPORTERS[name](Report(spread), context))
    whole = sum(map(len, chunks))
    fixed = max(map(len, REPORTERS[name](Report(()), context)), default=0)
    assert len(chunks) >= 100
    assert max(map(len, chunks)) <= max(whole // 20, fixed)
