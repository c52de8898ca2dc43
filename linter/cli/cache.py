"""`factlint cache`: where the cache is, and deleting what is in it."""

from __future__ import annotations

from collections.abc import Sequence

from linter.cli.arguments import Parser
from linter.core.cache import cache_place
from linter.core.errors import UsageError


def cache(arguments: Sequence[str]) -> int:
    """Run one of the verbs about the cache; returns the exit code."""
    parser = Parser("cache", "Show or empty the cache, which FACTLINT_CACHE_DIR puts elsewhere.")
    parser.add_argument("verb", choices=("dir", "clean"), help="print the cache's folder, or delete what is in it")
    values = parser.parse(arguments)
    try:
        folder = cache_place()
    except ValueError as error:
        raise UsageError(f"there is no place for a cache: {error}") from error
    if values.verb == "dir":
        print(folder)
        return 0
    from linter.core.sweep import clean
    from linter.report.summary import counted

    print(f"{counted(clean(folder), 'file')} deleted in {folder}")
    return 0
