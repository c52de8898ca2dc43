"""The garbage collector of a run: while it loads, nothing dies, and what is loaded stays.

Looking for garbage took a seventh of the time of a run on one article.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held() -> Iterator[None]:
    """Looks for no garbage, up to `settle`, and for all of it again at the end."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


@contextmanager
def paused() -> Iterator[None]:
    """Looks for no garbage in the block.

    What is made for an article lives as long as it, and dies without the collector, which would go through all of it
    again and again: for long articles that took an eighth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def settle() -> None:
    """From here on garbage is looked for, among what comes after; does nothing outside `held`."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
