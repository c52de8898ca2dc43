"""A run over many articles: what is known is not linted again, and no article stands in the way of another."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from linter.core.problem import Problem
from linter.core.report import Report
from linter.engine import gather as gathering
from linter.engine import one
from linter.engine.gather import gather
from linter.engine.run import targets_of
from tests.engine.conftest import Repeats
from tests.engine.running import lint, problems, told, write

pytestmark = pytest.mark.usefixtures("folder")


def test_an_article_that_has_not_changed_is_not_linted_again() -> None:
    targets = write(a="one one", b="two two", c="none")
    first, second = Repeats(), Repeats()
    before = lint(targets, first)
    assert first.linted == ["a.md", "b.md", "c.md"]
    Path("b.md").write_text("two three two")
    after = lint(targets, second)
    assert second.linted == ["b.md"]
    assert told(before) == told(after) == ["a.md test/repeat one", "b.md test/repeat two"]


def test_nothing_is_loaded_when_everything_is_known() -> None:
    targets = write(a="one one", b="two two")
    lint(targets, Repeats())
    job = Repeats()
    lint(targets, job)
    assert (job.linted, job.prepared) == ([], 0)


def test_other_settings_another_name_and_no_cache_lint_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    targets = write(a="one one")
    lint(targets, Repeats())
    for job, given, keeps in (
        (Repeats("other"), targets, True),
        (Repeats(), write(renamed="one one"), True),
        (Repeats(), targets, False),
    ):
        lint(given, job, keeps=keeps)
        assert len(job.linted) == 1
    monkeypatch.setattr("linter.engine.results.program_fingerprint", lambda: "another version")
    job = Repeats()
    lint(targets, job)
    assert job.linted == ["a.md"]


def test_an_article_keeps_its_report_when_it_moves_to_another_folder() -> None:
    lint(write(a="one one"), Repeats())
    Path("wire").mkdir()
    os.rename("a.md", "wire/a.md")
    job = Repeats()
    assert told(lint(targets_of(["wire/a.md"], ""), job)) == ["wire/a.md test/repeat one"]
    assert job.linted == []


def test_a_document_that_the_article_names_is_looked_at_again() -> None:
    targets = write(a="---\nsources: [doc.txt]\n---\none one two two")
    assert told(lint(targets, Repeats())) == ["a.md test/repeat one", "a.md test/repeat two"]
    Path("doc.txt").write_text("two")
    assert told(lint(targets, Repeats())) == ["a.md test/repeat one"]
    Path("doc.txt").write_text("one two")
    assert told(lint(targets, Repeats())) == []
    job = Repeats()
    assert told(lint(targets, job)) == []
    assert job.linted == []


def test_an_article_whose_suppressions_expire_is_linted_every_day() -> None:
    targets = write(a="one one", b="two two <!-- factlint: ignore[x] known; expires: 2026-12-31 -->")
    lint(targets, Repeats())
    job = Repeats()
    job.today = "2027-01-01"
    lint(targets, job)
    assert job.linted == ["b.md"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_articles_are_compared_in_their_order_and_the_comparison_is_kept(jobs: int) -> None:
    targets = write(a="3 dead, fire fire", b="none", c="4 dead", d="4 dead and dead")
    expected = ["a.md test/repeat fire", "c.md test/compare 4", "d.md test/repeat dead"]
    first, again, alone = Repeats(), Repeats(), Repeats()
    assert told(lint(targets, first, jobs)) == told(lint(targets, again)) == expected
    assert (first.compared, again.compared, again.linted) == (1, 0, [])
    assert told(lint(targets[:2], alone)) == expected[:1]
    Path("c.md").write_text("3 dead")
    assert told(lint(targets, Repeats())) == [expected[0], "d.md test/compare 4", expected[2]]


def test_a_damaged_entry_is_linted_anew() -> None:
    targets = write(a="one one")
    lint(targets, Repeats())
    for path in Path(os.environ["FACTLINT_CACHE_DIR"]).glob("results-*"):
        path.write_bytes(path.read_bytes()[:-4])
    job = Repeats()
    assert told(lint(targets, job)) == ["a.md test/repeat one"]
    assert job.linted == ["a.md"]


def test_with_a_mistake_in_the_users_files_nothing_is_kept() -> None:
    targets = write(a="one one")
    mistake = Problem("rule.yaml", 3, 1, "no such key")
    assert lint(targets, Repeats(mistakes=(mistake,))).problems == (mistake,)
    job = Repeats()
    assert lint(targets, job).problems == ()
    assert job.linted == ["a.md"]


def test_a_rule_that_breaks_in_one_article_says_nothing_of_any() -> None:
    targets = write(a="say say one one", b="slow rule", c="see see")
    expected = ["a.md test/repeat one"]
    for keeps in (True, True, False):
        done = lint(targets, Repeats(), keeps=keeps)
        assert told(done) == expected
        assert problems(done) == ["slow.yaml:1:1: error: too slow"]
    assert told(lint(targets, Repeats(), jobs=2, keeps=False)) == expected


def test_a_fault_of_ours_in_one_article_is_told_and_the_others_are_linted() -> None:
    targets = write(a="one one", b="fail here", c="two two")
    for jobs in (1, 2):
        done = lint(targets, Repeats(), jobs)
        assert [line for line in told(done) if "b.md" not in line] == ["a.md test/repeat one", "c.md test/repeat two"]
        [problem] = problems(done)
        assert problem.startswith("b.md:1:1: error: factlint could not lint this article: KeyError: 'no such thing'")


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_linted() -> None:
    targets = targets_of(["a.md", "gone.md", "latin.md"], "")
    write(a="one one")
    Path("latin.md").write_bytes(b"caf\xe9")
    for keeps in (True, False):
        done = lint(targets, Repeats(), keeps=keeps)
        assert [line.split()[:2] for line in told(done)] == [
            ["a.md", "test/repeat"], ["gone.md", "meta/unreadable"], ["latin.md", "meta/unreadable"],
        ]  # fmt: skip
        assert "no such file" in problems(done)[0]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no alarm there")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_takes_too_long_is_given_up(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one, "SECONDS", 0.2)
    done = lint(write(a="one one", b="hang here", c="two two"), Repeats(), jobs)
    assert [line.split()[:2] for line in told(done)] == [
        ["a.md", "test/repeat"], ["b.md", "meta/unreadable"], ["c.md", "test/repeat"],
    ]  # fmt: skip
    assert "not done after 0 s" in problems(done)[0]


def test_the_report_of_many_diagnostics_is_the_same_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    targets = write(a="one one two two", b="three three", c="none")
    outcomes = lint(targets, Repeats()).outcomes

    def finish(report: Report) -> Report:
        return Report(report.diagnostics[1:], (), report.diagnostics[:1], report.problems)

    whole = gather(outcomes, finish)
    monkeypatch.setattr(gathering, "MANY", 1)
    packed = gather(outcomes, finish)
    assert not isinstance(packed.diagnostics, tuple)
    for name in ("diagnostics", "suppressed", "hidden", "problems", "sources"):
        assert tuple(getattr(packed, name)) == tuple(getattr(whole, name))
        assert len(getattr(packed, name)) == len(getattr(whole, name))


def test_the_content_of_articles_is_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.engine.run.KEPT", 1500)
    targets = write(a="x" * 1000, b="y" * 1000, c="z" * 100)
    for _ in range(2):
        done = lint(targets, Repeats())
        assert [outcome.data is not None for outcome in done.outcomes] == [True, False, False]
        report = gather(done.outcomes, lambda each: each)
        assert [source.text[0] for source in report.sources] == ["x", "y", "z"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("keeps", [True, False])
def test_a_pipe_is_read_once(keeps: bool) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"one one")
    os.close(writer)
    done = lint(targets_of([f"/dev/fd/{reader}"], ""), Repeats(), keeps=keeps)
    os.close(reader)
    assert told(done) == [f"/dev/fd/{reader} test/repeat one"]
    report = gather(done.outcomes, lambda each: each)
    assert report.sources[0].text == "one one"
