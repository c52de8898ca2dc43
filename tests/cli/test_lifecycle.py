"""Living with the linter: baselines, only what is new, fixes and suppressions, as a user meets them."""

from __future__ import annotations

import io
import json
import os
import sys
from itertools import product

import pytest

from linter.engine.baseline_file import DEFAULT_NAME
from tests.cli.repository import Repository, Told

WEASEL = "Many experts say that the ferry is slow."
OTHER = "Some observers see it as a first step."
CLAIM = "The mayor claimed that the bridge was safe."
BASELINE = ("--baseline", DEFAULT_NAME)


# Baseline.


def test_a_baseline_is_made_used_found_stale_and_pruned(repository: Repository) -> None:
    repository.write("a.md", f"{WEASEL}\n\n{OTHER}\n")
    assert repository.run("check", ".").code == 1
    made = repository.run("baseline")
    assert (made.code, made.err.splitlines()[0]) == (0, f"factlint: 2 findings in {DEFAULT_NAME}")
    assert f"`baseline: {DEFAULT_NAME}` in the configuration" in made.err
    quiet = repository.run("check", ".", *BASELINE)
    assert (quiet.code, quiet.out) == (0, "")
    assert "2 suppressed (baseline)" in quiet.err
    repository.write("a.md", f"# Ferry\n\nA paragraph above.\n\n{OTHER}\n")
    stale = repository.run("check", ".", *BASELINE)
    [entry] = [number for number, line in enumerate(repository.read(DEFAULT_NAME).split("\n"), 1) if "Many" in line]
    assert (stale.code, stale.places) == (1, [f"{DEFAULT_NAME}:{entry} meta/stale-baseline"])
    assert repository.run("baseline", "prune").err == f"factlint: 1 finding in {DEFAULT_NAME}, -1\n"
    assert repository.run("check", ".", *BASELINE).code == 0


def test_a_baseline_of_the_configuration_is_used_from_any_folder(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("factlint.yaml", "baseline: known.json\n")
    repository.write("deep/a.md", f"{WEASEL}\n")
    missing = repository.run("check")
    assert (missing.code, "factlint baseline" in missing.err) == (2, True)
    assert repository.run("baseline").err == "factlint: 1 finding in known.json\n"
    assert repository.run("check").code == 0
    assert repository.run("check", "--baseline", "").code == 1
    repository.write("other.json", '{"version": 1, "entries": []}')
    monkeypatch.setenv("FACTLINT_BASELINE", "other.json")
    assert repository.run("check").code == 1
    monkeypatch.delenv("FACTLINT_BASELINE")
    monkeypatch.chdir("deep")
    assert repository.run("check").code == 0
    repository.write("deep/a.md", "The ferry runs.\n")
    assert "meta/stale-baseline" in repository.run("check").out
    assert repository.run("baseline", "prune").code == 0
    assert json.loads(repository.read("known.json"))["entries"] == []


@pytest.mark.parametrize("path", ["../known.json", "/etc/known.json", "~/known.json"])
def test_a_baseline_of_the_configuration_stays_in_the_project(repository: Repository, path: str) -> None:
    repository.write("factlint.yaml", f"baseline: {path}\n")
    repository.write("a.md", f"{WEASEL}\n")
    for verb in ("check", "baseline"):
        told = repository.run(verb)
        assert (told.code, "factlint.yaml:1:11" in told.err) == (2, True)


def test_what_the_configuration_keeps_quiet_is_not_in_the_baseline(repository: Repository) -> None:
    entry = "{path: a.txt, rule: attribution/weasel, text: many experts, reason: known}"
    repository.write("factlint.yaml", f"ignores:\n  - {entry}\n")
    repository.write("a.txt", f"{WEASEL}\n\n{OTHER}\n")
    repository.run("baseline")
    assert [each["text"] for each in json.loads(repository.read(DEFAULT_NAME))["entries"]] == ["Some observers"]
    told = repository.run("check", *BASELINE)
    assert (told.code, "1 suppressed (baseline), 1 suppressed (configuration)" in told.err) == (0, True)


RINK = "---\ndate: 2017-02-06\n---\n\nThe mayor of Tarvisio, Elena Cossutti, opened the rink.\n"
ICE = "---\ndate: 2017-02-07\n---\n\nThe rink is open. The mayor of Tarvisio, Bruno Madotto, skated first.\n"
CORPUS = ("--select", "corpus/", "--fail-level", "note")


def test_what_articles_say_against_each_other_is_in_the_baseline_and_not_stale_in_a_part(
    repository: Repository,
) -> None:
    repository.write("a.md", RINK)
    repository.write("b.md", ICE)
    assert repository.run("check", *CORPUS).places == ["b.md:5 corpus/conflicting-holder"]
    repository.run("baseline", "--select", "corpus/")
    assert repository.run("check", *BASELINE, *CORPUS).code == 0
    assert repository.run("check", "b.md", *BASELINE, *CORPUS).code == 0
    assert repository.run("baseline", "prune", "b.md", "--select", "corpus/").err.endswith("+0\n")
    repository.write("a.md", RINK.replace("Elena Cossutti", "Bruno Madotto"))
    assert "meta/stale-baseline" in repository.run("check", *BASELINE, *CORPUS).out


def test_a_contradiction_is_new_when_either_article_has_changed(repository: Repository) -> None:
    repository.write("a.md", RINK.replace("Elena Cossutti", "Bruno Madotto"))
    repository.write("b.md", ICE)
    repository.commit()
    repository.write("a.md", RINK)
    assert repository.run("check", ".", "--since", "HEAD", *CORPUS).places == ["b.md:5 corpus/conflicting-holder"]


def test_a_fix_leaves_what_other_articles_say_against_the_text_in_the_report(repository: Repository) -> None:
    repository.write("a.md", RINK)
    repository.write("b.md", f"{ICE}\n{CLAIM}\n")
    told = repository.run("check", ".", "--fix", "--unsafe-fixes", *CORPUS, "--select", "framing/loaded-verb")
    assert "Fixed 1 finding in 1 article." in told.err
    assert told.places == ["b.md:5 corpus/conflicting-holder"]


@pytest.mark.parametrize("form", [("baseline", "prune"), ("baseline", "--prune"), ("baseline", ".", "--prune")])
def test_both_forms_of_prune_add_nothing(repository: Repository, form: tuple[str, ...]) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.run("baseline")
    before = repository.read(DEFAULT_NAME)
    repository.write("a.md", f"{WEASEL}\n\n{OTHER}\n")
    assert repository.run(*form).code == 0
    assert repository.read(DEFAULT_NAME) == before
    assert repository.run("check", ".", *BASELINE).places == ["a.md:3 attribution/weasel"]


def test_the_baseline_of_some_articles_leaves_the_others_alone(repository: Repository) -> None:
    for name in ("a.md", "b.md"):
        repository.write(name, f"{WEASEL}\n")
    repository.run("baseline", "a.md")
    assert repository.run("check", ".", *BASELINE).places == ["b.md:1 attribution/weasel"]
    repository.run("baseline", "b.md")
    assert repository.run("check", ".", *BASELINE).code == 0
    repository.write("a.md", "The ferry runs.\n")
    assert repository.run("check", "b.md", *BASELINE).code == 0  # a.md was not linted
    assert repository.run("check", ".", *BASELINE).code == 1


def test_a_baseline_works_from_a_folder_below_and_for_standard_input(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("deep/a.md", f"{WEASEL}\n")
    repository.run("baseline")
    monkeypatch.chdir("deep")
    assert repository.run("check", ".", "--baseline", f"../{DEFAULT_NAME}").code == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WEASEL.encode())))
    assert repository.run("check", "-", "--stdin-filename", "a.md", "--baseline", f"../{DEFAULT_NAME}").code == 0


