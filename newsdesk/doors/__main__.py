"""``python -m newsdesk.doors --port 8000``: the web server, for ``./run`` as well as for a production server."""

from __future__ import annotations

from argparse import ArgumentParser

from newsdesk.doors.server import LOOPBACK, serve


def _asked() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m newsdesk.doors", description="Serve Newsdesk over HTTP.")
    parser.add_argument("--host", default=LOOPBACK, help=f"address to listen on ({LOOPBACK})")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    return parser


if __name__ == "__main__":
    asked = _asked().parse_args()
    serve(asked.host, asked.port)
