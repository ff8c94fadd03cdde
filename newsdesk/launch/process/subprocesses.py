"""Child processes that do not outlive us, and commands run for their result."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import LaunchError, explain
from .accounts import Account

PR_SET_PDEATHSIG = 1
# Python keeps back what it writes to a file, so that errors would stand before the lines that led to them.
IN_ORDER = {"PYTHONUNBUFFERED": "1"}
# How a command says that Ctrl-C ended it: by the signal itself, or as shells do.
INTERRUPTED = (-signal.SIGINT, 130)
# Loaded here, since between fork and exec nothing may be imported.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def dying_with_parent(last_signal: int = signal.SIGKILL) -> Callable[[], None] | None:
    """Return what a child runs before ``exec`` so that the kernel ends it when we die.

    Only Linux knows this; elsewhere None, and ``guard`` does the same from outside.
    """
    if _libc is None:
        return None
    prctl, parent = _libc.prctl, os.getpid()

    def ask_the_kernel() -> None:
        prctl(PR_SET_PDEATHSIG, int(last_signal))
        if os.getppid() != parent:  # we died between fork and here
            os._exit(1)

    return ask_the_kernel


def as_account(account: Account | None) -> dict[str, Any]:
    """Return what ``subprocess`` needs to start a child under an account."""
    return {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}


def run_logged(
    command: Sequence[str | Path],
    *,
    log: Path,
    purpose: str,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    account: Account | None = None,
    from_registry: bool = False,
) -> None:
    """Run a command with its output in a file; raise ``LaunchError`` with the cause if it fails.

    ``from_registry`` tells that it fetches packages, so that a missing network may be the cause.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as output:
        try:
            status = subprocess.run(
                [str(part) for part in command],
                cwd=folder,
                env={**(os.environ if environment is None else environment), **IN_ORDER},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                preexec_fn=dying_with_parent(),
                **as_account(account),
                check=False,
            ).returncode
        except OSError as error:
            raise LaunchError(f"{purpose}: cannot run {command[0]} ({error.strerror})") from error
    if status in INTERRUPTED:
        raise KeyboardInterrupt  # the terminal's Ctrl-C reached it as well as us
    if status:
        told = log.read_text(encoding="utf-8", errors="replace")
        raise LaunchError(f"{purpose}: {explain(told, from_registry=from_registry)} (all output: {log})")
