"""What ``./run`` and ``./test`` prepare alike before anything is started."""

from __future__ import annotations

from pathlib import Path

from ..process.locks import one_after_another
from ..progress import step
from .node import FrontEnd
from .translations import compile_translations


def set_up_files(checkout: Path) -> None:
    """Build the front end and compile the translations; quick when both are done."""
    var = checkout / "var"
    with one_after_another(var / "setup.lock"):
        FrontEnd(checkout, var / "log").prepare()
        with step("Compiling translations"):
            for folder in ("newsdesk", "events"):
                compile_translations(checkout / folder)
