"""Where things lie: the checkout, its ``var/``, and the folders of the embedded services."""

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
# A unix socket's path fits 104 bytes on macOS, 108 on Linux; the longest name below is 16.
LONGEST_SOCKET_FOLDER = 80
LEAST_FREE_BYTES = 300_000_000


@dataclass(frozen=True)
class ServicePaths:
    """The folders of embedded PostgreSQL and Valkey."""

    home: Path
    sockets: Path

    @property
    def scratch(self) -> Path:
        """What web, worker and beat may write to, where they run under an account of their own."""
        return self.home / "scratch"

    def erase(self) -> None:
        """Remove all data and sockets, for a new beginning."""
        for folder in (self.home / "postgres", self.home / "valkey", self.sockets, self.scratch):
            if folder.exists():
                shutil.rmtree(folder)


def service_paths(var: Path, account: Account | None) -> ServicePaths:
    """Choose the services' folders: in ``var``, or nearby where their account cannot go there."""
    name = f"newsdesk-{hashlib.sha256(str(var).encode()).hexdigest()[:8]}"
    home = var if account is None or reachable_by_all(var) else Path("/var/lib") / name
    sockets = home / "sockets"
    if len(os.fsencode(sockets)) > LONGEST_SOCKET_FOLDER:
        sockets = (Path("/run") if account else Path("/tmp")) / f"{name}-{os.geteuid()}"
    return ServicePaths(home, sockets)


@contextmanager
def temporary_paths() -> Iterator[ServicePaths]:
    """Give services' folders that are gone afterwards, whatever happened in between."""
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-test-"))
    if not reachable_by_all(folder.parent) or len(os.fsencode(folder)) + 8 > LONGEST_SOCKET_FOLDER:
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="newsdesk-test-", dir="/tmp"))
    try:
        folder.chmod(0o711)  # the services' account passes through, and sees nothing
        yield ServicePaths(folder, folder / "sockets")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def require_space(folder: Path) -> None:
    """Refuse to begin on a disk that is nearly full."""
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE_BYTES:
        raise LaunchError(f"only {free // 1_000_000} MB are free on the disk of {folder}: free at least 1 GB first")
