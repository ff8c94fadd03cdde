"""What ``./test`` needs besides packages from PyPI and npm: curl, a browser, libraries for its driver, Arabic fonts.

As root on Debian or Ubuntu they are installed; otherwise a message says which packages to install.  Nothing is skipped
silently, because tests that were left out look like tests that passed.
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
# The examples in README and docs use it, and tests run them as they are.
CURL = ("curl",)
WAY_OUT = "or leave the browser tests out (./test --without-browser)"


def prepare(logs: Path, *, with_browser: bool) -> Path | None:
    """Install what is missing, if we may, and return the browser (None without one).

    Raises ``LaunchError``, naming the packages to install, if something is still missing.
    """
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
    """Return Debian's names of missing packages: those that tests need, and those that only make pages look right."""
    needed = [] if shutil.which("curl") else list(CURL)
    if not with_browser:
        return needed, []
    if library := lacking_library(driver()):
        needed.append(package_of(library))
    if system_browser() is None:
        needed += BROWSER
    return needed, [] if _has_arabic_fonts() else list(FONTS)


def _install(packages: Sequence[str], logs: Path) -> str:
    """Install packages; return the reason if that failed, else "". It is no error yet: a browser may come elsewhere."""
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
