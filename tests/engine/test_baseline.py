"""The baseline: what was there before keeps quiet, wherever it moves, and what is gone is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import linter
from linter.core.errors import ProblemsError
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.baseline import Cover
from linter.engine.baseline_file import Entry, Written, entry_spans, read_baseline, render_baseline
from linter.engine.lint import Input, Linter

WEASEL = "Many experts say that the ferry is slow."
OTHER = "Some observers see it as a first step."
LINTER = Linter(linter.load_rules(["attribution", "timeline"]))
RULES = frozenset(rule.id for rule in LINTER.ruleset.rules)


def lint(folder: Path, text: str, name: str = "a.md") -> Report:
    (folder / name).write_text(text, encoding="utf-8")
    return LINTER.lint([Input(Source(str(folder / name), text))])


def cover(folder: Path, entries: tuple[Entry, ...] = (), rules: frozenset[str] = RULES) -> Cover:
    return Cover(
        Written(str(folder / "base.json"), entries, render_baseline(entries)), lambda path: rules, lambda: RULES
    )


def written(folder: Path, text: str) -> Cover:
    report = lint(folder, text)
    return cover(folder, cover(folder).updated(report.diagnostics, [str(folder / "a.md")]))


def told(folder: Path, base: Cover, text: str) -> tuple[list[int], list[str]]:
    """The lines of what is reported, and the entries that cover nothing."""
    report = lint(folder, text)
    paths = [str(folder / "a.md")]
    left = base.keep_quiet(report, paths)
    assert len(left.diagnostics) + len(left.suppressed) == len(report.diagnostics)
    return [d.line for d in left.diagnostics], [d.message for d in (*base.stale(report, paths), *base.lost())]


def test_what_is_in_the_baseline_keeps_quiet(tmp_path: Path) -> None:
    text = f"{WEASEL}\n\n{OTHER}\n"
    assert told(tmp_path, written(tmp_path, text), text) == ([], [])


def test_it_survives_inserting_a_paragraph_above(tmp_path: Path) -> None:
    base = written(tmp_path, f"{WEASEL}\n\n{OTHER}\n")
    assert told(tmp_path, base, f"# Ferry\n\nThe ferry is white.\n\n{WEASEL}\n\n{OTHER}\n") == ([], [])


def test_it_survives_other_white_space_and_markup_in_the_sentence(tmp_path: Path) -> None:
    base = written(tmp_path, f"{WEASEL}\n")
    assert told(tmp_path, base, "**Many experts** say that\nthe ferry is slow.\n") == ([], [])


def test_a_new_finding_stands(tmp_path: Path) -> None:
    base = written(tmp_path, f"{WEASEL}\n")
    assert told(tmp_path, base, f"{WEASEL}\n\n{OTHER}\n") == ([3], [])


def test_equal_sentences_are_counted(tmp_path: Path) -> None:
    base = written(tmp_path, f"{WEASEL}\n\n{WEASEL}\n")
    assert [entry.count for entry in base.baseline.entries] == [2]
    assert told(tmp_path, base, f"{WEASEL}\n\n{WEASEL}\n\n{WEASEL}\n") == ([5], [])
    lines, stale = told(tmp_path, base, f"{WEASEL}\n")
    assert lines == []
    assert stale == ['a.md has no attribution/weasel of "Many experts" any more (1 of 2); run: factlint baseline prune']


def test_a_fixed_entry_is_reported_at_its_line_in_the_file(tmp_path: Path) -> None:
    base = written(tmp_path, f"{WEASEL}\n\n{OTHER}\n")
    report = lint(tmp_path, f"{OTHER}\n")
    [stale] = base.stale(report, [str(tmp_path / "a.md")])
    assert (stale.rule, stale.level, stale.path) == ("meta/stale-baseline", "error", base.baseline.path)
    assert '"Many experts"' in base.baseline.text.splitlines()[stale.line - 1]


def test_a_changed_sentence_is_new_and_its_entry_is_stale(tmp_path: Path) -> None:
    base = written(tmp_path, f"{WEASEL}\n")
    lines, stale = told(tmp_path, base, "Many experts say that the ferry is late.\n")
    assert (lines, len(stale)) == ([1], 1)


def test_prune_takes_out_what_is_gone_and_adds_nothing(tmp_path: Path) -> None:
    base = written(tmp_path, f"{WEASEL}\n\n{WEASEL}\n\n{OTHER}\n")
    report = lint(tmp_path, f"{WEASEL}\n\nCritics argue that it is late.\n")
    entries = base.pruned(report.diagnostics, [str(tmp_path / "a.md")])
    assert [(entry.text, entry.count) for entry in entries] == [("Many experts", 1)]
    assert told(tmp_path, cover(tmp_path, entries), f"{WEASEL}\n") == ([], [])


def test_entries_of_articles_and_rules_outside_the_run_stay_and_are_not_stale(tmp_path: Path) -> None:
    base = written(tmp_path, f"{WEASEL}\n")
    (tmp_path / "b.md").write_text("Nothing.\n", encoding="utf-8")
    elsewhere = Entry("b.md", "attribution/weasel", "0" * 16, 1, "x")
    more = cover(tmp_path, (*base.baseline.entries, elsewhere))
    assert told(tmp_path, more, f"{WEASEL}\n") == ([], [])
    report = lint(tmp_path, "Nothing.\n")
    assert more.updated(report.diagnostics, [str(tmp_path / "a.md")]) == (elsewhere,)
    without = cover(tmp_path, base.baseline.entries, RULES - {"attribution/weasel"})
    assert list(without.stale(report, [str(tmp_path / "a.md")])) == []
    assert without.pruned(report.diagnostics, [str(tmp_path / "a.md")]) == base.baseline.entries


def test_entries_of_files_and_rules_that_are_no_more_are_stale(tmp_path: Path) -> None:
    gone = (Entry("gone.md", "attribution/weasel", "0" * 16, 1), Entry("a.md", "attribution/old", "0" * 16, 1))
    _, stale = told(tmp_path, cover(tmp_path, gone), "Nothing.\n")
    assert [message.partition(";")[0] for message in stale] == [
        "gone.md is no more, and with it its attribution/weasel",
        "no rule is called attribution/old any more",
    ]
    assert cover(tmp_path, gone).pruned((), []) == ()


def test_a_report_on_the_whole_article_has_an_entry_without_a_sentence(tmp_path: Path) -> None:
    base = written(tmp_path, "The ferry ran last week.\n")
    keys = {(entry.rule, entry.sentence) for entry in base.baseline.entries}
    assert ("timeline/undated-article", "") in keys
    assert told(tmp_path, base, "# New title\n\nThe ferry ran last week.\n") == ([], [])


def test_the_file_is_sorted_with_an_entry_a_line_and_reads_back_the_same(tmp_path: Path) -> None:
    entries = tuple(Entry(path, "a/b", "é", 2, '"quoted" — 😀') for path in ("z.md", "a.md", "m/ü.md"))
    text = render_baseline(entries)
    path = tmp_path / "base.json"
    path.write_text(text, encoding="utf-8")
    again = read_baseline(str(path))
    assert again.entries == tuple(sorted(entries))
    assert render_baseline(again.entries) == text
    assert [line.count('"path"') for line in text.splitlines()] == [0, 0, 0, 1, 1, 1, 0, 0]
    assert [json.loads(text[span.start : span.end])["path"] for span in entry_spans(text)] == [
        "a.md", "m/ü.md", "z.md"
    ]  # fmt: skip


def test_an_empty_baseline_is_sound_json() -> None:
    assert json.loads(render_baseline(())) == {"version": 1, "entries": []}


ENTRY = '{"path": "a.md", "rule": "a/b", "sentence": "", "count": 1}'


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("{", 1, 2, "no JSON"),
        ('{"version": 1,\n "entries": [}', 2, 14, "no JSON"),
        ("[" * 100_000, 1, 1, "nested too deeply"),
        ("[]", 1, 1, "object with the keys"),
        ('{"version": 2, "entries": []}', 1, 1, "version 2"),
        ('{"version": true, "entries": []}', 1, 1, "version True"),
        ('{"version": 1}', 1, 1, "no list of entries"),
        ('{"version": 1, "entires": [], "entries": []}', 1, 1, "unknown key 'entires'"),
        ('{"version": 1, "entries": [\n  7]}', 2, 3, "an entry is an object"),
        (f'{{"version": 1, "entries": [\n{ENTRY},\n{ENTRY.replace("1", "0")}]}}', 3, 1, "the count"),
        (f'{{"version": 1, "entries": [\n{ENTRY.replace("1", "true")}]}}', 2, 1, "the count"),
        (f'{{"version": 1, "entries": [\n{ENTRY.replace("count", "cuont")}]}}', 2, 1, "unknown key 'cuont'"),
        ('{"version": 1, "entries": [\n{"path": 5, "rule": "a/b", "sentence": "", "count": 1}]}', 2, 1, "the path"),
        (f'{{"version": 1, "entries": [\n{ENTRY},\n{ENTRY}]}}', 3, 1, "the same as entry 1"),
    ],
)  # fmt: skip
def test_a_broken_file_is_a_problem_with_its_place(
    tmp_path: Path, text: str, line: int, column: int, message: str
) -> None:
    path = tmp_path / "base.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsError) as raised:
        read_baseline(str(path))
    [problem] = raised.value.problems
    assert message in problem.message
    assert (problem.path, problem.line, problem.column) == (str(path), line, column)


def test_a_missing_or_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="No such file"):
        read_baseline(str(tmp_path / "none.json"))
    (tmp_path / "latin.json").write_bytes(b"\xe9")
    with pytest.raises(ProblemsError, match="not valid UTF-8"):
        read_baseline(str(tmp_path / "latin.json"))
