"""What is staged: read in one go, whatever files are called, and whatever has become of them in the work tree."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from linter.core.problem import Problem
from linter.core.source import Source
from linter.engine import git as git_module
from linter.engine import staged as staged_module
from linter.engine.changes import changed_articles, staged_changes
from linter.engine.job import Target
from linter.engine.run import targets_of
from linter.engine.staged import as_staged
from linter.engine.walk import Choice
from tests.engine.repository import Git, commit, write


def staged(*paths: str) -> list[bytes | None]:
    told = as_staged(targets_of(paths, ""), staged_changes("."))
    assert told.problems == ()
    return [target.data for target in told.targets]


def refused(*paths: str) -> tuple[Problem, ...]:
    told = as_staged(targets_of(paths, ""), staged_changes("."))
    assert told.targets == ()
    return told.problems


def test_staged_content_is_read_as_it_is_staged(git: Git) -> None:
    commit(git, a="one\ntwo\n", b="one\n")
    write("a.md", "one\nstaged\n")
    git("add", "a.md")
    write("a.md", "one\nstaged\nlater\n")
    write("b.md", "not staged\n")
    changes = staged_changes(".")
    [target] = as_staged(targets_of(changed_articles(changes, Choice()), ""), changes).targets
    assert target == Target("a.md", "a.md", b"one\nstaged\n")
    source = Source("a.md", "one\nstaged\n")
    assert [source.text[span.start : span.end] for span in changes.spans(source)] == ["staged\n"]
    assert staged("a.md", "b.md") == [b"one\nstaged\n", b"one\n"]


def test_a_staged_file_that_is_gone_from_the_work_tree_is_read(git: Git) -> None:
    commit(git, a="one\n")
    write("n.md", "new\n")
    git("add", "n.md")
    Path("n.md").unlink()
    assert staged(*changed_articles(staged_changes("."), Choice())) == [b"new\n"]


@pytest.mark.skipif(sys.platform != "linux", reason="there are no such names elsewhere")
@pytest.mark.parametrize(
    "name",
    [
        b"new\nline.md",
        b"new\r\nline.md",
        b'quo"te.md',
        b"-dash.md",
        b"caf\xe9.md",
        b"tab\t.md",
        b" a b .md",
        b":0:x.md",
    ],
)
def test_odd_names_of_files(git: Git, name: bytes) -> None:
    path = os.fsdecode(name)
    commit(git, a="one\n")
    write(path, "one\n")
    git("add", "-A")
    write(path, "later\n")
    write("a.md", "later\n")
    assert changed_articles(staged_changes("."), Choice()) == (path,)
    assert staged("a.md", path) == [each for _, each in sorted((("a.md", b"one\n"), (path, b"one\n")))]


def test_odd_contents(git: Git) -> None:
    odd = {"a.md": b"", "b.md": b"\n", "c.md": b"x", "d.md": b"0 blob 3\nabc\n", "e.md": b"\xff\r\n\x00", "f.md": b"x"}
    for name, content in odd.items():
        Path(name).write_bytes(content)
    git("add", "-A")
    for name in odd:
        write(name, "later\n")
    assert staged(*odd) == list(odd.values())


def test_a_link_is_read_as_the_file_it_leads_to_is_staged(git: Git, tmp_path: Path) -> None:
    commit(git, a="one\n")
    Path("link.md").symlink_to("a.md")
    (tmp_path / "out.md").write_text("out\n")
    Path("out.md").symlink_to(tmp_path / "out.md")
    git("add", "-A")
    write("a.md", "later\n")
    assert staged("a.md", "link.md", "out.md") == [b"one\n", b"one\n", None]


def test_what_is_staged_as_a_link_alone_is_told(git: Git) -> None:
    commit(git, a="one\n")
    Path("link.md").symlink_to("a.md")
    git("add", "-A")
    Path("link.md").unlink()
    assert changed_articles(staged_changes("."), Choice()) == ()
    write("link.md", "a file now\n")
    [problem] = refused("link.md")
    assert (problem.path, "a link" in problem.message) == ("link.md", True)


def test_a_submodule_is_no_article(git: Git) -> None:
    commit(git, a="one\n")
    head = git("rev-parse", "HEAD").strip()
    git("update-index", "--add", "--cacheinfo", f"160000,{head},sub.md")
    assert changed_articles(staged_changes("."), Choice()) == ()
    assert staged("a.md") == [None]


def test_a_merge_that_is_not_resolved_is_told(git: Git) -> None:
    commit(git, a="one\n")
    git("checkout", "-q", "-b", "other")
    commit(git, a="two\n")
    git("checkout", "-q", "main")
    commit(git, a="three\n")
    with pytest.raises(Exception, match="status 1"):
        git("merge", "other")
    [problem] = refused("a.md")
    assert "before its merge is resolved" in problem.message


def test_an_object_that_git_lacks_is_told_and_the_others_are_read(git: Git) -> None:
    commit(git, a="one\n", b="two\n")
    name = git("rev-parse", ":a.md").strip()
    Path(".git/objects", name[:2], name[2:]).unlink()
    write("a.md", "later\n")
    write("b.md", "later\n")
    told = as_staged(targets_of(["a.md", "b.md"], ""), staged_changes("."))
    assert told.targets == (Target("b.md", "b.md", b"two\n"),)
    assert [(each.path, name in each.message) for each in told.problems] == [("a.md", True)]


def test_what_is_too_large_is_told_and_the_others_are_read(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staged_module, "LARGEST", 1024 * 1024)
    commit(git, a="one\n", b="x" * (1024 * 1024 + 1), c="y" * 1024 * 1024)
    for name in ("a.md", "b.md", "c.md"):
        write(name, "later\n")
    told = as_staged(targets_of(["a.md", "b.md", "c.md"], ""), staged_changes("."))
    assert [(each.path, len(each.data or b"")) for each in told.targets] == [("a.md", 4), ("c.md", 1024 * 1024)]
    assert [(each.path, each.message) for each in told.problems] == [("b.md", "larger than 1 MiB")]


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for git")
def test_the_number_of_processes_does_not_grow_with_that_of_articles(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.which("git")
    wrapper = tmp_path / "bin" / "git"
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/sh\necho started >> {tmp_path}/starts\nexec {real} "$@"\n')
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", str(wrapper.parent), prepend=os.pathsep)
    counts = []
    for total in (2, 300):
        names = [f"{number}.md" for number in range(total)]
        for name in names:
            write(name, f"{name}\n")
        git("add", "-A")
        for name in names:
            write(name, "later\n")
        (tmp_path / "starts").write_text("")
        git_module._program.cache_clear()
        git_module._unfiltered.cache_clear()
        changes = staged_changes(".")
        told = as_staged(targets_of(changed_articles(changes, Choice()), ""), changes)
        assert [target.data for target in told.targets] == [f"{name}\n".encode() for name in sorted(names)]
        counts.append(len((tmp_path / "starts").read_text().splitlines()))
    git_module._program.cache_clear()
    assert counts[0] == counts[1] <= 10
