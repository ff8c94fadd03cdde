"""``python -m newsdesk.launch services``: runs only the embedded services, for work on the code."""

from __future__ import annotations

import shlex
from pathlib import Path

from ..paths import service_paths
from ..process.accounts import services_account
from ..process.locks import only_one
from ..process.signals import StopAsked
from ..process.supervisor import Supervisor
from ..progress import say, write_log
from ..services.start import start_services
from ..setup.site_environment import site_environment

SHOWN = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "HTTPS", "ALLOWED_HOSTS")


def serve(checkout: Path) -> int:
    """Run the services in the foreground, and print the variables to export in another terminal."""
    var = checkout / "var"
    places = service_paths(var, services_account())
    with only_one(var / "services.lock", advice="PostgreSQL and Redis are already running from this folder") as lock:
        try:
            with Supervisor(write_log, logs=var / "log", keep=[lock]) as supervisor:
                addresses = start_services(supervisor, places, {}, logs=var / "log")
                environment = site_environment(var, addresses)
                for name in SHOWN:
                    say(f"export {name}={shlex.quote(environment[name])}")
                supervisor.watch()
        except StopAsked:
            return 0
    return 0
