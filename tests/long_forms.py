"""How long the long forms of seeded tests (``./test --load``) are: CI runs a short form of them."""

from __future__ import annotations

import os


def long_form(whole: int, *, in_ci: int) -> int:
    """So many examples, or in CI so few."""
    return in_ci if os.environ.get("CI") else whole
