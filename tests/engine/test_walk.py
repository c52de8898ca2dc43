"""Which files the paths of a command line stand for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from linter.engine.walk import EVERYTHING, EXCLUDED, Choice, Exclusion, find_articles

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="links and permissions of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str, text: str = "text") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def found(*paths: str, choice: Choice | None = None) -> list[str]:
    return [path.replace(os.sep, "/") for path in find_articles(paths or ["."], choice).paths]


def test_articles_are_known_by_their_suffix_and_sorted() -> None:
    make("b.md", "a.TXT", "c/d.html", "c/code.py", "c/page.htm", "e.mdx", "f.markdown", "g", "h.docx")
    assert found() == ["a.TXT", "b.md", "c/d.html", "c/page.htm", "e.mdx", "f.markdown"]


def test_a_file_that_is_named_is_an_article_whatever_its_suffix() -> None:
    make("g", "h.py")
    assert found("h.py", "g") == ["g", "h.py"]


def test_what_is_named_twice_counts_once() -> None:
    make("a/b.md")
    assert found("a", "a/b.md", "./a/b.md", os.path.abspath("a/b.md")) == ["a/b.md"]


def test_folders_of_tools_are_left_out() -> None:
    make(*(f"{name}/a.md" for name in (".git", ".venv", ".obsidian", *EXCLUDED)), "deep/node_modules/x/a.md", "z.md")
    assert found() == ["z.md"]


def test_a_folder_without_articles_is_a_problem() -> None:
    make("a/code.py", "b/x.md", "b/.gitignore", text="*.md\n")
    result = find_articles(["a", "b"])
    assert [(problem.path, problem.message) for problem in result.problems] == [
        ("a", "no article in this folder"),
        ("b", "no article in this folder"),
    ]


@posix_only
def test_links_to_folders_are_not_followed_and_links_out_are_not_read(folder: Path) -> None:
    make("site/a.md", "secret.md")
    os.symlink("..", "site/loop")
    os.symlink("../secret.md", "site/leak.md")
    os.symlink("a.md", "site/same.md")
    os.symlink("nowhere.md", "site/broken.md")
    os.mkfifo("site/pipe.md")
    assert found("site") == ["site/a.md", "site/same.md"]


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root can read everything")
def test_a_folder_that_cannot_be_read_is_a_problem() -> None:
    make("a/x.md", "b/y.md")
    os.chmod("a", 0)
    result = find_articles(["."])
    os.chmod("a", 0o700)
    assert result.paths == (os.path.join("b", "y.md"),)
    assert [problem.path for problem in result.problems] == ["a"]
    assert "cannot be read" in result.problems[0].message


def test_a_folder_that_cannot_be_listed_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/x.md", "b/y.md")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if os.path.basename(path) == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    result = find_articles(["."])
    assert result.paths == (os.path.join("b", "y.md"),)
    assert [(problem.path, problem.message) for problem in result.problems] == [
        ("a", "the folder cannot be read: Permission denied")
    ]


def test_a_tree_can_be_deeper_than_the_stack(folder: Path) -> None:
    deep = "d/" * 120
    make(f"{deep}a.md")
    limit = sys.getrecursionlimit()
    depth = len(__import__("inspect").stack())
    sys.setrecursionlimit(depth + 60)
    try:
        assert found() == [f"{deep}a.md"]
    finally:
        sys.setrecursionlimit(limit)


def test_ignore_files_hold_below_their_folder_and_inner_ones_override_outer_ones() -> None:
    make("a.md", "drafts/b.md", "drafts/keep.md", "wire/c.md", "wire/drafts/d.md", "wire/e.txt")
    make("x/drafts/f.md")
    Path(".factlintignore").write_text("# ours\n/drafts/*\n!/drafts/keep.md\n*.txt\n")
    Path("wire/.factlintignore").write_text("!e.txt\ndrafts/\n")
    assert found() == ["a.md", "drafts/keep.md", "wire/c.md", "wire/e.txt", "x/drafts/f.md"]
    assert found("wire") == ["wire/c.md", "wire/e.txt"]


def test_what_is_excluded_is_left_out_even_if_it_is_named() -> None:
    make("a.md", "drafts/b.md", "node_modules/c.md", "build.md")
    Path(".factlintignore").write_text("drafts/\n")
    paths = ["a.md", "drafts/b.md", "node_modules/c.md", "drafts", "build.md"]
    result = find_articles(paths)
    assert result.paths == ("a.md", "build.md")
    assert result.skipped == (os.path.join("drafts", "b.md"), os.path.join("node_modules", "c.md"), "drafts")
    assert result.problems == ()
    assert found(*paths, choice=Choice(force_exclude=False)) == ["a.md", "build.md", "drafts/b.md", "node_modules/c.md"]


def test_gitignore_holds_for_folders_and_not_for_what_is_named() -> None:
    make(".git/HEAD", "a.md", "out/b.md", "private.md", "sub/private.md")
    Path(".gitignore").write_text("out/\nprivate.md\n")
    assert found() == ["a.md"]
    assert found("out", "private.md") == ["out/b.md", "private.md"]
    assert found(".", choice=Choice(gitignore=False)) == ["a.md", "out/b.md", "private.md", "sub/private.md"]


def test_patterns_of_the_user_are_relative_to_the_root() -> None:
    make("a.md", "wire/2024/b.md", "wire/2025/c.md", "wire/d.html")
    assert found(".", choice=Choice(Exclusion(exclude=(("", ("wire/2024/", "*.html")),)))) == ["a.md", "wire/2025/c.md"]
    assert found(".", choice=Choice(Exclusion(exclude=(("wire", ("/2024/",)),)))) == [
        "a.md",
        "wire/2025/c.md",
        "wire/d.html",
    ]


def test_for_documents_and_single_files_no_ignore_file_counts() -> None:
    make("sources/a.txt", "sources/.hidden.txt")
    Path(".factlintignore").write_text("sources/\n")
    assert found("sources", choice=EVERYTHING) == ["sources/.hidden.txt", "sources/a.txt"]


@pytest.mark.parametrize("pattern", ["*a*a*a*a*a*a*a*b", "**/*a*a*a*a*a*b*c/**", "[", "[a-", "a**b**c**d**e"])
def test_no_pattern_keeps_the_search_busy(pattern: str) -> None:
    make("a" * 200 + ".md", "ok.md")
    Path(".gitignore").write_text(f"{pattern}\nok.md\n")
    assert found() == ["a" * 200 + ".md"]


PATTERNS = ["*.md", "!keep.md", "/a/", "b/", "a/*", "!a/x.md", "**/c", "c/**/d.md", "\\!odd.md", "?.md", "x*", "b/c/",
            "# no", "!b/", "/*", "!/a", " ", "keep.md", "a/b/**", "[xk]*.md"]  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_gitignore_means_what_git_says_it_means(seed: int) -> None:
    import random

    chance = random.Random(seed)
    folders = ["", "a/", "b/", "c/", "a/b/", "a/c/", "b/c/", "a/b/c/", "c/a/"]
    files = sorted(
        {f"{chance.choice(folders)}{name}.md" for name in ("x", "keep", "!odd", "d", "long") for _ in range(4)}
    )
    make(*files)
    subprocess.run(["git", "init", "-q"], check=True)
    for place in ("", "a/", "b/"):
        Path(place or ".").mkdir(exist_ok=True)
        Path(f"{place}.gitignore").write_text("\n".join(chance.sample(PATTERNS, 5)) + "\n")
    Path(".git/info/exclude").write_text(chance.choice(PATTERNS) + "\n")
    listed = subprocess.run(
        ["git", "-c", "core.excludesFile=", "ls-files", "-z", "--others", "--exclude-standard"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert found() == sorted(name for name in listed.split("\0") if name.endswith(".md"))
