"""Running the examples of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from linter.core.diagnostic import Diagnostic
from linter.core.source import Source
from linter.core.span import Span
from linter.engine.lint import Input, Linter
from linter.ruleset.model import Example, Expectation, Rule, RuleSet
from linter.ruletest.fixes import fix_failures


class Outcome(Struct, frozen=True):
    """What came of one example: `failures` is empty when it does what it says; `told` is what the rule reports.

    `number` is the example's place among those of its rule, from 1.
    """

    rule: Rule
    example: Example
    number: int
    failures: tuple[str, ...]
    told: tuple[Diagnostic, ...]

    @property
    def fired(self) -> bool:
        """Whether the rule spoke."""
        return bool(self.told)

    @property
    def name(self) -> str:
        """The rule's id with the example's name or number."""
        return f"{self.rule.id}[{self.example.name or self.number}]"


def run_examples(ruleset: RuleSet, rules: Iterable[Rule] | None = None) -> Iterator[Outcome]:
    """Run the examples of some of a set's rules (all of them unless named), among the whole set."""
    linter = Linter(ruleset)
    for rule in ruleset.rules if rules is None else rules:
        for number, example in enumerate(rule.examples, 1):
            yield _outcome(linter, rule, example, number)


def _outcome(linter: Linter, rule: Rule, example: Example, number: int) -> Outcome:
    source = Source(f"example.{example.format}", example.text)
    declared = (Source("source.txt", example.source),) if example.source else ()
    beside = (
        Input(Source(f"beside-{place}.{example.format}", each.text), each.date)
        for place, each in enumerate(example.beside, 1)
    )
    article = Input(source, example.date, declared)
    report = linter.lint([*beside, article])
    told = tuple(each for each in report.diagnostics if each.rule == rule.id and each.path == source.path)
    failures = (*_failures(example, told), *fix_failures(linter, article, example, told))
    if example.todo:
        failures = () if failures else ("passes now: take its todo away",)
    return Outcome(rule, example, number, failures, told)


def compared(example: Example, told: tuple[Diagnostic, ...]) -> tuple[tuple[Expectation, ...], tuple[Diagnostic, ...]]:
    """The expectations of an example that nothing meets, and the reports that it does not expect."""
    left, unmet = list(told), []
    for expected in example.expect:
        found = next((diagnostic for diagnostic in left if _meets(diagnostic, expected, example)), None)
        if found is None:
            unmet.append(expected)
        else:
            left.remove(found)
    return tuple(unmet), tuple(left)


def _failures(example: Example, told: tuple[Diagnostic, ...]) -> Iterator[str]:
    unmet, unexpected = compared(example, told)
    for expected in unmet:
        yield f'does not report "{expected.text}"' + (f" with {expected.message!r}" if expected.message else "")
    for diagnostic in unexpected:
        yield f'reports line {diagnostic.line} "{diagnostic.text}": {diagnostic.message}'


def _meets(diagnostic: Diagnostic, expected: Expectation, example: Example) -> bool:
    start = example.text.index(expected.text)
    words = Span(start, start + len(expected.text))
    return words.overlaps(diagnostic.span) and expected.message in diagnostic.message
