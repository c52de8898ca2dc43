"""What an article is called: the suffixes of files that are linted in a folder, each with the name of its format."""

from __future__ import annotations

from collections.abc import Mapping

SUFFIXES: Mapping[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "mdx",
    ".html": "html",
    ".htm": "html",
}
"""Formats by the suffix of the path, in lower case; a file that is named, and ends otherwise, is plain text."""
