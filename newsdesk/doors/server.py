"""The web server Granian and its settings; ``docs/decisions/0001-web-server.md`` says why it was chosen."""

from __future__ import annotations

import os
import resource

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from newsdesk.launch.process.subprocesses import dying_with_parent

LOOPBACK = "127.0.0.1"
#: How long the head of a request may take, including the wait for the next request on the same connection.
HEAD_SECONDS = 15
#: The most connections of one process, slow and idle ones included.
CONNECTIONS = 4096
#: The most connections that wait to be accepted.
BACKLOG = 2048
#: After the server was told to stop, requests have so long to finish.
STOP_SECONDS = 8


def serve(host: str, port: int, application: str = "newsdesk.asgi:application") -> None:
    """Serve until SIGTERM or SIGINT.  Worker processes that die are restarted, and they end if this process dies."""
    _allow_many_connections()
    end_with_us = dying_with_parent()
    if end_with_us:
        os.register_at_fork(after_in_child=end_with_us)
    Server(
        application,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=int(os.environ.get("WEB_PROCESSES") or 2),
        backlog=BACKLOG,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=HEAD_SECONDS * 1000),
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
        log_level=LogLevels.warning,
    ).serve()


def _allow_many_connections() -> None:
    """Raise the limit of open files, of which every connection is one; the default is often 1024."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS if hard == resource.RLIM_INFINITY else min(hard, 2 * CONNECTIONS)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(wanted, soft), hard))
