"""House vocabulary: allowed phrases, names and acronyms keep quiet what reports them, and nothing else."""

from __future__ import annotations

import pytest

from linter.annotation.settings import Settings
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.api import rules_of, shipped
from linter.engine.lint import Input, Linter

LOADED = "The council rammed through a draconian plan on 3 May 2025. The mayor called it a “draconian plan”.\n"
ACRONYM = "The dredger was hired by the SLPW, which has two more. It will stay until the autumn.\n"
BARE = "The last tram will run in June, Vestergaard said on Tuesday. After that there will be buses.\n"
VARIANT = "Kolkata has lost another cinema. Calcutta had ninety, says the owner. The last in Kolkata shuts on Sunday.\n"


def lint(text: str, settings: Settings) -> Report:
    return shipped().lint([Input(Source("a.txt", text), settings=settings)])


def ids(report: Report) -> list[str]:
    return [diagnostic.rule for diagnostic in report.diagnostics]


def test_an_allowed_phrase_keeps_quiet_the_report_of_its_words_and_no_other() -> None:
    told = [d.text for d in lint(LOADED, Settings()).diagnostics if d.rule == "framing/loaded-language"]
    assert told == ["rammed through", "draconian"]
    report = lint(LOADED, Settings(phrases=("Draconian  plan",)))
    assert [d.text for d in report.diagnostics if d.rule == "framing/loaded-language"] == ["rammed through"]
    assert [(s.diagnostic.text, s.kind, s.reason) for s in report.suppressed] == [
        ("draconian", "vocabulary", '"draconian plan" is allowed')
    ]


def test_a_phrase_that_is_only_a_part_of_what_is_reported_changes_nothing() -> None:
    assert "rammed through" in [d.text for d in lint(LOADED, Settings(phrases=("rammed",))).diagnostics]


@pytest.mark.parametrize(
    ("text", "rule", "settings"),
    [
        (ACRONYM, "names/undefined-acronym", Settings(acronyms=("SLPW",))),
        (BARE, "names/bare-surname", Settings(names=("Vestergaard",))),
        (BARE, "names/bare-surname", Settings(names=("Mette Vestergaard",))),
        (VARIANT, "names/mixed-variant", Settings(names=("Calcutta",))),
    ],
)
def test_names_and_acronyms_of_the_house_are_not_reported(text: str, rule: str, settings: Settings) -> None:
    assert rule in ids(lint(text, Settings()))
    assert rule not in ids(lint(text, settings))


def test_names_are_told_by_their_case_and_quiet_no_rule_on_wording() -> None:
    assert "names/bare-surname" in ids(lint(BARE, Settings(names=("vestergaard",))))
    assert "framing/loaded-language" in ids(lint(LOADED, Settings(names=("draconian", "rammed through"))))


def test_an_article_is_held_to_the_rules_named_for_it_alone() -> None:
    linter = Linter(rules_of(["framing", "names"]))
    source = Source("a.txt", LOADED + "\n" + ACRONYM)
    some = linter.lint([Input(source, rules=frozenset({"names/undefined-acronym"}))])
    assert set(ids(some)) == {"names/undefined-acronym"}
    assert set(ids(linter.lint([Input(source)]))) >= {"names/undefined-acronym", "framing/loaded-language"}
