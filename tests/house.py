"""A checkout of its own and the ``./run`` started in it, as a user has them."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsdesk.launch.paths import CHECKOUT
from newsdesk.launch.ports import LOOPBACK, free_port
from tests.launch.hostile import HOSTILE
from tests.waiting import eventually

LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", "node_modules", "var", "__pycache__", ".*_cache")
START_SECONDS = 240.0
#: Once it says this, pages are served and the example is there.
RUNS = "Ctrl-C stops it"


@contextmanager
def copied_checkout(*, private: bool = False) -> Iterator[Path]:
    """Give a copy of the checkout without its ``var/``; a private one lies where no other account may go."""
    outer = Path(tempfile.mkdtemp(prefix="newsdesk-run-", dir="/tmp"))
    outer.chmod(0o700 if private else 0o755)
    folder = outer / "newsdesk"
    shutil.copytree(CHECKOUT, folder, ignore=LEFT_BEHIND)
    for name in ("node_modules", ".venv"):
        (folder / name).symlink_to(CHECKOUT / name)
    try:
        yield folder
    finally:
        shutil.rmtree(outer)


class Run:
    """One ``./run``, from the step on that comes after installing packages, in an environment that helps nobody."""

    def __init__(self, checkout: Path, *options: str) -> None:
        self.checkout, self.port = checkout, free_port()
        self._output = checkout.parent / f"run-{self.port}.log"
        launch = [sys.executable, "-m", "newsdesk.launch", "run", "--port", str(self.port), *options]
        with self._output.open("w") as output:
            self.process = subprocess.Popen(
                ["sh", "newsdesk/launch/emptied.sh", "run", *launch],
                cwd=checkout, env=HOSTILE, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    def output(self) -> str:
        return self._output.read_text()

    def wait_until_it_runs(self) -> None:
        eventually(lambda: self.process.poll() is not None or RUNS in self.output(), within=START_SECONDS)
        assert self.process.poll() is None, self.output()

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(60)

    def page(self) -> str:
        with urllib.request.urlopen(f"{self.address}/en/", timeout=20) as answer:
            return answer.read().decode()


class House:
    """The checkout and the ``./run`` that lives in it: starting takes long, so tests hand it on."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self._run: Run | None = None

    def running(self, *options: str) -> Run:
        """Return what runs, after starting it if nothing does."""
        if self._run is None or self._run.process.poll() is not None:
            self._run = Run(self.checkout, *options)
            self._run.wait_until_it_runs()
        return self._run

    def close(self) -> None:
        if self._run and self._run.process.poll() is None:
            self._run.end(signal.SIGTERM)


@contextmanager
def lived_in_house(*, private: bool = False) -> Iterator[House]:
    """Give a house, and end what runs in it."""
    with copied_checkout(private=private) as folder:
        house = House(folder)
        try:
            yield house
        finally:
            house.close()


def processes_in(*folders: Path) -> dict[str, int]:
    """The command lines of all processes whose working folder lies in one of these, with whose they are."""
    found = {}
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and any(
                (process / "cwd").readlink().is_relative_to(folder) for folder in folders
            ):
                found[(process / "cmdline").read_text().replace("\0", " ")] = process.stat().st_uid
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue  # it ended while we looked
    return found


def titles(page: str) -> set[str]:
    return set(re.findall(r'<a [^>]*href="/en/events/[^"]*"[^>]*>(.*?)</a>', page, re.DOTALL))
