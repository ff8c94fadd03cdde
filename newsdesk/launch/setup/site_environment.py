"""The environment for Django's settings when ``./run`` starts Newsdesk."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from ..process.subprocesses import IN_ORDER
from ..services.start import Addresses

# Used unless the environment sets them: for a machine of one's own, without TLS.
DEFAULTS = {
    "HTTPS": "false",
    "DEBUG": "false",
    "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
    "STATIC_COMPRESSION": "false",
}


def site_environment(var: Path, addresses: Addresses, given: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment for ``manage.py``, the web server and Celery.

    It is the environment ``given``, plus defaults, a secret key kept in the folder ``var``, and the addresses of the
    services.
    """
    kept = {name: value for name, value in given.items() if not _misleads(name)}
    return {
        **DEFAULTS,
        **IN_ORDER,
        "SECRET_KEY": kept.get("SECRET_KEY") or remembered_secret(var / "secret-key"),
        **kept,
        **addresses.environment(),
    }


def _misleads(name: str) -> bool:
    """Return whether a variable must not reach our programs.

    libpq's variables (``PGHOST``, ``PGSSLMODE`` …) would override parts of ``DATABASE_URL``.  Proxies are meant for
    package clients, and would be asked for pages of this machine.
    """
    return name.startswith("PG") or name.upper().endswith("_PROXY")


def remembered_secret(file: Path, length: int = 50) -> str:
    """Return the secret in a file that only its owner can read; the first call makes it up, of ``length`` bytes."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    secret = secrets.token_urlsafe(length)
    with os.fdopen(descriptor, "w", encoding="ascii") as private:
        private.write(secret + "\n")
    return secret
