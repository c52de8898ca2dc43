"""The day: the one thing in a run that is not in its inputs. Only suppressions with a last day go by it."""

from __future__ import annotations

import os
import time


def can_expire(content: bytes) -> bool:
    """Whether what is said of a file of that content can depend on the day: something in it may have a last day.

    The word for it counts in any letter case, and in UTF-16 too.
    """
    return b"expires" in content.replace(b"\0", b"").lower()


def today() -> str:
    """The day in UTC, as YYYY-MM-DD.

    SOURCE_DATE_EPOCH (reproducible-builds.org) puts another moment, in seconds since 1970, in its place.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(given) if given.isascii() and given.isdigit() and len(given) < 12 else int(time.time())
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))
