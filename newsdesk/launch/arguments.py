"""The words that may follow ``./run`` and ``./test``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

DEFAULT_PORT = 8000


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; ends the program, as argparse does, if it is not valid.

    ``command`` of the result is ``run``, ``test``, ``services`` or ``pin``; ``pytest`` are words meant for pytest.
    """
    parser = argparse.ArgumentParser(prog="newsdesk")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_run(commands.add_parser("run", prog="./run", description="Set up and start Newsdesk. Ctrl-C stops it."))
    test = commands.add_parser(
        "test", prog="./test", description="Run every test. What is not listed here goes to pytest.", allow_abbrev=False
    )
    test.add_argument("--faults", action="store_true", help="only the tests that kill real processes")
    test.add_argument("--load", action="store_true", help="only the tests with a large amount of data")
    test.add_argument("--without-browser", action="store_true", help="skip the browser tests")
    commands.add_parser("services", help="run only PostgreSQL and Redis, in the foreground, for developers")
    pin = commands.add_parser("pin", help="rewrite requirements*.txt from pyproject.toml")
    pin.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    known, rest = parser.parse_known_args(arguments)
    if rest and known.command != "test":
        commands.choices[known.command].error(f"unknown: {' '.join(rest)}")
    known.pytest = rest
    return known


def _add_run(run: argparse.ArgumentParser) -> None:
    run.add_argument(
        "--port", type=_port, default=DEFAULT_PORT, help=f"port of the web server (default {DEFAULT_PORT})"
    )
    run.add_argument("--setup", action="store_true", help="set up, but do not start")
    run.add_argument("--verbose", action="store_true", help="show the logs, which are also kept in var/log/")
    run.add_argument(
        "--fresh", action="store_true", help="start over: erase all data of the embedded PostgreSQL and Redis"
    )


def _port(word: str) -> int:
    port = int(word)
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{port} is not a port: choose one from 1 to 65535")
    return port
