"""A newsroom of real processes, on the test's database and a Redis of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from newsdesk.launch import apps
from newsdesk.launch.paths import CHECKOUT, ServicePaths
from newsdesk.launch.process.accounts import services_account
from newsdesk.launch.process.program import Program
from newsdesk.launch.process.supervisor import Supervisor
from newsdesk.launch.services.start import Addresses
from newsdesk.launch.services.valkey import Valkey
from newsdesk.launch.setup.runtime import own_runtime
from newsdesk.launch.setup.site_environment import site_environment
from tests.waiting import eventually

# Everything that is waited for in production comes within seconds here. What an article takes to be
# read must stay well below the second: only the dead may be taken for dead.
QUICK = {
    "SWEEP_SECONDS": "0.5",
    "QUEUED_STALE_SECONDS": "1",
    "EXTRACTION_TIME_LIMIT": "20",
    "EXTRACTING_STALE_SECONDS": "12",
}
# Starting Django and Celery takes seconds on a busy machine.
PATIENCE = 180.0
PASTING = """
import sys
import django
django.setup()
from datetime import date
from django.contrib.auth.models import User
from events import desk
article = desk.submit_article(
    submitted_by=User.objects.get(username=sys.argv[1]), title=sys.argv[2], body=sys.stdin.read(),
    publication_date=date(2025, 3, 20), language="en",
)
print(article.pk)
"""


class Newsroom:
    """Worker, beat and Redis, each a process that a test may kill."""

    def __init__(self, supervisor: Supervisor, places: ServicePaths, database: str, folder: Path) -> None:
        self._supervisor = supervisor
        self._messages = places.home / "valkey"
        self._valkey = Valkey(places, services_account())
        self._redis: subprocess.Popen[bytes] | None = None
        self.environment = {
            **site_environment(folder, Addresses(database, self._valkey.url)),
            **QUICK,
            "BEAT_SCHEDULE": str(folder / "beat-schedule"),
            "DJANGO_SETTINGS_MODULE": "newsdesk.settings",
        }

    def start(self) -> None:
        """Start worker and beat; they wait for their Redis."""
        self.start_worker()
        self._supervisor.start(apps.beat(own_runtime(CHECKOUT), self.environment))

    def start_worker(self) -> None:
        """Start the worker alone, without beat: only the desk sends messages."""
        self._supervisor.start(apps.worker(own_runtime(CHECKOUT), self.environment))

    def start_program(self, program: Program) -> None:
        """Start another program beside them."""
        self._supervisor.start(program)

    def program_pid(self, name: str) -> int:
        """Return the number of a program as it lives now."""
        return self._supervisor.pid(name)

    def start_redis(self) -> None:
        """Start Redis, which the supervisor does not manage."""
        self._redis = self._valkey.program().start()
        eventually(self._valkey.accepts)

    def stop_redis(self) -> None:
        """Kill Redis and do not start it again."""
        if self._redis is not None:
            self._redis.kill()
            self._redis.communicate()
            self._redis = None

    def lose_messages(self) -> None:
        """Throw away what Redis kept on disk."""
        shutil.rmtree(self._messages)

    def worker_pid(self) -> int:
        """Return the number of the worker as it lives now."""
        return self.program_pid("worker")

    def kill_worker(self) -> None:
        """Kill the worker and its children at once, as a lost machine would."""
        os.killpg(self.worker_pid(), signal.SIGKILL)

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Go on with everything, as ``./run`` does, until the condition holds."""
        eventually(condition, self._supervisor.look_after, within=PATIENCE)

    def paste(self, editor: str, title: str, body: str) -> int:
        """Save an article from a process of its own, as a web process would, and return its number."""
        pasted = subprocess.run(
            [sys.executable, "-c", PASTING, editor, title],
            input=body, text=True, cwd=CHECKOUT, env=self.environment, capture_output=True, check=False,
            timeout=PATIENCE,
        )  # fmt: skip
        assert pasted.returncode == 0, pasted.stderr
        return int(pasted.stdout)
