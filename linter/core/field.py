"""What a record says of a value that it refuses."""

from __future__ import annotations


class FieldError(ValueError):
    """What a value refuses: why, and how to mend it. `key` is that of the member at fault, "" for the whole."""

    def __init__(self, message: str, hint: str = "", key: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.key = key
