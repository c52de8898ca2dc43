import pytest

from linter.core.errors import UnreadableError
from linter.core.read import decode

TEXT = "Ærø – 12 % 😀\r\nEnd"


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
    ],
)
def test_unicode_is_decoded_and_its_mark_taken_off(encoding: str, mark: bytes, name: str) -> None:
    source = decode("a.txt", mark + TEXT.encode(encoding))
    assert (source.text, source.encoding, source.bom) == (TEXT, name, bool(mark))


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode("a.txt", b"").text == ""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"caf\xe9 au lait", "byte 0xe9 at offset 3"),
        (b"\xef\xbb\xbfcaf\xe9", "byte 0xe9 at offset 6"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"some\x00thing", "NUL byte at offset 4"),
        ("hello".encode("utf-16-le"), "UTF-16 needs a byte-order mark"),
        (b"\xff\xfea", "UTF-16"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        decode("some/file.txt", data)


def test_a_refusal_names_the_file() -> None:
    with pytest.raises(UnreadableError, match=r"some/file\.txt"):
        decode("some/file.txt", b"\xff")
