"""What `--add-ignores` prints for plain text: pasted where it says, it works, from whatever folder it was asked for."""

from __future__ import annotations

import os
import re
import sys
from itertools import takewhile
from pathlib import Path

import pytest

from tests.cli.repository import Repository

WEASEL = "Many experts say that the ferry is slow.\n"
HEADING = re.compile(r"No comment can be written for these; put them into (.*):")
ENTRY = '{path: "/other.txt", rule: "attribution/weasel", reason: "old"}'
TABLE = '[[tool.factlint.ignores]]\npath = "/other.txt"\nrule = "attribution/weasel"\nreason = "old"\n'
CONFIGURATIONS = {
    "none": ("factlint.yaml", ""),
    "without ignores": ("factlint.yaml", "extends: newsroom\n"),
    "with ignores": ("factlint.yaml", f"ignores:\n  - {ENTRY}\n"),
    "table": ("pyproject.toml", '[tool.factlint]\nextends = "newsroom"\n'),
    "table with a list": ("pyproject.toml", f"[tool.factlint]\nignores = [\n  {ENTRY.replace(':', ' =')}\n]\n"),
    "table with tables": ("pyproject.toml", f'[tool.factlint]\nextends = "newsroom"\n\n{TABLE}'),
}
"""The file, and what it holds before."""


def paste(printed: str) -> list[str]:
    """Put the entries into the files that the words above them name; returns these, as named."""
    lines = printed.splitlines()
    headings = [(number, found[1]) for number, line in enumerate(lines) if (found := HEADING.match(line))]
    for number, where in headings:
        rows = takewhile(lambda line: line.startswith((" ", "[", "ignores:")) or " = " in line, lines[number + 1 :])
        text = "".join(f"{row}\n" for row in rows)
        path = Path(where.removeprefix("the end of ").removeprefix("ignores in "))
        before = path.read_text("utf-8") if path.exists() else ""
        found = re.search(r"ignores(:| = \[)\n", before) if where.startswith("ignores in ") else None
        end = found.end() if found else len(before)
        path.write_text(before[:end] + text + before[end:], "utf-8")
    return [where for _, where in headings]


@pytest.mark.parametrize("folder", [".", "deep/er", "beside"])
@pytest.mark.parametrize("kind", CONFIGURATIONS)
def test_what_is_printed_works_where_it_says_it_belongs(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, kind: str, folder: str
) -> None:
    name, content = CONFIGURATIONS[kind]
    names = ("a.txt", "deep/b.txt", "deep/er/a.txt", "other.txt")
    for each in names:
        repository.write(each, WEASEL)
    (repository.folder / "beside").mkdir()
    if content:
        repository.write(name, content)
    before = 3 if "other.txt" in content else 4
    monkeypatch.chdir(folder)
    up = os.path.relpath(repository.folder)
    assert len(repository.run("check", up).places) == before
    told = repository.run("check", up, "--add-ignores", "known")
    [where] = paste(told.err)
    assert Path(where.rpartition(" ")[2]).resolve() == repository.folder / name
    for place in (folder, "."):
        monkeypatch.chdir(repository.folder / place)
        after = repository.run("check", os.path.relpath(repository.folder))
        assert (after.code, after.out) == (0, "")
    # The entries mean these very files.
    repository.write("new/a.txt", WEASEL)
    assert repository.run("check", ".").places == ["new/a.txt:1 attribution/weasel"]


@pytest.mark.parametrize("kind", ["none", "table"])
def test_odd_names_of_files(repository: Repository, kind: str) -> None:
    name, content = CONFIGURATIONS[kind]
    names = ["a[1].txt", "#b.txt", "!c.txt", "d e.txt", "é.txt", "f{x}.txt", "!g/h.txt", "i's.txt"]
    if sys.platform != "win32":
        names = [*names, 'j"k.txt', "l\\m.txt", "n*o?.txt"]
    for each in names:
        repository.write(each, WEASEL)
    if content:
        repository.write(name, content)
    paste(repository.run("check", ".", "--add-ignores", 'the desk\'s "word"').err)
    after = repository.run("check", ".")
    assert (after.code, after.out) == (0, "")
    repository.write("a[1].txt", "The ferry runs.\n")
    assert [place.split()[1] for place in repository.run("check", ".").places] == ["meta/unused-ignore"]


def test_each_article_has_its_entry_in_its_own_configuration(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one/a.txt", "two/b.txt", "c.txt"):
        repository.write(name, WEASEL)
    repository.write("one/factlint.yaml", "extends: newsroom\n")
    repository.write("two/pyproject.toml", "[tool.factlint]\n")
    monkeypatch.chdir("one")
    told = repository.run("check", "..", "--add-ignores", "known")
    assert len(paste(told.err)) == 3
    assert repository.run("check", "..").code == 0
    assert '"/a.txt"' in repository.read("one/factlint.yaml")
    assert '"/b.txt"' in repository.read("two/pyproject.toml")
    assert '"/c.txt"' in repository.read("factlint.yaml")


def test_a_configuration_that_is_named_has_paths_from_the_working_folder(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("deep/a.txt", WEASEL)
    repository.write("house/rules.yaml", "extends: newsroom\n")
    monkeypatch.chdir("deep")
    named = ("--config", "../house/rules.yaml")
    paste(repository.run("check", ".", *named, "--add-ignores", "known").err)
    assert '"/a.txt"' in repository.read("house/rules.yaml")
    assert repository.run("check", ".", *named).code == 0


def test_nothing_is_printed_where_comments_do(repository: Repository) -> None:
    repository.write("a.md", WEASEL)
    assert "No comment" not in repository.run("check", ".", "--add-ignores", "known").err
