"""The web server and its settings: Granian, see ``docs/decisions/0001-web-server.md``."""

from __future__ import annotations

import os
import resource

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from newsdesk.launch.process.subprocesses import dying_with_parent

LOOPBACK = "127.0.0.1"
#: Seconds in which the head of a request must have come, also the first byte of one after another on one connection.
HEAD_SECONDS = 15
#: Connections that one process holds at once; readers, event streams and whoever dawdles all count.
CONNECTIONS = 4096
#: Connections that wait to be accepted.
BACKLOG = 2048
#: What is still being answered so many seconds after the server was told to stop is cut off.
STOP_SECONDS = 8


def serve(host: str, port: int, application: str = "newsdesk.asgi:application") -> None:
    """Serve until told to stop by SIGTERM or SIGINT; a process that dies is started again, and none outlives us."""
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
    """A connection is an open file, of which a process has 1024 unless it asks for the more that it may have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS if hard == resource.RLIM_INFINITY else min(hard, 2 * CONNECTIONS)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(wanted, soft), hard))
