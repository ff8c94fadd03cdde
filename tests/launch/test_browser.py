"""Which Chromium the browser tests use, and what is said when there is none."""

import pytest

from newsdesk.launch import browser
from newsdesk.launch.trouble import Trouble


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A machine without any browser, whose user cannot install one."""
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "MAC_CHROME", tmp_path / "none")
    monkeypatch.setattr("shutil.which", lambda command: None)
    monkeypatch.setattr(browser, "_playwright_path", lambda: tmp_path / "playwright" / "chrome")
    return monkeypatch


def test_the_browser_that_is_named_is_used(bare, tmp_path):
    named = tmp_path / "chrome"
    named.touch(mode=0o755)
    bare.setenv(browser.VARIABLE, str(named))
    assert browser.find_browser(tmp_path) == named


def test_a_named_browser_that_is_not_there_is_told(bare, tmp_path):
    bare.setenv(browser.VARIABLE, "/nowhere/chrome")
    with pytest.raises(Trouble, match="/nowhere/chrome, which cannot be run"):
        browser.find_browser(tmp_path)


def test_the_machines_own_browser_comes_first(bare, tmp_path):
    bare.setattr("shutil.which", lambda command: f"/usr/bin/{command}" if command == "chromium-browser" else None)
    assert str(browser.find_browser(tmp_path)) == "/usr/bin/chromium-browser"


def test_root_on_debian_installs_browser_and_fonts(bare, tmp_path):
    installed = []
    bare.setattr(browser, "_can_install", lambda: True)
    bare.setattr(browser, "apt_install", lambda packages, logs: installed.extend(packages))
    bare.setattr(browser, "system_browser", lambda: tmp_path / "chromium" if installed else None)
    assert browser.find_browser(tmp_path) == tmp_path / "chromium"
    assert installed == ["chromium", "fonts-noto-core", "fonts-hosny-amiri"]


def test_playwrights_own_browser_is_used_where_it_is_there(bare, tmp_path):
    own = tmp_path / "playwright" / "chrome"
    own.parent.mkdir()
    own.touch()
    assert browser.find_browser(tmp_path) == own


def test_a_machine_that_can_have_no_browser_is_told_so(bare, tmp_path):
    def refuse(*_command, **_settings):
        raise Trouble("no Chromium on this machine")

    bare.setattr(browser, "run_logged", refuse)
    with pytest.raises(Trouble, match="no Chromium"):
        browser.find_browser(tmp_path)
