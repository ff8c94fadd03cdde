"""The port that pages are served on."""

from __future__ import annotations

import errno
import socket
from pathlib import Path

from .errors import LaunchError

LOOPBACK = "127.0.0.1"


def require_free_port(port: int) -> None:
    """Raise ``LaunchError`` unless the web server could listen on this port now; it does not run as root."""
    if port < _first_for_everybody():
        raise LaunchError(_advice(port, OSError(errno.EACCES, "")))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            raise LaunchError(_advice(port, error)) from error


def free_port() -> int:
    """Return a port that is free at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _first_for_everybody() -> int:
    """Return the lowest port that an unprivileged account may listen on."""
    try:
        return int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text(encoding="ascii"))
    except OSError:
        return 1  # not Linux: trying to bind will tell


def _advice(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program: end it, or choose another port (./run --port {port + 1})"
    if error.errno == errno.EACCES:
        return f"port {port} needs rights that the web server does without: choose one above 1023 (./run --port 8000)"
    return f"port {port} cannot be used ({error.strerror}): choose another port (./run --port 8000)"
