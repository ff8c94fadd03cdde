"""How this machine reaches package registries, carried into a bare root: files, folders and variables of its clients.

Nothing here names a registry: what the machine's administrator set is copied as it is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

SYSTEM_FILES = ("/etc/pip.conf", "/etc/uv/uv.toml", "/etc/npmrc", "/etc/resolv.conf", "/etc/hosts")
HOME_FILES = (".config/pip/pip.conf", ".pip/pip.conf", ".config/uv/uv.toml", ".npmrc")
# An administrator's own certificates, which Debian adds to its bundle whenever it writes that anew.
AUTHORITIES = Path("/usr/local/share/ca-certificates")
# Set for a person or a terminal, and not for a client.
PERSONAL = {"PATH", "HOME", "LANG", "TERM", "CI", "TMPDIR", "PYTHON", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}
PATHS = re.compile(r"(?<![\w./-])(?:file://)?(/[\w.+-]+(?:/[\w.+-]+)*)")


class ClientSettings:
    """What package clients read here: copied small, or bound where it is a folder of packages."""

    def __init__(self, checkout: Path) -> None:
        told = subprocess.run(
            ["sh", "newsdesk/launch/emptied.sh", "test", "env", "-0"],
            cwd=checkout, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        kept = dict(line.split("=", 1) for line in told.split("\0") if line)
        self.environment = {name: value for name, value in kept.items() if name not in PERSONAL}
        self._system = [Path(name) for name in SYSTEM_FILES if Path(name).is_file()]
        self._home = [name for name in HOME_FILES if (Path.home() / name).is_file()]
        texts = [file.read_text() for file in (*self._system, *(Path.home() / name for name in self._home))]
        named = {Path(path) for text in (*self.environment.values(), *texts) for path in PATHS.findall(text)}
        self._named = sorted(path for path in named if path.exists() and path.parts[1] in ("etc", "opt", "srv", "var"))
        self.folders = [path for path in self._named if path.is_dir() and path.parts[1] != "etc"]

    def lay_into(self, root: Path, home: str) -> None:
        """Copy files to where they lie here, and a person's own into that home."""
        for source in (AUTHORITIES, *self._system, *(path for path in self._named if path not in self.folders)):
            _copy(source, root / str(source).lstrip("/"))
        for name in self._home:
            _copy(Path.home() / name, root / home.lstrip("/") / name)
        acquiring = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=True).stdout
        lines = [line for line in acquiring.splitlines() if re.match(r"Acquire::(https?::|Check-|Retries)", line)]
        (root / "etc/apt/apt.conf.d/90here").write_text("\n".join(lines) + "\n")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if not source.exists():
        return
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        target.unlink(missing_ok=True)
        shutil.copy(source, target)
