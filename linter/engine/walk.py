"""Finding articles: which files the paths of a command line stand for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from linter.config.discover import NAMES, PROJECT
from linter.core.inputs import looked_at
from linter.core.problem import Problem
from linter.core.relative import is_below, is_within
from linter.document.suffixes import SUFFIXES
from linter.engine.ignores import Ignores, ignores_of, read_ignores

STANDARD_INPUT = "-"

EXCLUDED = (
    "__pypackages__", "_build", "buck-out", "build", "dist", "node_modules", "site-packages", "venv",
)  # fmt: skip
"""Names of folders that hold no articles of one's own; hidden folders are not looked into either."""

CONFIGURATIONS = frozenset((*NAMES, PROJECT))
"""Names of files that can say what is left out from their folder on down."""

OWN_FILE = ".factlintignore"
GIT_FILE = ".gitignore"


class Exclusion(Struct, frozen=True):
    """What a configuration leaves out, and the options with it: `base` is its folder, "" where there is none.

    `names` are folders that are left out, `exclude` are patterns as in `.gitignore`, each with the folder that they are
    relative to.
    """

    names: tuple[str, ...] = EXCLUDED
    exclude: tuple[tuple[str, tuple[str, ...]], ...] = ()
    base: str = ""


class Choice(Struct, frozen=True):
    """Which files are articles to lint.

    `general` is what is left out in the working folder. `inner` tells what is left out in another folder, by its
    absolute path: None for what is left out in the one above it, too. Without it all folders are alike.

    Unless `force_exclude` is false this, and `.factlintignore`, also hold for files that are named, as far as these lie
    below `root` (the working folder where it is empty), or below the folder of their own configuration. `.gitignore`,
    which says what to commit and not what to lint, holds for folders that are walked, unless `gitignore` is false.
    `ignores` says whether `.factlintignore` counts at all.
    """

    general: Exclusion = Exclusion()
    root: str = ""
    force_exclude: bool = True
    gitignore: bool = True
    ignores: bool = True
    inner: Callable[[str], Exclusion | None] | None = None


EVERYTHING = Choice(Exclusion(names=()), force_exclude=False, gitignore=False, ignores=False)
"""Whatever is an article by its suffix."""


class Found(Struct, frozen=True):
    """The articles, each once, by path; what could not be looked into; and named files that are excluded."""

    paths: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    skipped: tuple[str, ...] = ()


class Chosen(Struct, frozen=True):
    """An exclusion, ready for use."""

    names: frozenset[str]
    ignores: Ignores | None
    base: str

    @classmethod
    def of(cls, exclusion: Exclusion) -> Chosen:
        """The names and patterns of an exclusion."""
        ignores = None
        for base, patterns in exclusion.exclude:
            ignores = ignores_of(os.path.abspath(base), patterns, ignores)
        return cls(frozenset(exclusion.names), ignores, exclusion.base)

    def excludes(self, path: str, is_folder: bool) -> bool:
        """Whether a file or a folder, named by its absolute path, is left out by a pattern."""
        return self.ignores is not None and self.ignores.excludes(path, is_folder)


class Patterns(Struct, frozen=True):
    """What is in force in one folder: what the user has chosen, `.factlintignore` files, and those of git."""

    chosen: Chosen
    own: Ignores | None
    git: Ignores | None

    def exclude(self, path: str, is_folder: bool) -> bool:
        """Whether a file or a folder, named by its absolute path, is left out."""
        return any(each is not None and each.excludes(path, is_folder) for each in (self.chosen, self.own, self.git))


