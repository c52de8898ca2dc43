"""The JSON Schema of a configuration, from the same annotations that decode it (JSON Schema 2020-12)."""

from __future__ import annotations

import json
from typing import get_args

from linter.config.changed import EXTEND, LEVELS
from linter.config.keys import Config, Override
from linter.core.diagnostic import Confidence, Level
from linter.ruleset.rulefile import ID
from linter.ruleset.schema import Schema, closed, definition_name, nested_kinds, object_schema

FILE = "config-schema.json"
"""Its name beside the rules."""


def config_schema() -> Schema:
    """The schema of a configuration file."""
    config, override = object_schema(Config), object_schema(Override)
    overrides = {"description": "What differs for some files.", "type": "array", "items": {"$ref": "#/$defs/override"}}
    config["properties"].update(rules=_rules(), overrides=overrides)
    override["properties"]["rules"] = _rules()
    parts = sorted({kind for kind in nested_kinds(Config) if kind is not Config}, key=definition_name)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A configuration of factlint",
        **config,
        "additionalProperties": False,
        "$defs": {
            "override": {**override, "additionalProperties": False},
            "rule": _rule(),
            **{definition_name(kind): closed(kind) for kind in parts},
        },
    }


def render_config_schema() -> str:
    """The schema as the text of `rules/config-schema.json`."""
    return json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"


def _rules() -> Schema:
    return {
        "description": "Levels and parameters of rules, by their ids.",
        "type": "object",
        "propertyNames": {"pattern": f"^(?:{ID.pattern})$"},
        "additionalProperties": {"$ref": "#/$defs/rule"},
    }


def _rule() -> Schema:
    level = {"enum": [*get_args(Level), LEVELS[-1]]}
    head = {
        "level": {**level, "description": "The level of the rule's reports; off takes it out of force."},
        "confidence": {"enum": list(get_args(Confidence)), "description": "How sure the rule is."},
        "message": {"type": "string", "description": "What a report says, with the rule's own placeholders."},
    }
    words = f"A level, or what to change in a rule: its parameters too, and {EXTEND}NAME to add to a list of its own."
    return {"description": words, "anyOf": [level, {"type": "object", "properties": head}]}
