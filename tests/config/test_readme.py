"""The configuration in the README is one."""

from __future__ import annotations

import re
from pathlib import Path

from linter.config.choice import choose
from linter.config.resolve import Configurations
from linter.engine.api import rules_of

README = Path(__file__).parents[2] / "README.md"


def test_the_configuration_in_the_readme_has_no_mistakes(tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8").split("### Configuration\n")[1]
    found = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert found is not None
    (tmp_path / ".git").mkdir()
    (tmp_path / "factlint.yaml").write_text(found[1], encoding="utf-8")
    configurations = Configurations(version="0.1.0")
    settings = configurations.of(str(tmp_path / "opinion" / "a.md"))
    choice = choose(settings, rules_of())
    assert (*configurations.problems, *choice.problems) == ()
    assert not any(rule_id.startswith("framing/") for rule_id in choice.in_force)
    assert settings.house.acronyms == ("NUJ",)
