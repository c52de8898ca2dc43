"""The head of a page, its controls and its script."""

from __future__ import annotations

from collections import Counter

from linter.core.diagnostic import LEVELS
from linter.core.report import Report
from linter.report.html_markup import LEVEL_NAMES, pack_of, text

STYLE, SCRIPT = "page.css", "page.js"
"""The files beside this module that a page takes in."""


def asset(name: str) -> str:
    """The text of a file beside this module."""
    from pathlib import Path

    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def digest(content: str) -> str:
    """A style or a script as the policy names it (CSP 3, 2.3.1, hash-source)."""
    import base64
    import hashlib

    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def policy() -> str:
    """What the page may load: its own style and script, and an empty icon so that no browser asks for one."""
    rules = (
        "default-src 'none'",
        f"style-src {digest(asset(STYLE))}",
        f"script-src {digest(asset(SCRIPT))}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def head(title: str) -> str:
    """Everything up to the beginning of the body."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<link rel="icon" href="data:,">\n<title>factlint: {text(title)}</title>\n'
        f"<style>{asset(STYLE)}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#report">Skip to the report</a>\n'
    )


def script() -> str:
    """The script, at the end of the body."""
    return f"<script>{asset(SCRIPT)}</script>\n"


def controls(report: Report) -> str:
    """The filters by level, pack and words, and the choice of colours; hidden until the script makes them work."""
    levels = Counter(diagnostic.level for diagnostic in report.diagnostics)
    packs = Counter(pack_of(diagnostic.rule) for diagnostic in report.diagnostics)
    level_boxes = "".join(
        box("level", level, f"{LEVEL_NAMES[level]}s", levels[level]) for level in LEVELS if levels[level]
    )
    pack_boxes = "".join(box("pack", pack, pack, packs[pack]) for pack in sorted(packs))
    return (
        '<form class="controls" role="search" aria-label="Filter the findings" hidden>\n'
        f"<fieldset><legend>Level</legend>{level_boxes}</fieldset>\n"
        f"<fieldset><legend>Pack</legend>{pack_boxes}</fieldset>\n"
        '<div class="tools"><label class="search"><span>Search</span>'
        '<input type="search" id="search" autocomplete="off" spellcheck="false" placeholder="words, rule …"></label>\n'
        '<output id="count" aria-live="polite"></output>\n'
        '<span class="keys"><kbd>j</kbd> next <kbd>k</kbd> previous <kbd>/</kbd> search</span>\n'
        '<button type="button" id="theme">Colours: system</button></div>\n</form>\n'
    )


def box(name: str, value: str, label: str, number: int) -> str:
    """A filter that can be ticked, with its number of findings."""
    field = f'<input type="checkbox" data-filter="{name}" value="{text(value)}" checked>'
    return f'<label class="chip {name} {text(value)}">{field}<span>{text(label)} <b>{number}</b></span></label>\n'
