"""A command that the supervisor can start, with its folder, its account, and how to stop it."""

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
    """A command for the supervisor, which may run until it is stopped or end by itself."""

    name: str
    command: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]
    account: Account | None = None
    # The signal that asks it to end. After `patience` seconds it is killed, with everything it started.
    stop_signal: int = signal.SIGTERM
    patience: float = 15
    # Others need it, so it is stopped after them.
    serves_others: bool = False
    # It has the terminal: its output is not captured, and it gets Ctrl-C.
    foreground: bool = False
    # The signal that the kernel or the guard sends it if the supervisor is killed.
    orphan_signal: int = signal.SIGKILL

    def start(self, keep: Sequence[int] = ()) -> subprocess.Popen[bytes]:
        """Start it, in a session of its own unless it has the terminal, so that only the supervisor gets Ctrl-C.

        ``keep`` are descriptors that it and its children inherit, and so hold open as long as any of them lives.
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
