"""Suppressions written into articles: in every format that has comments, and without changing a word."""

from __future__ import annotations

import datetime
import re
from functools import cache

import pytest

import linter
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.add_ignores import Added, add_ignores
from linter.engine.lint import Input, Linter

WEASEL = "Many experts say that the ferry is slow."
OTHER = "Some observers see it as a first step."
ARTICLES = {
    "a.md": (
        f"---\ntitle: Ferry\n---\n\n# {WEASEL[:-1]}\n\n{WEASEL} {OTHER}\n\n"
        f"- {WEASEL}\n- *{OTHER}*\n\n> {WEASEL}\n> {OTHER}\n"
        f"\n| a | b |\n| --- | --- |\n| {WEASEL} | x |\n\nLast week it stopped.\n"
    ),
    "a.markdown": f"{WEASEL}\r\n\r\nTitle\r\n=====\r\n\r\n{OTHER}\r\nIt ran last week.",
    "a.mdx": f"import X from './x'\n\n# Ferry\n\n{WEASEL}\n\n<X>\n\n{OTHER} It ran last week.\n\n</X>\n",
    "a.html": (
        f"<!DOCTYPE html>\n<html><head><title>Ferry</title></head><body>\n<h1>Ferry</h1>\n"
        f"<p>{WEASEL} <b>{OTHER}</b></p>\n"
        f"<ul><li>{WEASEL}</li></ul><table><tr><td>{OTHER}</td></tr></table><p>It ran last week.</p></body></html>\n"
    ),
    "a.htm": f"<p>{WEASEL}<p>{OTHER}",
}  # fmt: skip


@cache
def rules() -> Linter:
    return Linter(linter.load_rules(["attribution", "timeline"]))


def lint(source: Source) -> Report:
    return rules().lint_one(Input(source))


def added(path: str, text: str, reason: str = "known to the desk") -> Added:
    source = Source(path, text)
    return add_ignores(source, lint(source).diagnostics, reason, lint)


@pytest.mark.parametrize("path", ARTICLES)
def test_every_report_is_suppressed_with_its_reason_and_no_word_is_changed(path: str) -> None:
    text = ARTICLES[path]
    before = lint(Source(path, text))
    done = added(path, text)
    assert len(before.diagnostics) >= 2
    assert (done.left, done.report.diagnostics) == ((), ())
    assert len(done.report.suppressed) == len(done.added) == len(before.diagnostics)
    assert {suppressed.reason for suppressed in done.report.suppressed} == {"known to the desk"}
    assert [each["text"] for each in linter.annotate(text, path=path) if each["kind"] != "clock"] == [
        each["text"] for each in linter.annotate(done.after.text, path=path) if each["kind"] != "clock"
    ]


@pytest.mark.parametrize("path", ARTICLES)
def test_adding_twice_is_adding_once(path: str) -> None:
    once = added(path, ARTICLES[path])
    twice = added(path, once.after.text)
    assert (twice.after, twice.added) == (once.after, ())


@pytest.mark.parametrize("path", ARTICLES)
def test_taking_the_comments_out_gives_the_text_there_was(path: str) -> None:
    done = added(path, ARTICLES[path]).after.text
    top = re.sub(r"(?:<!--|\{/\*) factlint: file-ignore.*?(?:-->|\*/\})(\r?\n)+(?=#|<html|import|\w|<p)", "", done)
    assert re.sub(r" (?:<!--|\{/\*) factlint: ignore.*?(?:-->|\*/\})", "", top) == ARTICLES[path]


def test_reports_of_one_sentence_share_a_comment() -> None:
    text = "---\ndate: 2025-05-03\n---\n\nMany experts say that it recently stopped.\n"
    comment = "<!-- factlint: ignore[attribution/weasel, timeline/vague-time] known to the desk -->"
    assert added("a.md", text).after.text == text.replace("stopped.", f"stopped. {comment}")


def test_line_ends_are_those_of_the_file() -> None:
    done = added("a.md", "# Ferry\r\n\r\nIt ran last week.\r\n").after.text
    assert done.startswith(
        "<!-- factlint: file-ignore[timeline/undated-article] known to the desk -->\r\n\r\n# Ferry\r\n"
    )
    assert "\n" not in done.replace("\r\n", "")


def test_a_last_day_in_the_reason_counts() -> None:
    done = added("a.md", f"{WEASEL}\n", "until the vote expires: 2026-12-31")
    assert done.report.diagnostics == ()
    late = Linter(rules().ruleset, today=datetime.date(2027, 1, 1)).lint_one(Input(done.after))
    assert {d.rule for d in late.diagnostics} == {"attribution/weasel", "meta/expired-ignore"}


def test_plain_text_is_left_as_it_is() -> None:
    done = added("a.txt", f"{WEASEL}\n")
    assert (done.after, done.added, len(done.left)) == (done.before, (), 1)


def test_where_no_comment_can_stand_the_text_is_left_and_the_rest_is_done() -> None:
    text = f"{WEASEL}\n\n| a |\n| --- |\n| {OTHER} |\n"
    done = added("a.md", text, "a | bar would part the cell")
    assert [d.line for d in done.added] == [1]
    assert [d.line for d in done.left] == [5]
    assert done.after.text.endswith(f"| {OTHER} |\n")
