import datetime
from collections.abc import Callable

import pytest

from linter.core.calendar import FigureOrder
from linter.core.source import Source
from linter.document.dates import date_of_file_name, find_dates, is_date_line, parse_date
from linter.document.formats import parse
from linter.document.masthead import dateline_head, is_byline
from linter.document.model import Document

Read = Callable[..., Document]

MAY = datetime.date(2019, 5, 12)
BODY = "The port has bought a crane. It came on 3 June 2018 by barge.\n"


def found(document: Document) -> list[tuple[str, str]]:
    return [(declared.origin, declared.date.isoformat()) for declared in document.metadata.dates]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12 May 2019", MAY),
        ("Sunday, 12 May 2019", MAY),
        ("Sunday, May 12, 2019", MAY),
        ("12th of May 2019", MAY),
        ("May 12th, 2019", MAY),
        ("2019-05-12", MAY),
        ("2019-05-12T10:00:00.000+02:00", MAY),
        ("2019/05/12", MAY),
        ("12.5.2019", MAY),
        ("Sun, 12 May 2019 10:00:00 GMT", MAY),
        ("20190512", MAY),
        ("Aug. 7, 1998", datetime.date(1998, 8, 7)),
        ("7 Sept. 1998", datetime.date(1998, 9, 7)),
        ("12 mai 2019", MAY),
        ("12 de mayo de 2019", MAY),
        ("25/4/2025", datetime.date(2025, 4, 25)),
        ("3/4/2025", None),
        ("31 June 2019", None),
        ("2019-02-30", None),
        ("May 2019", None),
        ("12 May", None),
        ("yesterday", None),
        ("They met on 12 May 2019 in Rask", None),
        ("", None),
    ],
)
def test_what_a_date_is(text: str, date: datetime.date | None) -> None:
    assert parse_date(text) == date


def test_dates_in_a_text_come_with_their_places() -> None:
    text = "From 3 May 2019 to June 31, 2019 and June 4, 2019."
    assert [text[one.span.start : one.span.end] for one in find_dates(text)] == ["3 May 2019", "June 4, 2019"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday, January 4, 2019", True),
        ("Published 3 May 2025", True),
        ("Published: 3 May 2025 at 10:15 a.m. CET", True),
        ("Last updated on 3 May 2025, 22:10", True),
        ("Published 3 May 2025 | 4 min read", True),
        ("On 3 May 2025 the port burned", False),
        ("Born 3 May 2025", False),
        ("Published last week", False),
    ],
)
def test_what_a_date_line_is(text: str, expected: bool) -> None:
    assert is_date_line(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Rasa Vaitkutė", True),
        ("By Rasa Vaitkutė, 12 May 2019", True),
        ("BY RASA VAITKUTĖ", True),
        ("By Ana de Silva and Piet van der Berg", True),
        ("By Ana Silva in Porto", True),
        ("By Ana Silva, Political Correspondent", True),
        ("By Reuters", True),
        ("Words by Ana Silva", True),
        ("By J. K. O'Neill | The Rask Courier", True),
        ("By Friday, the water was gone", False),
        ("By Friday the water was gone.", False),
        ("By George, they did it", False),
        ("By the river", False),
        ("By May 2019 it was gone", False),
        ("Bye Bye Birdie", False),
        ("By Ana Silva, who owns the boat, the crane was sold to the church for one krone.", False),
    ],
)
def test_what_a_byline_is(text: str, expected: bool) -> None:
    assert is_byline(text) is expected


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("NAIROBI, Kenya, Aug. 7, 1998 (AP) — A bomb", "NAIROBI, Kenya, Aug. 7, 1998 (AP)"),
        ("PORT ALFRED, 22 March 1994 — A dredger", "PORT ALFRED, 22 March 1994"),
        ("LYON — Bakers", "LYON"),
        ("LONDON (Reuters) - Shares", "LONDON (Reuters)"),
        ("Geneva, 3 May 2019 – The office", "Geneva, 3 May 2019"),
        ("The crane — a red one — came.", None),
        ("On 3 May 2019 — a Friday — it came.", None),
        ("No dash here", None),
    ],
)
def test_what_a_dateline_is(text: str, head: str | None) -> None:
    assert dateline_head(text) == head


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2019-05-12-crane.md", MAY),
        ("a/b/20190512_x.txt", MAY),
        ("crane-2019-05-12.html", MAY),
        ("2019-13-12-x.md", None),
        ("id-120190512.md", None),
        ("2019-05-12/crane.md", None),
        ("crane.md", None),
    ],
)
def test_dates_in_names_of_files(path: str, date: datetime.date | None) -> None:
    assert date_of_file_name(path) == date


