"""The supervisor shows, watches, restarts and stops its programs."""

import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.process.signals import StopAsked
from newsdesk.launch.process.supervisor import Supervisor
from tests.launch.conftest import lives
from tests.waiting import eventually

STUBBORN = (
    "import signal\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "print('ready', flush=True)\n"
    "while True: signal.pause()\n"
)


def said(written, line):
    return lambda: any(line in one for one in written)


def test_program_run_to_its_end_gives_status_and_output(supervisor, written, program):
    assert supervisor.run(program("import sys; print('done'); sys.exit(3)")) == 3
    assert written == ["dummy    | done\n"]


def test_with_logs_nothing_is_written_to_the_terminal(written, program, tmp_path):
    with Supervisor(written.append, logs=tmp_path) as supervisor:
        supervisor.run(program("print('done')"))
    assert written == []
    assert (tmp_path / "dummy.log").read_text().endswith(" done\n")


def test_logged_output_can_be_shown_as_well(written, program, tmp_path):
    with Supervisor(written.append, logs=tmp_path, show=True) as supervisor:
        supervisor.run(program("print('done')"))
    assert written == ["dummy    | done\n"]
    assert (tmp_path / "dummy.log").read_text().endswith(" done\n")


def test_program_that_keeps_dying_is_reported_with_its_log(written, program, tmp_path, monkeypatch):
    monkeypatch.setattr("newsdesk.launch.process.supervised.LONGEST_PAUSE", 0.05)
    with Supervisor(written.append, logs=tmp_path) as supervisor:
        supervisor.start(program("raise SystemExit('no database')"))
        with pytest.raises(LaunchError, match=rf"its lines in {tmp_path}/dummy.log say why \(the last: no database\)"):
            supervisor.watch()


def test_waiting_ends_when_the_program_is_ready(supervisor, written, program):
    supervisor.start(program())
    supervisor.wait_until(said(written, "ready"), within=20, what="the dummy", by="dummy")
    assert lives(supervisor.pid("dummy"))


def test_program_that_dies_while_awaited_is_quoted_in_the_error(supervisor, program):
    supervisor.start(program("raise SystemExit('no room for me')"))
    with pytest.raises(LaunchError, match="the dummy did not start: no room for me"):
        supervisor.wait_until(lambda: False, within=20, what="the dummy", by="dummy")


def test_program_that_is_never_ready_is_given_up(supervisor, program):
    supervisor.start(program())
    with pytest.raises(LaunchError, match="the dummy did not answer"):
        supervisor.wait_until(lambda: False, within=0.1, what="the dummy", by="dummy")


def test_killed_program_is_started_again(supervisor, written, program):
    supervisor.start(program())
    eventually(said(written, "ready"), supervisor.turn)
    first = supervisor.pid("dummy")
    os.kill(first, signal.SIGKILL)
    eventually(lambda: supervisor.pid("dummy") != first, supervisor.look_after)
    assert any("was killed by signal 9; starting it again" in line for line in written)


def test_program_that_keeps_dying_is_given_up(supervisor, program, monkeypatch):
    monkeypatch.setattr("newsdesk.launch.process.supervised.LONGEST_PAUSE", 0.05)
    supervisor.start(program("raise SystemExit('no database')"))
    with pytest.raises(LaunchError, match=r"dummy ended with status 1, the 5th time .*no database"):
        supervisor.watch()


def test_children_of_a_dead_program_are_killed(supervisor, written, program, tmp_path):
    script = (
        "import subprocess, sys, os, signal\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()'])\n"
        "print('child', child.pid, flush=True); signal.pause()\n"
    )
    supervisor.start(program(script))
    eventually(said(written, "child"), supervisor.turn)
    child = int(written[0].split()[-1])
    os.kill(supervisor.pid("dummy"), signal.SIGKILL)
    eventually(lambda: not lives(child), supervisor.look_after)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_every_stop_signal_stops_the_supervisor(supervisor, program, number):
    supervisor.start(program())
    os.kill(os.getpid(), number)
    with pytest.raises(StopAsked):
        supervisor.watch()


def test_services_are_stopped_after_the_programs_that_use_them(written, program):
    telling = "import atexit, signal, sys; signal.signal(15, lambda *_: sys.exit()); atexit.register(print, 'bye')\n"
    waiting = "print('ready', flush=True); signal.pause()"
    with Supervisor(written.append) as supervisor:
        supervisor.start(program(telling + waiting, "database", serves_others=True))
        supervisor.start(program(telling + waiting, "web"))
        eventually(lambda: len(written) == 2, supervisor.turn)
    assert written[2:] == ["web      | bye\n", "database | bye\n"]


def test_program_that_will_not_stop_is_killed_after_its_patience(written, program):
    with Supervisor(written.append) as supervisor:
        supervisor.start(program(STUBBORN, patience=0.2))
        eventually(said(written, "ready"), supervisor.turn)
        pid = supervisor.pid("dummy")
    assert not lives(pid)


def test_second_stop_signal_kills_at_once(written, program):
    started = time.monotonic()
    with Supervisor(written.append) as supervisor:
        supervisor.start(program(STUBBORN, patience=600))
        eventually(said(written, "ready"), supervisor.turn)
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
    assert time.monotonic() - started < 60


def test_signal_handlers_are_restored(written):
    before = signal.getsignal(signal.SIGTERM)
    with Supervisor(written.append):
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_stubborn_foreground_program_is_killed_without_our_process_group(written, program):
    with Supervisor(written.append) as supervisor:
        supervisor.start(
            program(
                "import signal; signal.signal(15, signal.SIG_IGN)\nwhile True: signal.pause()",
                foreground=True,
                patience=0.5,
            )
        )
        pid = supervisor.pid("dummy")
        eventually(lambda: ignores_sigterm(pid), supervisor.turn)
    assert not lives(pid)


def ignores_sigterm(pid):
    """Tell from /proc whether the process has set SIGTERM aside yet."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"SigIgn:\s*(\w+)", status)
    assert found
    ignored = int(found[1], 16)
    return bool(ignored >> (signal.SIGTERM - 1) & 1)
