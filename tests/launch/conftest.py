"""A supervisor whose lines a test can read, and small programs for it to run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.launch.process.program import Program
from newsdesk.launch.process.supervisor import Supervisor

WAITS = "import signal; print('ready', flush=True); signal.pause()"


@pytest.fixture
def written() -> list[str]:
    return []


@pytest.fixture
def supervisor(written):
    with Supervisor(written.append) as started:
        yield started


@pytest.fixture
def program(tmp_path) -> Callable[..., Program]:
    """Return a maker of programs from lines of Python."""

    def make(script: str = WAITS, name: str = "dummy", **settings) -> Program:
        return Program(name, (sys.executable, "-c", script), tmp_path, dict(os.environ), **settings)

    return make


def lives(pid: int) -> bool:
    """Tell whether a process still runs; one that ended but was not yet collected does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
