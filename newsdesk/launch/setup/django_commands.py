"""The steps of the setup that are commands of ``manage.py``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from ..process.subprocesses import run_logged
from ..progress import say, step
from .stamps import Stamp, digest_of, digest_of_tree


class Django:
    """Runs commands of a checkout's ``manage.py`` in one environment; they raise ``LaunchError`` when they fail."""

    def __init__(self, checkout: Path, logs: Path, environment: Mapping[str, str]) -> None:
        self._checkout, self._logs, self._environment = checkout, logs, environment

    def migrate(self) -> None:
        """Migrate the database to this version."""
        with step("Updating the database"):
            self._manage("migrate", "--no-input")

    def collect_static(self) -> None:
        """Collect the static files, if any of them changed."""
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
        """Create an editor's account; ``anew`` also sets the password of an existing one."""
        # The password goes through the environment, because everybody can read command lines.
        self._manage("ensure_editor", name, *["--anew"] * anew, **{variable: password})

    def _manage(self, command: str, *options: str, **extra: str) -> None:
        run_logged(
            [sys.executable, "manage.py", command, *options],
            log=self._logs / f"{command}.log",
            purpose=f"manage.py {command}",
            folder=self._checkout,
            environment={**self._environment, **extra},
        )
