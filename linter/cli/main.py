"""The command: which verb does the work, and the one place where a broken run is caught."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from linter import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn, TextIO

VERBS = ("check", "rule", "test", "annotate", "baseline", "facts", "config", "init", "cache", "docs")
"""Each is a function in a module of its name."""

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: nothing found; findings at or above the fail level; the job could not be done; Ctrl-C."""

USAGE = """\
factlint: a fact-check and consistency linter for articles

usage: factlint check [PATH ...]       lint articles: files, folders, or - for standard input
       factlint rule ID                explain a rule, with its examples
       factlint rule new PACK/NAME     start a rule of your own
       factlint test [PACK ...]        run the examples of rules
       factlint docs DIR               write the documentation of the rules, as Markdown
       factlint annotate FILE          show what factlint reads in an article
       factlint baseline [PATH ...]    remember the findings there are; baseline prune forgets those that are gone
       factlint facts find NAME        show what the facts know; also facts check, facts import
       factlint config show FILE       show the settings of a file, and where each comes from
       factlint init                   write a configuration to begin with
       factlint cache dir|clean        show or empty the cache
       factlint --version

Each verb explains its options: factlint check --help
"""


def command() -> NoReturn:
    """Run the command as a process of its own, and end it.

    When all is said, the interpreter would take apart what was loaded, piece by piece: a seventh of a run on one
    article, with nothing to show for it. So the process ends at once, unless it has started others.
    """
    for stream in (sys.stdout, sys.stderr):
        _never_stumbles(stream)
    code = main()
    if "multiprocessing" in sys.modules:
        sys.exit(code)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone, as with `| head`: end quietly, and keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except KeyboardInterrupt:
        print("factlint: interrupted", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        if (failed := _failed(error)) is None:
            raise
        return failed
    return code


def _never_stumbles(stream: TextIO | None) -> None:
    """Let a stream print what its encoding does not have, as an escape, rather than end the run.

    On Windows, what goes to a file or a pipe is UTF-8, as whoever reads it expects, and its lines end as elsewhere.
    """
    if not isinstance(stream, TextIOWrapper):
        return
    if sys.platform == "win32":
        is_free = not stream.isatty() and "PYTHONIOENCODING" not in os.environ
        stream.reconfigure(encoding="utf-8" if is_free else stream.encoding, newline="\n")
    stream.reconfigure(errors="backslashreplace")


def _failed(error: Exception) -> int | None:
    """Tell why a run ended; None for what is no error of ours."""
    # Not imported at the top: most runs end well, and some within a few milliseconds.
    from linter.core.errors import FactlintError, ProblemsError

    if isinstance(error, ProblemsError):
        from linter.report.frame import problem_frame

        for problem in error.problems:
            print(problem_frame(problem), file=sys.stderr, end="")
    elif isinstance(error, FactlintError):
        print(f"factlint: error: {error}", file=sys.stderr)
    else:
        return None
    return FAILED


def run(arguments: Sequence[str]) -> int:
    """Run one verb; raises FactlintError for what cannot be done."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(USAGE, end="")
        return CLEAN if arguments else FAILED
    if arguments[0] in ("-V", "--version", "version"):
        print(f"factlint {__version__}")
        return CLEAN
    if arguments[0] not in VERBS:
        from linter.core.errors import UsageError
        from linter.core.problem import did_you_mean

        hint = did_you_mean(arguments[0], VERBS) or "see factlint --help"
        raise UsageError(f"no verb is called {arguments[0]!r}; {hint}")
    if arguments[0] == "check":
        from linter.cli.replay import replayed

        return replayed(arguments[1:], _check)
    from importlib import import_module

    verb: Callable[[Sequence[str]], int] = getattr(import_module(f"linter.cli.{arguments[0]}"), arguments[0])
    return verb(arguments[1:])


def _check(arguments: Sequence[str]) -> int:
    from linter.core.garbage import held
    from linter.core.lean import load_records
    from linter.core.modules import in_one_file

    with held(), in_one_file():
        load_records()
        from linter.cli.check import check

        return check(arguments)
