"""A launch error is one line on standard error; our own faults keep their traceback."""

import errno

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.exit import errors_in_one_line

TOLD = [
    (LaunchError("port 8000 is taken"), 1, "newsdesk: port 8000 is taken\n"),
    (KeyboardInterrupt(), 130, "newsdesk: stopped\n"),
    (OSError(errno.ENOSPC, "No space left on device"), 1, "newsdesk: the disk is full: free at least 1 GB"),
    (PermissionError(errno.EACCES, "Permission denied", "/var/x"), 1, "newsdesk: /var/x cannot be written or entered"),
]


@pytest.mark.parametrize(("error", "status", "line"), TOLD)
def test_launch_error_is_one_line_and_an_exit_status(capsys, error, status, line):
    with errors_in_one_line() as outcome:
        raise error
    assert outcome.status == status
    told = capsys.readouterr().err
    assert told.startswith(line)
    assert told.count("\n") == 1


@pytest.mark.parametrize("error", [ValueError("ours"), OSError(errno.EBADF, "ours")])
def test_programming_error_keeps_its_traceback(error):
    with pytest.raises(type(error)), errors_in_one_line():
        raise error
