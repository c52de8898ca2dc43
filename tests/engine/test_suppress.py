"""Suppressions: every form in every format, and those that do nothing."""

from __future__ import annotations

import pytest

import linter

WEASEL = "Many experts say that the ferry is slow."
OTHER = "Some observers see it as a first step."


def told(text: str, path: str) -> list[tuple[int, str]]:
    report = linter.lint(text, path=path)
    kept = ("attribution/weasel", "meta/")
    return [(d.line, d.rule) for d in report.diagnostics if d.rule.startswith(kept)]


MARKDOWN_FORMS = [
    "<!-- factlint: ignore[attribution/weasel] known to the desk -->",
    "[//]: # (factlint: ignore[attribution/weasel] known to the desk)",
]


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        *(("a.md", form) for form in MARKDOWN_FORMS),
        ("a.mdx", "{/* factlint: ignore[attribution/weasel] known to the desk */}"),
        ("a.html", "<!-- factlint: ignore[attribution/weasel] known to the desk -->"),
        ("a.txt", "<!-- factlint: ignore[attribution/weasel] known to the desk -->"),
        ("a.txt", ".. factlint: ignore[attribution/weasel] known to the desk"),
        ("a.txt", "// factlint: ignore[attribution/weasel] known to the desk"),
    ],
)
def test_a_comment_on_its_own_line_works_on_the_next_block(path: str, comment: str) -> None:
    mark = "<p>{}</p>" if path.endswith("html") else "{}"
    text = "\n\n".join([mark.format("The ferry runs."), comment, mark.format(WEASEL), mark.format(OTHER)]) + "\n"
    assert told(text, path) == [(7, "attribution/weasel")]
    report = linter.lint(text, path=path)
    assert [(s.diagnostic.rule, s.reason) for s in report.suppressed] == [("attribution/weasel", "known to the desk")]


def test_a_comment_inside_a_paragraph_works_on_the_sentence_it_touches() -> None:
    text = f"The ferry runs.\n\n{OTHER} {WEASEL} <!-- factlint: ignore[attribution/weasel] --> The ferry runs.\n"
    assert told(text, "a.md") == [(3, "attribution/weasel")]
    assert linter.lint(text, path="a.md").suppressed[0].diagnostic.text == "Many experts"


def test_disable_works_until_enable() -> None:
    text = (
        f"The ferry runs.\n\n<!-- factlint: disable[attribution/weasel] -->\n\n{WEASEL}\n\n{OTHER}\n\n"
        f"<!-- factlint: enable[attribution/weasel] -->\n\n{WEASEL}\n"
    )
    assert told(text, "a.md") == [(11, "attribution/weasel")]


def test_file_ignore_works_on_the_whole_article() -> None:
    text = f"<!-- factlint: file-ignore[attribution/weasel] a column -->\n\n# Ferry\n\n{WEASEL}\n\n{OTHER}\n"
    assert told(text, "a.md") == []
    assert len(linter.lint(text, path="a.md").suppressed) == 2


def test_a_suppression_that_keeps_nothing_quiet_is_reported() -> None:
    text = "<!-- factlint: ignore[attribution/weasel] -->\n\nThe ferry runs.\n"
    assert told(text, "a.md") == [(1, "meta/unused-ignore")]


def test_a_suppression_of_an_unknown_rule_is_reported_with_a_hint() -> None:
    text = f"<!-- factlint: ignore[attribution/weasle] -->\n\n{WEASEL}\n"
    report = linter.lint(text, path="a.md")
    unknown = next(d for d in report.diagnostics if d.rule == "meta/unknown-ignore")
    assert "did you mean 'attribution/weasel'?" in unknown.message
    assert (3, "attribution/weasel") in told(text, "a.md")


def test_a_suppression_names_its_rules() -> None:
    report = linter.lint(f"<!-- factlint: ignore -->\n\n{WEASEL}\n", path="a.md")
    assert [problem.line for problem in report.problems] == [1]
    assert "pack/name" in report.problems[0].hint


def test_a_comment_leaves_no_words_behind() -> None:
    for comment in MARKDOWN_FORMS:
        assert "factlint" not in str(linter.annotate(f'"One," he said.\n\n{comment}\n\nTwo.\n', path="a.md"))