class Finder:
    """A search for articles; `problems` are the folders in which there was none, or which could not be read."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.problems: list[Problem] = []
        self._root = os.path.abspath(choice.root)
        self._here = os.getcwd()
        general = Chosen.of(choice.general)
        self._chosen: dict[str, Chosen] = {self._here: general}
        self._equal = {choice.general: general}
        self._own: dict[str, Ignores | None] = {}

    def excludes(self, path: str) -> bool:
        """Whether a path that is named is left out all the same, by a pattern of the user or a `.factlintignore`."""
        whole = os.path.abspath(path)
        folder = os.path.dirname(whole)
        top = self._top(folder)
        if not self.choice.force_exclude or not top or not is_below(whole, top):
            return False
        is_folder = os.path.isdir(path)
        own = self._own_ignores(folder, top)
        if own is not None and own.excludes_or_above(whole, is_folder):
            return True
        return self._excludes_by_choice(whole, top, is_folder=is_folder)

    def _excludes_by_choice(self, whole: str, top: str, *, is_folder: bool) -> bool:
        """Whether a path or a folder above it is left out by what is in force in the folder that it lies in."""
        while is_below(whole, top):
            folder, name = os.path.split(whole)
            chosen = self._in_force(folder)
            if (is_folder and name in chosen.names) or chosen.excludes(whole, is_folder):
                return True
            whole, is_folder = folder, True
        return False

    def _in_force(self, folder: str) -> Chosen:
        """What is left out in a folder, by its absolute path."""
        if self.choice.inner is None:
            return self._chosen[self._here]
        if folder not in self._chosen:
            exclusion = self.choice.inner(folder)
            if exclusion is not None and exclusion not in self._equal:
                self._equal[exclusion] = Chosen.of(exclusion)
            above = os.path.dirname(folder)
            self._chosen[folder] = self._in_force(above) if exclusion is None else self._equal[exclusion]
        return self._chosen[folder]

    def _top(self, folder: str) -> str:
        """The folder below which names and ignore files count, for what lies in a folder; "" for none."""
        within = is_within(folder, self._root)
        return self._root if within else self._in_force(folder).base

    def below(self, folder: str) -> Iterator[str]:
        """The articles in a folder and below it, by name; links to folders are not followed."""
        # Not recursive: a tree can be deeper than the interpreter's stack.
        waiting = [(folder, self._above(os.path.abspath(folder)))]
        top = os.path.realpath(folder)
        while waiting:
            place, above = waiting.pop()
            entries = self._entries(place)
            whole = os.path.abspath(place)
            here = self._inside(whole, {entry.name for entry in entries}, above)
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if _enters(entry, here.chosen.names) and not here.exclude(
                        os.path.join(whole, entry.name), is_folder=True
                    ):
                        waiting.append((_printed(place, entry), here))
                elif _is_article(entry, top) and not here.exclude(os.path.join(whole, entry.name), is_folder=False):
                    yield _printed(place, entry)

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as found:
                return sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            reason = f"the folder cannot be read: {error.strerror or error}"
            self.problems.append(Problem(folder, 1, 1, reason))
            return []

    def _above(self, folder: str) -> Patterns:
        """What is in force in a folder that is named, before its own ignore files are read."""
        parent, place = os.path.dirname(folder), self._top(folder)
        own = self._own_ignores(parent, place) if place and is_below(folder, place) else None
        top = _top_of_git(folder) if self.choice.gitignore else None
        git = None
        if top is not None:
            git = read_ignores(os.path.join(top, ".git", "info"), "exclude", None, base=top)
            for above in _folders_between(top, folder):
                git = read_ignores(above, GIT_FILE, git)
        # Who names a folder that git ignores wants it linted.
        is_meant = git is not None and git.excludes_or_above(folder, is_folder=True)
        return Patterns(self._in_force(folder), own, None if is_meant else git)

    def _inside(self, folder: str, names: set[str], above: Patterns) -> Patterns:
        reads_own, reads_git = self.choice.ignores and OWN_FILE in names, self.choice.gitignore and GIT_FILE in names
        own = read_ignores(folder, OWN_FILE, above.own) if reads_own else above.own
        git = read_ignores(folder, GIT_FILE, above.git) if reads_git else above.git
        if self.choice.inner is None or names.isdisjoint(CONFIGURATIONS):
            return Patterns(above.chosen, own, git)
        return Patterns(self._in_force(folder), own, git)

    def _own_ignores(self, folder: str, top: str) -> Ignores | None:
        """The `.factlintignore` files from the top down to a folder, its own among them."""
        if not self.choice.ignores:
            return None
        if folder not in self._own:
            own = None
            for above in (*_folders_between(top, folder), folder):
                own = read_ignores(above, OWN_FILE, own)
            self._own[folder] = own
        return self._own[folder]


def find_articles(paths: Iterable[str], choice: Choice | None = None) -> Found:
    """The articles that the paths name: files as they are, folders with all that is below them."""
    finder = Finder(choice or Choice())
    found: dict[str, str] = {}
    skipped: list[str] = []
    for path in paths:
        if path == STANDARD_INPUT:
            found[path] = path
            continue
        printed = path if ".." in path else os.path.normpath(path)
        if finder.excludes(path):
            skipped.append(printed)
            continue
        below = list(finder.below(printed)) if os.path.isdir(path) else [printed]
        if not below:
            finder.problems.append(_no_articles(printed))
        for each in below:
            found.setdefault(os.path.abspath(each), each)
    return Found(tuple(sorted(found.values())), tuple(finder.problems), tuple(skipped))


def _enters(entry: os.DirEntry[str], left_out: frozenset[str]) -> bool:
    return not entry.name.startswith(".") and entry.name not in left_out


def _top_of_git(folder: str) -> str | None:
    """The folder of the git work tree that a folder is in."""
    while not _is_there(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return None
    return folder


def _is_there(path: str) -> bool:
    looked_at(path)
    return os.path.exists(path)


def _folders_between(top: str, folder: str) -> Iterator[str]:
    """The folders from `top` down to the one above `folder`; none where it is not below `top`."""
    if is_below(folder, top):
        parts = folder[len(top.rstrip(os.sep)) + 1 :].split(os.sep)
        yield from (os.path.join(top, *parts[:count]) for count in range(len(parts)))


def _is_article(entry: os.DirEntry[str], top: str) -> bool:
    """Whether an entry is a regular file with an article's suffix; a link counts if it stays in the walked folder."""
    if os.path.splitext(entry.name)[1].lower() not in SUFFIXES:
        return False
    if entry.is_symlink() and not is_below(os.path.realpath(entry.path), top):
        return False
    return entry.is_file()


def _printed(folder: str, entry: os.DirEntry[str]) -> str:
    return entry.name if folder == os.curdir else os.path.join(folder, entry.name)


def _no_articles(path: str) -> Problem:
    hint = f"an article is a file ending in {', '.join(sorted(SUFFIXES))} that no ignore file or --exclude leaves out"
    return Problem(path, 1, 1, "no article in this folder", hint)
