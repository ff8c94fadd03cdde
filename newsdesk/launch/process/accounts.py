"""Under whose account embedded services run: root's never, else one's own."""

from __future__ import annotations

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from ..errors import LaunchError

# An operator may make an account of this name for the services; every system has the second.
CANDIDATES = ("newsdesk", "nobody")


@dataclass(frozen=True)
class Account:
    """A system account without rights."""

    name: str
    uid: int
    gid: int

    def give(self, folder: Path) -> None:
        """Make the folder this account's own, closed to others."""
        os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)


def services_account() -> Account | None:
    """Return the account to lower oneself to, or None if one has no rights to give up."""
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
    """Tell whether any account may pass through the folders down to ``path``, and through it."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents) if folder.exists())


def own_folder(folder: Path, account: Account | None) -> Path:
    """Make a folder that only the account (or we ourselves) may enter, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    if folder.is_symlink():
        raise LaunchError(f"{folder} is a link that somebody else may have laid: remove it, then start again")
    if account is None:
        folder.chmod(0o700)
    else:
        account.give(folder)
    return folder
