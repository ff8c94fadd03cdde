"""The commands see the variables that docs/settings.md names, and nothing else of the caller's environment."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk.launch.paths import CHECKOUT
from tests.launch.hostile import HOSTILE, SETTINGS

EMPTIED = CHECKOUT / "newsdesk" / "launch" / "emptied.sh"
TELL = "import json, os; print(json.dumps(dict(os.environ)))"


def emptied(purpose: str, given: dict[str, str], folder: Path = CHECKOUT) -> dict[str, str]:
    """The environment of a command that is started in this one."""
    command = ["sh", str(EMPTIED), purpose, sys.executable, "-c", TELL]
    told = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


@pytest.mark.parametrize("purpose", ["run", "test"])
def test_misleading_environment_becomes_the_same_as_a_plain_one(purpose):
    plain = emptied(purpose, {"PATH": os.environ["PATH"]})
    hostile = emptied(purpose, HOSTILE)
    assert {name: value for name, value in hostile.items() if not name.upper().endswith("_PROXY")} == plain
    assert plain["LANG"] == "C.UTF-8"
    assert set(plain) == {"PATH", "HOME", "LANG"}


def test_settings_reach_run_and_not_the_tests():
    assert SETTINGS.items() <= emptied("run", HOSTILE | SETTINGS).items()
    assert not SETTINGS.keys() & emptied("test", HOSTILE | SETTINGS).keys()


@pytest.mark.parametrize("purpose", ["run", "test"])
def test_variables_of_package_clients_are_kept(purpose, tmp_path):
    needed = {
        "https_proxy": "http://proxy", "NO_PROXY": "localhost,::1", "SSL_CERT_FILE": "/ca.pem",
        "UV_INDEX_URL": "file:///a b",
        "PIP_CONFIG_FILE": "/etc/own pip.conf", "npm_config_registry": "http://mirror",
        "CI": "true", "TMPDIR": str(tmp_path),
        "PIP_EXTRA_INDEX_URL": "http://one\nhttp://two", "NEWSDESK_CHROMIUM": "/opt/chrome",
    }  # fmt: skip
    assert needed.items() <= emptied(purpose, HOSTILE | needed).items()


@pytest.mark.parametrize("home", [{}, {"HOME": "/nowhere"}, {"HOME": ""}])
def test_missing_home_is_replaced_by_a_writable_one(home):
    assert os.access(emptied("run", HOSTILE | home)["HOME"], os.W_OK)


def test_missing_settings_page_is_reported(tmp_path):
    (tmp_path / "docs").mkdir()
    command = ["sh", str(EMPTIED), "run", "env"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "docs/settings.md, which names the settings, cannot be read" in ended.stderr


def test_every_setting_is_on_the_settings_page():
    files = [CHECKOUT / "newsdesk" / "settings.py", CHECKOUT / "newsdesk" / "logins" / "settings.py"]
    asked = {name for file in files for name in re.findall(r'env\.\w+\(\s*"(\w+)"', file.read_text())}
    assert len(asked) > 20
    assert asked == asked & emptied("run", {**os.environ, **dict.fromkeys(asked, "1")}).keys()


def test_commands_start_in_the_emptied_environment():
    """Each by the same line, under a shell that may be told to look for folders elsewhere."""
    for command in ("run", "test"):
        shown = subprocess.run(
            [f"./{command}", "--help"], cwd=CHECKOUT, env=HOSTILE, capture_output=True, text=True, check=True
        )
        assert shown.stdout.startswith(f"usage: ./{command} ")
        assert shown.stderr == ""
    assert "exec sh newsdesk/launch/emptied.sh test bash .ci/run emptied" in (CHECKOUT / ".ci" / "run").read_text()
