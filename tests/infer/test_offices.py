"""Who is named as holding which office."""

from __future__ import annotations

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.core.source import Source
from linter.document.formats import parse
from linter.infer.dates.told_time import told_time
from linter.infer.people.offices import OfficeMention, office_mentions
from linter.match.automaton import compile_triggers


def mentions(text: str) -> tuple[OfficeMention, ...]:
    return office_mentions(make_article(parse(Source("a.txt", text)), compile_triggers(annotator_triggers())))


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Belarus' foreign minister, Sergei Aleinik, spoke.", "Sergei Aleinik", "belarus-foreign-minister"),
        ("Prime Minister Boris Johnson spoke.", "Boris Johnson", "united-kingdom-prime-minister"),
        ("British Prime Minister Boris Johnson spoke.", "Boris Johnson", "united-kingdom-prime-minister"),
        ("A bear bit the German chancellor, Angela Merkel, on Monday.", "Angela Merkel", "germany-chancellor"),
        ("Angela Merkel, the German chancellor, spoke.", "Angela Merkel", "germany-chancellor"),
        ("The president of France, Jacques Chirac, spoke.", "Jacques Chirac", "france-president"),
        ("U.S. President Bill Clinton spoke.", "Bill Clinton", "united-states-president"),
        ("The U.N. secretary-general, Kofi Annan, spoke.", "Kofi Annan", "un-secretary-general"),
        ("Angela Merkel is the chancellor of Germany.", "Angela Merkel", "germany-chancellor"),
        ("The foreign minister Sergei Aleinik spoke.", "Sergei Aleinik", "belarus-foreign-minister"),
        ("In Germany's capital, Chancellor Merkel spoke.", "Merkel", "germany-chancellor"),
    ],
)
def test_shapes_of_office_phrases(text: str, name: str, office: str) -> None:
    assert [(each.name, [one.id for one in each.offices]) for each in mentions(text)] == [(name, [office])]


@pytest.mark.parametrize(
    "text",
    [
        "Former Prime Minister Tony Blair spoke.",
        "The then prime minister, Tony Blair, spoke.",
        "Ex-President Jacques Chirac spoke.",
        "Angela Merkel, then chancellor, spoke.",
        "Angela Merkel, chancellor at the time, spoke.",
        "President-elect Barack Obama spoke.",
        "Acting President Boris Yeltsin spoke.",
        "Deputy Prime Minister Boris Johnson spoke.",
        "Shadow foreign secretary David Miliband spoke.",
        "The club's president, Angela Merkel, spoke.",
        "Bayern president Boris Johnson spoke.",
        "Boris Johnson, president of the rowing club, spoke.",
        "The future prime minister Tony Blair was born.",
        "The prime minister's brother, Boris Johnson, spoke.",
    ],
)
def test_phrases_that_name_nobody_as_serving(text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Chancellor Angela Merkel has asked for tea.", "present"),
        ("Chancellor Angela Merkel asked for tea on Tuesday.", "present"),
        ("In 2009, Chancellor Angela Merkel asked for tea.", "other"),
        ("Ten years ago, Chancellor Angela Merkel asked for tea.", "other"),
        ("Chancellor Angela Merkel had asked for tea.", "other"),
        ("He was an aide to Chancellor Angela Merkel.", "unclear"),
        ("It was opened in 2009. Chancellor Angela Merkel asked for tea.", "other"),
    ],
)
def test_the_time_a_mention_speaks_of(text: str, time: str) -> None:
    article = make_article(parse(Source("a.txt", text)), compile_triggers(annotator_triggers()))
    assert [told_time(article, each.span) for each in office_mentions(article)] == [time]
