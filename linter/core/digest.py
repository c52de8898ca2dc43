"""The digest by which things are known: SHA-256, from Python's own module of it.

`hashlib` loads OpenSSL, which takes a hundredth of a second and three megabytes, and is faster only for data larger
than articles are. Python's own `random` asks for its digest in the same way.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # Python 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256

__all__ = ["sha256", "text_digest"]


def text_digest(text: str) -> str:
    """The digest of a text as 64 hexadecimal digits; of any text, with lone surrogates too."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
