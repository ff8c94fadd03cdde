"""Both commands in one bare root, and what came of them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsdesk.launch.ports import LOOPBACK, free_port
from tests.bare.roots import BareRoot

START_SECONDS = 1800
# How our lines name what an administrator should install.
ASKED = re.compile(r"apt-get install ([a-z0-9.+ -]+)\)")
MOST_QUESTIONS = 4
SUMMARY = re.compile(r"(?:\d+ (?:passed|failed|errors?|skipped|deselected|xfailed|warnings?)(?:, )?)+ in [\d.]+s")


class ProofFailedError(Exception):
    """A command did not do what it should; the text says where to look."""


@dataclass
class Outcome:
    """What one root showed."""

    asked_for: list[str] = field(default_factory=list)
    page_seconds: float = 0
    events: int = 0
    tests: str = ""


def prove(root: BareRoot, log: Path, words: Sequence[str]) -> Outcome:
    """Start ``./run`` until the first page answers with events, then run ``./test``."""
    outcome = Outcome()
    outcome.page_seconds, outcome.events = _until_it_goes(root, log, outcome, _first_page)
    outcome.tests = _until_it_goes(root, log, outcome, lambda root, log: _tests(root, log, words))
    return outcome


def _until_it_goes(root, log, outcome, attempt):
    """Try; where a line asks for packages, be the administrator who installs just those, and try again."""
    for _question in range(MOST_QUESTIONS):
        before = log.stat().st_size if log.exists() else 0
        try:
            return attempt(root, log)
        except ProofFailedError:
            asked = ASKED.findall(log.read_text(errors="replace")[before:])
            if not asked:
                raise
            outcome.asked_for += asked[-1].split()
            installing = f"apt-get update && apt-get install -y --no-install-recommends {asked[-1]}"
            if root.run(installing, log, as_root=True):
                raise ProofFailedError(f"{asked[-1]} cannot be installed: {log}") from None
    raise ProofFailedError(f"it asks for ever more packages: {log}")


def _first_page(root: BareRoot, log: Path) -> tuple[float, int]:
    port, started = free_port(), time.monotonic()
    before = log.stat().st_size if log.exists() else 0
    process = root.start(f"exec ./run --port {port}", log)
    try:
        while "Ctrl-C stops it" not in log.read_text(errors="replace")[before:]:
            if process.poll() is not None or time.monotonic() - started > START_SECONDS:
                raise ProofFailedError(f"./run did not start: {log}")
            time.sleep(0.2)
        seconds = time.monotonic() - started
        with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/en/", timeout=60) as answer:
            events = len(set(re.findall(r'href="/en/events/(\d+)/', answer.read().decode())))
        if not events:
            raise ProofFailedError("the first page shows no event")
    finally:
        status = _end(process)
    if status:
        raise ProofFailedError(f"./run ended with status {status} after Ctrl-C: {log}")
    return seconds, events


def _end(process: subprocess.Popen[bytes]) -> int:
    """Press Ctrl-C: the signal reaches all that stand on the terminal."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    try:
        return process.wait(120)
    finally:
        if process.poll() is None:
            process.kill()


def _tests(root: BareRoot, log: Path, words: Sequence[str]) -> str:
    before = log.stat().st_size
    status = root.run(" ".join(["./test", *words]), log)
    said = SUMMARY.findall(log.read_text(errors="replace")[before:])
    if status:
        raise ProofFailedError(f"./test ended with status {status} ({said[-1] if said else 'no summary'}): {log}")
    return said[-1]
