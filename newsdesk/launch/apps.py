"""Newsdesk's own three programs: the web server, the worker and the clock."""

from __future__ import annotations

import http.client
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from .ports import LOOPBACK
from .programs import Program

WORKER_PROCESSES = 2
PAGE_SECONDS = 15


def web(checkout: Path, environment: Mapping[str, str], port: int) -> Program:
    """Return the web server on loopback."""
    return _python("web", checkout, environment, "newsdesk.doors", "--host", LOOPBACK, "--port", str(port))


def worker(checkout: Path, environment: Mapping[str, str]) -> Program:
    """Return the Celery worker; asked to stop it finishes the articles it is at."""
    options = ("--loglevel", "INFO", "--concurrency", str(WORKER_PROCESSES), "--without-gossip", "--without-mingle")
    return _python("worker", checkout, environment, "celery", "-q", "-A", "newsdesk", "worker", *options)


def beat(checkout: Path, environment: Mapping[str, str]) -> Program:
    """Return the clock that sends the sweep."""
    # Its lock file is of no use: the supervisor knows what runs.
    options = ("--loglevel", "WARNING", "--pidfile=")
    return _python("beat", checkout, environment, "celery", "-q", "-A", "newsdesk", "beat", *options)


def command(name: str, checkout: Path, environment: Mapping[str, str], *words: str) -> Program:
    """Return one of ``manage.py``'s commands, to be run to its end."""
    return Program(name, (sys.executable, "manage.py", *words), checkout, environment)


def first_page_status(port: int) -> int | None:
    """Return how the first page is answered in the end, or None where nothing listens yet."""
    directly = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with directly.open(f"http://{LOOPBACK}:{port}/", timeout=PAGE_SECONDS) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, http.client.HTTPException):
        return None


def _python(name: str, checkout: Path, environment: Mapping[str, str], *words: str) -> Program:
    return Program(name, (sys.executable, "-m", *words), checkout, environment)