def test_only_what_is_sure_enough_goes_into_the_baseline(repository: Repository) -> None:
    repository.write("a.md", '"We will pay," the mayor noted.\n')
    repository.run("baseline")
    assert json.loads(repository.read(DEFAULT_NAME))["entries"] == []
    repository.run("baseline", "--min-confidence", "low")
    assert repository.run("check", ".", *BASELINE).code == 0  # what is hidden is not gone


def test_a_stale_entry_fails_whatever_the_level(repository: Repository) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.run("baseline")
    repository.write("a.md", "The ferry runs.\n")
    assert repository.run("check", ".", *BASELINE, "--fail-level", "error").code == 1
    assert repository.run("check", ".", *BASELINE, "--exit-zero").code == 0


@pytest.mark.parametrize("verb", [("check", ".", *BASELINE), ("baseline",), ("baseline", "prune")])
def test_a_broken_baseline_is_told_with_its_place(repository: Repository, verb: tuple[str, ...]) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.write(DEFAULT_NAME, '{"version": 1,\n "entries": [7]}')
    told = repository.run(*verb)
    assert told.code == 2
    assert f"{DEFAULT_NAME}:2:14" in told.err
    assert repository.read(DEFAULT_NAME) == '{"version": 1,\n "entries": [7]}'


def test_a_missing_baseline_is_told_with_how_to_make_it(repository: Repository) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    told = repository.run("check", ".", "--baseline", "none.json")
    assert told.code == 2
    assert "factlint baseline" in told.err


def test_no_baseline_is_written_of_articles_that_cannot_be_read(repository: Repository) -> None:
    (repository.folder / "a.md").write_bytes(b"caf\xe9")
    assert repository.run("baseline").code == 2
    assert not (repository.folder / DEFAULT_NAME).exists()


def test_in_sarif_the_baseline_is_external_and_a_comment_in_source(repository: Repository) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.run("baseline")
    repository.write("b.md", f"<!-- factlint: ignore[attribution/weasel] known -->\n\n{WEASEL}\n")
    results = json.loads(repository.run("check", ".", *BASELINE, "-o", "sarif").out)["runs"][0]["results"]
    assert [each["suppressions"] for each in results] == [
        [{"kind": "external"}],
        [{"kind": "inSource", "justification": "known"}],
    ]


# Only what is new.

MISMATCH = "---\ndate: 2025-07-03\n---\n\nThe ferry stopped on 3 March 2025.\n\nIt is white.\n\n{}\n"


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


# Fixes.


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


# Suppressions written into articles.


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


# The day.


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
