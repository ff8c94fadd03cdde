"""``./run`` as a user has it: first start, killed, started again, stopped."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.launch.paths import service_paths
from newsdesk.launch.process.accounts import services_account
from tests.house import House, Run, lived_in_house, processes_in, titles
from tests.waiting import eventually

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform != "linux", reason="looks for what is left in /proc"),
]
only_root = pytest.mark.skipif(os.geteuid() != 0, reason="there is nothing to give up")
#: What a newcomer's terminal shows: steps with their seconds, and where to go.
OUR_LINES = re.compile(
    r"(?:|  .* … [\d.]+ s|  [\w -]+: up to date|newsdesk: .*|Stopping …|Newsdesk is running\. .*|  Timeline .*"
    r"|  Sign in .*|Try this: .*|Logs are in var/log/ .*)"
)


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with lived_in_house() as lived_in:
        yield lived_in


def test_first_start_shows_events_and_prints_the_login(house: House) -> None:
    run = house.running()
    assert titles(run.page())
    password = (house.checkout / "var" / "editor-password").read_text().strip()
    assert f"as editor, password {password}" in run.output()


def test_terminal_shows_only_our_lines_and_logs_keep_the_rest(house: House) -> None:
    run = house.running()
    assert [line for line in run.output().splitlines() if not OUR_LINES.fullmatch(line)] == []
    logs = house.checkout / "var" / "log"
    assert "database system is ready to accept connections" in (logs / "postgres.log").read_text()
    assert "Task events.tasks.extract_article" in (logs / "worker.log").read_text()
    assert "superuser privileges" not in (logs / "worker.log").read_text()


def whose_they_are(*folders: Path) -> set[int]:
    """The accounts of all that serve: web, worker, beat and the services, without the supervisor over them."""
    serving = {line: owner for line, owner in processes_in(*folders).items() if "newsdesk.launch" not in line}
    assert len(serving) >= 5, serving
    return set(serving.values())


@only_root
def test_started_as_root_no_server_process_runs_as_root(house: House) -> None:
    house.running()
    assert whose_they_are(house.checkout) == {services_account().uid}


@only_root
def test_checkout_readable_only_by_root_is_served() -> None:
    with lived_in_house(private=True) as house:
        places = service_paths(house.checkout / "var", services_account())
        try:
            assert titles(house.running().page())
            assert whose_they_are(house.checkout, places.home) == {services_account().uid}
            assert house.running().end(signal.SIGINT) == 0
        finally:
            shutil.rmtree(places.home, ignore_errors=True)


def test_second_run_in_the_same_folder_is_refused_in_one_line(house: House) -> None:
    run = house.running()
    second = Run(house.checkout)
    assert second.process.wait(60) == 1
    told = f"newsdesk: Newsdesk is already running from this folder (process {run.process.pid})"
    assert second.output().strip().splitlines() == [told]
    assert titles(run.page())


def test_ctrl_c_ends_all_processes_and_the_next_start_has_the_same_events(house: House) -> None:
    run = house.running()
    before = titles(run.page())
    assert run.end(signal.SIGINT) == 0
    assert processes_in(house.checkout) == {}
    assert titles(house.running().page()) == before


def test_sigkill_leaves_no_process_and_the_next_start_has_the_same_events(house: House) -> None:
    run = house.running()
    before = titles(run.page())
    run.end(signal.SIGKILL)
    eventually(lambda: processes_in(house.checkout) == {})
    assert titles(house.running().page()) == before


def test_fresh_start_erases_the_old_data(house: House) -> None:
    house.running().end(signal.SIGINT)
    secret = house.checkout / "var" / "editor-password"
    before = secret.read_text()
    assert titles(house.running("--fresh").page())
    assert secret.read_text() != before
