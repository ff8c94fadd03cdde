"""A Chromium for the browser tests: the machine's, one from Debian, or Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .children import run_logged
from .progress import say, step
from .trouble import Trouble
from .virtualenv import apt_install

# The tests read this; `./test` sets it.
VARIABLE = "NEWSDESK_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_CHROME = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
DEBIAN_BROWSER = ("chromium",)
DEBIAN_FONTS = ("fonts-noto-core", "fonts-hosny-amiri")


def find_browser(logs: Path) -> Path:
    """Return a Chromium's path, after installing one if need be; raise ``Trouble`` if none can be had."""
    found = system_browser()
    wanted = [*(() if found else DEBIAN_BROWSER), *(() if _has_arabic_fonts() else DEBIAN_FONTS)]
    if wanted and _can_install():
        with step(f"Installing {', '.join(wanted)} (Debian)"):
            apt_install(wanted, logs)
        found = found or system_browser()
    elif found and wanted:
        say("  No Arabic fonts here: pages in screenshots will lack Arabic letters")
    return found or _playwright_browser(logs)


def system_browser() -> Path | None:
    """Return the machine's own Chromium or Chrome."""
    named = os.environ.get(VARIABLE)
    if named:
        if not os.access(named, os.X_OK):
            raise Trouble(f"{VARIABLE} names {named}, which cannot be run")
        return Path(named)
    for command in COMMANDS:
        if path := shutil.which(command):
            return Path(path)
    return MAC_CHROME if MAC_CHROME.exists() else None


def _can_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _has_arabic_fonts() -> bool:
    if sys.platform == "darwin":
        return True
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    listed = subprocess.run([lister, ":lang=ar", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def _playwright_browser(logs: Path) -> Path:
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
