"""The system account that services run under: never root, otherwise that of whoever started Newsdesk."""

from __future__ import annotations

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from ..errors import LaunchError

# An operator may create the first for the services; every system has the second.
CANDIDATES = ("newsdesk", "nobody")


@dataclass(frozen=True)
class Account:
    """A system account without privileges."""

    name: str
    uid: int
    gid: int

    def give(self, folder: Path) -> None:
        """Make the account the owner of the folder, and close the folder to others."""
        os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)


def services_account() -> Account | None:
    """Return the account to run services under if we are root, else None.

    Raises ``LaunchError`` if there is no such account.
    """
    if os.geteuid() != 0:
        return None
    for name in CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise LaunchError("PostgreSQL does not run as root: make an account for it (useradd --system newsdesk)")


def reachable_by_all(path: Path) -> bool:
    """Return whether every account may enter ``path`` and all folders above it."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents) if folder.exists())


def own_folder(folder: Path, account: Account | None) -> Path:
    """Make a folder that only the account (None: our own) may enter, and return it.

    Raises ``LaunchError`` if there is a symbolic link in its place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if folder.is_symlink():
        raise LaunchError(f"{folder} is a link that somebody else may have laid: remove it, then start again")
    if account is None:
        folder.chmod(0o700)
    else:
        account.give(folder)
    return folder
