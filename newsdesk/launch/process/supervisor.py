"""Starts programs, passes on their output, restarts those that die, and stops them all."""

from __future__ import annotations

import selectors
import signal
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType

from ..errors import LaunchError
from .orphan_guard import Guard
from .output import Lines, Outputs, Show
from .program import Program
from .signals import StopAsked, StopSignals
from .supervised import DEATHS_TOLERATED, WITHIN_SECONDS, Child

IMPATIENT = 2  # after so many stop signals programs are killed at once


class Supervisor:
    """A small foreground supervisor; use it in a ``with`` block, which stops everything at its end.

    Its own messages go to ``write``.  The output of programs goes to files in the folder ``logs``, if that is given,
    and with ``show`` (or without ``logs``) to ``write``.  ``keep`` are descriptors, such as locks, that every program
    holds open for as long as it lives.
    """

    def __init__(
        self,
        write: Show,
        *,
        logs: Path | None = None,
        show: bool = False,
        keep: Sequence[int] = (),
        colour: bool = False,
        guarded: bool = sys.platform != "linux",
    ) -> None:
        self._write, self._keep, self._guarded = write, tuple(keep), guarded
        self._outputs = Outputs(write, logs, show=show, colour=colour)
        self._children: dict[str, Child] = {}
        self._guard: Guard | None = None
        self._signals = StopSignals()
        self._stopping = False

    def __enter__(self) -> Supervisor:
        self._signals.__enter__()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._signals.socket, selectors.EVENT_READ)
        self._guard = Guard() if self._guarded else None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.stop_all()
        finally:
            if self._guard:
                self._guard.close()
            self._selector.close()
            self._outputs.close()
            self._signals.__exit__(kind, error, trace)

    def pid(self, name: str) -> int:
        """Return the process number of a running program."""
        return self._children[name].process.pid

    def start(self, program: Program) -> None:
        """Start a program, and restart it when it dies."""
        child = Child(program, Lines(self._outputs.of(program.name, len(self._children))), self._keep)
        self._children[program.name] = child
        self._attend(child)

    def run(self, program: Program) -> int:
        """Run a program to its end and return its exit status; the other programs are looked after meanwhile."""
        self.start(program)
        child = self._children[program.name]
        while child.runs:
            self.look_after(1, leaving_out=child)
        self._bury(child)
        del self._children[program.name]
        return child.process.returncode

    def wait_until(self, ready: Callable[[], bool], *, within: float, what: str, by: str) -> None:
        """Wait until ``ready()`` returns true.

        Raises ``LaunchError``, naming ``what``, if the program called ``by`` ends first or ``within`` seconds are over.
        """
        deadline = time.monotonic() + within
        child = self._children[by]
        while not ready():
            self.turn(0.03)
            if not child.runs:
                self._bury(child)
                del self._children[by]
                said = " / ".join(list(child.lines.last)[-3:]) or "it said nothing"
                raise LaunchError(f"{what} did not start: {said}")
            if time.monotonic() > deadline:
                raise LaunchError(f"{what} did not answer within {within:.0f} s")

    def watch(self) -> None:
        """Keep everything running until ``StopAsked`` is raised, or ``LaunchError`` because a program keeps dying."""
        while True:
            self.look_after(1)

    def look_after(self, seconds: float, *, leaving_out: Child | None = None) -> None:
        """Take one turn, and restart programs that have died, except one that is expected to end."""
        self.turn(seconds)
        for child in list(self._children.values()):
            if child is leaving_out:
                continue
            if child.again_at is not None:
                if child.start_when_due():
                    self._attend(child)
            elif not child.runs:
                self._note_death(child)

    def turn(self, seconds: float) -> None:
        """Pass on output, waiting for some at most so many seconds; raises ``StopAsked`` after a stop signal."""
        for key, _events in self._selector.select(seconds):
            if key.data is None:
                self._signals.drain()
            elif not key.data.read():
                self._selector.unregister(key.fileobj)
        if self._signals.count and not self._stopping:
            raise StopAsked

    def stop_all(self) -> None:
        """Stop all programs, those that serve others last."""
        self._stopping = True
        living = [child for child in self._children.values() if child.again_at is None]
        self._stop([child for child in living if not child.program.serves_others])
        self._stop([child for child in living if child.program.serves_others])
        self._children.clear()

    def _stop(self, children: Iterable[Child]) -> None:
        waiting = {child: time.monotonic() + child.program.patience for child in children}
        for child in waiting:
            # The terminal has already sent Ctrl-C to a foreground program.
            if not (child.program.foreground and self._signals.last == signal.SIGINT):
                child.signal(child.program.stop_signal)
        while waiting:
            self.turn(0.05 if any(not child.runs for child in waiting) else 0.5)
            for child, deadline in list(waiting.items()):
                if child.runs and (time.monotonic() > deadline or self._signals.count >= IMPATIENT):
                    child.kill_all()
                if not child.runs:
                    self._bury(child)
                    del waiting[child]

    def _note_death(self, child: Child) -> None:
        status = child.process.returncode
        self._bury(child)
        pause = child.note_death()
        how = f"ended with status {status}" if status >= 0 else f"was killed by signal {-status}"
        if pause is None:
            del self._children[child.program.name]
            kept, last = self._outputs.file_of(child.program.name), child.lines.last
            raise LaunchError(
                f"{child.program.name} {how}, the {DEATHS_TOLERATED}th time in {WITHIN_SECONDS:.0f} s: its lines "
                f"{f'in {kept}' if kept else 'above'} say why (the last: {last[-1] if last else 'none'})"
            )
        self._write(f"newsdesk: {child.program.name} {how}; starting it again\n")
        if child.start_when_due():
            self._attend(child)

    def _attend(self, child: Child) -> None:
        if child.output:
            self._selector.register(child.output, selectors.EVENT_READ, child)
        if self._guard:
            self._guard.watch(child.process.pid, child.program.orphan_signal)

    def _bury(self, child: Child) -> None:
        """Clean up after a process that has ended: pass on its last output, and kill what it started."""
        if child.output and child.output in self._selector.get_map():
            self._selector.unregister(child.output)
        child.close_output()
        child.kill_all()
        if self._guard:
            self._guard.forget(child.process.pid)
