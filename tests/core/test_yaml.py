"""The YAML door: exact places, the core schema and nothing else, and no harm from hostile files."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.core.errors import ProblemsError
from linter.core.problem import Problem
from linter.core.yaml import FACT_LIMITS, RULE_LIMITS, Limits, Node, load


def refused(text: str, **options: object) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        load(text, "rule.yaml", **options)
    return caught.value.problems


def member(node: Node, *path: str | int) -> Node:
    for step in path:
        assert isinstance(node.value, dict | tuple)
        node = node.value[step]
    return node


def test_values_and_places() -> None:
    node = load("title: Polls\nlist:\n  - one\n  - {née: 2, b: [x]}\ntext: |\n  a\n  b\n", "rule.yaml")
    assert node.plain() == {"title": "Polls", "list": ["one", {"née": 2, "b": ["x"]}], "text": "a\nb\n"}
    places = {
        (): (1, 1),
        ("title",): (1, 8),
        ("list",): (3, 3),
        ("list", 0): (3, 5),
        ("list", 1): (4, 5),
        ("list", 1, "née"): (4, 11),
        ("list", 1, "b", 0): (4, 18),
        ("text",): (5, 7),
    }
    assert {path: (member(node, *path).line, member(node, *path).column) for path in places} == places
    assert member(node, "list", 1, "b").key_place == (4, 14)
    assert member(node, "list", 0).key_place == (3, 5)


def test_columns_count_code_points_and_lines_count_from_the_offset() -> None:
    node = load('"😀": [é, x]\r\nb: y\rc: z\n', "article.md", line_offset=4)
    assert (member(node, "😀", 1).line, member(node, "😀", 1).column) == (5, 10)
    assert [member(node, key).key_place for key in "bc"] == [(6, 1), (7, 1)]
    problem = refused("a: 1\nb: *x\n", line_offset=4)[0]
    assert (problem.line, problem.column, problem.frame) == (6, 4, "b: *x")


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n", "~", "null"])
def test_nothing_is_none(text: str) -> None:
    assert load(text, "rule.yaml").value is None


@pytest.mark.parametrize("text", [
    "no", "yes", "on", "off", "y", "N", "2024-01-01", "2024-01-01 10:00:00", "1_000", "12:30:45", "1.2.3", "0b11", "=",
    "+", ".", "1e", "0o9", "0x", "nan", "inf", "9" * 5000, "1" * 5000 + ".5", "NO", "tRue", "١٢",
])  # fmt: skip
def test_what_only_looks_like_something_else_is_text(text: str) -> None:
    assert load(f"key: {text}", "rule.yaml").plain() == {"key": text}


@pytest.mark.parametrize(("text", "value"), [
    ("true", True), ("False", False), ("~", None), ("", None), ("12", 12), ("-7", -7), ("010", 10), ("0o10", 8),
    ("0x1F", 31), ("1.5", 1.5), (".5", 0.5), ("1.", 1.0), ("-1e3", -1000.0), (".inf", math.inf), ("-.INF", -math.inf),
])  # fmt: skip
def test_core_schema(text: str, value: object) -> None:
    found = member(load(f"key: {text}", "rule.yaml"), "key").value
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ['"12"', "'true'", '"~"', '""', "'2.5'"])
def test_quoted_is_text(text: str) -> None:
    assert load(f"key: {text}", "rule.yaml").plain() == {"key": text[1:-1]}


NINE_LEVELS = "a0: &a0 [x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 10)
)


@pytest.mark.parametrize(("text", "place", "words"), [
    (NINE_LEVELS, (1, 5), "an anchor (&a0)"),
    ("a: &a [*a]", (1, 4), "an anchor (&a)"),
    ("a: *b", (1, 4), "an alias (*b)"),
    ("a: !!python/object/apply:os.system [ls]", (1, 4), "a tag (tag:yaml.org,2002:python/object/apply:os.system)"),
    ("a: !foo x", (1, 4), "a tag (!foo)"),
    ("a: ! x", (1, 4), "a tag (!)"),
    ("a: !!str x", (1, 4), "a tag"),
    ("a: 1\nb: 2\na: 3", (3, 1), "the key 'a' is given twice"),
    ("%YAML 1.1\n---\na: no", (1, 1), "a directive"),
    ("# first\n%TAG ! tag:x,2000:\n---\na: no", (2, 1), "a directive"),
    ("%FUTURE\n---\na: no", (1, 1), "a directive"),
    ("a: 1\n---\nb: 2", (2, 1), "a second document"),
    ("<<: {a: 1}", (1, 1), "a merge key"),
    ("? [a]\n: 1", (1, 3), "a key must be text"),
    ("{{a: 1}: 2}", (1, 2), "a key must be text"),
    (": x", (1, 1), "a key is missing"),
    ("[" * 500, (1, 17), "nested deeper than 16"),
    ("[" * 3000, (1, 17), "nested deeper than 16"),
    ("{" * 3000, (1, 17), "nested deeper than 16"),
    ("[" * 200_000, (1, 17), "nested deeper than 16"),
    ("- " * 3000, (1, 33), "nested deeper than 16"),
    ("? " * 3000, (1, 33), "nested deeper than 16"),
    ("a: [\n" * 3000, (9, 1), "nested deeper than 16"),
    ("[" + "x," * 20_000 + "]", (1, 40_000), "more than 20,000 values"),
    ("x" * (256 * 1024 + 1), (1, 1), "larger than 256 KB"),
    ("a: \0", (1, 4), "U+0000"),
    ("a: b\nc: \x1b[31m", (2, 4), "U+001B"),
    ("a: \ud800", (1, 4), "U+D800"),
    ('a: "\\0"', (1, 4), "U+0000"),
    ('a: "\\e[31m"', (1, 4), "U+001B"),
    ('a: "\\ud800"', (1, 4), "U+D800"),
    ('a: "\\U00110000"', (1, 1), "cannot be read as YAML"),
    ("a: b\n\tc: d", (2, 1), r"found character '\t'"),
    ("a: b: c", (1, 5), "mapping values are not allowed"),
    ("a: @b", (1, 4), "cannot start any token"),
    ("a: [1, 2", (1, 9), "expected ',' or ']'"),
    ("a: 1\n  b: 2", (2, 4), "mapping values are not allowed"),
])  # fmt: skip
def test_refused_with_its_place(text: str, place: tuple[int, int], words: str) -> None:
    first = refused(text)[0]
    assert (first.path, first.line, first.column) == ("rule.yaml", *place)
    assert words in first.message


@pytest.mark.parametrize("text", [
    "'" + "x " * 100_000, '"' * 200_001, "!" * 100_000, "&a " * 3000, "[[]," * 50_000,
])  # fmt: skip
def test_large_nonsense_is_refused(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize("text", ["x" * 250_000, "#" * 250_000, "\n" * 250_000, "- \n" * 15_000, "a\n" * 100_000])
def test_large_but_harmless_is_read(text: str) -> None:
    assert load(text, "rule.yaml").line >= 1


def test_all_mistakes_are_told() -> None:
    problems = refused("a: &x 1\nb: !t 2\na: *x\nc: {<<: 1}\nd: 'open\n")
    assert [(problem.line, problem.column) for problem in problems] == [(1, 4), (2, 4), (3, 1), (3, 4), (4, 5), (6, 1)]
    assert problems[-1].hint == "it begins on line 5"
    assert problems[1].frame == "b: !t 2"


def test_mistakes_without_end_have_an_end() -> None:
    assert len(refused("".join(f"- &a{n} x\n" for n in range(5000)))) == 100


def test_hints_say_what_to_do() -> None:
    assert "in quotes" in refused("a: b: c")[0].hint
    assert "spaces" in refused("a:\n\tb: c")[0].hint
    assert refused("a: 1\na: 2")[0].hint == "the first stands on line 1"


def test_frames_cannot_steer_a_terminal_and_stay_short() -> None:
    assert refused("a: \x1b]0;x\x07 *b")[0].frame == "a: \ufffd]0;x\ufffd *b"
    assert refused("a: *b" + " " * 2000)[0].frame == ""


def test_fact_files_may_be_larger() -> None:
    text = "[" + "x," * 20_000 + "]"
    assert len(load(text, "facts.yaml", limits=FACT_LIMITS).plain()) == 20_000
    assert refused("[[x]]", limits=Limits(characters=10, nodes=10, depth=2))[0].message.endswith("2 levels")
    assert FACT_LIMITS.characters > RULE_LIMITS.characters


def test_the_root_may_be_the_last_level() -> None:
    deepest = "[" * 15 + "x" + "]" * 15
    assert load(deepest, "rule.yaml").value
    assert refused(f"[{deepest}]")


YAML_LIKE = st.text(st.sampled_from(list("ab0:-?[]{},&*!|>'\"%@`#<=. \n\t\r\\~xuU\ufeff\x85\u2028é")), max_size=60)


@given(st.one_of(st.text(), YAML_LIKE))
@example('"\\U00110000"')
@example("%YAML 1.99999999999999999999999\n---\n")
@example("- ? : -\n ?")
@example("\ufeff\ufeff: a")
def test_any_text_is_read_or_refused(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        node = load(text, "any.yaml")
    except ProblemsError as error:
        places = [(problem.line, problem.column) for problem in error.problems]
    else:
        places = [(each.line, each.column) for each in every(node)]
        node.plain()
    assert places
    assert all(1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for line, column in places)


def every(node: Node) -> list[Node]:
    inner = node.value.values() if isinstance(node.value, dict) else node.value
    return (
        [node, *(each for one in inner for each in every(one))]
        if isinstance(inner, tuple | type({}.values()))
        else [node]
    )
