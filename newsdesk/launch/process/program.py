"""What the supervisor starts: a command with its folder, account, and way of ending."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .accounts import Account
from .subprocesses import as_account, dying_with_parent


@dataclass(frozen=True)
class Program:
    """A long-running command, or one run to its end, under the supervisor."""

    name: str
    command: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]
    account: Account | None = None
    # How it is asked to end; after `patience` seconds it is killed with all it started.
    stop_signal: int = signal.SIGTERM
    patience: float = 15
    # A service that others lean on: stopped after them.
    serves_others: bool = False
    # It has the terminal for itself: its output as it is, and Ctrl-C.
    foreground: bool = False
    # What the kernel sends it should the supervisor itself be killed.
    orphan_signal: int = signal.SIGKILL

    def start(self, keep: Sequence[int] = ()) -> subprocess.Popen[bytes]:
        """Start it in a session of its own, so that Ctrl-C reaches the supervisor only.

        ``keep`` are descriptors it holds open for as long as anything of it lives.
        """
        return subprocess.Popen(
            self.command,
            cwd=self.folder,
            env=dict(self.environment),
            stdin=None if self.foreground else subprocess.DEVNULL,
            stdout=None if self.foreground else subprocess.PIPE,
            stderr=None if self.foreground else subprocess.STDOUT,
            start_new_session=not self.foreground,
            pass_fds=tuple(keep),
            preexec_fn=dying_with_parent(self.orphan_signal),
            **as_account(self.account),
        )
