"""Commands run for their result: their output is kept, and quoted when they fail."""

import sys

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.process.subprocesses import run_logged


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # the order of lines must not hang on the caller

    def run_python(script):
        log = tmp_path / "log" / "step.log"
        run_logged([sys.executable, "-c", script], log=log, purpose="the step", folder=tmp_path)
        return log.read_text()

    return run_python


def test_output_of_a_command_is_kept(run):
    assert run("import sys; print('out'); print('err', file=sys.stderr)").split() == ["out", "err"]


def test_failure_is_reported_with_purpose_cause_and_log(run, tmp_path):
    with pytest.raises(LaunchError, match=rf"^the step: ValueError: odd \(all output: {tmp_path}/log/step.log\)$"):
        run("raise ValueError('odd')")


def test_command_that_cannot_be_run_is_named(tmp_path):
    with pytest.raises(LaunchError, match=r"the step: cannot run /nowhere/tool \(No such file"):
        run_logged(["/nowhere/tool"], log=tmp_path / "log", purpose="the step", folder=tmp_path)


@pytest.mark.parametrize("script", ["import os, signal; os.kill(os.getpid(), signal.SIGINT)", "raise SystemExit(130)"])
def test_command_ended_by_ctrl_c_ends_us_too(run, script):
    with pytest.raises(KeyboardInterrupt):
        run(script)
