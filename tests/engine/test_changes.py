"""Only what is new: git is asked which lines changed, and can run nothing while it answers."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from linter.core.diagnostic import Edit
from linter.core.errors import UsageError
from linter.core.source import Source
from linter.core.span import Span
from linter.engine.changes import Changes, changed_articles, changes_since, moved, staged_changes
from linter.engine.git import ask
from linter.engine.walk import Choice, Exclusion
from tests.engine.repository import Git, commit, write


def changed(changes: Changes, path: str) -> list[str]:
    text = Path(path).read_bytes().decode()
    return [text[span.start : span.end] for span in changes.spans(Source(path, text))]


def test_changed_lines_of_the_work_tree_and_new_files(git: Git) -> None:
    commit(git, a="one\ntwo\nthree\n", b="same\n")
    write("a.md", "one\ntwo 2\nthree\nfour\n")
    write("new.md", "all\nof it\n")
    changes = changes_since("HEAD", ".")
    assert changed(changes, "a.md") == ["two 2\n", "four\n"]
    assert changed(changes, "b.md") == []
    assert changed(changes, "new.md") == ["all\nof it\n"]
    assert changes.changed_paths() == ("a.md", "new.md")


def test_what_others_did_on_the_branch_since_then_does_not_count(git: Git) -> None:
    commit(git, a="one\n", b="one\n")
    git("checkout", "-q", "-b", "mine")
    commit(git, b="two\n")
    git("checkout", "-q", "main")
    commit(git, a="theirs\n")
    git("checkout", "-q", "mine")
    changes = changes_since("main", ".")
    assert (changed(changes, "a.md"), changed(changes, "b.md")) == ([], ["two\n"])


def test_a_renamed_file_has_only_its_edited_lines_changed(git: Git) -> None:
    body = "".join(f"line {number}\n" for number in range(40))
    commit(git, a=body, b=body.upper())
    git("mv", "a.md", "moved ü.md")
    git("mv", "b.md", "same.md")
    write("moved ü.md", body.replace("line 7\n", "line seven\n"))
    changes = changes_since("HEAD", ".")
    assert changed(changes, "moved ü.md") == ["line seven\n"]
    assert changed(changes, "same.md") == []


@pytest.mark.parametrize("name", ["tab\there.md", 'quo"te.md', "back\\slash.md", "é 😀.md", "new\nline.md", "-dash.md"])
def test_odd_names_of_files(git: Git, name: str) -> None:
    write(name, "one\ntwo\n")
    git("add", "-A")
    git("commit", "-q", "-m", "c")
    write(name, "one\n2\n")
    assert changed(changes_since("HEAD", "."), name) == ["2\n"]


def test_content_that_looks_like_a_patch(git: Git) -> None:
    commit(git, a="one\n", b="one\n")
    write("a.md", "one\n++ b/b.md\n@@ -1 +1,9 @@\ndiff --git a/x b/x\nlast")
    changes = changes_since("HEAD", ".")
    assert changed(changes, "a.md") == ["++ b/b.md\n@@ -1 +1,9 @@\ndiff --git a/x b/x\nlast"]
    assert changed(changes, "b.md") == []


def test_lines_are_those_of_git_whatever_ends_ours(git: Git) -> None:
    commit(git, a="one\rtwo\u2028three\r\nfour\r\n")
    write("a.md", "one\rtwo\u2028three\r\nfive\r\n")
    assert changed(changes_since("HEAD", "."), "a.md") == ["five\r\n"]


def test_a_file_that_git_takes_for_binary_is_changed_as_a_whole(git: Git) -> None:
    Path("a.md").write_bytes("\ufeffone\ntwo\n".encode("utf-16-le"))
    git("add", "-A")
    git("commit", "-q", "-m", "c")
    Path("a.md").write_bytes("\ufeffone\n2\n".encode("utf-16-le"))
    source = Source("a.md", "one\n2\n")
    assert changes_since("HEAD", ".").spans(source) == (Span(0, 7),)


def test_deleted_lines_leave_nothing_changed_around_them(git: Git) -> None:
    commit(git, a="one\ntwo\nthree\n", b="one\ntwo\n")
    write("a.md", "one\nthree\n")
    write("b.md", "two\n")
    changes = changes_since("HEAD", ".")
    assert changed(changes, "a.md") == [""]
    assert changed(changes, "b.md") == [""]


def test_it_works_from_a_folder_below(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("deep/er/a.md", "one\n")
    commit(git, b="one\n")
    write("deep/er/a.md", "two\n")
    write("b.md", "two\n")
    monkeypatch.chdir("deep/er")
    changes = changes_since("HEAD", ".")
    assert changed(changes, "a.md") == ["two\n"]
    assert changes.changed_paths() == ("../../b.md", "a.md")


def test_it_works_through_a_link_to_the_repository(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(git, a="one\n")
    write("a.md", "two\n")
    (tmp_path / "link").symlink_to(tmp_path / "repository")
    assert changed(changes_since("HEAD", str(tmp_path / "link")), str(tmp_path / "link" / "a.md")) == ["two\n"]


def test_files_outside_the_repository_are_an_error(git: Git, tmp_path: Path) -> None:
    commit(git, a="one\n")
    with pytest.raises(UsageError, match="outside the repository"):
        changes_since("HEAD", ".").spans(Source(str(tmp_path / "x.md"), "x"))


def test_no_repository_is_an_error(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for question in (lambda: changes_since("HEAD", str(tmp_path)), lambda: staged_changes(str(tmp_path))):
        with pytest.raises(UsageError, match="no git repository"):
            question()


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("--output=x", "is no git reference"),
        ("-p", "is no git reference"),
        ("", "is no git reference"),
        ("mian", "did you mean 'main'"),
        ("nowhere-near", "fetch it first"),
        ("HEAD:a.md", "git knows no commit"),
    ],
)
def test_references_that_are_none(git: Git, reference: str, message: str) -> None:
    commit(git, a="one\n")
    with pytest.raises(UsageError, match=message):
        changes_since(reference, ".")
    assert not Path("x").exists()


def test_histories_without_a_common_commit_are_an_error(git: Git) -> None:
    commit(git, a="one\n")
    git("checkout", "-q", "--orphan", "other")
    commit(git, a="two\n")
    with pytest.raises(UsageError, match="fetch-depth"):
        changes_since("main", ".")


def test_changed_articles_are_those_that_a_walk_finds_too(git: Git) -> None:
    commit(git, a="one\n")
    for name in ("b.md", "c.py", ".hidden/d.md", "node_modules/e.md", "wire/f.md", "gone.md"):
        Path(name).parent.mkdir(exist_ok=True)
        write(name, "one\n")
    Path("out.md").symlink_to("/etc/hostname")
    git("add", "-A")
    Path("gone.md").unlink()
    choice = Choice(Exclusion(exclude=((str(Path.cwd()), ("wire/",)),)), force_exclude=False)
    assert changed_articles(changes_since("HEAD", "."), choice) == ("b.md",)
    assert changed_articles(staged_changes("."), choice) == ("b.md", "gone.md")


def test_before_the_first_commit_everything_staged_is_new(git: Git) -> None:
    write("a.md", "one\n")
    git("add", "a.md")
    assert changed(staged_changes("."), "a.md") == ["one\n"]


def test_the_index_that_a_hook_is_given_is_used(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(git, a="one\n")
    monkeypatch.setenv("GIT_INDEX_FILE", str(Path(".git/other").absolute()))
    git("read-tree", "HEAD")
    write("a.md", "two\n")
    git("add", "a.md")
    assert changed(staged_changes("."), "a.md") == ["two\n"]


def test_nothing_in_the_repository_can_run_a_program(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(git, a="one\n", b="one\n")
    trap = Path("trap.sh").absolute()
    trap.write_text(f"#!/bin/sh\ntouch {trap}.sprung\ncat\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager", "diff.x.textconv", "diff.x.command", "pager.diff",
                "filter.x.clean", "filter.x.smudge", "filter.x.process", "core.sshCommand"):  # fmt: skip
        git("config", key, str(trap))
    git("config", "filter.x.required", "true")
    hooks = Path(".git/hooks")
    for name in ("post-index-change", "fsmonitor-watchman"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {trap}.sprung\n")
        (hooks / name).chmod(0o755)
    Path(".gitattributes").write_text("*.md diff=x filter=x\n")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    write("a.md", "two\n")
    os.utime("b.md", (1, 1))
    assert changed(changes_since("HEAD", "."), "a.md") == ["two\n"]
    assert changed(staged_changes("."), "a.md") == []
    assert not Path(f"{trap}.sprung").exists()
    subprocess.run(["git", "diff"], capture_output=True, check=False)
    assert Path(f"{trap}.sprung").exists()  # the trap is set well: git by itself walks into it


@pytest.mark.parametrize(
    ("key", "value"),
    [("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("diff.renames", "false"), ("diff.context", "9"),
     ("diff.interHunkContext", "9"), ("color.diff", "always"), ("diff.relative", "true"), ("core.quotePath", "true")],
)  # fmt: skip
def test_the_configuration_of_git_changes_nothing(
    git: Git, key: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("deep/é.md", "one\ntwo\nthree\nfour\n")
    commit(git)
    git("config", key, value)
    git("mv", "deep/é.md", "deep/ü.md")
    write("deep/ü.md", "1\ntwo\nthree\n4\n")
    monkeypatch.chdir("deep")
    assert changed(changes_since("HEAD", "."), "ü.md") == ["1\n", "4\n"]


def test_options_of_the_environment_change_nothing(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(git, a="one\ntwo\n")
    write("a.md", "one\n2\n")
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u9")
    monkeypatch.setenv("GIT_TRACE", "1")
    assert changed(changes_since("HEAD", "."), "a.md") == ["2\n"]
    assert "trace" not in ask(("status",), ".").complaint


def test_changed_places_move_with_edits() -> None:
    edits = (Edit(Span(0, 3), "x"), Edit(Span(20, 20), "yy"))
    assert moved((Span(10, 15), Span(30, 31)), edits) == (Span(8, 13), Span(30, 31), Span(0, 1), Span(18, 20))
