"""Patterns run on a sentence: kept code runs in the engine alone, and is what the compiler makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import regex

from linter.match.extract import PatternError, PatternTimeoutError, compiled, first, matches

PATTERNS = [r"(?P<who>many|some) (?:experts|critics)", r"(?<!\w)a{2,5}+b?", r"\p{Lu}\w+", r"(a)|(?i:B)", r"^\s*$"]
TEXT = "Many experts and some critics, aaab, ABBA Åse. \n"


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("cased", [True, False])
def test_it_finds_what_the_library_finds(pattern: str, cased: bool) -> None:
    flags = regex.V0 if cased else regex.V0 | regex.IGNORECASE
    expected = [(found.span(), found.groupdict()) for found in regex.compile(pattern, flags).finditer(TEXT)]
    assert [(found.span(), found.groupdict()) for found in matches(pattern, TEXT, cased=cased)] == expected


def test_the_first_match_or_none() -> None:
    assert first("b+", "abbb").span() == (1, 4)
    assert first("x", "abbb") is None


def test_what_is_no_expression_is_refused() -> None:
    with pytest.raises(PatternError, match="missing \\)"):
        compiled("(")


def test_a_pattern_that_takes_too_long_is_ended() -> None:
    with pytest.raises(PatternTimeoutError):
        list(matches("(?:a|aa)+c", "a" * 45 + "b"))


def test_kept_code_needs_no_compiler_and_the_library_can_be_loaded_after_it(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from linter.core.pattern import keep_patterns\n"
        "from linter.match.extract import compiled\n"
        "print(compiled('(a)b').sub(r'', 'xaby'), 'regex' in sys.modules)\n"
        "keep_patterns()\n"
        "import regex\n"
        "print(regex.sub(r'(a)b', r'\\1', 'ab'), compiled('(a)b').sub(r'\\1', 'ab'))\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={"FACTLINT_CACHE_DIR": str(tmp_path / "cache"), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for _ in range(2)
    ]
    assert runs == [["xy", "True", "a", "a"], ["xy", "False", "a", "a"]]
