"""A repository of 300 articles, from the day the linter comes into it."""

from __future__ import annotations

import json
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from linter.engine.baseline_file import DEFAULT_NAME
from tests.cli.repository import Repository

EXAMPLES = Path(__file__).parents[2] / "examples"
COUNT = 300
BASELINE = ("--baseline", DEFAULT_NAME)
RULES = ("--select", "attribution/weasel,attribution/passive-report,framing/loaded-verb")
SENTENCES = (
    "The ferry to Norby sails again, the port authority said.",
    "Many experts say that the ferry is slow.",
    "The mayor claimed that the bridge was safe.",
    "Ada Brun, who has run the kiosk since 2011, sells tickets and coffee.",
    "Some observers see it as a first step.",
    "The council meets in the old school, where the heating works.",
    "It was reported that the lighthouse is for sale.",
)
Entry = dict[str, Any]
"""An entry of a baseline, as its file has it."""

SUFFIXES = (".md", ".txt", ".html", ".mdx")


def paragraphs() -> list[str]:
    """Own sentences, and the paragraphs of the example articles."""
    lines = [line for path in sorted(EXAMPLES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [*SENTENCES, *[line for line in lines if 0 < len(line) < 300][:6]]


def name(number: int) -> str:
    return f"{('wire', 'desk', 'local')[number % 3]}/{number:03}{SUFFIXES[number % 4]}"


def article(number: int) -> str:
    every = paragraphs()
    own = [f"Ferry {number} is back", *islice(cycle(every), number % len(every), number % len(every) + 3)]
    mark = "<p>{}</p>" if name(number).endswith(".html") else "{}"
    return "\n\n".join(mark.format(paragraph) for paragraph in own) + "\n"


def test_from_the_first_run_to_one_changed_article(repository: Repository) -> None:
    for number in range(COUNT):
        repository.write(name(number), article(number))
    repository.commit()
    entries = remembered(repository)
    repository.commit()
    a_new_finding_is_the_only_one_that_fails(repository, entries)
    a_finding_that_was_mended_fails_until_it_is_pruned(repository, entries)
    repository.commit()
    only_what_is_new_since_the_last_commit_is_told(repository)


def remembered(repository: Repository) -> list[Entry]:
    """What is there already becomes the baseline, and keeps quiet."""
    assert repository.run("baseline", *RULES).code == 0
    entries: list[Entry] = json.loads(repository.read(DEFAULT_NAME))["entries"]
    assert len({entry["path"] for entry in entries}) > COUNT / 2
    assert entries == sorted(entries, key=lambda entry: (entry["path"], entry["rule"], entry["sentence"]))
    return entries


def a_new_finding_is_the_only_one_that_fails(repository: Repository, entries: list[Entry]) -> None:
    """It stands below a paragraph that was inserted above old ones."""
    old = repository.read(name(1))
    repository.write(
        name(1), old.replace("\n\n", "\n\nThe sea was calm.\n\n", 1) + "\nCritics argue that it is late.\n"
    )
    told = repository.run("check", ".", *BASELINE, *RULES)
    assert (told.code, told.places) == (1, [f"{name(1)}:11 attribution/weasel"])
    assert f"{sum(entry['count'] for entry in entries)} suppressed (baseline)" in told.err
    repository.write(name(1), old)


def a_finding_that_was_mended_fails_until_it_is_pruned(repository: Repository, entries: list[Entry]) -> None:
    """The rest of the file stays as it was."""
    fixed = next(entry for entry in entries if entry["text"] == "Many experts")
    text = repository.read(fixed["path"])
    repository.write(fixed["path"], text.replace("Many experts say", "Ada Brun, of the port authority, said"))
    stale = repository.run("check", ".", *BASELINE, *RULES)
    assert stale.code == 1
    assert [place.split()[1] for place in stale.places] == ["meta/stale-baseline"]
    assert fixed["path"] in stale.out
    assert repository.run("baseline", "prune", *RULES).err == (
        f"factlint: {sum(entry['count'] for entry in entries) - 1} findings in {DEFAULT_NAME}, -1\n"
    )
    assert json.loads(repository.read(DEFAULT_NAME))["entries"] == [entry for entry in entries if entry != fixed]
    assert repository.run("check", ".", *BASELINE, *RULES).code == 0


def only_what_is_new_since_the_last_commit_is_told(repository: Repository) -> None:
    """Only what one article gained."""
    repository.write(name(8), article(8) + "\nCritics argue that it is late.\n")
    new = repository.run("check", "--since", "HEAD", *RULES)
    assert (new.code, new.places) == (1, [f"{name(8)}:9 attribution/weasel"])
    assert " in 1 article:" in new.err
