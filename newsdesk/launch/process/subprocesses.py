"""Options for child processes (dying with their parent, other accounts), and running a command to its end."""

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
# Python buffers standard output but not standard error, so errors would come before the lines that led to them.
IN_ORDER = {"PYTHONUNBUFFERED": "1"}
# The status of a command that Ctrl-C ended: by the signal itself, or as shells report it.
INTERRUPTED = (-signal.SIGINT, 130)
# Loaded here, because nothing may be imported between fork and exec.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def dying_with_parent(last_signal: int = signal.SIGKILL) -> Callable[[], None] | None:
    """Return a ``preexec_fn`` that has the kernel send the child ``last_signal`` when we die.

    Only Linux has this. Elsewhere it is None, and ``orphan_guard`` does the same from outside.
    """
    if _libc is None:
        return None
    prctl, parent = _libc.prctl, os.getpid()

    def ask_the_kernel() -> None:
        prctl(PR_SET_PDEATHSIG, int(last_signal))
        if os.getppid() != parent:  # the parent has died since the fork
            os._exit(1)

    return ask_the_kernel


def as_account(account: Account | None) -> dict[str, Any]:
    """Return the arguments of ``subprocess`` for running a child under an account; empty for None."""
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
    """Run a command with its output in the file ``log``; raise ``LaunchError`` with the cause if it fails.

    ``purpose`` is named in the error. ``from_registry``: it fetches packages, so the network may be the cause.
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
        raise KeyboardInterrupt  # Ctrl-C went to the command as well as to us
    if status:
        printed = log.read_text(encoding="utf-8", errors="replace")
        raise LaunchError(f"{purpose}: {explain(printed, from_registry=from_registry)} (all output: {log})")
