"""Where files are: the checkout, its ``var/``, and the folders of the embedded services."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .errors import LaunchError
from .process.accounts import Account, reachable_by_all

CHECKOUT = Path(__file__).resolve().parents[2]
# In bytes.  The path of a Unix socket may have 104 bytes on macOS, 108 on Linux; the longest name of ours has 16.
LONGEST_SOCKET_FOLDER = 80
LEAST_FREE_BYTES = 300_000_000


@dataclass(frozen=True)
class ServicePaths:
    """The folders of embedded PostgreSQL and Valkey."""

    home: Path
    sockets: Path

    @property
    def scratch(self) -> Path:
        """The folder that web, worker and beat may write to if they run under another account."""
        return self.home / "scratch"

    def erase(self) -> None:
        """Remove all data and sockets, for a new beginning."""
        for folder in (self.home / "postgres", self.home / "valkey", self.sockets, self.scratch):
            if folder.exists():
                shutil.rmtree(folder)


def service_paths(var: Path, account: Account | None) -> ServicePaths:
    """Choose the services' folders: in ``var``, or below /var/lib if their account cannot reach ``var``."""
    name = f"newsdesk-{hashlib.sha256(str(var).encode()).hexdigest()[:8]}"
    home = var if account is None or reachable_by_all(var) else Path("/var/lib") / name
    sockets = home / "sockets"
    if len(os.fsencode(sockets)) > LONGEST_SOCKET_FOLDER:
        sockets = (Path("/run") if account else Path("/tmp")) / f"{name}-{os.geteuid()}"
    return ServicePaths(home, sockets)


@contextmanager
def temporary_paths() -> Iterator[ServicePaths]:
    """Make folders for services that are removed at the end of the ``with`` block."""
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-test-"))
    if not reachable_by_all(folder.parent) or len(os.fsencode(folder)) + 8 > LONGEST_SOCKET_FOLDER:
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="newsdesk-test-", dir="/tmp"))
    try:
        folder.chmod(0o711)  # the services' account may pass through, but not list it
        yield ServicePaths(folder, folder / "sockets")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def require_space(folder: Path) -> None:
    """Raise ``LaunchError`` if the disk of this folder is nearly full."""
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE_BYTES:
        raise LaunchError(f"only {free // 1_000_000} MB are free on the disk of {folder}: free at least 1 GB first")
