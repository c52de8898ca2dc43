"""`python -m linter` is the same as `factlint`."""

from __future__ import annotations

import sys

from linter.cli.main import main

sys.exit(main())
