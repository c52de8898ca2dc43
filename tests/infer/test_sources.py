"""Who the sources of an article are."""

from __future__ import annotations

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.core.source import Source
from linter.document.formats import parse
from linter.infer.speech.sources import sources
from linter.match.automaton import compile_triggers

OFFICES = (frozenset({"head", "manager", "director"}), frozenset({"official", "spokesman"}))


def names(text: str) -> list[str]:
    article = make_article(parse(Source("a.txt", "Title\n\n" + text)), compile_triggers(annotator_triggers()))
    return [source.name for source in sources(article, OFFICES)]


@pytest.mark.parametrize(
    "text",
    [
        "The kiln is cold, said its manager, Radim Stanek. It is old, Mr. Stanek said. It smokes, the manager said.",
        "The kiln is cold, said its manager, Radim Stanek. It smokes, the head of the plant said.",
        "The mill will close, the farm ministry said. It is old, a spokesman for the ministry said.",
        "The pumps are old, said Sam Boateng. They leak, he said. “They hiss,” he said.",
        "The operator of the port at Rosmer said it was shut. It is full, the operator's director, Simon Tack, said.",
    ],
)
def test_one_person_or_office_is_one_source(text: str) -> None:
    assert len(names(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The kiln is cold, said its manager, Radim Stanek. It is warm, said Jana Novak, who leads the strike.",
        "The pumps are old, said Sam Boateng. They are new, the government said.",
        "The nets were cut, said Arild Moe. The company's lawyer, Tone Berg, denied it.",
    ],
)
def test_others_are_other_sources(text: str) -> None:
    assert len(names(text)) == 2


def test_wishes_and_headlines_are_no_statements() -> None:
    assert names("The strikers want 8 percent more pay, according to Radim Stanek.") == ["Radim Stanek"]


def test_where_all_are_pronouns_the_person_is_known() -> None:
    assert names("Abeba Tesfaye has built forty kilns, she said. The clay is red, she said.") == ["Abeba Tesfaye"]
