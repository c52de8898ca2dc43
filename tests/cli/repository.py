"""A git repository in a test, and the command run in it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from msgspec import Struct

from linter.cli.main import main


class Told(Struct, frozen=True):
    """What a run said."""

    code: int
    out: str
    err: str

    @property
    def places(self) -> list[str]:
        """`path:line rule` of each line of a concise report."""
        parts = (line.split(":", 3) for line in self.out.splitlines())
        return [f"{path}:{line} {rest.partition('[')[2].partition(']')[0]}" for path, line, _, rest in parts]


class Repository(Struct, frozen=True):
    """A new repository that is the current folder."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def git(self, *arguments: str) -> None:
        identity = ("-c", "user.name=n", "-c", "user.email=e@x", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "c")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def run(self, *arguments: str) -> Told:
        """Run the command, with a concise report."""
        self.capture.readouterr()
        verb = ("-o", "concise") if arguments[0] == "check" and "-o" not in arguments else ()
        code = main([*arguments, *verb])
        said = self.capture.readouterr()
        return Told(code, said.out, said.err)
