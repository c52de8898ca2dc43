"""The shipped rules kept ready to run."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.annotation.annotators import make_article
from linter.checks import CHECKS
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import compile_triggers
from linter.ruleset import load
from linter.ruleset.load import load_rules
from linter.ruleset.shipped import KeptCheck, shipped_rules


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))


def test_they_are_the_rules_of_the_files() -> None:
    read = load_rules(checks=CHECKS)
    kept = shipped_rules(CHECKS)
    assert [rule.id for rule in kept.ruleset.rules] == [rule.id for rule in read.ruleset.rules]
    assert tuple(kept.packs) == read.packs
    for mine, theirs in zip(kept.ruleset.rules, read.ruleset.rules, strict=True):
        assert isinstance(mine.check, KeptCheck)
        assert mine.check.made == theirs.check
        assert tuple(mine.examples) == theirs.examples
        assert (len(mine.examples), mine.examples[-1:]) == (len(theirs.examples), theirs.examples[-1:])
        assert (mine.docs, mine.level) == (theirs.docs, theirs.level)


def test_they_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = shipped_rules(CHECKS)
    monkeypatch.setattr(load, "load_rules", lambda **_: pytest.fail("read again"))
    assert [rule.id for rule in shipped_rules(CHECKS).ruleset.rules] == [rule.id for rule in first.ruleset.rules]


def test_a_kept_check_finds_what_the_check_finds() -> None:
    rule = load_rules(checks=CHECKS).ruleset["attribution/weasel"]
    kept = shipped_rules(CHECKS).ruleset["attribution/weasel"]
    text = Source("a.txt", "Many experts say that the bridge is unsafe.")
    article = make_article(parse(text), compile_triggers(rule.check.triggers(rule.id)))
    findings = [finding.span for finding in kept.check.check(article, rule.id)]
    assert findings
    assert findings == [finding.span for finding in rule.check.check(article, rule.id)]


def test_a_damaged_entry_counts_as_none(tmp_path: Path) -> None:
    shipped_rules(CHECKS)
    for entry in (tmp_path / "cache").glob("rules-*"):
        entry.write_bytes(entry.read_bytes()[:-9])
    assert shipped_rules(CHECKS).ruleset.rules


def test_a_kept_rule_has_read_the_needs_of_all_its_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = shipped_rules(CHECKS).ruleset.rules
    monkeypatch.setattr("linter.checks.search.expression", lambda _: pytest.fail("read again"))
    monkeypatch.setattr("linter.infer.speech.certainty.expression", lambda _: pytest.fail("read again"))
    monkeypatch.setattr("linter.infer.dates.masked.expression", lambda _: pytest.fail("read again"))
    kept = [rule.check for rule in rules if isinstance(rule.check, KeptCheck)]
    assert len(kept) == len(rules)
    ready = [check.made.ready for check in kept if hasattr(check.made, "ready")]
    assert len(ready) > 20
    for each in ready:
        each()
