"""Building the package prepares its rules and facts, so that the first run after an installation need not."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PrepareHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes `linter/_prepared`; see `linter.core.prepared`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare in the source tree, from where the wheel takes it; an editable installation uses it in place."""
        sys.path.insert(0, self.root)
        sys.dont_write_bytecode = True
        with tempfile.TemporaryDirectory() as cache:
            os.environ["FACTLINT_CACHE_DIR"] = cache
            from linter.engine.prepare import prepare

            prepare(Path(self.root, "linter", "_prepared"))
        build_data["artifacts"].append("linter/_prepared/*")
