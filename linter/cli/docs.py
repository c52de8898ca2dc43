"""`factlint docs`: the documentation of the rules, as Markdown."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.checks import CHECKS
from linter.cli.arguments import Parser
from linter.cli.rule import records
from linter.cli.rules import PACK_VARIABLES, configured_packs, ready_rules
from linter.cli.settings import add_config_options, add_pack_option
from linter.core.errors import UsageError
from linter.report.frame import problem_frame
from linter.ruledocs.pages import MARK, Page, pages
from linter.ruleset.load import load_rules


def docs(arguments: Sequence[str]) -> int:
    """Write the pages into a folder; returns the exit code: 2 where a rule file has mistakes."""
    parser = Parser(
        "docs", "Write the documentation of the rules, as Markdown: an index, a page a pack, a page a rule."
    )
    parser.add_argument("folder", metavar="DIR", help="where to; pages of an earlier run are replaced")
    add_pack_option(parser)
    add_config_options(parser)
    values = parser.parse(arguments, PACK_VARIABLES)
    own = configured_packs(values)
    ruleset, problems = ready_rules(own)
    for problem in problems:
        print(problem_frame(problem), file=sys.stderr, end="")
    sets = [load_rules(paths, checks=CHECKS) for paths in ((), own)]
    made = tuple(pages(records(ruleset), [pack for each in sets for pack in each.packs], CHECKS))
    written = _write(Path(values.folder), made)
    print(f"{len(made)} pages in {values.folder}, {written} of them new or changed")
    return 2 if problems else 0


def _write(folder: Path, made: Iterable[Page]) -> int:
    """Write pages, and take away those of an earlier run that are no more; returns how many are new or changed.

    Raises UsageError where a file that was not made here stands in the way: before anything is written.
    """
    texts = {folder / page.path: page.text for page in made}
    try:
        old = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.md") if path.is_file()}
        for path in texts.keys() & old.keys():
            if not old[path].startswith(MARK):
                raise UsageError(f"{path} was not made by factlint docs; move it, or choose another folder")
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        for path, text in old.items():
            if path not in texts and text.startswith(MARK):
                path.unlink()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot write the pages into {folder}: {error}") from error
    return sum(old.get(path) != text for path, text in texts.items())
