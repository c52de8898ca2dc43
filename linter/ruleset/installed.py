"""Rule packs that come with installed distributions: found by their metadata, read as data.

A distribution names its packs in the entry point group `factlint.packs`; the value of an entry point is the dotted name
of the package folder that holds the rule files. Nothing of the distribution is imported or run: the folder is looked up
on disk, in the place where the distribution is installed, or, for an editable installation, in its source tree
(PEP 610). Only packs that the user names are looked for.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from linter.core.errors import UsageError

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

GROUP = "factlint.packs"
"""The entry point group."""


def installed_packs() -> tuple[str, ...]:
    """The names of the packs that installed distributions offer, sorted."""
    return tuple(sorted({entry.name for entry in _entries()}))


def installed_folder(name: str) -> Path | None:
    """The folder of an installed pack; None where no distribution offers one of this name.

    Raises UsageError where several do, and where the folder cannot be found.
    """
    found = {(entry.value, str(_place(entry))): entry for entry in _entries() if entry.name == name}
    if not found:
        return None
    owners = sorted({entry.dist.name for entry in found.values() if entry.dist})
    if len(found) > 1:
        raise UsageError(f"several installed packs are called {name!r}, of {', '.join(owners)}: give the path of one")
    [entry] = found.values()
    folder = _folder(entry)
    if folder is None:
        raise UsageError(f"the pack {name!r} of {''.join(owners)} must name a package folder, not {entry.value!r}")
    return folder


def _entries() -> tuple[EntryPoint, ...]:
    from importlib.metadata import entry_points

    return tuple(entry_points(group=GROUP))


def _place(entry: EntryPoint) -> object:
    return entry.dist.locate_file("") if entry.dist else ""


def _folder(entry: EntryPoint) -> Path | None:
    parts = entry.value.split(".")
    # Only names: what has an attribute, a slash or ".." in it is no package, and would lead elsewhere.
    if entry.dist is None or not all(part.isidentifier() for part in parts):
        return None
    for root in _roots(entry.dist):
        folder = root.joinpath(*parts)
        if folder.is_dir() and folder.resolve().is_relative_to(root.resolve()):
            return folder
    return None


def _roots(distribution: Distribution) -> tuple[Path, ...]:
    """Where the packages of a distribution may lie."""
    place = Path(str(distribution.locate_file("")))
    source = _editable(distribution.read_text("direct_url.json") or "")
    return (place, source, source / "src") if source else (place,)


def _editable(text: str) -> Path | None:
    """The source tree of an editable installation, as its `direct_url.json` says."""
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    try:
        said = json.loads(text)
        if not said["dir_info"]["editable"]:
            return None
        address = urlsplit(said["url"])
    except (KeyError, TypeError, ValueError):
        return None
    return Path(url2pathname(address.path)) if address.scheme == "file" else None
