"""How the time grows with the length of an article, for texts of every odd shape: it must stay in step with it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from functools import lru_cache

import pytest

import linter

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
MOST = 2.5
"""How much more a code point of the longest text may cost than one of a text of 100,000."""

SENTENCE = "Many experts say that the ferry was slow on Monday, the port authority said. "
LETTERS = "abdefgiklmnoprstuv"
HEDGES = "The closure of the hall could end the war. The hall is closed because of the fact that the war ended.\n\n"
QUOTE = '"The ferry was slow on Monday and we waited for an hour," the mayor said.\n\n'
SCRIPTS = "Премьер сказал: «нет». 首相は言った。 The minister said “yes”.\n\n"


def again(unit: str) -> Callable[[int], str]:
    """Texts of one unit over and over."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def made(sentence: Callable[[random.Random, int], str]) -> Callable[[int], str]:
    """Texts of sentences that differ."""

    def text(size: int) -> str:
        return "".join(_taken(sentence, size))

    return text


def _taken(sentence: Callable[[random.Random, int], str], size: int) -> Iterator[str]:
    chance, length, number = random.Random(1), 0, 0
    while length < size:
        words = sentence(chance, number)
        yield words
        length, number = length + len(words), number + 1


def name(chance: random.Random) -> str:
    return "".join(chance.choice(LETTERS) for _ in range(chance.randint(4, 8))).capitalize()


def near(chance: random.Random, _: int) -> str:
    letters = list("Kirilenkova")
    for _place in range(2):
        letters[chance.randrange(1, 11)] = chance.choice(LETTERS)
    return f"Daria {''.join(letters)} won a game. "


TEXTS: dict[str, Callable[[int], str]] = {
    "one quotation": lambda size: f'"{again(SENTENCE)(size)}"',
    "many quotations": again(QUOTE),
    "names": made(lambda _, number: f"Anna{number} Berg{number} said no. "),
    "strangers": made(lambda chance, _: f"{name(chance)} {name(chance)} met {name(chance)} in {name(chance)}. "),
    "near-alike names": made(near),
    "one surname": made(lambda chance, _: f"{name(chance)} Smith said no. Smith left. "),
    "nested quotations": again("“‘" * 25 + "no" + "’”" * 25 + " "),
    "brackets": again("(Anna [Berg {said}]) "),
    "open brackets": again("(Anna Berg "),
    "mixed scripts": again(SCRIPTS),
    "right to left": again("قال الوزير إن الحرب ستنتهي. “نعم” قال.\n\n"),
    "no letters": again("%&/ 123 … — 😀 "),
    "one sentence": again("the mayor of Kotka and the bishop said that "),
    "title case": again("Mayor Of Kotka And Bishop Said That "),
    "doubts": again(HEDGES),
}


@lru_cache(maxsize=1)
def _ready() -> None:
    linter.lint(SENTENCE)


def seconds(text: str) -> float:
    """The processor's time of a lint."""
    _ready()
    start = time.process_time()
    linter.lint(text, path="article.txt")
    return time.process_time() - start


@pytest.mark.benchmark
@pytest.mark.parametrize("kind", TEXTS)
def test_time_grows_with_length(kind: str, benchmark: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    curve: dict[int, float] = {}

    def run() -> None:
        for size in SIZES:
            text = TEXTS[kind](size)
            curve[size] = 1e6 * seconds(text) / len(text)

    benchmark.pedantic(run, rounds=1)  # type: ignore[attr-defined]
    with capsys.disabled():
        told = "  ".join(f"{size // 1000:>5} KB {cost:6.1f}" for size, cost in curve.items())
        print(f"\n{kind:20} µs per code point: {told}")
    assert curve[SIZES[-1]] <= MOST * curve[100_000]
