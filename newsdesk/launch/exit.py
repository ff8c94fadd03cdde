"""Turns expected errors into one line and an exit status, without a traceback."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .errors import LaunchError
from .progress import complain

INTERRUPTED = 130  # the status that shells give for Ctrl-C


@dataclass
class Outcome:
    """The exit status of a command; 0 unless it is set to something else."""

    status: int = 0


@contextmanager
def errors_in_one_line() -> Iterator[Outcome]:
    """Run the ``with`` block; print expected errors in one line and set the status.

    Other exceptions, which are bugs, are raised and keep their traceback.
    """
    outcome = Outcome()
    try:
        yield outcome
    except LaunchError as trouble:
        complain(str(trouble))
        outcome.status = 1
    except KeyboardInterrupt:
        complain("stopped")
        outcome.status = INTERRUPTED
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            complain("the disk is full: free at least 1 GB, then start again")
        elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            complain(f"{error.filename or 'a file'} cannot be written or entered ({error.strerror}): check whose it is")
        else:
            raise
        outcome.status = 1
