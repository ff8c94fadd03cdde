"""``python -m newsdesk.launch run|test|services|pin``, within the virtual environment."""

from __future__ import annotations

import sys

from .arguments import parse
from .failures import told_in_one_line
from .places import CHECKOUT


def main() -> int:
    """Do what the command line asks for and return the exit status."""
    with told_in_one_line() as outcome:
        wanted = parse(sys.argv[1:])
        match wanted.command:
            case "run":
                from .running import run

                outcome.status = run(CHECKOUT, wanted)
            case "test":
                from .testing import test

                outcome.status = test(CHECKOUT, wanted)
            case "services":
                from .developing import serve

                outcome.status = serve(CHECKOUT)
            case "pin":
                from .pin import pin

                pin(CHECKOUT, CHECKOUT / ".venv" / "bin" / "uv", upgrade=wanted.upgrade)
    return outcome.status


if __name__ == "__main__":
    sys.exit(main())
