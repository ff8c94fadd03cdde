"""Makes the virtual environment ``.venv``, with exactly the packages that the requirement files pin."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ..errors import LaunchError
from ..process.subprocesses import run_logged
from ..progress import say, step
from .debian import apt_install, can_install
from .node import system_node
from .stamps import Stamp, digest_of


def prepare(checkout: Path, *, testing: bool) -> Path:
    """Make or complete ``.venv``, with the packages for tests if ``testing``, and return its Python.

    Raises ``LaunchError`` if packages cannot be installed.
    """
    logs = checkout / "var" / "log"
    venv = checkout / ".venv"
    python = venv / "bin" / "python"
    if not _works(python):
        with step(f"Creating the virtual environment (Python {platform.python_version()})"):
            shutil.rmtree(venv, ignore_errors=True)
            _make(venv, logs)
    files = [checkout / name for name in requirement_files(testing)]
    stamp = Stamp(venv / f"installed-{'test' if testing else 'run'}", digest_of(files, str(venv)))
    if stamp.is_current():
        say("  Python packages: up to date")
    else:
        with step("Installing Python packages"):
            install(venv, files, logs)
        stamp.set()
    return python


def requirement_files(testing: bool) -> list[str]:
    """Return the names of the requirement files that this machine needs."""
    files = ["requirements-test.txt" if testing else "requirements.txt"]
    has_own_services = bool(os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"))
    if testing or not has_own_services:
        files.append("requirements-embedded.txt")
    if system_node() is None:
        files.append("requirements-node.txt")
    return files


def install(venv: Path, files: Sequence[Path], logs: Path) -> None:
    """Install pinned packages and check their hashes, with uv or, if that fails, with pip; raises ``LaunchError``."""
    pip: list[str | Path] = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    listed: list[str | Path] = [part for file in files for part in ("-r", file)]
    folder = files[0].parent
    try:
        uv = venv / "bin" / "uv"
        installer = folder / "requirements-installer.txt"
        run_logged(
            [*pip, "--require-hashes", "-r", installer],
            log=logs / "uv.log",
            purpose="installing uv",
            folder=folder,
            from_registry=True,
        )
        run_logged(
            [uv, "pip", "install", "--python", venv / "bin" / "python", "--require-hashes", *listed],
            log=logs / "packages-uv.log",
            purpose="installing Python packages",
            folder=folder,
            from_registry=True,
        )
    except LaunchError:
        # uv does not read pip's settings (for example an own mirror), and does not exist for some platforms.
        run_logged(
            [*pip, "--require-hashes", "--only-binary", ":all:", *listed],
            log=logs / "packages-pip.log",
            purpose="installing Python packages",
            folder=folder,
            from_registry=True,
        )


def _works(python: Path) -> bool:
    """Return whether the environment works; it does not after its Python was removed or it was moved."""
    if not python.exists():
        return False
    question = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([python, "-c", question], capture_output=True, check=False).returncode == 0


def _make(venv: Path, logs: Path) -> None:
    maker = "venv"
    if importlib.util.find_spec("ensurepip") is None:
        maker = _replacement_for_ensurepip(logs)
    run_logged(
        [sys.executable, "-m", maker, venv],
        log=logs / "venv.log",
        purpose="making the virtual environment",
        folder=venv.parent,
    )


def _replacement_for_ensurepip(logs: Path) -> str:
    """Return a module that can make environments although Debian's Python has no ``ensurepip``.

    That is ``virtualenv``, or ``venv`` after installing Debian's package.  Raises ``LaunchError`` if neither works.
    """
    if importlib.util.find_spec("virtualenv") is not None:
        return "virtualenv"
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not can_install():
        raise LaunchError(f"this Python lacks ensurepip: install it (apt-get install {package}), then start again")
    apt_install([package], logs)
    return "venv"
