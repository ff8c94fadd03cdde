"""What ``./test`` needs beside packages from PyPI and npm: curl, a browser, what its driver leans on, Arabic fonts.

As root on Debian or Ubuntu it is installed; anybody else is told which packages to ask for.  Nothing that lacks is
passed over in silence: tests that were left out look like tests that passed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ..errors import LaunchError
from ..progress import say, step
from .browser import driver, lacking_library, playwright_browser, system_browser
from .debian import apt_install, can_install, package_of

BROWSER = ("chromium",)
FONTS = ("fonts-noto-core", "fonts-hosny-amiri")
# The examples of README and docs are run as they stand.
CURL = ("curl",)
WAY_OUT = "or leave the browser tests out (./test --without-browser)"


def prepare(logs: Path, *, with_browser: bool) -> Path | None:
    """See that everything is there, and return the browser; raise ``LaunchError`` with what to ask for if it is not."""
    needed, wished = lacking(with_browser=with_browser)
    failure = _install([*needed, *wished], logs) if (needed or wished) and can_install() else ""
    needed, wished = lacking(with_browser=with_browser)
    if set(needed) - set(BROWSER):
        raise LaunchError(_asking([*needed, *wished], failure, with_browser=with_browser))
    if not with_browser:
        return None
    if set(wished) & set(FONTS):
        say("  No Arabic fonts here: pages in screenshots will lack Arabic letters")
    try:
        browser = system_browser() or playwright_browser(logs)
    except LaunchError as trouble:
        raise LaunchError(_asking([*needed, *wished], failure or str(trouble), with_browser=True)) from trouble
    if library := lacking_library(browser):
        raise LaunchError(f"{browser} lacks {library}: {_asking([package_of(library)], '', with_browser=True)}")
    return browser


def lacking(*, with_browser: bool) -> tuple[list[str], list[str]]:
    """Return Debian's names of what is not here: what tests fail without, and what they only look worse without."""
    needed = [] if shutil.which("curl") else list(CURL)
    if not with_browser:
        return needed, []
    if library := lacking_library(driver()):
        needed.append(package_of(library))
    if system_browser() is None:
        needed += BROWSER
    return needed, [] if _has_arabic_fonts() else list(FONTS)


def _install(packages: Sequence[str], logs: Path) -> str:
    """Install packages, and return why that failed, if it did: what is needed may be had elsewhere."""
    try:
        with step(f"Installing {', '.join(packages)} (Debian)"):
            apt_install(packages, logs)
    except LaunchError as trouble:
        return str(trouble)
    return ""


def _asking(packages: Sequence[str], failure: str, *, with_browser: bool) -> str:
    because = f"{failure}. " if failure else ""
    asked = f"tests need {', '.join(packages)}: ask for them (Debian: apt-get install {' '.join(packages)})"
    return f"{because}{asked}{f', {WAY_OUT}' if with_browser and set(packages) - set(CURL) else ''}"


def _has_arabic_fonts() -> bool:
    if sys.platform == "darwin":
        return True
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    listed = subprocess.run([lister, ":lang=ar", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())
