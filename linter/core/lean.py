"""Loading the library of records without what it loads and never uses here."""

from __future__ import annotations

import sys

BACKPORTS = "typing_extensions"


def load_records() -> None:
    """Import msgspec without `typing_extensions`, which takes as long to load as twenty modules of factlint's.

    msgspec asks there, where it is installed, for three names that `typing` itself has since Python 3.11, and takes
    these where the import fails. Whoever imports it later gets it: a None in `sys.modules` is gone when this returns.
    """
    if BACKPORTS in sys.modules:
        return
    modules: dict[str, object] = sys.modules  # type: ignore[assignment]
    modules[BACKPORTS] = None
    try:
        import msgspec  # noqa: F401
    finally:
        del modules[BACKPORTS]
