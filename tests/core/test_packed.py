"""Reports as bytes: what is packed is what is unpacked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.core.diagnostic import CONFIDENCES, LEVELS, Diagnostic, Edit, Fix, Place
from linter.core.packed import pack, unpack
from linter.core.problem import Problem
from linter.core.report import Report, Suppressed
from linter.core.span import Span

PATH = "wire/a.md"
paths = st.sampled_from([PATH, "wire/b.md"])
numbers = st.integers(0, 10**7)
spans = st.builds(Span, numbers, numbers)
texts = st.text(st.characters(), max_size=20)  # lone surrogates too: an article can hold them
fixes = st.none() | st.builds(
    Fix,
    texts,
    st.sampled_from(["safe", "unsafe", "display"]),
    st.lists(st.builds(Edit, spans, texts), max_size=2).map(tuple),
)
places = st.builds(Place, paths, numbers, numbers, numbers, numbers, texts, texts, spans)
diagnostics = st.builds(
    Diagnostic,
    path=paths,
    level=st.sampled_from(LEVELS),
    confidence=st.sampled_from(CONFIDENCES),
    related=st.lists(places, max_size=2).map(tuple),
    fix=fixes,
    span=spans,
)
reports = st.builds(
    Report,
    st.lists(diagnostics, max_size=3).map(tuple),
    st.lists(st.builds(Suppressed, diagnostics), max_size=2).map(tuple),
    st.lists(diagnostics, max_size=2).map(tuple),
    st.lists(st.builds(Problem, paths), max_size=2).map(tuple),
)


@given(reports)
def test_a_report_is_what_it_was(report: Report) -> None:
    assert unpack(pack(report, PATH), PATH) == report


@given(reports)
def test_a_file_that_was_renamed_takes_its_report_with_it(report: Report) -> None:
    moved = unpack(pack(report, PATH), "moved.md")
    assert [d.path for d in moved.diagnostics] == ["moved.md" if d.path == PATH else d.path for d in report.diagnostics]
    assert [d.message for d in moved.diagnostics] == [d.message for d in report.diagnostics]


@pytest.mark.parametrize("damage", [b"", b"\0", b"x\x9c", pack(Report(()), "a")[:-3]])
def test_what_was_not_packed_is_refused(damage: bytes) -> None:
    with pytest.raises(ValueError, match="no packed report"):
        unpack(damage, PATH)
