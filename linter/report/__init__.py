"""Reporters: each turns a report into text, and knows nothing of the others."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.report import Report
from linter.report.context import Context, Reporter


def _late(module: str) -> Reporter:
    """The `render` of a module that is imported when it is called: a run that prints one format loads one."""

    def render(report: Report, context: Context) -> Iterator[str]:
        from importlib import import_module

        yield from import_module(f"linter.report.{module}").render(report, context)

    return render


REPORTERS: dict[str, Reporter] = {
    "full": _late("full"),
    "concise": _late("concise"),
    "grouped": _late("grouped"),
    "json": _late("json_report"),
    "jsonl": _late("jsonl"),
    "sarif": _late("sarif"),
    "github": _late("github"),
    "gitlab": _late("gitlab"),
    "rdjson": _late("rdjson"),
    "junit": _late("junit"),
    "markdown": _late("markdown"),
    "html": _late("html_report"),
}
"""The values of `--output`."""
