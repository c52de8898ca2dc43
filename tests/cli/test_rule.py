"""`factlint rule`, `rule new` and `docs`: rules explained, started and documented."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from linter.checks import CHECKS
from linter.cli.main import main
from linter.core.yaml import load
from linter.ruledocs.pages import MARK
from linter.ruledocs.parameters import nested, parameters
from linter.ruleset.load import load_rules
from linter.ruleset.schema import rule_schema
from linter.ruletest.run import run_examples


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_rules_as_json_have_all_that_a_rule_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "--all", "-o", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    by_id = {each["id"]: each for each in told["rules"]}
    shipped = load_rules(checks=CHECKS).ruleset.rules
    assert (told["version"], list(by_id)) == (1, sorted(by_id))
    assert {rule.id for rule in shipped} < by_id.keys()
    assert by_id["meta/unused-ignore"]["check"] == ""
    poll = by_id["polls/unnamed-pollster"]
    assert poll["level"] == "warning"
    assert {each["name"]: each["value"] for each in poll["parameters"]}["one_of"] == ["pollster", "sponsor"]
    assert len(poll["examples"]) >= 4


def test_one_rule_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    for flag in (["-o", "json"], ["--json"]):
        assert main(["rule", "polls/unnamed-pollster", "meta/unreadable", *flag]) == 0
        told = json.loads(capsys.readouterr().out)
        assert [each["id"] for each in told["rules"]] == ["meta/unreadable", "polls/unnamed-pollster"]


def test_the_schema_of_rule_files_is_printed_for_editors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out) == rule_schema(CHECKS)


def test_a_new_rule_of_any_kind_holds_as_it_is_written(folder: Path) -> None:
    schema = jsonschema.Draft202012Validator(rule_schema(CHECKS))
    for kind in CHECKS:
        assert main(["rule", "new", f"rules/house/my-{kind}", "--check", kind]) == 0
        path = folder / "rules" / "house" / f"my-{kind}.yaml"
        text = path.read_text(encoding="utf-8")
        assert all(f"# {each.name}:" in text or f"\n{each.name}:" in text for each in parameters(CHECKS[kind]))
        schema.validate(load(text, str(path)).plain())
    loaded = load_rules(["rules/house"], checks=CHECKS)
    assert loaded.problems == ()
    assert {rule.kind for rule in loaded.ruleset.rules} == set(CHECKS)
    outcomes = list(run_examples(loaded.ruleset))
    assert {outcome.name: outcome.failures for outcome in outcomes if outcome.failures} == {}
    assert {outcome.rule.kind for outcome in outcomes if outcome.fired} == set(CHECKS)


def test_a_new_rule_is_proved_by_factlint_test(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "new", "house/worn-phrases"]) == 0
    assert "fill it in, then: factlint test house" in capsys.readouterr().out
    assert (folder / "house" / "pack.yaml").read_text().startswith("# The pack")
    assert main(["test", "house", "--coverage"]) == 0


def test_without_packs_those_of_the_configuration_are_tested(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["rule", "new", "house/worn-phrases"])
    main(["rule", "new", "other/worn-phrases"])
    Path("factlint.yaml").write_text("packs: [house]\n")
    capsys.readouterr()
    assert main(["test"]) == 0
    assert capsys.readouterr().out.endswith(" 0 failed, in 1 rules\n")
    assert main(["test", "other", "--isolated"]) == 0
    assert capsys.readouterr().out.endswith(" 0 failed, in 1 rules\n")
    Path("factlint.yaml").write_text("packs: [nowhere]\n")
    assert main(["test"]) == 2


def test_a_new_rule_can_build_on_a_built_in_one(folder: Path) -> None:
    assert main(["rule", "new", "house/hedges", "--extends", "attribution/weasel"]) == 0
    loaded = load_rules(["house"], checks=CHECKS)
    assert (loaded.problems, loaded.ruleset["house/hedges"].extends) == ((), "attribution/weasel")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["worn"], "write PACK/NAME"),
        (["House/worn"], "small letters"),
        (["house/Worn Phrase"], "small letters"),
        (["polls/unnamed-pollster"], "--extends polls/unnamed-pollster"),
        (["house/x", "--check", "patern"], "did you mean 'pattern'?"),
        (["house/x", "--extends", "polls/unamed-pollster"], "did you mean 'polls/unnamed-pollster'?"),
        (["house/x", "--extends", "polls/unnamed-pollster", "--check", "total"], "has the check 'disclosure'"),
    ],
)
def test_what_cannot_be_a_new_rule(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "new", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert list(Path().iterdir()) == []


def test_nothing_is_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house").mkdir()
    for name in ("pack.yaml", "mine.yml"):
        (folder / "house" / name).write_text("mine")
    assert main(["rule", "new", "house/mine"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["rule", "new", "house/other"]) == 0
    assert [(folder / "house" / name).read_text() for name in ("pack.yaml", "mine.yml")] == ["mine", "mine"]


@pytest.mark.parametrize("kind", CHECKS)
def test_every_parameter_of_a_check_is_described(kind: str) -> None:
    kinds = (CHECKS[kind], *nested(CHECKS[kind]))
    assert [f"{each.__name__}.{item.name}" for each in kinds for item in parameters(each) if not item.description] == []


LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)#]+)\)")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_documentation_is_whole_and_the_same_every_time(folder: Path) -> None:
    assert main(["docs", "one"]) == 0
    assert main(["docs", "two"]) == 0
    made = files(folder / "one")
    assert made == files(folder / "two")
    for rule in load_rules(checks=CHECKS).ruleset.rules:
        page = made[f"{rule.id}.md"].decode()
        assert rule.level in page
        assert all(reference in page for reference in rule.references)
        for example in rule.examples:
            assert example.text.rstrip("\n") in page
        assert all(f"| `{each.name}` |" in page for each in parameters(type(rule.check)))
    for name, text in made.items():
        links = LINK.findall(text.decode())
        assert links
        for link in links:
            assert link.startswith("https://") or (folder / "one" / name).parent.joinpath(link).resolve().is_file(), (
                link
            )


def test_every_page_can_be_reached_from_the_index(folder: Path) -> None:
    main(["docs", "out"])
    reached, left = set(), {folder / "out" / "index.md"}
    while left:
        page = left.pop()
        reached.add(page)
        links = (page.parent.joinpath(link).resolve() for link in LINK.findall(page.read_text(encoding="utf-8")))
        left |= {link for link in links if link.suffix == ".md"} - reached
    assert reached == set((folder / "out").rglob("*.md"))


def test_pages_of_rules_that_are_gone_go_and_the_pages_of_others_stay(folder: Path) -> None:
    assert main(["rule", "new", "house/worn"]) == 0
    assert main(["docs", "out", "--rules", "house"]) == 0
    assert (folder / "out" / "house" / "worn.md").is_file()
    (folder / "out" / "mine.md").write_text("my own page")
    assert main(["docs", "out"]) == 0
    assert not (folder / "out" / "house" / "worn.md").exists()
    assert (folder / "out" / "mine.md").read_text() == "my own page"


def test_a_page_that_was_not_made_here_is_not_replaced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "index.md").write_text("my own page")
    assert main(["docs", "out"]) == 2
    assert "was not made by factlint docs" in capsys.readouterr().err
    assert files(folder / "out") == {"index.md": b"my own page"}


def test_words_of_a_rule_cannot_become_markup(folder: Path) -> None:
    assert main(["rule", "new", "house/worn"]) == 0
    path = folder / "house" / "worn.yaml"
    text = path.read_text().replace("title: Worn", "title: '| <b>bold</b> [x](y) `c`'")
    path.write_text(text.replace("The ferry does not sail at the moment.", "```\n      # Not a heading"))
    assert main(["docs", "out", "--rules", "house"]) == 0
    page = (folder / "out" / "house" / "worn.md").read_text()
    assert page.startswith(MARK)
    assert r"\| \<b\>bold\</b\> \[x\](y) \`c\`" in page
    assert "````text\n```\n# Not a heading\n````" in page
