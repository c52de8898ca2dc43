"""Reading an article: from the bytes of a file to a `Source`."""

from __future__ import annotations

from linter.core.digest import sha256
from linter.core.errors import UnreadableError
from linter.core.source import Source

MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""Byte-order marks and the encodings they announce, the longer ones before their beginnings."""

BINARIES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
"""How files that hold no plain text begin, and what they are."""


def digest_of(data: bytes) -> str:
    """The digest by which a file's content is known: SHA-256, in hexadecimal."""
    return sha256(data).hexdigest()


def decode(path: str, data: bytes) -> Source:
    """Decode a file: UTF-8 with or without a byte-order mark, or UTF-16 with one.

    Raises UnreadableError for binary files, named as what they are, and for text in another encoding, with the offset
    of the first byte at fault. Nothing is guessed: a wrong guess would move every column.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            if encoding == "utf-32":
                raise UnreadableError(f"{path}: encoded in UTF-32, which is not read; save it as UTF-8")
            return Source(path, _text(path, data[len(mark) :], encoding, len(mark)), encoding, bom=True)
    _refuse_binary(path, data)
    return Source(path, _text(path, data, "utf-8", 0))


def _refuse_binary(path: str, data: bytes) -> None:
    for magic, name in BINARIES:
        if data.startswith(magic):
            raise UnreadableError(f"{path}: {name}, not a text")
    place = data.find(b"\x00")
    if place >= 0:
        hint = "; UTF-16 needs a byte-order mark" if place < 4 and data[:4].count(0) == 2 else ""
        raise UnreadableError(f"{path}: a binary file (a NUL byte at offset {place}){hint}")


def _text(path: str, data: bytes, encoding: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        found = f"byte 0x{data[error.start]:02x} at offset {error.start + skipped}"
        hint = "save it as UTF-8" if name == "UTF-8" else "the file may be cut short"
        raise UnreadableError(f"{path}: not valid {name}: {found}; {hint}") from error
