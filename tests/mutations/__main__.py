"""Change numbers of the engine one at a time, and see whether its tests fail.

    python3 -m tests.mutations [--seed HASH] [--count 24] [--jobs 2]

The seed is the last commit's hash, so that nobody chooses.  The tests are those of ``tests/extraction``; none of them
names a constant of the engine, and none compares whole outputs: they hold cases, properties, and the figures of our
corpus (``floors.toml``).  Prints a row for each constant, and how many were caught.
"""

from __future__ import annotations

import argparse
import os
import random
import secrets
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from newsdesk.launch.paths import CHECKOUT
from tests.house import LEFT_BEHIND
from tests.mutations.constants import Constant, engine_constants

#: The quickest first: the next is run only where the one before passed.
SUITES = (
    ("figures", ["tests/extraction/test_floors.py"]),
    ("cases and properties", ["tests/extraction", "--ignore=tests/extraction/test_floors.py"]),
)
#: A changed number that makes the engine endless is caught as well.
SECONDS = 600
#: What a suite that cannot be run said last.
LAST_LETTERS = 4000
#: Settings want a key and services; the engine asks neither.
ENVIRONMENT = {
    **os.environ,
    "SECRET_KEY": secrets.token_urlsafe(64),
    "DATABASE_URL": "postgres:///newsdesk",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
}


def main() -> int:
    """Return 0 where every constant was caught."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default=_last_commit())
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--jobs", type=int, default=1)
    wanted = parser.parse_args()
    constants = engine_constants(CHECKOUT)
    drawn = random.Random(wanted.seed).sample(constants, min(wanted.count, len(constants)))
    print(f"{len(drawn)} of {len(constants)} constants, seed {wanted.seed}", flush=True)
    _caught_by(None)  # a suite that fails with every number as it is would seem to catch all of them
    with ThreadPoolExecutor(wanted.jobs) as pool:
        caught = sum(pool.map(_row, drawn))
    print(f"caught: {caught} of {len(drawn)}")
    return 0 if caught == len(drawn) else 1


def _last_commit() -> str:
    return subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=CHECKOUT, text=True).strip()


def _row(constant: Constant) -> bool:
    caught_by = _caught_by(constant)
    change = f"{constant.path}:{constant.line} {constant.name} {constant.value} → {constant.changed}"
    print(f"{'caught by ' + caught_by if caught_by else 'NOT CAUGHT'}: {change}", flush=True)
    return bool(caught_by)


def _caught_by(constant: Constant | None) -> str:
    """The first suite that fails with the changed number (None: with all as they are); "" where none does."""
    with tempfile.TemporaryDirectory(prefix="newsdesk-mutation-") as outer:
        checkout = Path(outer) / "newsdesk"
        shutil.copytree(CHECKOUT, checkout, ignore=LEFT_BEHIND)
        if constant:
            constant.mutate(checkout)
        for name, words in SUITES:
            command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *words]
            try:
                done = subprocess.run(
                    command, cwd=checkout, env=ENVIRONMENT, capture_output=True, timeout=SECONDS, check=False
                )
            except subprocess.TimeoutExpired:
                return f"{name} (too slow)"
            if done.returncode == 1 and constant:
                return name
            if done.returncode:
                said = (done.stdout + done.stderr).decode(errors="replace")[-LAST_LETTERS:]
                raise SystemExit(f"{name}: the tests do not pass unchanged, or could not be run:\n{said}")
    return ""


if __name__ == "__main__":
    sys.exit(main())
