"""``./run``: sets everything up, starts it, and stops it when asked to."""

from __future__ import annotations

import http.client
import os
import shutil
import sys
from argparse import Namespace
from contextlib import ExitStack
from pathlib import Path

from .. import apps
from ..errors import LaunchError
from ..greeting import closing
from ..paths import ServicePaths, service_paths
from ..ports import require_free_port
from ..process.accounts import services_account
from ..process.locks import only_one
from ..process.signals import StopAsked
from ..process.supervisor import Supervisor
from ..progress import say, step, write_log
from ..services.addresses import DATABASE, check_named
from ..services.start import Addresses, start_services
from ..setup.django_commands import Django
from ..setup.editor import EDITOR, ensure_editor
from ..setup.runtime import find_runtime, own_runtime
from ..setup.site_environment import site_environment
from ..setup.stamps import Stamp, digest_of
from ..setup.steps import set_up_files

START_SECONDS = 60.0
LOGS = "var/log"
# Files in var/ that depend on the data in the database, and are erased with it.
TIED_TO_THE_DATA = ("beat-schedule", "editor-password", "editor-made", "example-loaded")


def run(checkout: Path, wanted: Namespace) -> int:
    """Set up, start and watch everything until somebody stops it; return the exit status.

    Raises ``LaunchError`` for what a person has to put right.
    """
    var = checkout / "var"
    places = service_paths(var, services_account())
    with ExitStack() as held:
        keep = [held.enter_context(only_one(var / "run.lock", advice="Newsdesk is already running from this folder"))]
        if not _has_own_services():
            advice = "PostgreSQL and Redis are already running from this folder"
            keep.append(held.enter_context(only_one(var / "services.lock", advice=advice)))
        if not wanted.setup:
            require_free_port(wanted.port)
        check_named(os.environ)
        if wanted.fresh:
            _begin_anew(var, places)
        set_up_files(checkout)
        try:
            logs, colour = var / "log", sys.stdout.isatty()
            supervisor = held.enter_context(
                Supervisor(write_log, logs=logs, show=wanted.verbose, keep=keep, colour=colour)
            )
            addresses = start_services(supervisor, places, os.environ, logs=logs)
            _start(supervisor, checkout, wanted, places, addresses)
        except StopAsked:
            say("Stopping …")
    return 0


def _start(
    supervisor: Supervisor, checkout: Path, wanted: Namespace, places: ServicePaths, addresses: Addresses
) -> None:
    environment = {"STATIC_ROOT": str(places.home / "staticfiles"), **site_environment(checkout / "var", addresses)}
    django = Django(checkout, checkout / "var" / "log", environment)
    django.migrate()
    runtime = own_runtime(checkout) if wanted.setup else find_runtime(checkout, places, services_account())
    if not wanted.setup:
        supervisor.start(apps.worker(runtime, environment))
        supervisor.start(apps.beat(runtime, environment))
    django.collect_static()
    password = ensure_editor(django, checkout / "var", os.environ, addresses.database)
    if wanted.setup:
        say("Newsdesk is set up. Start it with ./run")
        return
    supervisor.start(apps.web(runtime, environment, wanted.port))
    with step("Starting the web server and the worker"):
        _wait_for_pages(supervisor, wanted.port)
    _load_example(supervisor, checkout, environment, addresses)
    say(closing(wanted.port, EDITOR, password, LOGS))
    supervisor.watch()


def _wait_for_pages(supervisor: Supervisor, port: int) -> None:
    def listens() -> bool:
        return apps.first_page_status(port) is not None

    supervisor.wait_until(listens, within=START_SECONDS, what="the web server", by="web")
    status = apps.first_page_status(port)
    if status is None or status >= http.client.INTERNAL_SERVER_ERROR:
        raise LaunchError(f"the first page cannot be shown (status {status}): {LOGS}/web.log says why")


def _load_example(supervisor: Supervisor, checkout: Path, environment: dict[str, str], addresses: Addresses) -> None:
    """Load the example articles, only once for each database, so that what an editor deleted does not come back."""
    loaded = Stamp(checkout / "var" / "example-loaded", digest_of([], addresses.database))
    if loaded.is_current():
        return
    # A newsroom's own database may have real articles, so it gets the example only if it is empty.  The embedded one
    # may have part of the example from an earlier start, which is completed.
    careful = ["--only-if-empty"] if os.environ.get(DATABASE) else []
    with step("Extracting events from the example articles"):
        runtime = own_runtime(checkout)
        status = supervisor.run(apps.command("example", runtime, environment, "load_example", *careful))
    if status:
        raise LaunchError(f"the example could not be loaded: {LOGS}/example.log says why")
    loaded.set()


def _begin_anew(var: Path, places: ServicePaths) -> None:
    if _has_own_services() or os.environ.get("DATABASE_URL") or os.environ.get("REDIS_URL"):
        raise LaunchError(
            "--fresh erases the embedded PostgreSQL and Redis only: empty those of DATABASE_URL and REDIS_URL yourself"
        )
    with step("Erasing all data"):
        places.erase()
        for name in TIED_TO_THE_DATA:
            for file in var.glob(f"{name}*"):
                shutil.rmtree(file) if file.is_dir() else file.unlink()


def _has_own_services() -> bool:
    return bool(os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"))
