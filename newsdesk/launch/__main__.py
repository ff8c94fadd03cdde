"""``python -m newsdesk.launch run|test|services|pin``, within the virtual environment."""

from __future__ import annotations

import sys

from .arguments import parse
from .exit import errors_in_one_line
from .paths import CHECKOUT


def main() -> int:
    """Do what the command line asks for and return the exit status."""
    with errors_in_one_line() as outcome:
        wanted = parse(sys.argv[1:])
        match wanted.command:
            case "run":
                from .commands.run import run

                outcome.status = run(CHECKOUT, wanted)
            case "test":
                from .commands.test import test

                outcome.status = test(CHECKOUT, wanted)
            case "services":
                from .commands.services import serve

                outcome.status = serve(CHECKOUT)
            case "pin":
                from .commands.pin import pin

                pin(CHECKOUT, CHECKOUT / ".venv" / "bin" / "uv", upgrade=wanted.upgrade)
    return outcome.status


if __name__ == "__main__":
    sys.exit(main())
