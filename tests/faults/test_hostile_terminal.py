"""``./test`` in a terminal whose environment misleads nearly everything that it starts."""

from __future__ import annotations

import re
import subprocess

import pytest

from newsdesk.launch.places import CHECKOUT
from tests.launch.hostile import HOSTILE, SETTINGS

pytestmark = pytest.mark.fault
#: Tests that fail where settings, languages, clocks or the order of output come from outside.
TELLING = ("launch/test_children.py", "edtf/test_words.py", "api/test_throttles.py", "site/test_pages.py")


def test_the_tests_pass_there_as_anywhere_else():
    ended = subprocess.run(
        ["./test", *(f"tests/{name}" for name in TELLING)], cwd=CHECKOUT, env=HOSTILE | SETTINGS,
        stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert int(re.search(r"(\d+) passed", ended.stdout).group(1)) > 30
