"""Turns what stops us into one line and an exit status, without a traceback."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .errors import LaunchError
from .progress import complain

INTERRUPTED = 130  # what shells give for Ctrl-C


@dataclass
class Outcome:
    """The exit status; 0 until something says otherwise."""

    status: int = 0


@contextmanager
def errors_in_one_line() -> Iterator[Outcome]:
    """Run the block; on known trouble say it in one line. Errors of our own keep their traceback."""
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
