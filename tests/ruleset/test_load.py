"""Rules from files: what is refused, and that one broken file hides no other."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

import pytest

from linter.core.errors import UsageError
from linter.ruleset import load
from linter.ruleset.load import load_rules, shipped_folder
from linter.ruleset.model import Example, Expectation
from tests.ruleset.helper import CHECKS, PACK, RULE, Find, ids, loaded, places


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "polls"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK)
    (folder / "one.yaml").write_text(RULE)
    return folder


def test_a_rule_with_everything(pack: Path) -> None:
    result = loaded(pack)
    assert result.problems == ()
    [rule] = result.ruleset.rules
    assert (rule.id, rule.level, rule.confidence, rule.kind) == ("polls/one", "warning", "high", "find")
    assert rule.check == Find(("a poll",))
    assert rule.path == str(pack / "one.yaml")
    assert rule.examples[:2] == (
        Example("We saw a poll.", (Expectation("a poll", "is a poll"),), name="first"),
        Example("Then a poll came.", (Expectation("a poll"),), format="md", date=datetime.date(2024, 1, 31)),
    )
    assert rule.examples[3].todo == "not yet"
    assert [pack.version for pack in result.packs] == ["1.0.0"]


@pytest.mark.parametrize(("old", "new", "place", "words", "hint"), [
    ("id: polls/one", "id: polls/two", (1, 5), "'polls/two' is not that of the pack", "'polls/one'"),
    ("level: warning", "level: waning", (3, 8), "'waning' is not allowed", "did you mean 'warning'?"),
    ("confidence: high", "confidence: sure", (4, 13), "'sure' is not allowed", "high, medium, low"),
    ("check: find", "check: fnid", (5, 8), "no check kind 'fnid'", "did you mean 'find'?"),
    ("title: A poll", "title: ' '", (2, 8), "the title is empty", ""),
    ("title: A poll", "title: 3", (2, 8), "expected text, found 3", "in quotes"),
    ("phrases: [a poll]", "phrase: [a poll]", (6, 1), "unknown key 'phrase'", "did you mean 'phrases'?"),
    ("title: A poll", "titel: A poll", (2, 1), "unknown key 'titel'", "did you mean 'title'?"),
    ("phrases: [a poll]\n", "", (1, 1), "the key 'phrases' is missing", "a list (text each)"),
    ("phrases: [a poll]", "phrases: []", (1, 1), "there is nothing to find", ""),
    ("phrases: [a poll]", "phrases: [a poll]\nlimit: few", (7, 8), "expected a whole number", ""),
    ("message: '\"{text}\"", "message: '\"{text\"", (7, 10), "cannot be filled in", "{{ and }}"),
    ("message: '\"{text}\"", "message: '\"{}\"", (7, 10), "placeholder {}", "like {text}"),
    ("message: '\"{text}\"", "message: '\"{text.__class__}\"", (7, 10), "placeholder {text.__class__}", ""),
    ("message: '\"{text}\"", "message: '\"{text!r}\"", (7, 10), "placeholder {text!r}", ""),
    ("message: '\"{text}\"", "message: '\"{text:>{width}}\"", (7, 10), "placeholder {text:>{width}}", ""),
    ("docs: Reports", "formerly: [Old]\ndocs: Reports", (8, 12), "'Old' cannot be the id", "pack/name"),
    ("docs: Reports", "yields_to: {polls/gone: words}\ndocs: Reports", (8, 13), "no rule 'polls/gone'", ""),
    ("text: a poll, message", "text: a pole, message", (12, 21), "'a pole' stands nowhere", "copy the words"),
    ("text: a poll, message", "text: ' ', message", (12, 21), "' ' stands nowhere", ""),
    ("We saw a poll.", "We saw a poll, a poll.", (12, 21), "'a poll' stands twice", "add words"),
    ("- text: a poll\n", "- text: a poll\n      - text: a poll\n", (16, 15), "'a poll' is expected twice", ""),
    ("    expect: [{text: a poll, message: is a poll}]\n", "", (10, 5), "must say what it expects", "expect: [{text"),
    ("good: Nothing.", "good: Nothing.\n    expect: [{text: Nothing}]", (19, 5), "expects nothing", "delete"),
    ("good: Nothing.", "good: Nothing.\n    bad: Something.", (18, 5), "either bad or good", "exactly one"),
    ("good: Nothing.", "name: nothing", (18, 5), "either bad or good", ""),
    ("good: Nothing.", "good: ''", (18, 5), "has no text", ""),
    ("good: And no more.", "good: Nothing.", (21, 5), "the same as the one on line 18", ""),
    ("good: And no more.", "good: And.\n    todo: later", (9, 1), "at least 2 good examples, this one has 1", "todo"),
    ("date: 2024-01-31", "date: yesterday", (17, 11), "'yesterday' is not a date", "2024-01-31"),
    ("format: md", "fromat: md", (16, 5), "unknown key 'fromat'", "did you mean 'format'?"),
])  # fmt: skip
def test_a_mistake_in_a_rule(pack: Path, old: str, new: str, place: tuple[int, int], words: str, hint: str) -> None:
    text = RULE.replace(old, new, 1)
    assert text != RULE
    (pack / "one.yaml").write_text(text)
    result = loaded(pack)
    assert ids(result) == []
    [problem] = [problem for problem in result.problems if words in problem.message]
    assert (problem.line, problem.column) == place
    assert hint in problem.hint
    assert problem.frame == text.splitlines()[place[0] - 1]


def test_every_mistake_of_every_file_is_told_and_hides_no_rule(pack: Path) -> None:
    (pack / "broken.yaml").write_text("a: [1\nb: &x 2")
    (pack / "bytes.yaml").write_bytes(b"id: x\ntitle: caf\xe9\n")
    (pack / "empty.yaml").write_text("")
    (pack / "huge.yaml").write_bytes(b"#" * 300_000)
    two = RULE.replace("polls/one", "polls/two").replace("level: warning", "level: bad").replace("{text}", "{0}")
    (pack / "two.yaml").write_text(two.replace("text: a poll,", "text: gone,"))
    (pack / "three.yaml").write_text(RULE.replace("polls/one", "polls/three"))
    result = loaded(pack)
    assert ids(result) == ["polls/one", "polls/three"]
    assert places(result.problems) == [
        ("broken.yaml", 2, 2), ("bytes.yaml", 2, 1), ("empty.yaml", 1, 1), ("huge.yaml", 1, 1),
        ("two.yaml", 3, 8), ("two.yaml", 7, 10), ("two.yaml", 12, 21),
    ]  # fmt: skip


def test_a_pack_must_be_called_as_its_folder(pack: Path) -> None:
    (pack / "pack.yaml").write_text(PACK.replace("name: polls", "name: surveys").replace("license", "licence"))
    problems = loaded(pack).problems
    assert [(problem.line, problem.hint) for problem in problems if "licence" in problem.message] == [
        (5, "did you mean 'license'?")
    ]
    (pack / "pack.yaml").write_text(PACK.replace("name: polls", "name: surveys"))
    result = loaded(pack)
    assert [(problem.line, problem.column) for problem in result.problems] == [(1, 7)]
    assert ids(result) == ["polls/one"]


@pytest.mark.parametrize(
    ("wanted", "words"), [("9.0", "needs factlint 9.0, and this is 1.2.0"), ("soon", "no version")]
)
def test_a_pack_that_needs_another_factlint_is_told(pack: Path, wanted: str, words: str) -> None:
    (pack / "pack.yaml").write_text(f"{PACK}min-version: '{wanted}'\n")
    [problem] = load_rules([pack], checks=CHECKS, version="1.2.0").problems
    assert (problem.line, problem.column) == (6, 14)
    assert words in problem.message
    (pack / "pack.yaml").write_text(f"{PACK}min-version: '1.2'\n")
    assert load_rules([pack], checks=CHECKS, version="1.2.0").problems == ()


def test_an_id_taken_twice_is_told_with_both_places(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(RULE)
    result = loaded(tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert ids(result) == ["polls/one"]
    [problem] = result.problems
    assert (problem.path, problem.line, problem.column) == (str(tmp_path / "b.yaml"), 1, 5)
    assert f"{tmp_path / 'a.yaml'}:1:5" in problem.hint


def test_a_former_id_that_is_taken_is_told(pack: Path) -> None:
    old = RULE.replace("polls/one", "polls/zwei").replace("docs:", "formerly: [polls/one, polls/eins]\ndocs:")
    (pack / "zwei.yaml").write_text(old)
    result = loaded(pack)
    assert places(result.problems) == [("zwei.yaml", 8, 11)]
    assert ids(result) == ["polls/one"]
    (pack / "zwei.yaml").write_text(old.replace("polls/one, ", ""))
    assert loaded(pack).ruleset["polls/eins"].id == "polls/zwei"


def test_a_rule_of_no_pack_has_any_id(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(RULE.replace("polls/one", "ours/house-style"))
    assert ids(loaded(tmp_path / "mine.yaml")) == ["ours/house-style"]
    (tmp_path / "mine.yaml").write_text(RULE.replace("polls/one", "House Style"))
    assert places(loaded(tmp_path / "mine.yaml").problems) == [("mine.yaml", 1, 5)]


def test_what_is_not_a_rule_is_left_alone(pack: Path) -> None:
    for name in ("_draft.yaml", ".hidden.yaml", "notes.txt", "schema.json"):
        (pack / name).write_text("not: a rule")
    for folder in ("_old", ".git", "facts/base"):
        (pack / folder).mkdir(parents=True)
        (pack / folder / "x.yaml").write_text("not: a rule")
    assert (ids(loaded(pack)), loaded(pack).problems) == (["polls/one"], ())


def test_a_folder_called_facts_may_be_a_pack(tmp_path: Path) -> None:
    folder = tmp_path / "rules" / "facts"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK.replace("name: polls", "name: facts"))
    (folder / "one.yaml").write_text(RULE.replace("polls/one", "facts/one"))
    assert ids(loaded(tmp_path / "rules")) == ["facts/one"]


def test_a_fact_file_that_a_hook_names_is_no_rule(pack: Path) -> None:
    base = pack.parent / "facts" / "base"
    base.mkdir(parents=True)
    (base / "events.yaml").write_text("events: []")
    result = loaded(base / "events.yaml", pack / "pack.yaml", pack / "one.yaml")
    assert (ids(result), result.problems) == (["polls/one"], ())


def test_a_file_asked_for_twice_counts_once(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pack.parent)
    result = loaded(pack, pack / "one.yaml", "./polls", "polls/one.yaml")
    assert (ids(result), result.problems) == (["polls/one"], ())


def test_a_file_alone_belongs_to_the_pack_beside_it(pack: Path) -> None:
    (pack / "one.yaml").rename(pack / "other.yaml")
    assert places(loaded(pack / "other.yaml").problems) == [("other.yaml", 1, 5)]


def test_shipped_packs_go_by_name(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "shipped_folder", lambda: pack.parent)
    assert ids(loaded()) == ["polls/one"]
    assert ids(loaded("polls")) == ["polls/one"]
    with pytest.raises(UsageError, match=r"neither a path nor a pack \(did you mean 'polls'\?\)"):
        loaded("pols")


def test_no_rules_where_rules_were_promised(tmp_path: Path, pack: Path) -> None:
    (pack / "one.yaml").unlink()
    with pytest.raises(UsageError, match="no rule files"):
        loaded(pack)
    with pytest.raises(UsageError, match="neither a path nor a pack"):
        loaded(tmp_path / "gone.yaml")


def test_the_shipped_rules_lie_beside_the_package() -> None:
    assert shipped_folder().is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
def test_a_link_may_not_lead_out(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password: x")
    (pack / "linked.yaml").symlink_to(tmp_path / "secret")
    os.mkfifo(pack / "pipe.yaml")
    (pack / "circle.yaml").symlink_to(pack / "circle.yaml")
    (pack / "outside").symlink_to(tmp_path)
    result = loaded(pack)
    assert ids(result) == ["polls/one"]
    assert [(Path(problem.path).name, problem.frame) for problem in result.problems] == [
        ("circle.yaml", ""),
        ("linked.yaml", ""),
        ("pipe.yaml", ""),
    ]
    assert "leads out" in result.problems[1].message
