"""``./test`` as a person has it: in a terminal that misleads nearly everything, and where there is no browser."""

from __future__ import annotations

import re
import subprocess

import pytest

from newsdesk.launch.paths import CHECKOUT
from tests.launch.hostile import HOSTILE, SETTINGS

pytestmark = pytest.mark.fault
#: Tests that fail where settings, languages, clocks or the order of output come from outside.
TELLING = ("launch/test_children.py", "edtf/test_words.py", "api/test_throttles.py", "site/test_pages.py")
NO_BROWSER = {"NEWSDESK_CHROMIUM": "/nowhere/chrome"}


def run_tests(*words: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["./test", *words], cwd=CHECKOUT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def test_in_a_hostile_terminal_the_tests_pass_as_anywhere_else():
    ended = run_tests(*(f"tests/{name}" for name in TELLING), environment=HOSTILE | SETTINGS)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert int(re.search(r"(\d+) passed", ended.stdout).group(1)) > 30


def test_a_browser_that_cannot_be_had_is_a_failure_before_any_test():
    ended = run_tests("tests/launch/test_errors.py", environment=HOSTILE | NO_BROWSER)
    assert ended.returncode == 1
    assert ended.stderr == "newsdesk: NEWSDESK_CHROMIUM names /nowhere/chrome, which cannot be run\n"
    assert "passed" not in ended.stdout


def test_without_a_browser_when_asked_so_the_rest_passes_and_it_is_told():
    ended = run_tests("--without-browser", "tests/launch/test_errors.py", environment=HOSTILE | NO_BROWSER)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "THE BROWSER TESTS ARE LEFT OUT" in ended.stderr
    assert "passed" in ended.stdout
