"""The same articles give the same output, whatever the surroundings, and whatever was known before."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from linter.cli.main import main

ARTICLES = {
    "warning.md": "# Ferry back\n\nMany experts say that it is slow. It sailed last week, on Monday, 3 May 2025.\n",
    "note.md": "# Ferry back\n\nIt remains to be seen whether the ferry sails next year, two years after the fire.\n",
    "dated.md": "---\ndate: 2025-05-03\n---\n# Ferry back\n\nIt sailed yesterday, on 1 May. It will sink.\n",
    "clean.md": "# Ferry back\n\nThe ferry will sail again on 3 May 2025, the port authority said.\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str, **environment: str) -> bytes:
    command = [sys.executable, "-m", "linter", "check", "-o", "json", "--min-confidence", "low", *arguments]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **environment})
    assert done.returncode == 1, done.stderr
    return done.stdout


def test_neither_jobs_nor_the_order_of_arguments_nor_the_place_and_language_change_anything(folder: Path) -> None:
    one = run(*ARTICLES, "-j1", "--no-cache", TZ="Asia/Tokyo", LANG="C", LC_ALL="C", PYTHONHASHSEED="1")
    other = run(
        *reversed(ARTICLES), "-j4", "--no-cache",
        TZ="America/Lima", LANG="de_DE.UTF-8", LC_ALL="tr_TR.UTF-8", LANGUAGE="de", PYTHONHASHSEED="2",
    )  # fmt: skip
    assert one == other
    assert one.count(b'"rule"') > 4


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_what_is_known_from_before_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for output in ("full", "json", "sarif"):
        fresh = told(capsys, *ARTICLES, "-o", output, "--no-cache")
        assert told(capsys, *ARTICLES, "-o", output) == fresh  # kept article by article, or not at all
        assert told(capsys, *ARTICLES, "-o", output) == fresh  # kept as a whole
        assert fresh[0] == 1


ON_ANOTHER_DAY = """
    import datetime, sys, time, types
    shift = float(sys.argv.pop(1)) * 86400
    real = types.SimpleNamespace(time=time.time)
    read = []

    class Kind(type):
        def __instancecheck__(cls, value):
            return isinstance(value, cls.__mro__[1])

    class Date(datetime.date, metaclass=Kind):
        @classmethod
        def today(cls):
            read.append("today")
            return cls.fromtimestamp(real.time() + shift)

    class Moment(datetime.datetime, metaclass=Kind):
        @classmethod
        def now(cls, tz=None):
            read.append("now")
            return cls.fromtimestamp(real.time() + shift, tz)

        today = classmethod(lambda cls: cls.now())
        utcnow = classmethod(lambda cls: cls.now(datetime.timezone.utc).replace(tzinfo=None))

    datetime.date, datetime.datetime = Date, Moment
    localtime, gmtime = time.localtime, time.gmtime
    time.time = lambda: real.time() + shift
    time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)
    time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)
    assert datetime.date.today() > datetime.date(2026, 1, 1) or shift < 0
    read.clear()
    from linter.core import cache, sweep
    cache.time = sweep.time = real  # the age of entries is no part of the output
    from linter.cli.main import main
    code = main(["check", "-o", "json", "--min-confidence", "low", "--no-cache", *sys.argv[1:]])
    assert code == 1, code
"""


def test_another_day_changes_nothing(folder: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(ON_ANOTHER_DAY)]
    days = [
        subprocess.run([*command, days, *ARTICLES], capture_output=True, check=True).stdout
        for days in ("0", "-3000.4", "517.7")
    ]
    assert days[0] == days[1] == days[2]
    assert days[0].count(b'"timeline/') >= 2
