"""What befalls people, and the nouns that count them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.core.pattern import lazy_pattern

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

TAKEN = lazy_pattern(
    r"\b(?:took|taken|brought|lifted|pulled|plucked|picked|got|carried|led|dragged|hauled|winched|airlifted|hoisted)"
    r"(?: (?:all|the|some|about|nearly))* $"
)
TO_SAFETY = lazy_pattern(
    r"(?: (?!from\b|to\b|of\b)[a-z]+){0,3}? (?:off\b|ashore\b|alive\b|out of\b|to (?:safety|shore|land)\b|"
    r"(?:up|down) from\b|from (?:the|a|an|his|her|its|their) (?:\w+ )?"
    r"(?:water|sea|river|lake|roof|rooftop|rubble|ruins|wreck|wreckage|raft|boat|ship|ferry|ice|ledge|cave|mine|shaft|lift)\b)"
)


def taken_to_safety(before: str, after: str) -> bool:
    """Whether the words around a figure tell of a rescue with a verb of taking: "took 117 people off a ferry"."""
    return TAKEN.search(before) is not None and TO_SAFETY.match(after) is not None
