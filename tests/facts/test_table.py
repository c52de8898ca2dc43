from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.facts.table import PackedTable, packed_table

KEYS = st.text(min_size=1, max_size=6)
TABLES = st.dictionaries(KEYS, st.lists(st.integers(0, 10**6), min_size=1, max_size=3).map(tuple), max_size=60)


def is_plain(key: str) -> bool:
    return not {"\x01", "\x02"} & set(key)


@given(TABLES, st.lists(KEYS, max_size=5))
def test_a_packed_table_answers_as_the_table_does(table: dict[str, tuple[int, ...]], others: list[str]) -> None:
    packed = PackedTable(packed_table(table))
    for key in filter(is_plain, (*table, *others)):
        assert packed.get(key) == table.get(key, ())
    assert sorted(packed.keys()) == sorted(filter(is_plain, table))


def test_a_key_that_is_part_of_another_is_another() -> None:
    packed = PackedTable(packed_table({"norby": (1,), "norby bay": (2, 30)}))
    assert packed.get("norby bay") == (2, 30)
    assert [packed.get(key) for key in ("nor", "orby", "bay", "norby ", "")] == [()] * 5


def test_what_could_be_taken_for_the_end_of_a_key_is_none() -> None:
    packed = PackedTable(packed_table({"a": (1,), "b\x02": (2,), "c\x01": (3,)}))
    assert [packed.get(key) for key in ("a", "b\x02", "c\x01", "a\x021")] == [(1,), (), (), ()]
