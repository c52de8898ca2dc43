"""`factlint facts`: check fact files, ask what the base knows, make fact files of other people's data."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from linter.cli.arguments import Parser
from linter.core.errors import UsageError
from linter.core.problem import did_you_mean
from linter.facts.placed import LEVELS
from linter.report.summary import counted

CLEAN, FOUND, FAILED = 0, 1, 2

USAGE = """\
usage: factlint facts check [PATH ...]       look for mistakes in fact files (default: the built-in ones)
       factlint facts find NAME ...          show what the facts know of a person, office, event or place
       factlint facts import FILE ...        make a fact file of Wikidata query results (JSON, CSV) or Popolo JSON

Each verb explains its options: factlint facts check --help
"""


def facts(arguments: Sequence[str]) -> int:
    """Run one of the verbs about facts; returns the exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(USAGE, end="")
        return CLEAN if arguments else FAILED
    verb = VERBS.get(arguments[0])
    if verb is None:
        hint = did_you_mean(arguments[0], VERBS) or "see factlint facts --help"
        raise UsageError(f"'factlint facts' has no verb {arguments[0]!r}; {hint}")
    return verb(arguments[1:])


def check_facts(arguments: Sequence[str]) -> int:
    """Validate fact files; 0 clean, 1 errors or warnings, 2 for files that cannot be read or decoded."""
    from linter.facts.load import load_facts, placed_files
    from linter.facts.validate import remarks
    from linter.report.frame import problem_frame

    values = _check_parser().parse(arguments)
    files, problems = placed_files(values.paths)
    base = load_facts(file.source.path for file in files if not file.built_in).base
    shown = LEVELS[: LEVELS.index(values.level) + 1]
    told = [remark for remark in remarks(files, base) if remark.level in shown]
    for remark in told:
        print(remark.headline)
    for problem in problems:
        print(problem_frame(problem), file=sys.stderr, end="")
    counts = Counter(remark.level for remark in told)
    mistakes = f", {counted(len(problems), 'mistake')} in files that cannot be used" if problems else ""
    levels = ", ".join(counted(counts[level], level) for level in shown)
    print(f"{counted(len(files), 'fact file')} checked: {levels}{mistakes}", file=sys.stderr)
    if problems:
        return FAILED
    return FOUND if counts["error"] or counts["warning"] else CLEAN


def _check_parser() -> Parser:
    description = "Look for mistakes in fact files. Exit code: 0 clean, 1 errors or warnings, 2 broken files."
    parser = Parser("facts check", description)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders (default: the built-in facts)")
    parser.add_argument(
        "--level",
        choices=LEVELS,
        default="note",
        help="the mildest remark to show; gaps are notes (default: %(default)s)",
    )
    return parser


def find_facts(arguments: Sequence[str]) -> int:
    """Show what the facts know of a name; 0 if anything, 1 if nothing, 2 for broken fact files."""
    from linter.facts.find import near_names, told_of
    from linter.facts.load import load_facts
    from linter.report.frame import problem_frame

    parser = Parser("facts find", "Show what the facts know of a person, an office, an event or a place.")
    parser.add_argument("name", nargs="+", metavar="NAME", help='a name, as in: factlint facts find "Sergei Aleinik"')
    parser.add_argument("--facts", action="append", default=[], metavar="PATH", help="facts of your own")
    values = parser.parse(arguments)
    loaded = load_facts(values.facts)
    for problem in loaded.problems:
        print(problem_frame(problem), file=sys.stderr, end="")
    name = " ".join(values.name)
    lines = list(told_of(loaded.base, name))
    print("\n".join(lines) if lines else f"nothing is known of {name!r}")
    if not lines:
        near = near_names(loaded.base, name)
        print(
            f"did you mean {', '.join(map(repr, near))}?" if near else "see what there is with: factlint facts --help"
        )
    return FAILED if loaded.problems else int(not lines)


def import_facts(arguments: Sequence[str]) -> int:
    """Make a fact file of other data; 0 done, 1 something was left out, 2 nothing could be taken."""
    from linter.cli.facts_import import import_files

    return import_files(arguments)


VERBS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "check": check_facts,
    "find": find_facts,
    "import": import_facts,
}
"""The verbs after `factlint facts`."""
