"""What a terminal says first and last: what happens now, how long it takes, and where to go next."""

from __future__ import annotations

from .ports import LOOPBACK


def opening(*, first: bool, only_setup: bool) -> str:
    """The first line of ``./run``; ``first`` where nothing is installed in this folder yet."""
    after = "Then ./run starts it." if only_setup else "The address to open comes at the end."
    if first:
        took = "about half a minute, longer if packages must be downloaded"
        return f"Setting up Newsdesk in this folder: {took}. {after}"
    return f"{'Setting up' if only_setup else 'Starting'} Newsdesk: a few seconds. {after}"


def closing(port: int, editor: str, password: str, logs: str) -> str:
    """The last lines of ``./run``, once pages are served: where to look, how to sign in, what to try, how to stop."""
    address = f"http://{LOOPBACK}:{port}/"
    return "\n".join(
        [
            "",
            "Newsdesk is running. Open it in a browser:",
            f"  Timeline   {address}",
            f"  Sign in    {address}admin/  as {editor}, password {password}",
            "Try this: sign in, add an article and publish its events. README.md has a tour.",
            f"Logs are in {logs}/ (./run --verbose shows them). Ctrl-C stops it.",
            "",
        ]
    )
