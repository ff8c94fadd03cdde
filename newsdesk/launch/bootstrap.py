"""The first step, with the machine's own Python: make the virtual environment, then continue inside it.

``start.sh`` starts this with nothing but the standard library, in the environment that ``emptied.sh`` left.
"""

from __future__ import annotations

import os
import sys

from .arguments import parse
from .exit import errors_in_one_line
from .greeting import opening
from .paths import CHECKOUT, require_space
from .ports import require_free_port
from .process.locks import one_after_another
from .progress import say
from .setup.virtualenv import prepare


def main() -> int:
    """Make the virtual environment, and replace this process by ``python -m newsdesk.launch`` within it.

    Returns the exit status if that fails.
    """
    # Set by start.sh so that this package is found; programs that we start must not see it.
    os.environ.pop("PYTHONPATH", None)
    with errors_in_one_line() as outcome:
        wanted = parse(sys.argv[1:])
        require_space(CHECKOUT)
        if wanted.command == "run":
            say(opening(first=not (CHECKOUT / ".venv").exists(), only_setup=wanted.setup))
        if wanted.command == "run" and not wanted.setup and not (CHECKOUT / ".venv").exists():
            require_free_port(wanted.port)  # here, so that nobody waits for the installation first
        with one_after_another(CHECKOUT / "var" / "setup.lock"):
            python = prepare(CHECKOUT, testing=wanted.command == "test")
        os.execv(python, [str(python), "-m", "newsdesk.launch", *sys.argv[1:]])
    return outcome.status


if __name__ == "__main__":
    sys.exit(main())
