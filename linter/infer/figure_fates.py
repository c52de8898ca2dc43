"""What befalls people, and the nouns that count them."""

from __future__ import annotations

from collections.abc import Mapping

FATES: Mapping[str, tuple[str, ...]] = {
    "dead": ("kill", "die", "dead", "death", "fatal", "toll", "perish", "drown", "fatal", "dy", "slain"),
    "hurt": ("hurt", "injur", "wound", "injuri"),
    "missing": ("miss", "unaccount"),
    "arrested": ("arrest", "detain", "detent", "held"),
    "rescued": ("rescu", "save", "surviv", "survivor"),
    "evacuated": ("evacu", "displac", "homeless"),
    "infected": ("infect", "sicken"),
}
"""What befalls people, by the stems that tell it; the count of one fate is one figure, whatever noun stands by it."""

FATE_OF: Mapping[str, str] = {one: fate for fate, all_of in FATES.items() for one in all_of}

GENERIC = frozenset(
    (
        "",
        "person",
        "victim",
        "dead",
        "injured",
        "wounded",
        "missing",
        "casualty",
        "body",
        "death",
        "fatality",
        "life",
        "injury",
    )
)
"""Heads that name people without saying which."""
