"""Every mistake in a configuration is told with its place and a hint, all of them together, and none is a crash."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from linter.config.choice import choose
from linter.config.resolve import Configurations
from linter.engine.api import rules_of
from tests.config.helper import mistakes, project


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fail-levle: note\n", "1:1: error: unknown key 'fail-levle' (did you mean 'fail-level'?)"),
        ("fail_level: note\n", "1:1: error: unknown key 'fail_level' (did you mean 'fail-level'?)"),
        ("overides: []\n", "1:1: error: unknown key 'overides' (did you mean 'overrides'?)"),
        ("fail-level: notes\n", "1:13: error: 'notes' is not allowed here (did you mean 'note'?)"),
        ("min-confidence: {eror: low}\n", "1:18: error: 'eror' is not allowed here (did you mean 'error'?)"),
        ("names: Lagos\n", "1:8: error: expected a list (text each), found the text 'Lagos' (put it in brackets"),
        ("names: [1]\n", "1:9: error: expected text, found 1 (put it in quotes)"),
        ("force-exclude: yes\n", "1:16: error: expected true or false, found the text 'yes'"),
        ("extends: newsrom\n", "1:10: error: there is no profile 'newsrom' (did you mean 'newsroom'?)"),
        ("extends: [strict, x.yaml]\n", "1:19: error: 'x.yaml': no such file or folder"),
        ("rules: [house]\n", "1:8: error: expected a mapping"),
        ("overrides: {files: []}\n", "1:12: error: expected a list"),
        ("overrides:\n  - date-order: mdy\n", "2:5: error: the key 'files' is missing"),
        ("overrides:\n  - {files: [a], packs: [b]}\n", "2:18: error: unknown key 'packs'"),
        ("overrides: [us]\n", "1:13: error: expected a mapping, found the text 'us'"),
        ("ignores:\n  - {path: a.txt, rule: x/y}\n", "2:5: error: the key 'reason' is missing"),
        ("ignores:\n  - {path: a, rule: x/y, reason: r, expires: soon}\n", "2:46: error: 'soon' is not a date"),
        ("required-version: '>=99'\n", "1:19: error: this is factlint 0.1.0; the configuration is written for >=99"),
        ("required-version: soon\n", "1:19: error: 'soon' names no versions (write them like >=0.1,<0.3)"),
        ("output: [json=x.json]\n", "1:10: error: a configuration writes no files"),
        ("a: &x 1\n", "1:4: error: an anchor (&x) is not allowed"),
        ("a: !!python/object/apply:os.system [ls]\n", "1:4: error: a tag"),
        ("names: [\n", "2:1: error: "),
        ("- names\n", "1:1: error: expected a mapping, found a list"),
        ("just text\n", "1:1: error: expected a mapping, found the text 'just text'"),
        ("? [a]\n: 1\n", "1:3: error: a key must be text"),
        ("x" * 300_000, "1:1: error: the file is larger than 256 KB"),
        ("[" * 30 + "]" * 30, "1:17: error: values are nested deeper than 16 levels"),
    ],
)
def test_a_mistake_has_a_place_and_a_hint(tmp_path: Path, text: str, expected: str) -> None:
    project(tmp_path, {"factlint.yaml": text})
    told = mistakes(tmp_path)
    assert any(each.startswith(f"factlint.yaml:{expected}") for each in told), told


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    project(tmp_path, {"factlint.yaml": "fail-level: notes\nnames: 3\noverrides:\n  - {files: 1}\nnmaes: []\n"})
    assert [told.split(":")[1] for told in mistakes(tmp_path)] == ["5", "1", "2", "4"]


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../other.yaml",
        "a/../../b.yaml",
        "~/x.yaml",
        "https://example.org/x.yaml",
        "C:\\x.yaml",
        "\\\\host\\x",
    ],
)
@pytest.mark.parametrize("key", ["extends", "packs", "facts", "sources"])
def test_no_path_leads_out_of_the_project(tmp_path: Path, key: str, path: str) -> None:
    value = f"'{path}'" if key == "extends" else f"['{path}']"
    project(tmp_path, {"factlint.yaml": f"{key}: {value}\n"})
    (told,) = mistakes(tmp_path)
    words = ("not relative", "leads upward", "leads to a home folder", "web is not read", "there is no profile")
    assert any(each in told for each in words), told


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("key", ["extends", "packs", "facts", "sources"])
@pytest.mark.parametrize("inside", [True, False])
def test_no_link_leads_out_of_the_project(tmp_path: Path, key: str, *, inside: bool) -> None:
    (tmp_path / "secret.yaml").write_text("names: []\n", encoding="utf-8")
    root = project(tmp_path / "root", {"desk/x.yaml": "{}\n"})
    target = "deep" if inside and key != "extends" else "link.yaml"
    if target == "deep":
        (root / target).mkdir()
    os.symlink(tmp_path / "secret.yaml", root / target / "l.yaml" if target == "deep" else root / target)
    (root / "factlint.yaml").write_text(f"{key}: [{target}]\n", encoding="utf-8")
    (told,) = mistakes(root)
    assert "link that leads out" in told or "link leads out" in told


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_the_configuration_itself_may_not_be_a_link_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("password: hunter2\n", encoding="utf-8")
    root = project(tmp_path / "root", {})
    os.symlink(tmp_path / "secret.yaml", root / "factlint.yaml")
    assert mistakes(root) == ["factlint.yaml:1:1: error: the link leads out of the project"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    project(tmp_path, {})
    os.mkfifo(tmp_path / "factlint.yaml")
    assert mistakes(tmp_path) == ["factlint.yaml:1:1: error: is no file"]


def test_text_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    project(tmp_path, {})
    (tmp_path / "factlint.yaml").write_bytes(b"names:\n  - caf\xe9\n")
    assert mistakes(tmp_path) == ["factlint.yaml:2:1: error: the line is not UTF-8 (save the file as UTF-8)"]


def test_configurations_that_extend_themselves_are_a_mistake(tmp_path: Path) -> None:
    files = {"factlint.yaml": "extends: a.yaml\n", "a.yaml": "extends: b.yaml\n", "b.yaml": "extends: factlint.yaml\n"}
    project(tmp_path, files)
    assert mistakes(tmp_path) == [
        "b.yaml:1:10: error: 'factlint.yaml' extends itself (take one of the links out of the circle)"
    ]


def test_configurations_extend_one_another_to_a_limit(tmp_path: Path) -> None:
    files = {f"c{number}.yaml": f"extends: c{number + 1}.yaml\n" for number in range(20)}
    project(tmp_path, {"factlint.yaml": "extends: c0.yaml\n", **files})
    (told,) = mistakes(tmp_path)
    assert "more than 8 configurations extend one another" in told


def test_a_configuration_for_another_version_is_told_that_and_nothing_else(tmp_path: Path) -> None:
    project(tmp_path, {"factlint.yaml": "required-version: '>=2,<3'\nnew-key: 1\n"})
    assert [told.split(": ")[0] for told in mistakes(tmp_path)] == ["factlint.yaml:1:19"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("select: [pols/]\n", "1:10: error: no rule answers to the selector 'pols/' (did you mean 'polls/'?)"),
        (
            "ignore: [all, 'tag:pols']\n",
            "1:15: error: no rule answers to the selector 'tag:pols' (did you mean 'tag:polls'",
        ),
        ("extend-select: [framing/cliches]\n", "1:17: error: no rule answers to the selector 'framing/cliches'"),
        ("per-file-ignores: {a.md: [framin/]}\n", "1:27: error: no rule answers to the selector 'framin/'"),
        (
            "rules: {framing/clich: off}\n",
            "1:9: error: there is no rule 'framing/clich' (did you mean 'framing/cliche'?)",
        ),
        ("rules: {framing/cliche: of}\n", "1:25: error: 'of' is no level (did you mean 'off'?)"),
        ("rules: {framing/cliche: 3}\n", "1:25: error: expected a level, off or a mapping"),
        ("rules: {framing/cliche: {level: hihg}}\n", "1:33: error: 'hihg' is no level"),
        (
            "rules: {framing/cliche: {confidence: hihg}}\n",
            "1:38: error: 'hihg' is not allowed here (did you mean 'high'?)",
        ),
        ("rules: {framing/cliche: {phrase: []}}\n", "1:26: error: the rule 'framing/cliche' has no parameter 'phrase'"),
        ("rules: {framing/cliche: {phrases: x}}\n", "1:35: error: expected a list (text each), found the text 'x'"),
        ("rules: {framing/cliche: {phrases: [1]}}\n", "1:36: error: expected text, found 1"),
        ("rules: {framing/cliche: {extend-phrases: 1}}\n", "1:42: error: expected a list"),
        ("rules: {framing/cliche: {extend-once: [each]}}\n", "1:26: error: the rule 'framing/cliche' has no parameter"),
        ("rules: {framing/cliche: {examples: []}}\n", "1:26: error: 'examples' of a rule is not for a configuration"),
        ("rules: {framing/cliche: {message: 'a {word}'}}\n", "1:35: error: nothing fills in {word}"),
        ("rules: {framing/cliche: {message: 'a {text.x}'}}\n", "1:35: error: the message has the placeholder {text.x}"),
        ("ignores: [{path: a.md, rule: a/b, reason: x}]\n", "1:30: error: there is no rule 'a/b'"),
    ],
)
def test_what_rules_and_selectors_do_not_know_is_told_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    project(tmp_path, {"factlint.yaml": text})
    configurations = Configurations()
    choice = choose(configurations.of(str(tmp_path / "a.md")), rules_of(["framing", "polls"]))
    assert configurations.problems == ()
    told = [problem.headline.removeprefix(f"{tmp_path}/factlint.yaml:") for problem in choice.problems]
    assert len(told) == 1
    assert told[0].startswith(expected), told
