"""Finds a Chromium for the browser tests, the machine's or Playwright's own, and checks that it can start."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from ..errors import LaunchError
from ..process.subprocesses import run_logged
from ..progress import step
from ..services.wheels import wheel_folder

# The tests read this; `./test` sets it.
VARIABLE = "NEWSDESK_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_CHROME = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
START_SECONDS = 60
LACKING = re.compile(r"error while loading shared libraries: (?P<library>[^:\s]+)")


def system_browser() -> Path | None:
    """Return the machine's own Chromium or Chrome, or None.

    Raises ``LaunchError`` if the environment names one that cannot be run.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not os.access(named, os.X_OK):
            raise LaunchError(f"{VARIABLE} names {named}, which cannot be run")
        return Path(named)
    for command in COMMANDS:
        if path := shutil.which(command):
            return Path(path)
    return MAC_CHROME if MAC_CHROME.exists() else None


def driver() -> Path:
    """Return Playwright's driver, which is a Node.js in its wheel."""
    return wheel_folder("playwright", service="browser driver", setting=VARIABLE) / "driver" / "node"


def lacking_library(program: Path) -> str | None:
    """Return the name of a shared library that a program cannot start without, or None if it starts.

    Minimal systems lack some of them, and Playwright would only report that the connection was closed.  Raises
    ``LaunchError`` if the program cannot be started for another reason.
    """
    try:
        asked = subprocess.run(
            [program, "--version"], capture_output=True, text=True, errors="replace", timeout=START_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LaunchError(f"{program} cannot be started ({error})") from error
    if asked.returncode == 0:
        return None
    if found := LACKING.search(asked.stderr):
        return found["library"]
    raise LaunchError(f"{program} cannot be started: {asked.stderr.strip() or f'status {asked.returncode}'}")


def playwright_browser(logs: Path) -> Path:
    """Return Playwright's own Chromium, installing it if necessary; raises ``LaunchError`` if that fails."""
    path = _playwright_path()
    if not path.exists():
        with step("Installing Playwright's Chromium"):
            run_logged(
                [sys.executable, "-m", "playwright", "install", "chromium"],
                log=logs / "playwright.log",
                purpose="no Chromium on this machine, and Playwright could not bring its own",
                folder=Path("/"),
                from_registry=True,
            )
    return path


def _playwright_path() -> Path:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)
