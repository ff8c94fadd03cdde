"""``./test`` as a user has it: in a terminal with misleading settings, and without a browser."""

from __future__ import annotations

import re
import subprocess

import pytest

from newsdesk.launch.paths import CHECKOUT
from tests.launch.hostile import HOSTILE, SETTINGS

pytestmark = pytest.mark.fault
#: Tests that fail where settings, languages, clocks or the order of output come from outside.
TELLING = ("launch/process/test_subprocesses.py", "edtf/test_words.py", "api/test_throttles.py", "site/test_pages.py")
NO_BROWSER = {"NEWSDESK_CHROMIUM": "/nowhere/chrome"}


def run_tests(*words: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["./test", *words], cwd=CHECKOUT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def test_tests_pass_in_a_terminal_with_misleading_settings():
    ended = run_tests(*(f"tests/{name}" for name in TELLING), environment=HOSTILE | SETTINGS)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert int(re.search(r"(\d+) passed", ended.stdout).group(1)) > 30


def test_missing_browser_fails_before_any_test():
    ended = run_tests("tests/launch/test_errors.py", environment=HOSTILE | NO_BROWSER)
    assert ended.returncode == 1
    assert ended.stderr == "newsdesk: NEWSDESK_CHROMIUM names /nowhere/chrome, which cannot be run\n"
    assert "passed" not in ended.stdout


def test_without_browser_option_runs_the_other_tests_and_says_so():
    ended = run_tests("--without-browser", "tests/launch/test_errors.py", environment=HOSTILE | NO_BROWSER)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "THE BROWSER TESTS ARE LEFT OUT" in ended.stderr
    assert "passed" in ended.stdout
