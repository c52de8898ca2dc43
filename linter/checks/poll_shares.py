"""The check kind `poll-shares`: answers to one question that are more than all who answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.polls import register
from linter.checks.base import Finding, Label
from linter.checks.figure_words import written
from linter.infer.polls.shares import Question, questions
from linter.match.trigger import Trigger


class PollSharesCheck(Struct, frozen=True, kw_only=True):
    """Reports shares of the answers to one single-choice question that add up to more than 100 percent and rounding.

    Values: `computed`, the sum written out, and `truth`, its result.
    """

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """Words that speak of polls, and the names of pollsters."""
        yield from (Trigger(owner, each.name, each.expression, literal=True) for each in register.triggers())
        yield Trigger(
            owner,
            "poll",
            r"\bpoll|\bsurvey|barometer|\bvoting intention|\b(?:was|were) held\b|"
            r"\brespondent|\basked\b|\b(?:ask|interview|question) \d|\bquestionnaire|\binterviewed\b|\bquestioned\b",
        )

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each question, at its first share."""
        for question in questions(article):
            if question.low > 100 and not question.holds_a_whole:
                yield _finding(article, question)


def _finding(article: Article, question: Question) -> Finding:
    first = question.answers[0]
    spans = dict.fromkeys(answer.span for answer in question.answers[1:] if answer.span != first.span)
    truth = f"{written(article, question.total, 1)}%"
    terms = " + ".join(written(article, answer.value, 1) for answer in question.answers)
    labels = tuple(Label(span, "another share") for span in spans)
    return Finding(first.span, labels, {"computed": f"{terms} is {truth}", "truth": truth})
