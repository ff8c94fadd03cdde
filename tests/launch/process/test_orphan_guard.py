"""A supervisor killed with SIGKILL leaves nothing running, and its lock to the next one."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.paths import CHECKOUT
from newsdesk.launch.process.locks import only_one
from newsdesk.launch.process.orphan_guard import end, keep_watch
from tests.launch.conftest import lives
from tests.waiting import eventually

SUPERVISING = """
import os, signal, sys
from pathlib import Path
from newsdesk.launch.process.locks import only_one
from newsdesk.launch.process.program import Program
from newsdesk.launch.process.supervisor import Supervisor

folder, guarded = Path(sys.argv[1]), sys.argv[2] == "guarded"
if guarded:  # as on a system whose kernel does not do it
    import newsdesk.launch.process.program as programs
    programs.dying_with_parent = lambda last_signal: None
waits = "import signal; print('ready', flush=True); signal.pause()"
with only_one(folder / "lock", advice="taken") as lock:
    with Supervisor(lambda line: None, keep=[lock], guarded=guarded) as supervisor:
        for name in ("one", "two"):
            supervisor.start(Program(name, (sys.executable, "-c", waits), folder, dict(os.environ)))
        print(supervisor.pid("one"), supervisor.pid("two"), flush=True)
        supervisor.watch()
"""


@pytest.fixture
def supervising(tmp_path):
    """Start a supervisor in a process of its own, guarded or not, with two children."""
    with ExitStack() as stack:

        def start(how):
            process = subprocess.Popen(
                [sys.executable, "-c", SUPERVISING, str(tmp_path), how], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            assert process.stdout
            return process, [int(pid) for pid in process.stdout.readline().split()]

        yield start


HOW = ["guarded", pytest.param("by the kernel", marks=pytest.mark.skipif(sys.platform != "linux", reason="Linux only"))]


@pytest.mark.parametrize("how", HOW)
def test_killed_supervisor_leaves_no_orphan(supervising, how):
    process, children = supervising(how)
    assert len(children) == 2
    assert all(lives(child) for child in children)
    process.send_signal(signal.SIGKILL)
    process.wait()
    eventually(lambda: not any(lives(child) for child in children))


@pytest.mark.parametrize("how", HOW)
def test_terminated_supervisor_leaves_no_orphan(supervising, how):
    process, children = supervising(how)
    process.send_signal(signal.SIGTERM)
    process.wait()
    assert not any(lives(child) for child in children)


def test_second_supervisor_is_refused_naming_the_first(supervising, tmp_path):
    process, _children = supervising("by the kernel" if sys.platform == "linux" else "guarded")
    with (
        pytest.raises(LaunchError, match=rf"^taken \(process {process.pid}\)$"),
        only_one(tmp_path / "lock", advice="taken"),
    ):
        pass


@pytest.mark.parametrize("how", HOW)
def test_supervisor_started_after_a_kill_waits_for_the_old_processes(supervising, tmp_path, how):
    process, children = supervising(how)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with only_one(tmp_path / "lock", advice="taken"):
        assert not any(lives(child) for child in children)
        assert (tmp_path / "lock").read_text() == str(os.getpid())


def test_guard_forgets_processes_that_ended():
    assert keep_watch(["10 9\n", "11 15\n", "10 0\n"]) == {11: 15}


def test_guard_signals_processes_that_are_left():
    waiting = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"], start_new_session=True)
    gone = subprocess.Popen([sys.executable, "-c", ""], start_new_session=True)
    gone.wait()
    end({gone.pid: signal.SIGTERM, waiting.pid: signal.SIGKILL})
    assert waiting.wait(20) == -signal.SIGKILL
