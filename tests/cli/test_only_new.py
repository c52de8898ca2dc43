"""Only what is new, since a commit or staged for the next, as a user meets it."""

from __future__ import annotations

import os

import pytest

from tests.cli.repository import Repository

WEASEL = "Many experts say that the ferry is slow."
OTHER = "Some observers see it as a first step."
RINK = "---\ndate: 2017-02-06\n---\n\nThe mayor of Tarvisio, Elena Cossutti, opened the rink.\n"
ICE = "---\ndate: 2017-02-07\n---\n\nThe rink is open. The mayor of Tarvisio, Bruno Madotto, skated first.\n"
CORPUS = ("--select", "corpus/", "--fail-level", "note")


def test_a_contradiction_is_new_when_either_article_has_changed(repository: Repository) -> None:
    repository.write("a.md", RINK.replace("Elena Cossutti", "Bruno Madotto"))
    repository.write("b.md", ICE)
    repository.commit()
    repository.write("a.md", RINK)
    assert repository.run("check", ".", "--since", "HEAD", *CORPUS).places == ["b.md:5 corpus/conflicting-holder"]


def test_since_reports_a_mismatch_whose_other_place_changed(repository: Repository) -> None:
    text = "Officials met in {} in May.\n\nThe ferry runs.\n\nLater they left Kiev by train. Many experts say so.\n"
    repository.write("a.md", text.format("Kiev"))
    repository.commit()
    assert repository.run("check", ".", "--since", "HEAD").code == 0
    repository.write("a.md", text.format("Kyiv"))
    told = repository.run("check", ".", "--since", "HEAD", "--fail-level", "note")
    assert (told.code, told.places) == (1, ["a.md:5 names/mixed-variant"])
    assert "1 in unchanged text" in told.err


def test_since_reports_on_the_whole_article_wherever_it_changed(repository: Repository) -> None:
    repository.write("a.md", "# Ferry\n\nIt stopped last week.\n\nIt is white.\n")
    repository.commit()
    repository.write("a.md", "# Ferry\n\nIt stopped last week.\n\nIt is blue.\n")
    assert repository.run("check", ".", "--since", "HEAD").places == ["a.md:1 timeline/undated-article"]


@pytest.mark.parametrize("question", [("--since", "HEAD"), ("--staged",)])
def test_without_paths_all_changed_articles_are_linted(repository: Repository, question: tuple[str, ...]) -> None:
    for name in ("a.md", "b.md", "c.py"):
        repository.write(name, f"{WEASEL}\n")
    repository.commit()
    nothing = repository.run("check", *question)
    assert (nothing.code, nothing.out) == (0, "")
    assert "No findings in 0 articles." in nothing.err
    for name in ("b.md", "c.py", "new/d.txt"):
        repository.write(name, f"{WEASEL}\n\n{OTHER}\n")
    repository.git("add", "-A")
    told = repository.run("check", *question)
    assert told.places == [
        "b.md:3 attribution/weasel", "new/d.txt:1 attribution/weasel", "new/d.txt:3 attribution/weasel"
    ]  # fmt: skip


def test_staged_lints_what_is_staged(repository: Repository) -> None:
    repository.write("a.md", "The ferry runs.\n")
    repository.commit()
    repository.write("a.md", f"The ferry runs.\n\n{WEASEL}\n")
    repository.git("add", "-A")
    repository.write("a.md", f"{OTHER}\n")
    assert repository.run("check", "--staged").places == ["a.md:3 attribution/weasel"]
    assert repository.run("check", "--since", "HEAD").places == ["a.md:1 attribution/weasel"]


def test_staged_articles_are_told_as_they_are_staged_by_several_processes(repository: Repository) -> None:
    for number in range(6):
        repository.write(f"{number}.md", f"{WEASEL}\n")
    repository.git("add", "-A")
    for number in range(6):
        repository.write(f"{number}.md", "x\n")
    told = repository.run("check", "--staged", "--jobs", "2", "--no-cache", "-o", "full")
    assert told.code == 1
    assert told.out.count(f"1 | {WEASEL}") == 6


def test_new_is_what_git_says_now_not_what_it_said_before(repository: Repository) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    assert repository.run("check", "--since", "HEAD").code == 2  # there is no commit yet
    repository.git("add", "-A")
    assert [repository.run("check", "--staged").code for _ in range(2)] == [1, 1]
    repository.commit()
    assert [repository.run("check", "--staged").code, repository.run("check", "--since", "HEAD").code] == [0, 0]


def test_excluded_articles_are_not_linted_because_they_changed(repository: Repository) -> None:
    repository.write("factlint.yaml", "extend-exclude: [wire/]\n")
    for name in ("a.md", "wire/b.md", ".github/c.md"):
        repository.write(name, f"{WEASEL}\n")
    repository.git("add", "-A")
    assert repository.run("check", "--staged").places == ["a.md:1 attribution/weasel"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--since", "mian"), "did you mean 'main'"),
        (("--since=-x",), "no git reference"),
        (("--since", "HEAD", "--staged"), "do not go together"),
        (("-", "--since", "HEAD"), "standard input"),
        (("--staged", "--fix"), "use --since HEAD"),
        (("/etc/hostname", "--since", "HEAD"), "outside the repository"),
        (("--unsafe-fixes",), "add one of them"),
        (("--fix", "--add-ignores", "x"), "fix first"),
        (("a.md", "--add-ignores", " "), "needs a reason"),
        (("a.md", "--add-ignores", "a -- b"), "cannot hold '--'"),
    ],
)
def test_what_cannot_be_done_is_told(repository: Repository, arguments: tuple[str, ...], message: str) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.commit()
    told = repository.run("check", *arguments)
    assert (told.code, told.out) == (2, "")
    assert message in told.err


def test_outside_a_repository_nothing_is_new(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repository.folder / ".git" / "x"
    folder.mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.folder.parent))
    os.rename(repository.folder / ".git", repository.folder / "gone")
    told = repository.run("check", ".", "--since", "HEAD")
    assert told.code == 2
    assert "no git repository" in told.err
