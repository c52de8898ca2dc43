"""Rule ids as links that a terminal can open (OSC 8, "Hyperlinks in Terminal Emulators")."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.report.context import Context

Linker = Callable[[str, str], str]
"""Makes a text, the second argument, a link to what is known of a rule, the first; or leaves it as it is."""


def use_links(choice: str, environment: Mapping[str, str], is_terminal: bool) -> bool:
    """Whether to write links: the flag decides, then whether a terminal listens that is not `dumb`."""
    if choice != "auto":
        return choice == "always"
    return is_terminal and environment.get("TERM") not in (None, "", "dumb", "linux")


def linker(context: Context) -> Linker:
    """The function that links rule ids: to the page of the rule, or else to the file that it is written in."""
    if not context.links:
        return _plain
    targets = {rule.id: rule.help_uri or file_uri(rule.file) for rule in context.rules}
    return lambda rule, text: hyperlink(targets.get(rule, ""), text)


def hyperlink(target: str, text: str) -> str:
    """A text between the escape sequences of a link; as it is where there is no target."""
    return f"\x1b]8;;{target}\x1b\\{text}\x1b]8;;\x1b\\" if target else text


def file_uri(path: str) -> str:
    """The URI of a local file (RFC 8089), percent-encoded; empty for no path."""
    import os
    from urllib.parse import quote

    return f"file://{quote(os.path.abspath(path).replace(os.sep, '/'), errors='surrogatepass')}" if path else ""


def _plain(_rule: str, text: str) -> str:
    return text
