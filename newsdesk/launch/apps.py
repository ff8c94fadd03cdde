"""Newsdesk's own three programs: the web server, the worker and the clock."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping

from .footing import Footing
from .ports import LOOPBACK
from .programs import Program

WORKER_PROCESSES = 2
PAGE_SECONDS = 15


def web(footing: Footing, environment: Mapping[str, str], port: int) -> Program:
    """Return the web server on loopback."""
    return _python("web", footing, environment, "-m", "newsdesk.doors", "--host", LOOPBACK, "--port", str(port))


def worker(footing: Footing, environment: Mapping[str, str]) -> Program:
    """Return the Celery worker; asked to stop it finishes the articles it is at."""
    options = ("--loglevel", "INFO", "--concurrency", str(WORKER_PROCESSES), "--without-gossip", "--without-mingle")
    return _python("worker", footing, environment, "-m", "celery", "-q", "-A", "newsdesk", "worker", *options)


def beat(footing: Footing, environment: Mapping[str, str]) -> Program:
    """Return the clock that sends the sweep."""
    # Its lock file is of no use: the supervisor knows what runs.
    options = ("--loglevel", "WARNING", "--pidfile=")
    return _python("beat", footing, environment, "-m", "celery", "-q", "-A", "newsdesk", "beat", *options)


def command(name: str, footing: Footing, environment: Mapping[str, str], *words: str) -> Program:
    """Return one of ``manage.py``'s commands, to be run to its end."""
    return _python(name, footing, environment, "manage.py", *words)


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


def _python(name: str, footing: Footing, environment: Mapping[str, str], *words: str) -> Program:
    return Program(
        name=name,
        command=(str(footing.python), *words),
        folder=footing.code,
        environment=footing.environment(environment),
        account=footing.account,
    )
