"""How fast time expressions are found: beside dateparser's own search, and beside a plain scan of the same news."""

from __future__ import annotations

import datetime
import random
from functools import lru_cache

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from linter.annotation.annotators import make_article
from linter.annotation.article import Article
from linter.annotation.times.annotator import triggers
from linter.core.source import Source
from linter.document.formats import parse
from linter.match.automaton import Automaton, compile_triggers

SUBJECTS = ("The harbour board", "Mr. Vance", "A spokeswoman for the mill", "The council of Lower Esk", "Ferry crews",
            "Residents of the hill quarter", "The opposition", "Two former wardens", "Her lawyer")  # fmt: skip
VERBS = ("reopened the tunnel", "said the vote was lost", "asked for a new survey of the bridge", "left without a word",
         "put the cost at $4.2 million", "will sell the old pier", "has waited for an answer", "rejected the plan",
         "blamed the weather and the tide", "met the envoys in private")  # fmt: skip
TIMES = ("on Tuesday", "last week", "on 3 May 2018", "in the third quarter", "after seven months of talks",
         "in late 2016", "for nearly two decades", "two weeks ago", "at 7:30 p.m.", "earlier this month", "in March",
         "every Monday", "in the 1990s", "the following day", "by the end of the year",
         "between 2014 and 2016")  # fmt: skip
REST = ("and nobody objected", "because the road was flooded", "despite a warning from the coastguard",
        "officials said", "which the paper had not reported", "in front of a small crowd at the town hall")  # fmt: skip

SEED = 20
BASE = datetime.date(2019, 8, 14)


def news(paragraphs: int) -> str:
    """Paragraphs of four sentences, every other one of which holds a time, as in news."""
    chance = random.Random(SEED)
    return "\n\n".join(" ".join(_sentence(chance, number % 2 == 0) for number in range(4)) for _ in range(paragraphs))


def _sentence(chance: random.Random, timed: bool) -> str:
    time = f" {chance.choice(TIMES)}" if timed else ""
    return f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)}{time}, {chance.choice(REST)}."


def article(text: str) -> Article:
    """A fresh article, scanned and cut into sentences, with nothing else known about it."""
    made = make_article(parse(Source("news.txt", text), date=BASE), scanner())
    assert made.sentences
    assert made.quotations == ()
    return made


@lru_cache(maxsize=1)
def scanner() -> Automaton:
    """The triggers of the annotator alone."""
    return compile_triggers(triggers())


LONG, SHORT = news(2000), news(6)


def rate(benchmark: BenchmarkFixture, text: str) -> None:
    """Put the throughput into the report, in megabytes a second."""
    benchmark.extra_info["MB/s"] = round(len(text.encode()) / 1e6 / benchmark.stats.stats.median, 4)


@pytest.mark.benchmark(group="times")
def test_the_annotator(benchmark: BenchmarkFixture) -> None:
    found = benchmark.pedantic(lambda made: made.times, setup=lambda: ((article(LONG),), {}), rounds=5)
    rate(benchmark, LONG)
    assert len(found) >= 4000


@pytest.mark.benchmark(group="times")
def test_a_plain_scan(benchmark: BenchmarkFixture) -> None:
    hits = benchmark.pedantic(scanner().scan, args=(LONG,), rounds=5)
    rate(benchmark, LONG)
    assert hits["annotate/time"]


@pytest.mark.benchmark(group="times")
def test_the_search_of_dateparser(benchmark: BenchmarkFixture) -> None:
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.datetime.combine(BASE, datetime.time())}
    found = benchmark.pedantic(search_dates, (SHORT,), {"languages": ["en"], "settings": settings}, rounds=2)
    rate(benchmark, SHORT)
    assert found
