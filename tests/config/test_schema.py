"""The committed JSON Schema is that of the types, and agrees with the decoder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from linter.config.schema import FILE, config_schema, render_config_schema
from linter.core.shipped import shipped_folder
from linter.core.yaml import load
from tests.config.helper import mistakes, project
from tests.config.test_resolve import OVERRIDES
from tests.config.test_toml import YAML


def test_it_is_up_to_date() -> None:
    assert (shipped_folder() / FILE).read_text(encoding="utf-8") == render_config_schema()


def test_it_is_a_schema_and_describes_every_key() -> None:
    schema = config_schema()
    Draft202012Validator.check_schema(schema)
    assert [key for key, member in schema["properties"].items() if not member.get("description")] == []
    assert json.loads(render_config_schema()) == schema


GOOD = (
    YAML,
    OVERRIDES,
    "extends: [strict, minimal]\nmin-confidence: {error: low}\nrules: {a/b: {known: [x], level: off}}\n",
)
BAD = (
    "nmaes: []\n",
    "names: x\n",
    "fail-level: off\n",
    "rules: {a/b: warn}\n",
    "rules: {ab: note}\n",
    "overrides: [{}]\n",
)


@pytest.mark.parametrize("text", [*GOOD, *BAD])
def test_it_takes_and_refuses_what_the_reader_takes_and_refuses(tmp_path: Path, text: str) -> None:
    valid = Draft202012Validator(config_schema()).is_valid(load(text, "factlint.yaml").plain())
    assert valid == (text in GOOD)
    if not text.startswith("rules"):  # what rules may hold is known only with the rules
        project(tmp_path, {"factlint.yaml": text})
        assert (mistakes(tmp_path) == []) == valid


@pytest.mark.parametrize("name", ["minimal", "newsroom", "strict"])
def test_the_profiles_fit_it(name: str) -> None:
    text = (shipped_folder() / "profiles" / f"{name}.yaml").read_text(encoding="utf-8")
    Draft202012Validator(config_schema()).validate(load(text, name).plain())
