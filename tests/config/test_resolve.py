"""Settings come from the profile, what is extended, the file, the environment and the flags: the later ones win."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.annotation.settings import Settings
from linter.config.chain import profile
from linter.config.decode import read_layers
from linter.config.keys import PROFILES, Config
from linter.config.layer import Layer
from linter.config.resolve import DEFAULTS, Configurations, Resolved
from linter.core.decode import hints, names
from linter.core.diagnostic import CONFIDENCES, LEVELS, Diagnostic
from linter.core.node import Node
from linter.core.source import Source
from linter.core.span import Span
from tests.config.helper import project, settings


def node(value: Any) -> Node:
    if isinstance(value, dict):
        return Node({key: node(member) for key, member in value.items()}, 1, 1, (1, 1))
    return Node(tuple(map(node, value)) if isinstance(value, list) else value, 1, 1, (1, 1))


def layer(name: str, **values: Any) -> Layer:
    """A layer whose keys are written with underscores, and tell where they come from by a name."""
    members = {key.replace("_", "-"): value for key, value in values.items()}
    read = read_layers(node(members), Source(name, ""), "", "", dict.fromkeys(members, name))
    assert read.problems == ()
    return read.layers[0]


@given(st.lists(st.sampled_from(LEVELS) | st.none(), max_size=6))
def test_of_a_value_that_stands_alone_the_strongest_layer_counts(levels: list[str | None]) -> None:
    layers = tuple(layer(str(i), **({"fail_level": level} if level else {})) for i, level in enumerate(levels))
    resolved = Resolved(layers)
    given_by = [(level, str(i)) for i, level in enumerate(levels) if level]
    expected = given_by[-1] if given_by else ("warning", "default")
    assert (resolved.value("fail-level"), resolved.origins("fail-level")) == (expected[0], (expected[1],))


@given(st.lists(st.lists(st.sampled_from(("Lagos", "Kano", "Jos")), max_size=3) | st.none(), max_size=5))
def test_the_words_of_a_house_are_added_up(lists: list[list[str] | None]) -> None:
    layers = tuple(layer(str(i), **({} if words is None else {"names": words})) for i, words in enumerate(lists))
    every = list(itertools.chain.from_iterable(words for words in lists if words is not None))
    assert Resolved(layers).value("names") == tuple(dict.fromkeys(every))


def test_the_default_profile_says_what_holds_without_any_configuration(tmp_path: Path) -> None:
    """So that the profile need not be read where there is no configuration."""
    nothing, newsroom = settings(tmp_path), Resolved(profile("newsroom").layers)
    assert nothing.layers == ()
    for key in hints(Config):
        assert key == "extends" or newsroom.value(key) == nothing.value(key), key
        assert nothing.value(key) == getattr(DEFAULTS, names(Config)[key])


def diagnostic(level: Any, confidence: Any) -> Diagnostic:
    return Diagnostic("a/b", level, confidence, "", "a.md", 1, 1, 1, 1, "", (), None, "", Span(0, 0))


@pytest.mark.parametrize(
    ("name", "shown", "failing"),
    [
        ("minimal", {("error", "high"), ("error", "medium"), ("warning", "high")}, ("error",)),
        ("newsroom", {(level, sure) for level in LEVELS for sure in ("high", "medium")}, ("error", "warning")),
        ("strict", set(itertools.product(LEVELS, CONFIDENCES)), LEVELS),
    ],
)
def test_profiles_show_and_fail_as_they_promise(
    name: str, shown: set[tuple[str, str]], failing: tuple[str, ...]
) -> None:
    read = profile(name)
    assert read.problems == ()
    resolved = Resolved(read.layers)
    pairs = itertools.product(LEVELS, CONFIDENCES)
    assert {pair for pair in pairs if resolved.shows(diagnostic(*pair))} == shown
    assert resolved.fail_levels == failing


def test_each_profile_builds_on_the_one_before() -> None:
    chains = [[layer.labels["select"].removeprefix("profile ") for layer in profile(name).layers] for name in PROFILES]
    assert chains == [["minimal"], ["minimal", "newsroom"], ["minimal", "newsroom", "strict"]]


def test_what_is_extended_is_weaker_than_what_extends_it(tmp_path: Path) -> None:
    house = "extends: strict\nnames: [Lagos]\ndate-order: dmy\nmin-confidence: high\n"
    project(
        tmp_path,
        {"factlint.yaml": "extends: desk/house.yaml\nnames: [Kano]\ndate-order: mdy\n", "desk/house.yaml": house},
    )
    resolved = settings(tmp_path)
    assert resolved.house == Settings(date_order="MDY", names=("Lagos", "Kano"))
    assert (resolved.value("min-confidence"), resolved.value("fail-level")) == ("high", "note")
    assert resolved.origins("date-order") == (f"{tmp_path}/factlint.yaml:3",)
    assert resolved.origins("names") == (f"{tmp_path}/desk/house.yaml:2", f"{tmp_path}/factlint.yaml:2")
    assert resolved.origins("fail-level") == ("profile strict",)


def test_paths_belong_to_the_folder_of_the_file_that_names_them(tmp_path: Path) -> None:
    files = {"desk/house.yaml": "facts: [facts.yaml]\n", "desk/facts.yaml": "{}\n", "here.yaml": "{}\n"}
    project(tmp_path, {"factlint.yaml": "extends: desk/house.yaml\nfacts: [here.yaml]\n", **files})
    assert settings(tmp_path).paths("facts") == (f"{tmp_path}/desk/facts.yaml", f"{tmp_path}/here.yaml")


OVERRIDES = """\
date-order: dmy
overrides:
  - files: ["us/**"]
    date-order: mdy
    decimal-mark: point
  - files: ["*.html", "!keep.html"]
    fail-level: error
