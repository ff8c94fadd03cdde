"""Pins every package with its hashes: reads ``pyproject.toml``, writes ``requirements*.txt``."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ..errors import LaunchError

OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header"),
    *("--no-emit-index-url", "--no-emit-find-links", "--quiet"),
)
# Later files are constrained by the first, so that a package has the same version in all of them.
FILES = {
    "requirements-test.txt": ("pyproject.toml", "--extra", "test"),
    "requirements.txt": ("pyproject.toml", "--constraint", "requirements-test.txt"),
    "requirements-embedded.txt": ("--group", "embedded", "--constraint", "requirements-test.txt"),
    "requirements-node.txt": ("--group", "node"),
    "requirements-installer.txt": ("--group", "installer"),
}


def pin(checkout: Path, uv: Path, *, upgrade: bool) -> None:
    """Write all requirement files, keeping the versions in them unless ``upgrade``.

    Raises ``LaunchError`` if uv cannot resolve a file.
    """
    for file, sources in FILES.items():
        command = [str(uv), "pip", "compile", *sources, *OPTIONS, "--output-file", file]
        if subprocess.run(command + ["--upgrade"] * upgrade, cwd=checkout, check=False).returncode:
            raise LaunchError(f"uv could not pin {file}: its lines above say why")