@pytest.mark.parametrize(
    ("text", "suffix", "dates"),
    [
        (f"Crane\n\nRASK, 12 May 2019 — {BODY}", "txt", [("dateline", "2019-05-12")]),
        (f"Crane\n\nRASK, May 12 — {BODY}", "txt", []),
        (f"Crane\nSunday, 12 May 2019\n{BODY}", "txt", [("date-line", "2019-05-12")]),
        (f"Crane\n\nBy Ana Silva, 12 May 2019\n\n{BODY}", "txt", [("byline", "2019-05-12")]),
        (f"Crane\n\nUpdated: 14 May 2019\n\n{BODY}", "txt", [("date-line", "2019-05-14")]),
        (f"Crane\n\nPublished 12 May 2019\n\nUpdated 14 May 2019\n\n{BODY}", "txt", [("date-line", "2019-05-12")]),
        (f"Crane\n\n{BODY}\n12 May 2019\n\nMore.", "txt", []),
        (f"# Crane\n\n*Rask, 12 May 2019*\n\n{BODY}", "md", [("date-line", "2019-05-12")]),
        (f"Crane\n\nPort Rask, Norvania, May 12, 2019\n\n{BODY}", "txt", [("date-line", "2019-05-12")]),
        (f"Crane\n\n12 May 2019, Rask (NVA)\n\n{BODY}", "txt", [("date-line", "2019-05-12")]),
        (f"Battle of Rask, 12 May 1619\n\n{BODY}", "txt", []),
        (f"Crane\n\nIn Rask, 12 May 2019 was a Sunday.\n\n{BODY}", "txt", []),
        (f"# Crane\n\n*By Ana Silva, 12 May 2019*\n\n{BODY}", "md", [("byline", "2019-05-12")]),
        (
            f"---\ndate: 2019-05-12\n---\nRASK, 13 May 2019 — {BODY}",
            "md",
            [("front-matter", "2019-05-12"), ("dateline", "2019-05-13")],
        ),
        (f'<meta name="date" content="2019-05-12"><h1>C</h1><p>{BODY}', "html", [("meta", "2019-05-12")]),
        (
            f'<script type="application/ld+json">{{"datePublished": "2019-05-12"}}</script><p>{BODY}',
            "html",
            [("meta", "2019-05-12")],
        ),
        (
            f'<h1>C</h1><time datetime="2019-05-12T09:00">Sunday</time><p>{BODY}',
            "html",
            [("time-element", "2019-05-12")],
        ),
        (f'<h1>C</h1><p>{BODY}<time datetime="2019-05-12">then</time>', "html", []),
        (f"# C\n\n*From our correspondent in Oban, 12 May 2019*\n\n{BODY}", "md", [("byline", "2019-05-12")]),
        (f"C\n\nStaff correspondent, Porto | 12 May 2019\n\n{BODY}", "txt", [("byline", "2019-05-12")]),
        (f"C\n\nAna Silva in Porto, 12 May 2019\n\n{BODY}", "txt", [("byline", "2019-05-12")]),
        (f"C\n\nBy Ana Silva, Dar es Salaam, May 12, 2019\n\n{BODY}", "txt", [("byline", "2019-05-12")]),
        (f"C\n\nAna Silva, Villefranche sur Mer, 12 May 2019\n\n{BODY}", "txt", [("byline", "2019-05-12")]),
        (f"C\n\nOur correspondent in Porto saw the crane on 12 May 2019.\n\n{BODY}", "txt", []),
        (f'<h1>C</h1><p>{BODY}<p><time class="published">12 May 2019</time>', "html", [("time-element", "2019-05-12")]),
    ],
)
def test_the_dates_an_article_gives_itself(read: Read, text: str, suffix: str, dates: list[tuple[str, str]]) -> None:
    assert found(read(text, suffix)) == dates


@pytest.mark.parametrize(("order", "day"), [("DMY", "2019-05-03"), ("MDY", "2019-03-05"), (None, None)])
@pytest.mark.parametrize("text", [f"---\ndate: 03/05/2019\n---\n# Crane\n\n{BODY}", f"# Crane\n\n03/05/2019\n\n{BODY}"])
def test_the_order_of_the_house_reads_the_articles_own_dates(
    text: str, order: FigureOrder | None, day: str | None
) -> None:
    document = parse(Source("a.md", text), order=order)
    assert [one.date.isoformat() for one in document.metadata.dates] == ([day] if day else [])


def test_the_users_date_is_trusted_most_and_all_are_kept() -> None:
    source = Source("2019-05-11-x.txt", f"Crane\n\nRASK, 12 May 2019 — {BODY}")
    document = parse(source, date=datetime.date(2019, 5, 10))
    assert [one.origin for one in document.metadata.dates] == ["argument", "dateline", "file-name"]
    assert document.date == datetime.date(2019, 5, 10)


def test_the_place_of_a_date_is_its_words(read: Read) -> None:
    document = read(f"# Crane\n\nBy *Ana Silva*, 12 **May** 2019\n\n{BODY}", "md")
    [declared] = document.metadata.dates
    assert declared.span is not None
    assert document.source.text[declared.span.start : declared.span.end] == "12 **May** 2019"
    assert document.metadata.author == "Ana Silva"
    assert [block.kind for block in document.blocks] == ["title", "byline", "paragraph"]


@pytest.mark.parametrize(
    "line", ["WASHINGTON (AP) --", "SAO PAULO, August 11 (Xinhua) —", "TUNIS (Reuters)", "BREST, France _"]
)
def test_a_dateline_of_its_own_is_no_headline(read: Read, line: str) -> None:
    kinds = [block.kind for block in read(f"{line}\n\n{BODY}").blocks]
    assert kinds == ["dateline", "paragraph"]


@pytest.mark.parametrize("line", ["FLOOD IN ESBJERG (VIDEO)", "Port of Brest buys crane —", "CRANE FOR BREST"])
def test_a_headline_in_capitals_is_no_dateline(read: Read, line: str) -> None:
    assert [block.kind for block in read(f"{line}\n\n{BODY}").blocks] == ["title", "paragraph"]
