"""What more rules and more facts cost: the same news under 70, 700 and 7,000 phrases more, and 1, 10 and 100 times the
facts, and articles of 1 KB to 10 MB.

Automata and bases are made beforehand, as the cache has them; the figures are the processor time of linting alone.
"""

from __future__ import annotations

import datetime
import random
import time
from functools import lru_cache
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from linter.checks import CHECKS
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.lint import Input, Linter
from linter.facts.base import FactBase
from linter.facts.load import load_facts, shipped_base
from linter.ruleset.load import load_rules
from linter.ruleset.model import RuleSet
from linter.ruleset.shipped import shipped_rules

SEED = 7
EXAMPLES = Path(__file__).parents[2] / "examples"
SYLLABLES = "bar cor dun fel gar hul jor kem lun mor nar pol quin rus sel tor ulm ven wes yar zan".split()

RULE = """\
id: house/phrase-list
title: Phrases of the house
level: note
confidence: high
check: pattern
message: '"{{text}}" is on the list of the house'
docs: Phrases that the house does not print.
phrases:
{phrases}
examples:
  - bad: It was a {first} for all.
    expect: [{{text: "{first}"}}]
  - bad: A {first} came.
    expect: [{{text: "{first}"}}]
  - good: It rained on the harbour.
  - good: The ferry left at noon.
"""


def news() -> tuple[Input, ...]:
    """The articles of the examples, each several times under another name."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    assert texts
    return tuple(Input(Source(f"{n}.txt", text), datetime.date(2023, 3, 1)) for n, text in enumerate(texts * 5))


def phrases(count: int) -> list[str]:
    """Distinct two-word phrases in the manner of words."""
    chance = random.Random(SEED)
    made: dict[str, None] = {}
    while len(made) < count:
        made[" ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(2))] = None
    return list(made)


@lru_cache(maxsize=4)
def with_phrases(count: int, folder: Path) -> Linter:
    """The shipped rules, and one of the user's with this many phrases."""
    rules = shipped_rules(CHECKS).ruleset.rules
    if count:
        made = phrases(count)
        path = folder / f"phrases-{count}.yaml"
        path.write_text(RULE.format(phrases="\n".join(f"  - {each}" for each in made), first=made[0]), encoding="utf-8")
        loaded = load_rules([path], checks=CHECKS)
        assert not loaded.problems
        rules = tuple(sorted((*rules, *loaded.ruleset.rules), key=lambda rule: rule.id))
    linter = Linter(RuleSet(rules))
    assert linter.lint(news()).diagnostics
    return linter


@pytest.mark.parametrize("count", [0, 70, 700, 7000])
@pytest.mark.benchmark(group="phrases", timer=time.process_time)
def test_more_phrases(benchmark: BenchmarkFixture, count: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    linter = with_phrases(count, tmp_path_factory.getbasetemp())
    report: Report = benchmark.pedantic(linter.lint, args=(news(),), rounds=7)
    assert report.diagnostics


def people(count: int) -> str:
    """A fact file of this many people whom no article names."""
    chance = random.Random(SEED)
    names = ("".join(chance.choices(SYLLABLES, k=3)).title() + f" Q{n}" for n in range(count))
    lines = (f'  - {{name: {name}, born: 1950-01-01, source: "https://example.org/{name[-4:]}"}}' for name in names)
    return "people:\n" + "\n".join(lines)


def with_facts(times: int, folder: Path) -> FactBase:
    """The shipped base, with so many people of the user's that it has this many times as many."""
    base = shipped_base()
    if times == 1:
        return base
    folder.mkdir(exist_ok=True)
    whole = people((times - 1) * len(base.figures)).splitlines()
    for start in range(1, len(whole), 9000):
        (folder / f"{start}.yaml").write_text("\n".join((whole[0], *whole[start : start + 9000])), encoding="utf-8")
    loaded = load_facts([folder])
    assert not loaded.problems
    return loaded.base


@pytest.mark.parametrize("times", [1, 10, 100])
@pytest.mark.benchmark(group="facts", timer=time.process_time)
def test_more_facts(benchmark: BenchmarkFixture, times: int, tmp_path: Path) -> None:
    rules = shipped_rules(CHECKS).ruleset
    linter = Linter(rules, facts=with_facts(times, tmp_path / str(times)))
    assert linter.lint(news()).diagnostics
    report: Report = benchmark.pedantic(linter.lint, args=(news(),), rounds=7)
    assert report.diagnostics


@lru_cache(maxsize=1)
def shipped() -> Linter:
    """The linter of all shipped rules, warm."""
    linter = Linter(shipped_rules(CHECKS).ruleset)
    assert linter.lint(news()).diagnostics
    return linter


@pytest.mark.parametrize("kilobytes", [1, 10, 100, 1000, 10000])
@pytest.mark.benchmark(group="length", timer=time.process_time)
def test_longer_articles(benchmark: BenchmarkFixture, kilobytes: int) -> None:
    """Different sentences throughout: a text made of copies would contradict itself at every turn.

    Short articles are linted by the dozen, all of them different: the same one again would find its words known.
    """
    texts = [prose(kilobytes * 1000, seed) for seed in range(max(1, 100 // kilobytes))]
    date, size = datetime.date(2023, 3, 1), sum(len(text.encode()) for text in texts)

    def lint() -> list[Report]:
        return [shipped().lint((Input(Source("long.txt", text), date),)) for text in texts]

    reports = benchmark.pedantic(lint, rounds=3 if kilobytes < 1000 else 1)
    benchmark.extra_info["µs/byte"] = round(benchmark.stats.stats.median / size * 1e6, 3)
    assert all(report.sources for report in reports)


def prose(length: int, seed: int = SEED) -> str:
    """News-like paragraphs, none twice."""
    chance = random.Random(seed)
    made: list[str] = []
    size = 0
    while size < length:
        paragraph = " ".join(_sentence(chance) for _ in range(4))
        made.append(paragraph)
        size += len(paragraph) + 2
    return "\n\n".join(made)


def _sentence(chance: random.Random) -> str:
    name = "".join(chance.choices(SYLLABLES, k=2)).title()
    place = "".join(chance.choices(SYLLABLES, k=3)).title()
    number = chance.randrange(20, 9000)
    forms = (
        f"The council of {place} voted on {chance.randrange(1, 28)} March {chance.randrange(1990, 2022)} to mend it.",
        f"{name} {place}, who leads the harbour board, said that {number:,} people cross it each day.",
        f"“We will wait for the survey,” said {name}, a warden in {place}.",
        f"Work on the tunnel at {place} cost ${number / 10:.1f} million and took {chance.randrange(2, 30)} months.",
        f"It rained on {place}, and the ferry left without a word.",
    )  # fmt: skip
    return chance.choice(forms)
