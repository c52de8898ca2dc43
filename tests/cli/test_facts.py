"""`factlint facts` and `factlint check --facts`."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

import linter
from linter.cli.main import main
from linter.core.source import Source
from linter.engine.lint import Input, Linter
from linter.facts.load import load_facts
from linter.ruleset.model import RuleSet

GOOD = """\
offices:
  - id: saltmarsh-warden
    titles: [warden]
    of: Saltmarsh Islands
    source: https://example.org/wardens
    through: 2020-01-01
    holders:
      - {name: Abel Roost, from: 1996-05-01, to: 2003-04-30}
      - {name: Ines Varga-Holm, from: 2003-05-01, to: null}
events:
  - {id: tern, names: ["the sinking of the Tern"], start: 2004-11-12, end: 2004-11-12, source: "https://example.org/t"}
places:
  - {name: Saltmarsh Islands, demonyms: [Saltmarsher], capital: Reedhaven, source: "https://example.org/s"}
"""
GAP = GOOD.replace("2003-05-01", "2005-05-01")
CLASH = GOOD.replace("2003-05-01", "2001-05-01")
REVERSED = GOOD.replace("to: 2003-04-30", "to: 1993-04-30")
CLEAN = "# Ferry back in service\n\nThe ferry will sail again on 3 May 2025, the port authority said.\n"
KNOWN = "warden of Saltmarsh Islands [saltmarsh-warden], known through 2020-01-01"
TABLE = "personLabel,positionLabel,ofLabel,start,end\nAda Brun,Keeper,Saltmarsh Light,1901-02-03,1905-02-03\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    texts = {"good.yaml": GOOD, "gap.yaml": GAP, "clash.yaml": CLASH, "reversed.yaml": REVERSED, "clean.md": CLEAN,
             "table.csv": TABLE, "other.json": '{"a": 1}', "broken.json": "[[[", "half.csv": TABLE + "Bo Dahl,,,,\n",
             "note.txt": "nothing of use\n"}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "good.yaml"], 0),
        (["check", "gap.yaml"], 0),
        (["check", "clash.yaml"], 1),
        (["check", "clash.yaml", "good.yaml"], 1),
        (["check", "reversed.yaml"], 2),
        (["check", "reversed.yaml", "good.yaml"], 2),
        (["check", "missing.yaml"], 2),
        (["check", "--levle", "note"], 2),
        (["find", "Norway"], 0),
        (["find", "Nowhere at All"], 1),
        (["find", "Abel Roost", "--facts", "good.yaml"], 0),
        (["find", "Norway", "--facts", "reversed.yaml"], 2),
        (["import", "table.csv"], 0),
        (["import", "half.csv"], 1),
        (["import", "note.txt"], 2),
        (["import", "broken.json"], 2),
        (["import", "other.json"], 2),
        (["import", "missing.json"], 2),
        (["import", "table.csv", "-o", "no/such/folder.yaml"], 2),
        (["fnid", "Norway"], 2),
        ([], 2),
        (["--help"], 0),
    ],
)
def test_exit_code(arguments: list[str], code: int) -> None:
    assert main(["facts", *arguments]) == code


@pytest.mark.usefixtures("folder")
def test_check_tells_each_remark_in_a_line_that_editors_parse(capsys: pytest.CaptureFixture[str]) -> None:
    main(["facts", "check", "clash.yaml", "gap.yaml"])
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert lines[0] == (
        "clash.yaml:9:39: error: Ines Varga-Holm takes office on 2001-05-01, in the term of Abel Roost "
        "(1996-05-01 to 2003-04-30) (correct a date, mark who stands in with `acting: true`, or say `seats: 2`)"
    )
    assert any(line.startswith("gap.yaml:9:39: note: nobody is known to hold the office between") for line in lines)
    assert "2 fact files checked" in told.err


@pytest.mark.usefixtures("folder")
def test_a_broken_file_is_told_with_a_frame_and_the_others_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "check", "reversed.yaml", "clash.yaml", "--level", "error"]) == 2
    told = capsys.readouterr()
    assert "reversed.yaml:8:50" in told.err
    assert "help: swap the two dates, or correct one: to comes after from" in told.err
    assert told.out.startswith("clash.yaml:9:39: error:")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Abel Roost", ["Abel Roost", "  1996-05-01 – 2003-04-30  warden of Saltmarsh Islands"]),
        ("Varga-Holm", ["Ines Varga-Holm", "  2003-05-01 – serving     warden of Saltmarsh Islands"]),
        ("warden of the Saltmarsh Islands", [KNOWN]),
        ("Saltmarsher warden", ["  1996-05-01 – 2003-04-30  Abel Roost"]),
        ("sinking of the tern", ["the sinking of the Tern [tern]", "  2004-11-12 – 2004-11-12"]),
        ("Reedhaven", ["Saltmarsh Islands", "  demonyms: Saltmarsher", "  capital: Reedhaven"]),
    ],
)
def test_find_shows_what_is_known(name: str, lines: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "find", *name.split(), "--facts", "good.yaml"]) == 0
    assert {*lines} <= {*capsys.readouterr().out.splitlines()}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Abel Rost", "Abel Roost"),
        ("Saltmarsher wardne", "Saltmarsher warden"),
        ("sinkin of the Tern", "sinking of the Tern"),
    ],
)
def test_find_offers_near_names(name: str, near: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "find", name, "--facts", "good.yaml"]) == 1
    assert repr(near) in capsys.readouterr().out


def test_what_import_writes_passes_the_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "import", "half.csv", "-o", "made.yaml", "--through", "1905-02-03"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "half.csv: row 2: not taken: the start is missing" in told.err
    assert "taken: 1 office, 1 term, 0 people; not taken: 1 row" in told.err
    assert main(["facts", "check", "made.yaml", "--level", "error"]) == 0
    (figure,) = load_facts([folder / "made.yaml"]).base.figures_named("Ada Brun")
    assert [(term.office.of, str(term.office.through), str(term.holder.end)) for term in figure.terms] == [
        ("Saltmarsh Light", "1905-02-03", "1905-02-03")
    ]


@pytest.mark.usefixtures("folder")
def test_check_takes_facts_and_tells_their_mistakes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "clean.md", "--facts", "good.yaml"]) == 0
    assert main(["check", "clean.md", "--facts", "good.yaml", "--facts", "reversed.yaml"]) == 2
    told = capsys.readouterr()
    assert "reversed.yaml:8:50" in told.err


def test_the_library_tells_mistakes_in_facts_as_problems(folder: Path) -> None:
    report = linter.lint(CLEAN, date=datetime.date(2025, 5, 1), facts=[folder / "reversed.yaml"])
    assert [(Path(each.path).name, each.line) for each in report.problems] == [("reversed.yaml", 8)]
    assert linter.lint(CLEAN, facts=[folder / "good.yaml"]).problems == ()


def test_an_article_has_the_facts_it_is_given(folder: Path) -> None:
    article = Input(Source("a.md", CLEAN))
    own = Linter(RuleSet(()), facts=load_facts([folder / "good.yaml"]).base).article(article)
    assert [figure.name for figure in own.facts.figures_surnamed("Roost")] == ["Abel Roost"]
    shipped = Linter(RuleSet(())).article(article)
    assert shipped.facts.figures_surnamed("Roost") == ()
    assert shipped.facts.places_named("Norway")


@pytest.mark.usefixtures("folder")
def test_hostile_json_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deep = folder / "deep.json"
    deep.write_text("[" * 100_000, encoding="utf-8")
    odd = folder / "odd.json"
    rows = [1, None, {"personLabel": {"value": ["x"]}}]
    odd.write_text(json.dumps({"results": {"bindings": rows}}), encoding="utf-8")
    assert main(["facts", "import", "deep.json", "odd.json"]) == 2
    err = capsys.readouterr().err
    assert "deep.json: is no JSON" in err
    assert "odd.json: lacks a column" in err
