"""However the platform starts processes: those that share nothing come to the same as those that are forked."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from msgspec import Struct

EXAMPLES = Path(__file__).parents[2] / "examples"
METHODS = multiprocessing.get_all_start_methods()

SCRIPT = textwrap.dedent("""
    import multiprocessing
    import sys
    from linter.engine import workers

    class Pool(workers.ProcessPoolExecutor):
        def __init__(self, jobs, context, *rest):
            print(f"{jobs} by {context.get_start_method()}", file=sys.stderr)
            super().__init__(jobs, context, *rest)

    if __name__ == "__main__":
        multiprocessing.set_start_method(sys.argv.pop(1))
        workers.ProcessPoolExecutor = Pool
        from linter.cli.main import main
        sys.exit(main(sys.argv[1:]))
""")


class Told(Struct, frozen=True):
    """What a run said, and how its processes were started."""

    code: int
    out: str
    started: str
    rest: str


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Articles with a configuration, rules and facts of their own, and another configuration for some of them."""
    folder = tmp_path / "newsroom"
    shutil.copytree(EXAMPLES / "newsroom", folder)
    for number in range(4):
        shutil.copy(EXAMPLES / "belarus-top-diplomat.txt", folder / f"diplomat-{number}.txt")
    (folder / "wire").mkdir()
    shutil.copy(EXAMPLES / "belarus-peacekeepers.txt", folder / "wire" / "peacekeepers.txt")
    (folder / "wire" / "factlint.yaml").write_text("extends: strict\nignore: [framing/]\n", "utf-8")
    (tmp_path / "script.py").write_text(SCRIPT, "utf-8")
    return folder


def run(folder: Path, method: str, *arguments: str) -> Told:
    command = [sys.executable, str(folder.parent / "script.py"), method, "check", ".", "--no-cache", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", env=dict(os.environ))
    first, _, rest = done.stderr.partition("\n")
    return Told(done.returncode, done.stdout, first, rest)


@pytest.mark.parametrize("output", ["json", "sarif"])
def test_the_output_is_the_same(newsroom: Path, output: str) -> None:
    arguments = ("-j2", "-o", output, "--min-confidence", "low")
    told = {method: run(newsroom, method, *arguments) for method in METHODS}
    assert {method: each.started for method, each in told.items()} == {each: f"2 by {each}" for each in METHODS}
    assert len({(each.code, each.out, each.rest) for each in told.values()}) == 1
    [first, *_] = told.values()
    assert (first.code, first.rest) == (1, "")
    # The newsroom's own rules and facts have been at work, and so has each configuration.
    for words in ("house/council-vote", "wire/peacekeepers.txt", "diplomat-3.txt"):
        assert words in first.out
