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
#: How long the first page may take to answer.
PAGE_SECONDS = 15


def web(runtime: Runtime, environment: Mapping[str, str], port: int) -> Program:
    """Return the web server, listening on the loopback address."""
    return _python("web", runtime, environment, "-m", "newsdesk.doors", "--host", LOOPBACK, "--port", str(port))


def worker(runtime: Runtime, environment: Mapping[str, str]) -> Program:
    """Return the Celery worker. When it is asked to stop, it first finishes the articles that it is reading."""
    options = ("--loglevel", "INFO", "--concurrency", str(WORKER_PROCESSES), "--without-gossip", "--without-mingle")
    return _python("worker", runtime, environment, "-m", "celery", "-q", "-A", "newsdesk", "worker", *options)


def beat(runtime: Runtime, environment: Mapping[str, str]) -> Program:
    """Return Celery's beat, which sends the periodic tasks."""
    # Without a pid file: the supervisor knows what runs.
    options = ("--loglevel", "WARNING", "--pidfile=")
    return _python("beat", runtime, environment, "-m", "celery", "-q", "-A", "newsdesk", "beat", *options)


def command(name: str, runtime: Runtime, environment: Mapping[str, str], *words: str) -> Program:
    """Return a command of ``manage.py``, with its options, under a name for its log."""
    return _python(name, runtime, environment, "manage.py", *words)


def first_page_status(port: int) -> int | None:
    """Return the HTTP status of the first page, after redirects, or None if nothing answers on the port yet."""
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
