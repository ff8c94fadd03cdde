"""The steps of set-up that are Django's own commands."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from ..process.subprocesses import run_logged
from ..progress import say, step
from .stamps import Stamp, digest_of, digest_of_tree


class Django:
    """``manage.py`` of a checkout, under one environment."""

    def __init__(self, checkout: Path, logs: Path, environment: Mapping[str, str]) -> None:
        self._checkout, self._logs, self._environment = checkout, logs, environment

    def migrate(self) -> None:
        """Bring the database to this version's shape."""
        with step("Updating the database"):
            self._manage("migrate", "--no-input")

    def collect_static(self) -> None:
        """Gather styles and scripts for serving, if any changed."""
        var = self._checkout / "var"
        packages = digest_of([self._checkout / "requirements.txt", self._checkout / "newsdesk" / "settings.py"])
        collected = Path(self._environment.get("STATIC_ROOT", var / "staticfiles"))
        sources = digest_of_tree(self._checkout / "static")
        stamp = Stamp(var / "staticfiles.stamp", digest_of([], packages, sources, str(collected)))
        if stamp.is_current() and collected.exists():
            say("  Static files: up to date")
            return
        with step("Collecting static files"):
            self._manage("collectstatic", "--no-input", "--clear", "--ignore", "*.test.mjs")
        stamp.set()

    def ensure_editor(self, name: str, password: str, *, variable: str, anew: bool) -> None:
        """Make an editor's account; ``anew`` gives an existing one this password again."""
        # By the environment: a command line is there for everybody to read.
        self._manage("ensure_editor", name, *["--anew"] * anew, **{variable: password})

    def _manage(self, command: str, *options: str, **extra: str) -> None:
        run_logged(
            [sys.executable, "manage.py", command, *options],
            log=self._logs / f"{command}.log",
            purpose=f"manage.py {command}",
            folder=self._checkout,
            environment={**self._environment, **extra},
        )
