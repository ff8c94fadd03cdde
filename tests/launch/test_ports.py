"""A taken port is reported in one line, with another that may be free."""

import socket

import pytest

from newsdesk.launch import ports
from newsdesk.launch.errors import LaunchError
from newsdesk.launch.ports import LOOPBACK, free_port, require_free_port


def test_free_port_is_accepted():
    require_free_port(free_port())


def test_taken_port_is_reported_with_another_to_try():
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(LaunchError, match=rf"port {port} is taken .*--port {port + 1}"):
            require_free_port(port)


def test_privileged_port_is_refused_before_anything_starts(monkeypatch):
    monkeypatch.setattr(ports, "_first_for_everybody", lambda: 1024)
    with pytest.raises(LaunchError, match="port 80 needs rights that the web server does without"):
        require_free_port(80)
