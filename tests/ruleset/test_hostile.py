"""Rule files that mean harm, or look like it, are refused or bounded, and the other rules work on (ux.md, 3.23)."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest import mock

import pytest

from linter.checks import CHECKS
from linter.cli.main import main
from linter.core import yaml
from linter.match import extract
from linter.ruleset.load import load_rules

GOOD = """\
id: house/fax
title: Fax
level: warning
confidence: high
check: pattern
phrases: [by fax]
message: '"{text}"'
docs: Nobody faxes.
examples:
  - {bad: Send it by fax., expect: [{text: by fax}]}
  - {bad: It came by fax., expect: [{text: by fax}]}
  - {good: None.}
  - {good: Neither.}
"""

ALIASES = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))

HOSTILE = {
    "nine levels of aliases": (ALIASES, "anchor"),
    "a list that holds itself": ("a: &a [*a]\n", "anchor"),
    "a tag that names code": ("a: !!python/object/apply:os.system [ls]\n", "a tag"),
    "an unknown tag": ("a: !foo x\n", "a tag"),
    "a key twice": ("id: x\nid: y\n", "given twice"),
    "a directive": ("%YAML 1.1\n---\na: no\n", "a directive"),
    "500 levels": ("[" * 500, "nested deeper"),
    "3000 levels": ("[" * 3000, "nested deeper"),
    "too large": ("#" * 300_000, "larger than 256 KB"),
    "too many values": ("[" + "x," * 30_000 + "]", "more than 20,000 values"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "fax.yaml").write_text(GOOD)
    (tmp_path / "article.md").write_text("It came by fax.\n")
    return tmp_path


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_its_place_and_hides_no_other(folder: Path, name: str) -> None:
    text, words = HOSTILE[name]
    (folder / "rules" / "evil.yaml").write_text(text)
    kept = mock.Mock(wraps=yaml._Builder._node)
    counted = lambda self, *args: kept(self, *args)  # noqa: E731
    with mock.patch.object(yaml._Builder, "_node", counted):
        loaded = load_rules(["rules"], checks=CHECKS)
    assert [rule.id for rule in loaded.ruleset.rules] == ["house/fax"]
    assert words in loaded.problems[0].message
    assert (Path(loaded.problems[0].path).name, loaded.problems[0].line > 0) == ("evil.yaml", True)
    # No more is built than the limits allow, however much the text would unfold into.
    assert kept.call_count <= yaml.RULE_LIMITS.nodes + 1 + GOOD.count("\n") * 10


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-01-01", "'2024-01-01'"), ("no", "'no'"), ("1_000", "'1_000'"), ("0o10", "8"), ("010", "10"),
        ("", "nothing"),
    ],
)  # fmt: skip
def test_what_looks_like_a_type_is_text_or_is_told(folder: Path, written: str, read: str) -> None:
    (folder / "rules" / "fax.yaml").write_text(GOOD.replace("by fax]", f"by fax, other]\ntags: [{written}]"))
    loaded = load_rules(["rules"], checks=CHECKS)
    if read.startswith("'"):
        assert loaded.ruleset["house/fax"].tags == (written,)
    elif written:
        assert loaded.problems[0].message == f"expected text, found {read}"
    else:
        assert loaded.ruleset["house/fax"].tags == ()


NUMBERS = ",".join(map(str, range(1, 26)))
BOMBS = {
    "alternatives that overlap": ("^(a|aa)+$", "a" * 60 + "!", "stopped"),
    "lazy repeats of anything": ("(.*?,){11}P", "P " + NUMBERS + "!", "stopped"),
    "nested quantifiers": ("(a+)+$", "a" * 60 + "!", "seen through"),
}
"""The last is 58 seconds of work for the `re` of Python; the module that is used sees through it at once."""


@pytest.mark.parametrize("name", BOMBS)
def test_a_pattern_that_would_never_end_is_bounded_and_told_once(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extract, "TIMEOUT", 0.05)
    pattern, text, end = BOMBS[name]
    bomb = GOOD.replace("house/fax", "house/bomb").replace("phrases:", f"patterns: ['{pattern}']\nphrases:")
    (folder / "rules" / "bomb.yaml").write_text(bomb)
    (folder / "article.md").write_text(f"It came by fax.\n\n{text}\n\n{text}\n\n{text}\n")
    timed = mock.Mock(side_effect=extract.matches)
    monkeypatch.setattr("linter.match.expression.matches", timed)
    code = main(["check", "article.md", "--rules", "rules", "-o", "concise", "--select", "house/"])
    told = capsys.readouterr()
    assert 'article.md:1:9: warning[house/fax] "by fax"' in told.out
    tried = [call for call in timed.call_args_list if call.args[0] == pattern and "!" in call.args[1]]
    if end == "stopped":
        assert code == 2
        assert told.err.count("house/bomb: a pattern took longer than") == 1
        assert len(tried) == 1, "after its first timeout a rule is not run again"
    else:
        assert (code, "house/bomb" in told.err) == (1, False)
        assert len(tried) == 3


def test_no_pattern_is_ever_run_without_a_time_limit() -> None:
    """`linter.match.extract` is the one module that runs patterns, and it always gives the limit."""
    calls: list[float] = []

    class Compiled:
        def finditer(self, text: str, timeout: float) -> list[object]:
            calls.append(timeout)
            return []

    with mock.patch.object(extract, "compiled", return_value=Compiled()):
        assert list(extract.matches("a", "b")) == []
        assert extract.first("a", "b") is None
    assert calls == [extract.TIMEOUT] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_rules_folder_cannot_lead_out_through_a_link(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    secret.write_text("password: hunter2")
    (folder / "rules" / "linked.yaml").symlink_to(secret)
    loaded = load_rules(["rules"], checks=CHECKS)
    assert [rule.id for rule in loaded.ruleset.rules] == ["house/fax"]
    assert "leads out of the folder" in loaded.problems[0].message
    assert "hunter2" not in str(loaded.problems)
