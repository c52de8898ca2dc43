"""The support `voucher`: somebody who tells it, not somebody whose thoughts are told."""

from __future__ import annotations

from linter.annotation.annotators import annotator_triggers, make_article
from linter.checks.support import SupportCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import compile_triggers

OWNER = "test/rule"
CHECK = SupportCheck(patterns=(r"the king fears his generals",), needs={"voucher": ("sentence",)})


def told(text: str) -> list[str]:
    automaton = compile_triggers([*annotator_triggers(), *CHECK.triggers(OWNER)])
    article = make_article(parse(Source("a.txt", "Title\n\n" + text)), automaton)
    return [article.words(finding.span) for finding in CHECK.check(article, OWNER)]


def test_the_thought_that_is_told_vouches_for_nothing() -> None:
    assert told("There was no parade, for the king fears his generals.") == ["the king fears his generals"]


def test_a_teller_outside_the_words_does() -> None:
    assert told("There was no parade, for the king fears his generals, said Lina Orr, a historian.") == []
