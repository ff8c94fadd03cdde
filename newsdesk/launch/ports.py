"""The port that pages are served on."""

from __future__ import annotations

import errno
import socket

from .trouble import Trouble

LOOPBACK = "127.0.0.1"


def require_free_port(port: int) -> None:
    """Raise ``Trouble`` unless the web server could listen on this port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            raise Trouble(_advice(port, error)) from error


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _advice(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program: end it, or choose another port (./run --port {port + 1})"
    if error.errno == errno.EACCES:
        return f"port {port} needs more rights: choose one above 1023 (./run --port 8000)"
    return f"port {port} cannot be used ({error.strerror}): choose another port (./run --port 8000)"
