"""The steps of the setup that ``./run`` and ``./test`` have in common."""

from __future__ import annotations

from pathlib import Path

from ..process.locks import one_after_another
from ..progress import step
from .node import FrontEnd
from .translations import compile_translations


def set_up_files(checkout: Path) -> None:
    """Build the front end and compile the translations, if they are out of date; raises ``LaunchError``."""
    var = checkout / "var"
    with one_after_another(var / "setup.lock"):
        FrontEnd(checkout, var / "log").prepare()
        with step("Compiling translations"):
            for folder in ("newsdesk", "events"):
                compile_translations(checkout / folder)