decimal-mark: comma
"""


@pytest.mark.parametrize(
    ("name", "order", "mark", "level"),
    [
        ("a.md", "DMY", ",", "warning"),
        ("us/a.md", "MDY", ".", "warning"),
        ("us/deep/a.html", "MDY", ".", "error"),
        ("de/us/a.md", "DMY", ",", "warning"),
        ("de/keep.html", "DMY", ",", "warning"),
    ],
)
def test_overrides_hold_for_the_files_that_their_patterns_match(
    tmp_path: Path, name: str, order: str, mark: str, level: str
) -> None:
    project(tmp_path, {"factlint.yaml": OVERRIDES})
    resolved = settings(tmp_path, name)
    assert (resolved.house.date_order, resolved.house.decimal_mark) == (order, mark)
    assert resolved.value("fail-level") == level


def test_equal_files_share_their_settings(tmp_path: Path) -> None:
    project(tmp_path, {"factlint.yaml": OVERRIDES})
    configurations = Configurations()
    one, other = (configurations.of(str(tmp_path / name)) for name in ("a.md", "b/c.md"))
    assert one is other
    assert configurations.of(str(tmp_path / "us/a.md")) is not one


def test_flags_are_stronger_than_the_environment_and_both_than_any_file(tmp_path: Path) -> None:
    project(
        tmp_path,
        {"factlint.yaml": "fail-level: note\noverrides: [{files: ['*'], fail-level: note, min-level: error}]\n"},
    )
    variables, flags = layer("FACTLINT_FAIL_LEVEL", fail_level="warning"), layer("--fail-level", fail_level="error")
    resolved = Configurations((variables, flags)).of(str(tmp_path / "a.md"))
    assert (resolved.value("fail-level"), resolved.origins("fail-level")) == ("error", ("--fail-level",))
    assert Configurations((variables,)).of(str(tmp_path / "a.md")).value("fail-level") == "warning"
    assert resolved.value("min-level") == "error"


def test_isolated_reads_no_file_and_a_named_file_is_that_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(
        tmp_path,
        {"factlint.yaml": "names: [A]\n", "other/x.yaml": "names: [B]\nfacts: [facts.yaml]\n", "facts.yaml": "{}"},
    )
    monkeypatch.chdir(tmp_path)
    assert Configurations(isolated=True).of("a.md").layers == ()
    named = Configurations(file="other/x.yaml")
    assert named.of("deep/a.md").value("names") == ("B",)
    assert named.problems == ()  # its paths are relative to the current folder
    assert named.of("a.md").paths("facts") == (str(tmp_path / "facts.yaml"),)


def test_a_configuration_whose_content_was_read_before_needs_no_yaml_parser(tmp_path: Path) -> None:
    import subprocess
    import sys

    project(tmp_path, {"factlint.yaml": "names: [Lagos]\nextends: strict\n"})
    settings(tmp_path)
    code = (
        "import sys; from linter.config.resolve import Configurations; c = Configurations();"
        f"assert c.of({str(tmp_path / 'a.md')!r}).value('names') == ('Lagos',);"
        "print([name for name in ('ruamel', 'tomllib', 'pathspec', 'packaging') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
