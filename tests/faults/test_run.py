"""``./run`` as a person has it: first start, killed, started again, told to stop."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.launch.places import CHECKOUT
from newsdesk.launch.ports import LOOPBACK, free_port
from tests.waiting import eventually

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform != "linux", reason="looks for what is left in /proc"),
]

LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", "node_modules", "var", "__pycache__", ".*_cache")
OURS = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "BEAT_SCHEDULE", "NEWSDESK_EDITOR_PASSWORD"}
START_SECONDS = 240.0


@pytest.fixture(scope="module")
def checkout() -> Iterator[Path]:
    """A copy of the checkout with a ``var/`` of its own, where PostgreSQL's account can reach it."""
    outer = Path(tempfile.mkdtemp(prefix="newsdesk-run-", dir="/tmp"))
    outer.chmod(0o755)
    folder = outer / "newsdesk"
    shutil.copytree(CHECKOUT, folder, ignore=LEFT_BEHIND)
    (folder / "node_modules").symlink_to(CHECKOUT / "node_modules")
    yield folder
    shutil.rmtree(outer)


class Run:
    """One ``./run``, from the step on that comes after installing packages."""

    def __init__(self, checkout: Path, *options: str) -> None:
        self.checkout, self.port = checkout, free_port()
        self._output = checkout.parent / f"run-{self.port}.log"
        with self._output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "newsdesk.launch", "run", "--port", str(self.port), *options],
                cwd=checkout,
                env={name: value for name, value in os.environ.items() if name not in OURS},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def output(self) -> str:
        return self._output.read_text()

    def wait_until_it_runs(self) -> None:
        eventually(lambda: self.process.poll() is not None or "Ctrl-C stops it" in self.output(), within=START_SECONDS)
        assert self.process.poll() is None, self.output()

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(60)

    def page(self) -> str:
        with urllib.request.urlopen(f"http://{LOOPBACK}:{self.port}/en/", timeout=20) as answer:
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


@pytest.fixture(scope="module")
def house(checkout: Path) -> Iterator[House]:
    lived_in = House(checkout)
    yield lived_in
    lived_in.close()


def processes_in(folder: Path) -> list[str]:
    """The command lines of all processes whose working folder lies in this one."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and (process / "cwd").readlink().is_relative_to(folder):
                found.append((process / "cmdline").read_text())
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue  # it ended while we looked
    return found


def titles(page: str) -> set[str]:
    return set(re.findall(r'<a [^>]*href="/en/events/[^"]*"[^>]*>(.*?)</a>', page, re.DOTALL))


def test_the_first_page_shows_events_and_the_login_is_told(house: House) -> None:
    run = house.running()
    assert titles(run.page())
    password = (house.checkout / "var" / "editor-password").read_text().strip()
    assert f"as editor, password {password}" in run.output()


def test_a_second_run_in_the_folder_is_one_line_and_does_no_harm(house: House) -> None:
    run = house.running()
    second = Run(house.checkout)
    assert second.process.wait(60) == 1
    told = f"newsdesk: Newsdesk runs already from this folder (process {run.process.pid})"
    assert second.output().strip().splitlines() == [told]
    assert titles(run.page())


def test_ctrl_c_ends_everything_and_the_next_start_has_the_same_events(house: House) -> None:
    run = house.running()
    before = titles(run.page())
    assert run.end(signal.SIGINT) == 0
    assert processes_in(house.checkout) == []
    assert titles(house.running().page()) == before


def test_a_kill_leaves_nothing_running_and_the_next_start_has_the_same_events(house: House) -> None:
    run = house.running()
    before = titles(run.page())
    run.end(signal.SIGKILL)
    eventually(lambda: processes_in(house.checkout) == [])
    assert titles(house.running().page()) == before


def test_beginning_anew_erases_what_was_there(house: House) -> None:
    house.running().end(signal.SIGINT)
    secret = house.checkout / "var" / "editor-password"
    before = secret.read_text()
    assert titles(house.running("--fresh").page())
    assert secret.read_text() != before
