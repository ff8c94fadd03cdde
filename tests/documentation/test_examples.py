"""Every command that README and docs show, typed as shown beside a running ``./run`` with its example."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from newsdesk.launch.paths import service_paths
from newsdesk.launch.ports import LOOPBACK, free_port
from newsdesk.launch.process.accounts import services_account
from newsdesk.launch.services.postgres import Postgres
from newsdesk.launch.services.valkey import Valkey
from tests.documentation.shown import PAGES, Block, blocks_of
from tests.house import House, lived_in_house
from tests.waiting import eventually

BLOCKS = [block for page in PAGES for block in blocks_of(page) if block.language == "sh"]
#: Pages show the usual port; here it is another one.
SHOWN_PORT = re.compile(r"\b8000\b")
#: A status that is no success ends curl, and what was said about it is shown.
CURLRC = "fail-with-body\nsilent\nshow-error\nmax-time = 60\n"
#: An example that finds nothing shows nothing.
NOTHING = re.compile(r'"total":\s*0\b|"count":\s*0,\s*"next"')
#: A program is at work when it says so, or when it answers.
AT_WORK = re.compile(r"\[queues\]|beat .* is starting")
SECONDS = 120


class Reader:
    """Somebody who types what a page shows, block after block, in one terminal."""

    def __init__(self, house: House, home: Path) -> None:
        self.port = house.running().port
        self._checkout, self._state = house.checkout, home / "variables"
        (home / ".curlrc").write_text(CURLRC)
        places, account = service_paths(house.checkout / "var", services_account()), services_account()
        self.environment = {
            "HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "ALLOWED_HOSTS": LOOPBACK,
            "DATABASE_URL": Postgres(places, account, log=home / "initdb.log").url,
            "REDIS_URL": Valkey(places, account).url,
            "SECRET_KEY": (house.checkout / "var" / "secret-key").read_text().strip(),
            # The pages' own files are served meanwhile; and compressing takes longer than all else.
            "PYTHONUNBUFFERED": "1", "STATIC_ROOT": str(home / "staticfiles"), "STATIC_COMPRESSION": "false",
        }  # fmt: skip

    def types(self, block: Block) -> subprocess.CompletedProcess[str]:
        """Run a block with the variables that those before it set."""
        text = SHOWN_PORT.sub(str(self.port), block.text)
        script = f"set -euo pipefail -o allexport\n. {self._state}\n{text}\nexport -p >{self._state}\n"
        self._state.touch()
        return subprocess.run(
            ["bash", "-c", script], cwd=self._checkout, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=SECONDS, check=False,
        )  # fmt: skip

    def starts(self, line: str, output: Path) -> tuple[subprocess.Popen[bytes], int]:
        """Start a program that stays, on a port of its own."""
        port = free_port()
        with output.open("wb") as said:
            line = SHOWN_PORT.sub(str(port), line)
            process = subprocess.Popen(
                ["bash", "-c", f"exec {line}"], cwd=self._checkout, env=self.environment,
                stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            )  # fmt: skip
        return process, port


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with lived_in_house() as lived_in:
        yield lived_in


@pytest.fixture(scope="module")
def readers(house: House, tmp_path_factory) -> dict[Path, Reader]:
    """A reader of its own for each page."""
    if shutil.which("curl") is None:
        pytest.fail("the examples need curl, which ./test installs or asks for")
    return {page: Reader(house, tmp_path_factory.mktemp(page.stem)) for page in PAGES}


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.kind == "run"], ids=str)
def test_commands_shown_on_a_page_work(block, readers):
    ended = readers[block.page].types(block)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert not NOTHING.search(ended.stdout), ended.stdout


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.kind == "stays"], ids=str)
def test_programs_started_by_a_page_work_and_end_when_asked(block, readers, tmp_path):
    reader = readers[block.page]
    for number, line in enumerate(block.commands()):
        output = tmp_path / f"{number}.log"
        process, port = reader.starts(line, output)
        try:
            eventually(partial(ended_or_at_work, process, port, output), within=SECONDS)
            assert process.poll() is None, output.read_text()
        finally:
            process.send_signal(signal.SIGTERM)
            status = process.wait(SECONDS)
        # One that was asked before it minded signals is ended by this one.
        assert status in (0, -signal.SIGTERM), output.read_text()


def ended_or_at_work(process: subprocess.Popen[bytes], port: int, output: Path) -> bool:
    """Whether the program has ended or is at work."""
    return process.poll() is not None or bool(AT_WORK.search(output.read_text())) or answers(port)


def answers(port: int) -> bool:
    """Whether something answers HTTP on the port, with any status."""
    line = http.client.HTTPConnection(LOOPBACK, port, timeout=5)
    try:
        line.request("HEAD", "/")
        line.getresponse()
    except OSError:
        return False
    finally:
        line.close()
    return True


def test_failing_example_is_noticed(readers):
    page = PAGES[0]
    for text in (
        "curl http://127.0.0.1:8000/api/v1/events/?from=abc",
        "false\ntrue",
        "curl http://127.0.0.1:8000/nowhere",
    ):
        assert readers[page].types(Block(page, 0, "sh", text, "run", "")).returncode
