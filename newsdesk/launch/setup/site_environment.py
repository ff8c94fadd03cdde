"""The environment that Django's settings are read from when we start it on one's own machine."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from ..process.subprocesses import IN_ORDER
from ..services.start import Addresses

# What a person may set and we keep; without them a machine of one's own, without TLS.
DEFAULTS = {
    "HTTPS": "false",
    "DEBUG": "false",
    "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
    "STATIC_COMPRESSION": "false",
}


def site_environment(var: Path, addresses: Addresses, given: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variables for ``manage.py``, the web server and Celery."""
    kept = {name: value for name, value in given.items() if not _bends(name)}
    return {
        **DEFAULTS,
        **IN_ORDER,
        "SECRET_KEY": kept.get("SECRET_KEY") or remembered_secret(var / "secret-key"),
        **kept,
        **addresses.environment(),
    }


def _bends(name: str) -> bool:
    """Tell whether a variable would lead our programs astray.

    libpq's own (``PGHOST``, ``PGSSLMODE`` …) would bend ``DATABASE_URL``; a proxy is for package clients, and would
    be asked for pages of this machine.
    """
    return name.startswith("PG") or name.upper().endswith("_PROXY")


def remembered_secret(file: Path, length: int = 50) -> str:
    """Return the secret in a file that only its owner reads, made up at the first call."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    secret = secrets.token_urlsafe(length)
    with os.fdopen(descriptor, "w", encoding="ascii") as private:
        private.write(secret + "\n")
    return secret
