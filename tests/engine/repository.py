"""Files in a git repository in a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Git = Callable[..., str]
"""Runs git in the repository; returns what it prints."""


def commit(git: Git, **files: str) -> None:
    for name, text in files.items():
        write(f"{name}.md", text)
    git("add", "-A")
    git("commit", "-q", "-m", "c")


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())
