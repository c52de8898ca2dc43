"""Quotations: what is a mark, what it pairs with, and whether the words are speech."""

from __future__ import annotations

import pytest

from tests.annotation.helper import article_of


def quoted(text: str) -> list[str]:
    """The quotations of a text, the inner ones indented, an unclosed one with "…" at its end."""
    article = article_of(text)
    return [" " * q.depth + article.words(q.span) + ("" if q.closed else "…") for q in article.quotations]


PAIRED = [
    ("“Yes,” he said.", ["“Yes,”"]),
    ('She said "no" and "never".', ['"no"', '"never"']),
    ("‘The teachers’ union is angry,’ she said.", ["‘The teachers’ union is angry,’"]),
    ("'We don't know,' said the boys' coach.", ["'We don't know,'"]),
    ("Latvia’ foreign minister, born in the ’60s, hummed rock ’n’ roll.", []),
    ("The players' bus and the owners' cars left in '98, said O'Hara.", []),
    ("'Tis late, they told 'em.", []),
    ('A beam 6" thick and a man 5\'10" tall.', []),
    ('"It is 6" wide," he said.', ['"It is 6" wide,"']),
    ("Er sagte: „Wir gehen.“ Dann ging er.", ["„Wir gehen.“"]),
    ("Er sagte: „Das ist ‚gut‘ so.“", ["„Das ist ‚gut‘ so.“", " ‚gut‘"]),
    ("»Wir bleiben«, schrieb sie.", ["»Wir bleiben«"]),
    ("Il a dit « Nous partons ».", ["« Nous partons »"]),
    ("”Vi stannar”, sade hon.", ["”Vi stannar”"]),
    ("“He said, ‘Go,’ and I went,” she said.", ["“He said, ‘Go,’ and I went,”", " ‘Go,’"]),
    ("“‘Why’ is a hard word,” he said.", ["“‘Why’ is a hard word,”", " ‘Why’"]),
    ("\"He called it 'a shame',\" she said.", ["\"He called it 'a shame',\"", " 'a shame'"]),
    ("(“Really?”) he asked.", ["“Really?”"]),
    ("She—“the boss”—laughed.", ["“the boss”"]),
    ("''Doubled,'' he said.", ["''Doubled,''"]),
    ("``We stay,'' she said. ``Why not?''", ["``We stay,''", "``Why not?''"]),
    ("`` We stay , '' she said . `` Why not ? ''", ["`` We stay , ''", "`` Why not ? ''"]),
    ("'' We stay , '' she said . '' Why not ? ''", ["'' We stay , ''", "'' Why not ? ''"]),
    ("The `` Resistance ''. And ( `` more '' ).", ["`` Resistance ''", "`` more ''"]),
    ("``He said `never' to me.'' He did.", ["``He said `never' to me.''", " `never'"]),
    ("``An old word, `Amen,''' she said.", ["``An old word, `Amen,'''", " `Amen,'"]),
    ("''You said, 'Come, don't,''' he told us.", ["''You said, 'Come, don't,'''", " 'Come, don't,'"]),
    ("It is an ` essential' part of the cats ' dinner.", ["` essential'"]),
    ("The ` book ' is lost.", ["` book '"]),
    ("``We stay, she said. The boats ' crews left.", ["``We stay, she said. The boats ' crews left.…"]),
    ("Run ``sort`` or ``uniq`` or `ls` on it.", []),
    ("A 14'' drum and a 12 '' drum.", []),
    ("The end was missing here ''. And here '', they say.", []),
    ('“Mixed marks," he said. “They happen.”', ['“Mixed marks,"', "“They happen.”"]),
    ('"He promised to use brushes, she said.', ['"He promised to use brushes, she said.…']),
    ("“They are warm, he said. “And dry,” he added.", ["“They are warm, he said.…", "“And dry,”"]),
    ("‘Enough is enough, she said.", ["‘Enough is enough, she said.…"]),
    ('It was fine," she said.', []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED, ids=lambda value: value[:24] if isinstance(value, str) else "")
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_running_quotation_opens_each_paragraph_and_closes_once() -> None:
    text = "“We went up.\n“We sat down.\n“We slept,” she said."
    article = article_of(text)
    assert [q.closed for q in article.quotations] == [True, True, True]
    assert [q.runs_on for q in article.quotations] == [True, True, False]


def test_a_paragraph_that_names_its_speaker_does_not_run_on() -> None:
    assert quoted("“We went up, he said.\n“We slept,” she said.") == ["“We went up, he said.…", "“We slept,”"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“We went up.\nThen we slept.”"
    assert quoted(text) == ["“We went up.…"]


def test_inner_leaves_out_the_marks() -> None:
    article = article_of("He said ''no way'' and “not so.”")
    assert [article.words(q.inner) for q in article.quotations] == ["no way", "not so."]


SPEECH = [
    ("“The road is shut to all of us,” the guard said.", True),
    ("The mayor called the plan “unworkable”.", True),
    ("“Never,” she wrote.", True),
    ("One rule holds: “No dogs.”", True),
    ("“It sounded like applause to me.”", True),
    ("They hummed “Yellow River” all night.", False),
    ("Duane “The Rake” Miller won.", False),
    ("The so-called “experts” had left.", False),
    ("A door marked “closed” stood open.", False),
    ("A book titled “How to be late” sold well.", False),
    ("The word “quango” is old.", False),
    ("The “war” goes on.", False),
    ("A film called “Nobody Knows You Here” opens today.", False),
]


@pytest.mark.parametrize(("text", "speech"), SPEECH, ids=lambda value: str(value)[:30])
def test_speech_is_told_from_marked_words(text: str, speech: bool) -> None:
    assert [q.speech for q in article_of(text).quotations] == [speech]


def test_fifty_levels_are_nested() -> None:
    article = article_of("“" * 50 + "deep" + "”" * 50)
    assert [q.depth for q in article.quotations] == list(range(50))


HUGE = {
    "one quotation": "“" + "word " * 200_000 + "”",
    "opening marks": "“" * 50_000,
    "other closing marks": "«" * 25_000 + "”" * 25_000,
    "pairs": '"a" ' * 50_000,
    "apostrophes": "'as' " * 20_000,
    "single openings": "‘a" * 100_000,
    "inches": '6" ' * 50_000,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_time_grows_with_the_number_of_marks(text: str) -> None:
    article = article_of(text)
    assert article.sentences
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in article.quotations)


def test_the_words_of_a_tokenised_quotation_are_those_between_the_blanks() -> None:
    article = article_of("He said : `` We will go . ''")
    assert [article.words(quotation.inner) for quotation in article.quotations] == ["We will go ."]


def test_wire_marks_are_plain_marks_of_the_same_length() -> None:
    article = article_of("``No,'' he said of a 6'2'' man, `the boss'.")
    assert article.plain == "\"\"No,\"\" he said of a 6'2'' man, 'the boss'."
