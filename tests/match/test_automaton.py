from __future__ import annotations

import multiprocessing
from pathlib import Path

import hyperscan
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.core import cache
from linter.match.automaton import LENGTH, Layered, TriggerError, compile_triggers, unpacked
from linter.match.extract import matches
from linter.match.prefilter import prefilter
from linter.match.tables import tables_of
from linter.match.trigger import Hit, Trigger


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def scan(text: str, *triggers: Trigger) -> dict[str, tuple[Hit, ...]]:
    return dict(compile_triggers(triggers).scan(text))


def phrase(expression: str, *, cased: bool = False) -> Trigger:
    return Trigger("rule", expression, expression, literal=True, cased=cased)


@pytest.mark.parametrize(
    ("expression", "text", "found"),
    [
        ("no end in sight", "There is No end in sight.", ["No end in sight"]),
        ("so-called", "the so‑called experts", ["so‑called"]),
        ("don't", "I don’t, we Don't", ["don’t", "Don't"]),
        ("resume", "a résumé, to resume", ["resume"]),
        ("café", "cafe, Café, cafés", ["Café"]),
        ("art", "party art starts art", ["art", "art"]),
        ("10 km", "10\u00a0km", ["10\u00a0km"]),
        ("враг", "враг, друг", ["враг"]),
        ("élan", "vélan élan", ["élan"]),
    ],
)
def test_phrases_are_found_as_whole_words_whatever_their_marks(expression: str, text: str, found: list[str]) -> None:
    hits = scan(text, phrase(expression)).get("rule", ())
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_letter_case_counts_only_where_asked() -> None:
    assert len(scan("US us", phrase("us"))["rule"]) == 2
    assert [hit.start for hit in scan("US us", phrase("US", cased=True))["rule"]] == [0]


def test_hits_are_parted_by_owner_and_sorted_by_place() -> None:
    found = scan("b a b", Trigger("one", "b", "b", literal=True), Trigger("two", "a", "a", literal=True))
    assert [hit.start for hit in found["one"]] == [0, 4]
    assert [hit.start for hit in found["two"]] == [2]


WORD = st.sampled_from(["Élodie", "said", "the", "mayor’s", "“no”", "Şimşek", "—", "5", "Kyïv", "not", "."])


@given(st.lists(WORD, min_size=1, max_size=12).map(" ".join))
@pytest.mark.parametrize(
    "pattern",
    [
        r"\b\p{Lu}\w+ said\b",
        r"(?<!not )\bthe\b",
        r"[^\s]+'s \"",
        r"^\w+",
        r"[A-ZÉŞ]\w+ (?=said)",
        r"\w+ – \d|— \d",
        r"\bmayor(?!'s)",
    ],
)
def test_the_automaton_is_told_of_every_place_where_a_pattern_matches(pattern: str, text: str) -> None:
    from linter.match.fold import plain

    expected = list(matches(pattern, plain(text)))
    ends = {hit.end for hit in scan(text, Trigger("rule", "0", pattern)).get("rule", ())}
    assert not expected or ends


def test_anchors_outside_classes_are_dropped() -> None:
    assert prefilter(r"^\bfoo [^^$] \$5\b$") == r"foo [^^$] \$5"


def test_a_wrong_pattern_names_its_trigger() -> None:
    good, bad = Trigger("rule", "0", "fine"), Trigger("rule", "1", "(unclosed")
    with pytest.raises(TriggerError) as caught:
        compile_triggers([good, bad])
    assert caught.value.trigger == bad


def test_compiled_triggers_are_kept_and_damaged_ones_rebuilt(own_cache: Path) -> None:
    scan("raging", phrase("raging"))
    (entry,) = own_cache.glob("automaton*")
    whole = entry.read_bytes()
    entry.write_bytes(whole[: len(whole) // 2])
    assert len(scan("raging", phrase("raging"))["rule"]) == 1
    assert entry.read_bytes() == whole


def test_a_foreign_entry_is_rebuilt(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan("raging", phrase("raging"))
    monkeypatch.setattr(cache, "read", lambda name, key: b"what another library would write")
    assert len(scan("raging", phrase("raging"))["rule"]) == 1


def _scan_in_process(number: int) -> int:
    return len(scan(f"raging {number}", phrase("raging"), *(phrase(f"word{n}") for n in range(50)))["rule"])


def test_concurrent_runs_share_one_cache() -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert pool.map(_scan_in_process, range(8)) == [1] * 8


def test_own_triggers_lie_over_the_shipped_ones() -> None:
    shipped = [
        Trigger("a", "x", "old bridge", literal=True),
        Trigger("a also", "0", "(?:red|blue) ferry"),
        Trigger("b", "x", "old bridge", literal=True),
    ]
    own = [Trigger("a", "y", "tram", literal=True), Trigger("c", "x", "old bridge", literal=True)]
    layered = Layered(compile_triggers(shipped), compile_triggers(own), frozenset({"a", "c"}))
    text = "The old bridge, the red ferry and the tram."
    assert dict(layered.scan(text)) == scan(text, shipped[2], *own)
    assert dict(layered.scan("A red ferry.")) == {}


def test_a_packed_automaton_finds_the_same() -> None:
    made = compile_triggers([phrase("old bridge"), Trigger("other", "0", "(?:red|blue) ferry")])
    text = "The old bridge and the red ferry."
    again = unpacked(made.packed())
    assert again is not None
    assert again.scan(text) == made.scan(text) != {}
    nothing = unpacked(compile_triggers([]).packed())
    assert nothing is not None
    assert nothing.scan(text) == {}


def test_what_another_processor_or_library_has_packed_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = bytearray(compile_triggers([phrase("old bridge")]).packed())
    other = packed.replace(f"{hyperscan.__version__}".encode(), b"9" * len(hyperscan.__version__))
    assert other != packed
    assert unpacked(bytes(other)) is None
    database = LENGTH + int.from_bytes(packed[:LENGTH], "big")
    packed[database + 16] ^= 0xFF  # the platform: magic, version and length come before it
    assert unpacked(bytes(packed)) is None
    assert unpacked(b"nothing of the kind") is None


def test_a_literal_that_holds_another_of_its_set_is_not_looked_for() -> None:
    texts = {text for text, *_ in tables_of([Trigger("rule", "0", r"\b(?:expert|experts|critics) say")]).expressions}
    assert texts == {"expert say", "experts say", "critics say"}
    texts = {text for text, *_ in tables_of([Trigger("rule", "0", r"\b(?:expert|experts|critics)\b")]).expressions}
    assert texts == {"expert", "critics"}
    phrases = [phrase("expert"), phrase("experts")]
    assert {text for text, *_ in tables_of(phrases).expressions} == {"expert", "experts"}
