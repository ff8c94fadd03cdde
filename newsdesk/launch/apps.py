"""Newsdesk's own three programs: the web server, the worker and the clock."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping

from .ports import LOOPBACK
from .process.program import Program
from .setup.runtime import Runtime

WORKER_PROCESSES = 2
PAGE_SECONDS = 15


def web(runtime: Runtime, environment: Mapping[str, str], port: int) -> Program:
    """Return the web server on loopback."""
    return _python("web", runtime, environment, "-m", "newsdesk.doors", "--host", LOOPBACK, "--port", str(port))


def worker(runtime: Runtime, environment: Mapping[str, str]) -> Program:
    """Return the Celery worker; asked to stop it finishes the articles it is at."""
    options = ("--loglevel", "INFO", "--concurrency", str(WORKER_PROCESSES), "--without-gossip", "--without-mingle")
    return _python("worker", runtime, environment, "-m", "celery", "-q", "-A", "newsdesk", "worker", *options)


def beat(runtime: Runtime, environment: Mapping[str, str]) -> Program:
    """Return the clock that sends the sweep."""
    # Its lock file is of no use: the supervisor knows what runs.
    options = ("--loglevel", "WARNING", "--pidfile=")
    return _python("beat", runtime, environment, "-m", "celery", "-q", "-A", "newsdesk", "beat", *options)


def command(name: str, runtime: Runtime, environment: Mapping[str, str], *words: str) -> Program:
    """Return one of ``manage.py``'s commands, to be run to its end."""
    return _python(name, runtime, environment, "manage.py", *words)


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


def _python(name: str, runtime: Runtime, environment: Mapping[str, str], *words: str) -> Program:
    return Program(
        name=name,
        command=(str(runtime.python), *words),
        folder=runtime.code,
        environment=runtime.environment(environment),
        account=runtime.account,
    )
