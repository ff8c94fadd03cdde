"""Installing Debian packages, which is possible as root only."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from ..errors import LaunchError
from ..process.subprocesses import run_logged
from ..progress import say

# How long to wait for another program: new machines install updates for some minutes after their first start.
LOCK_SECONDS = 600
PAUSE_SECONDS = 1.0
# apt-get has an option to wait for dpkg's lock, but none for the locks of its lists and its downloads.
LOCKED = re.compile(r"Could not get lock (?P<file>\S+?)\.?\s")


def can_install() -> bool:
    """Return whether we may install packages: as root, on a system with apt-get."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str], logs: Path) -> None:
    """Install Debian packages as root, waiting for other programs that do the same; raises ``LaunchError``."""
    purpose = f"installing {' '.join(packages)}"
    _apt_get("update", purpose=purpose, log=logs / "apt-update.log")
    _apt_get("install", "-y", "--no-install-recommends", *packages, purpose=purpose, log=logs / "apt-install.log")


def _apt_get(*words: str, purpose: str, log: Path) -> None:
    deadline = time.monotonic() + LOCK_SECONDS
    has_said_so = False
    while True:
        try:
            run_logged(
                ["apt-get", "-o", f"DPkg::Lock::Timeout={LOCK_SECONDS}", *words],
                log=log,
                purpose=purpose,
                folder=Path("/"),
                environment={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                from_registry=True,
            )
        except LaunchError:
            locked = LOCKED.search(log.read_text(encoding="utf-8", errors="replace"))
            if not locked or time.monotonic() > deadline:
                raise
            if not has_said_so:
                say(f"  Another program installs Debian packages: waiting for {locked['file']}")
            has_said_so = True
            time.sleep(PAUSE_SECONDS)
        else:
            return


def package_of(library: str) -> str:
    """Return the package with a shared library, by Debian's rule for naming such packages (Debian Policy, 8.1).

    >>> package_of("libatomic.so.1")
    'libatomic1'
    """
    stem, _so, version = library.partition(".so")
    version = version.lstrip(".")
    return f"{stem}{version}".lower()
