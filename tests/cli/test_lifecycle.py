"""Living with the linter: fixes, suppressions and the day, as a user meets them."""

from __future__ import annotations

import io
import sys
from itertools import product

import pytest

from linter.engine.baseline_file import DEFAULT_NAME
from tests.cli.repository import Repository, Told

WEASEL = "Many experts say that the ferry is slow."
CLAIM = "The mayor claimed that the bridge was safe."
BASELINE = ("--baseline", DEFAULT_NAME)
RINK = "---\ndate: 2017-02-06\n---\n\nThe mayor of Tarvisio, Elena Cossutti, opened the rink.\n"
ICE = "---\ndate: 2017-02-07\n---\n\nThe rink is open. The mayor of Tarvisio, Bruno Madotto, skated first.\n"
CORPUS = ("--select", "corpus/", "--fail-level", "note")


def test_a_fix_leaves_what_other_articles_say_against_the_text_in_the_report(repository: Repository) -> None:
    repository.write("a.md", RINK)
    repository.write("b.md", f"{ICE}\n{CLAIM}\n")
    told = repository.run("check", ".", "--fix", "--unsafe-fixes", *CORPUS, "--select", "framing/loaded-verb")
    assert "Fixed 1 finding in 1 article." in told.err
    assert told.places == ["b.md:5 corpus/conflicting-holder"]


def test_fix_applies_what_is_safe_and_unsafe_fixes_the_rest(repository: Repository) -> None:
    unused = "<!-- factlint: ignore[attribution/weasel] -->\r\n\r\n"
    repository.write("a.md", f"\ufeff{unused}{CLAIM}\r\n")
    safe = repository.run("check", ".", "--fix")
    assert (safe.code, repository.read("a.md")) == (0, f"\ufeff{CLAIM}\r\n")
    assert "Fixed 1 finding in 1 article." in safe.err
    assert safe.places == ["a.md:1 framing/loaded-verb"]
    unsafe = repository.run("check", ".", "--fix", "--unsafe-fixes")
    assert (unsafe.code, unsafe.out) == (0, "")
    assert repository.read("a.md") == "\ufeffThe mayor said that the bridge was safe.\r\n"
    again = repository.run("check", ".", "--fix", "--unsafe-fixes")
    assert "Fixed 0 findings in 0 articles." in again.err


def test_diff_writes_nothing_and_is_1_if_it_would(repository: Repository) -> None:
    repository.write("a.md", f"{CLAIM}\n")
    repository.write("b.md", f"{WEASEL}\n")
    safe = repository.run("check", ".", "--diff")
    assert (safe.code, safe.out) == (0, "")
    told = repository.run("check", ".", "--diff", "--unsafe-fixes")
    assert (told.code, repository.read("a.md")) == (1, f"{CLAIM}\n")
    assert told.out.splitlines() == [
        "--- a/a.md", "+++ b/a.md", "@@ -1 +1 @@", f"-{CLAIM}", "+The mayor said that the bridge was safe."
    ]  # fmt: skip
    assert "Would fix 1 finding in 1 article." in told.err


def test_standard_input_is_fixed_to_standard_output(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, after in ((f"{CLAIM}\r\n{WEASEL}", CLAIM.replace("claimed", "said") + f"\r\n{WEASEL}"), ("One.", "One.")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        told = repository.run("check", "-", "--fix", "--unsafe-fixes")
        assert told.out == after
        assert told.code == ("Many" in text)
        assert ("attribution/weasel" in told.err) == ("Many" in text)


def test_only_shown_and_new_findings_are_fixed(repository: Repository) -> None:
    other = "The keeper grumbled that nobody had fed the otters."
    repository.write("a.md", f"{CLAIM}\n")
    repository.run("baseline")
    repository.commit()
    repository.write("a.md", f"{CLAIM}\n\n{other}\n")
    for left_out in (BASELINE, ("--since", "HEAD")):
        repository.write("a.md", f"{CLAIM}\n\n{other}\n")
        assert repository.run("check", "a.md", *left_out, "--fix", "--unsafe-fixes").code == 0
        assert repository.read("a.md") == f"{CLAIM}\n\n{other.replace('grumbled', 'said')}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are others there")
def test_a_file_that_cannot_be_written_is_told_and_the_others_are_fixed(repository: Repository) -> None:
    for name in ("a.md", "b.md"):
        repository.write(name, f"{CLAIM}\n")
    (repository.folder / "a.md").chmod(0o444)
    told = repository.run("check", ".", "--fix", "--unsafe-fixes")
    assert told.code == 2
    assert "a.md:1:1" in told.err
    assert "read-only" in told.err
    assert repository.read("a.md") == f"{CLAIM}\n"
    assert repository.read("b.md") == "The mayor said that the bridge was safe.\n"


def test_add_ignores_writes_a_reason_for_all_that_stands_and_tells_what_plain_text_needs(
    repository: Repository,
) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.write("b.txt", f"{WEASEL}\n")
    told = repository.run("check", ".", "--add-ignores", "known to the desk")
    assert (told.code, told.places) == (1, ["b.txt:1 attribution/weasel"])
    comment = "<!-- factlint: ignore[attribution/weasel] known to the desk -->"
    assert repository.read("a.md") == f"{WEASEL} {comment}\n"
    assert repository.read("b.txt") == f"{WEASEL}\n"
    assert (
        '- {path: "/b.txt", rule: "attribution/weasel", text: "Many experts", reason: "known to the desk"}' in told.err
    )
    assert repository.run("check", "a.md").code == 0
    assert repository.run("check", "a.md", "--add-ignores", "again").code == 0
    assert repository.read("a.md") == f"{WEASEL} {comment}\n"


@pytest.mark.parametrize("word", ["expires", "Expires", "EXPIRES"])
@pytest.mark.parametrize(("day", "code"), [("1798675200", 0), ("1798761600", 1)])
def test_an_expired_suppression_is_reported_from_the_day_after(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, day: str, code: int, word: str
) -> None:
    text = f"<!-- factlint: ignore[attribution/weasel] until the vote {word}: 2026-12-31 -->\n\n{WEASEL}\n"
    repository.write("a.md", text)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")
    assert repository.run("check", ".").code == 0  # what is kept of that day says nothing of the next
    monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
    told = repository.run("check", ".")
    assert told.code == code
    assert ("meta/expired-ignore" in told.out) == bool(code)


def test_the_output_is_the_same_on_two_days_and_in_two_places(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(
        "a.md", f"# Ferry\n\nIt stopped last week. {WEASEL}\n\n<!-- factlint: ignore[polls/] -->\n\nOne.\n"
    )
    told: set[Told] = set()
    for day, zone in product(("0", "1798761600", "4000000000"), ("Asia/Tokyo", "America/Lima")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        monkeypatch.setenv("TZ", zone)
        told.add(repository.run("check", ".", "-o", "json"))
    assert len(told) == 1
