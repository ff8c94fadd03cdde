"""``manage.py bench_web``: pages per second of a web server, their cost, and how slow clients affect it."""

from __future__ import annotations

import http.client
import os
import shlex
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

_OURS = f"{sys.executable} -m newsdesk.doors --port {{port}}"
_HOST = "127.0.0.1"
_PAGES = ("/en/", "/api/v1/window/?from=2020-01-01&to=2026-01-01", "/en/admin/login/")
_START_SECONDS = 60.0
#: How long a page may take while there are slow clients.
_PATIENCE_SECONDS = 5.0
_SLOW_BODY = b"POST /en/admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nab"


class Command(BaseCommand):
    help = "Measure web servers one after another, by the lines that start them; {port} stands for the port."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("lines", nargs="*", default=[_OURS], help=f"Command lines; ours if none: {_OURS}")
        parser.add_argument("--seconds", type=float, default=5.0, help="For each page.")
        parser.add_argument("--clients", type=int, default=8, help="Clients at once, each with one open connection.")
        parser.add_argument("--rounds", type=int, default=1, help="All lines in turn, so often.")
        parser.add_argument("--slow", type=int, default=50, help="Clients that send two bytes of a body, at the end.")

    def handle(self, *args: Any, lines: list[str], **options: Any) -> None:
        self.stdout.write("".join(f"{page[:24]:>26}" for page in _PAGES) + f"{'a page among the slow':>26}")
        for _round in range(options["rounds"]):
            for number, line in enumerate(lines, 1):
                with _served(line) as (port, group):
                    # Warm up, so that what a process does once (templates, caches) is not counted.
                    for page in _PAGES:
                        _load(port, group, page, 2 * options["clients"], options["seconds"] / 4)
                    results = [_load(port, group, page, options["clients"], options["seconds"]) for page in _PAGES]
                    results.append(_among_slow(port, options["slow"]))
                self.stdout.write("".join(f"{words:>26}" for words in results) + f"   ({number}) {line}")


@contextmanager
def _served(line: str) -> Iterator[tuple[int, int]]:
    """Run a server; yields its port and its process group.  Raises CommandError if it does not start."""
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port = int(probe.getsockname()[1])
    server = subprocess.Popen(
        shlex.split(line.format(port=port)),
        cwd=settings.BASE_DIR,
        env={**os.environ, "API_ANONYMOUS_RATE": ""},
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + _START_SECONDS
        while _seconds_of(port, _PAGES[0]) is None:
            if server.poll() is not None or time.monotonic() > deadline:
                raise CommandError(f"it does not answer: {line}")
        yield port, server.pid
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _load(port: int, group: int, page: str, clients: int, seconds: float) -> str:
    """Request a page as fast as possible; returns the rate and the CPU time of each request, in words."""
    spent: list[float] = []

    def ask_on() -> None:
        connection = http.client.HTTPConnection(_HOST, port, timeout=30)
        while time.monotonic() < end:
            started = time.monotonic()
            connection.request("GET", page)
            answer = connection.getresponse()
            answer.read()
            if answer.status != http.client.OK:
                raise CommandError(f"{page} is answered with {answer.status}")
            spent.append(time.monotonic() - started)

    began, work = time.monotonic(), _core_seconds(group)
    end = began + seconds
    asking = [threading.Thread(target=ask_on) for _ in range(clients)]
    for client in asking:
        client.start()
    for client in asking:
        client.join()
    if not spent:
        raise CommandError(f"{page} was not answered")
    rate, cost = len(spent) / (time.monotonic() - began), (_core_seconds(group) - work) / len(spent)
    return f"{rate:.0f}/s, {cost * 1000:.1f} ms each"


def _among_slow(port: int, slow: int) -> str:
    dawdling = [socket.create_connection((_HOST, port)) for _ in range(slow)]
    for line in dawdling:
        line.sendall(_SLOW_BODY)
    taken = [_seconds_of(port, _PAGES[-1]) for _ in range(3)]
    if None not in taken:
        taken += [_seconds_of(port, _PAGES[-1]) for _ in range(20)]
    for line in dawdling:
        line.close()
    in_time = [seconds for seconds in taken if seconds is not None]
    if len(in_time) < len(taken):
        return f"{len(taken) - len(in_time)} of {len(taken)} not in {_PATIENCE_SECONDS:.0f} s"
    return f"median {statistics.median(in_time) * 1000:.0f} ms"


def _seconds_of(port: int, page: str) -> float | None:
    """Seconds that a page takes on a new connection; None if it does not come in time."""
    started = time.monotonic()
    connection = http.client.HTTPConnection(_HOST, port, timeout=_PATIENCE_SECONDS)
    try:
        connection.request("GET", page)
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        time.sleep(0.05)
        return None
    finally:
        connection.close()
    return time.monotonic() - started


def _core_seconds(group: int) -> float:
    """Seconds of CPU time of all processes of a group so far (from Linux's ``/proc``)."""
    ticks = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # the process has ended meanwhile
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
