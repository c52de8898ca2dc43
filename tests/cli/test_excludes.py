"""Which configuration says what is left out: for each folder the one that holds for the files in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.config.resolve import Configurations
from tests.cli.repository import Repository, Told

WEASEL = "Many experts say that the ferry is slow.\n"


def write(repository: Repository, *names: str, **configurations: str) -> None:
    for name in names:
        repository.write(name, WEASEL)
    for folder, text in configurations.items():
        place = "" if folder == "top" else f"{folder.replace('_', '/')}/"
        repository.write(f"{place}factlint.yaml", text)


def linted(told: Told) -> list[str]:
    return [place.partition(":")[0] for place in told.places]


def test_an_inner_configuration_says_what_is_left_out_below_its_folder(repository: Repository) -> None:
    write(repository, "a.md", "drafts/b.md", "wire/c.md", "wire/drafts/d.md", "wire/deep/drafts/e.md",
          top="extends: newsroom\n", wire="exclude: [drafts/]\n")  # fmt: skip
    assert linted(repository.run("check", ".")) == ["a.md", "drafts/b.md", "wire/c.md"]
    assert linted(repository.run("check", "wire")) == ["wire/c.md"]
    named = repository.run("check", "drafts/b.md", "wire/c.md", "wire/deep/drafts/e.md")
    assert linted(named) == ["drafts/b.md", "wire/c.md"]
    assert "skipped wire/deep/drafts/e.md, which is excluded" in named.err


def test_the_nearest_configuration_takes_the_place_of_those_above(repository: Repository) -> None:
    write(repository, "a.md", "a.txt", "wire/b.txt", "wire/node_modules/c.md", "wire/d.html", "desk/e.txt",
          top="extend-exclude: ['*.txt']\n", wire="exclude: ['*.html']\n")  # fmt: skip
    assert linted(repository.run("check", ".")) == ["a.md", "wire/b.txt", "wire/node_modules/c.md"]
    named = repository.run("check", "a.txt", "wire/b.txt", "wire/d.html", "desk/e.txt")
    assert linted(named) == ["wire/b.txt"]


def test_what_is_left_out_from_above_is_not_let_in_by_a_configuration_in_it(repository: Repository) -> None:
    write(repository, "a.md", "wire/b.md", top="extend-exclude: [wire/]\n", wire="exclude: []\n")
    assert linted(repository.run("check", ".")) == ["a.md"]
    assert linted(repository.run("check", "a.md", "wire/b.md")) == ["a.md"]
    assert linted(repository.run("check", "wire/b.md", "--no-force-exclude")) == ["wire/b.md"]


def test_paths_elsewhere_have_the_configuration_that_is_found_from_there(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, "here/a.md", "other/articles/b.md", "other/articles/drafts/c.md", "other/articles/build/d.md",
          here="exclude: ['*.md']\n", other="extend-exclude: [articles/drafts/]\n")  # fmt: skip
    os.rename(repository.folder / ".git", repository.folder / "here" / ".git")
    monkeypatch.chdir("here")
    above = os.pardir
    assert linted(repository.run("check", f"{above}/other/articles")) == ["../other/articles/b.md"]
    absolute = repository.folder / "other" / "articles"
    assert linted(repository.run("check", str(absolute))) == [str(absolute / "b.md")]
    named = [f"../other/articles/{name}.md" for name in ("b", "drafts/c", "build/d")]
    told = repository.run("check", *named)
    assert linted(told) == ["../other/articles/b.md"]
    assert told.err.count("which is excluded") == 2


def test_elsewhere_without_a_configuration_nothing_named_is_left_out(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, "here/a.md", "build/b.md", "build/dist/c.md", here="extend-exclude: ['*.md']\n")
    os.rename(repository.folder / ".git", repository.folder / "here" / ".git")
    monkeypatch.chdir("here")
    assert linted(repository.run("check", "../build")) == ["../build/b.md"]
    assert linted(repository.run("check", "../build/dist/c.md")) == ["../build/dist/c.md"]


def test_files_that_are_no_configuration_change_nothing(repository: Repository) -> None:
    write(repository, "a.txt", "a.md", "wire/b.txt", "sub/c.txt", "sub/d.md", top="extend-exclude: ['*.txt']\n")
    repository.write("wire/pyproject.toml", "[tool.other]\nexclude = []\n")
    repository.write("sub/pyproject.toml", "[tool.other]\n")
    (repository.folder / "sub" / ".git").mkdir()
    assert linted(repository.run("check", ".")) == ["a.md", "sub/d.md"]
    assert linted(repository.run("check", "wire/b.txt", "sub/c.txt", "sub/d.md")) == ["sub/d.md"]


def test_options_stand_above_every_configuration(repository: Repository) -> None:
    write(repository, "a.md", "wire/b.md", "wire/c.txt", top="exclude: [a.md]\n", wire="exclude: [b.md]\n")
    repository.write("house.yaml", "exclude: ['*.txt']\n")
    assert linted(repository.run("check", ".")) == ["wire/c.txt"]
    assert linted(repository.run("check", ".", "--exclude", "*.txt")) == ["a.md", "wire/b.md"]
    assert linted(repository.run("check", ".", "--isolated")) == ["a.md", "wire/b.md", "wire/c.txt"]
    assert linted(repository.run("check", ".", "--config", "house.yaml")) == ["a.md", "wire/b.md"]


def test_standard_input_and_what_is_staged_are_left_out_alike(repository: Repository) -> None:
    write(repository, "a.md", "wire/b.md", wire="exclude: [b.md]\n")
    repository.git("add", "-A")
    assert linted(repository.run("check", "--staged")) == ["a.md"]
    told = repository.run("check", "-", "--stdin-filename", "wire/b.md")
    assert (told.code, "skipped wire/b.md" in told.err) == (0, True)


def test_a_mistake_in_an_inner_configuration_is_told(repository: Repository) -> None:
    write(repository, "a.md", "wire/b.md", wire="exclude: 3\n")
    told = repository.run("check", ".")
    assert (told.code, "wire/factlint.yaml:1:10" in told.err) == (2, True)


def test_without_inner_configurations_no_folder_is_asked_for_one(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, *(f"{folder}/{name}.md" for folder in range(20) for name in range(3)), top="exclude: []\n")
    asked: list[str] = []
    plain = Configurations.folder_of

    def counted(settings: Configurations, folder: str) -> str:
        asked.append(Path(folder).name)
        return plain(settings, folder)

    monkeypatch.setattr(Configurations, "folder_of", counted)
    assert len(linted(repository.run("check", "."))) == 60
    assert len(asked) <= 2
    asked.clear()
    assert len(linted(repository.run("check", *(f"1/{name}.md" for name in range(3)), "--no-cache"))) == 3
    assert asked.count("1") == 1
