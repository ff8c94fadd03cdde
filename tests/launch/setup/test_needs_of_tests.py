"""What tests need beside packages, how it is installed, and the message where that cannot be done."""

from __future__ import annotations

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.setup import browser, needs_of_tests

STARTS = "#!/bin/sh\necho 1.0\n"
LACKS = """#!/bin/sh
echo "$0: error while loading shared libraries: libatomic.so.1: cannot open shared object file: No such file" >&2
exit 127
"""


class Machine:
    """One whose programs are small scripts; it may have a driver that starts, a browser, curl, and root's rights."""

    def __init__(self, folder, monkeypatch) -> None:
        self._folder, self._patch = folder, monkeypatch
        self.commands: dict[str, str] = {}
        self.installed: list[str] = []
        monkeypatch.delenv(browser.VARIABLE, raising=False)
        monkeypatch.setattr(browser, "MAC_CHROME", folder / "none")
        monkeypatch.setattr("shutil.which", self.commands.get)
        monkeypatch.setattr(needs_of_tests, "driver", lambda: folder / "node")
        monkeypatch.setattr(needs_of_tests, "can_install", lambda: False)
        monkeypatch.setattr(browser, "_playwright_path", lambda: folder / "playwright" / "chrome")
        monkeypatch.setattr(browser, "run_logged", self._fetch)
        self.reached = False
        self.has("curl")

    def has(self, name: str, script: str = STARTS) -> None:
        program = self._folder / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(script)
        program.chmod(0o755)
        self.commands[name] = str(program)

    def is_debian_and_we_are_root(self, lock: str = "") -> None:
        self._patch.setattr(needs_of_tests, "can_install", lambda: True)
        self._patch.setattr(needs_of_tests, "apt_install", lambda packages, logs: self._install(packages, lock))

    def _install(self, packages, lock: str) -> None:
        if lock:
            raise LaunchError(lock)
        self.installed += packages
        for name, package in (("node", "libatomic1"), ("chromium", "chromium"), ("curl", "curl")):
            if package in packages:
                self.has(name)

    def _fetch(self, *_command, **_settings) -> None:
        if not self.reached:
            raise LaunchError("no Chromium on this machine")
        self.has("playwright/chrome")


@pytest.fixture
def machine(monkeypatch, tmp_path):
    made = Machine(tmp_path, monkeypatch)
    made.has("node")
    return made


def test_browser_named_in_the_environment_is_used(machine, monkeypatch, tmp_path):
    machine.has("own-chrome")
    monkeypatch.setenv(browser.VARIABLE, str(tmp_path / "own-chrome"))
    assert needs_of_tests.prepare(tmp_path, with_browser=True) == tmp_path / "own-chrome"


def test_missing_named_browser_is_reported(machine, monkeypatch, tmp_path):
    monkeypatch.setenv(browser.VARIABLE, "/nowhere/chrome")
    with pytest.raises(LaunchError, match="/nowhere/chrome, which cannot be run"):
        needs_of_tests.prepare(tmp_path, with_browser=True)


def test_installed_browser_is_preferred_to_playwrights(machine, tmp_path):
    machine.has("chromium-browser")
    machine.has("playwright/chrome")
    assert needs_of_tests.prepare(tmp_path, with_browser=True) == tmp_path / "chromium-browser"


def test_root_on_debian_installs_everything_missing(machine, tmp_path):
    machine.has("node", LACKS)
    del machine.commands["curl"]
    machine.is_debian_and_we_are_root()
    assert needs_of_tests.prepare(tmp_path, with_browser=True) == tmp_path / "chromium"
    assert machine.installed == ["curl", "libatomic1", "chromium", "fonts-noto-core", "fonts-hosny-amiri"]


def test_other_users_are_told_everything_missing_at_once(machine, tmp_path):
    machine.has("node", LACKS)
    with pytest.raises(LaunchError) as told:
        needs_of_tests.prepare(tmp_path, with_browser=True)
    assert str(told.value) == (
        "tests need libatomic1, chromium, fonts-noto-core, fonts-hosny-amiri: ask for them (Debian: apt-get install "
        "libatomic1 chromium fonts-noto-core fonts-hosny-amiri), "
        "or leave the browser tests out (./test --without-browser)"
    )


def test_playwrights_browser_is_tried_where_apt_fails(machine, tmp_path):
    machine.is_debian_and_we_are_root(lock="the lock is held")
    machine.reached = True
    assert needs_of_tests.prepare(tmp_path, with_browser=True) == tmp_path / "playwright" / "chrome"


def test_failure_of_both_names_the_cause_and_the_packages(machine, tmp_path):
    machine.is_debian_and_we_are_root(lock="the lock is held")
    with pytest.raises(LaunchError, match=r"^the lock is held\. tests need chromium, .*--without-browser\)$"):
        needs_of_tests.prepare(tmp_path, with_browser=True)


def test_browser_that_cannot_start_is_reported_with_the_missing_library(machine, tmp_path):
    machine.has("chromium", LACKS)
    with pytest.raises(LaunchError, match=r"chromium lacks libatomic\.so\.1: tests need libatomic1: ask for"):
        needs_of_tests.prepare(tmp_path, with_browser=True)


def test_without_browser_no_browser_or_driver_is_needed(machine, tmp_path):
    machine.has("node", LACKS)
    assert needs_of_tests.prepare(tmp_path, with_browser=False) is None


def test_missing_curl_is_reported_even_without_browser(machine, tmp_path):
    del machine.commands["curl"]
    with pytest.raises(LaunchError, match=r"^tests need curl: ask for them \(Debian: apt-get install curl\)$"):
        needs_of_tests.prepare(tmp_path, with_browser=False)


def test_program_failing_otherwise_is_quoted(tmp_path, machine):
    machine.has("odd", "#!/bin/sh\necho 'illegal instruction' >&2; exit 1\n")
    with pytest.raises(LaunchError, match="odd cannot be started: illegal instruction"):
        browser.lacking_library(tmp_path / "odd")


@pytest.mark.browser
def test_playwrights_own_driver_starts():
    assert browser.lacking_library(browser.driver()) is None
