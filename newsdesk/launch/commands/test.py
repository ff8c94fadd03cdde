"""``./test``: runs the tests on temporary services that are removed afterwards."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ..paths import temporary_paths
from ..process.locks import one_after_another
from ..process.program import Program
from ..process.signals import StopAsked
from ..process.supervisor import Supervisor
from ..progress import complain, say
from ..services.start import start_services
from ..setup.browser import VARIABLE
from ..setup.django_commands import Django
from ..setup.needs_of_tests import prepare
from ..setup.node import FrontEnd
from ..setup.site_environment import DEFAULTS, site_environment
from ..setup.steps import set_up_files

SLOW_MARKS = ("fault", "load")
LEFT_OUT = "!" * 20 + " THE BROWSER TESTS ARE LEFT OUT, as --without-browser asks " + "!" * 20


def test(checkout: Path, wanted: Namespace) -> int:
    """Run the tests and return pytest's exit status or, if that is 0, the status of the front end's tests."""
    logs = checkout / "var" / "log"
    set_up_files(checkout)
    browser = prepare(logs, with_browser=not wanted.without_browser)
    say(f"  Browser tests in {browser}" if browser else LEFT_OUT)
    with temporary_paths() as places, (logs / "test-services.log").open("w", encoding="utf-8") as log:
        try:
            with Supervisor(log.write) as supervisor:
                # An empty environment, so that services named in the real one are not used.
                addresses = start_services(supervisor, places, {}, logs=logs, careless=True)
                environment = site_environment(checkout / "var", addresses) | DEFAULTS | {VARIABLE: str(browser or "")}
                with one_after_another(checkout / "var" / "setup.lock"):
                    Django(checkout, logs, environment).collect_static()
                slow = wanted.faults or wanted.load
                only_python = slow or wanted.pytest
                front_end = 0 if only_python else supervisor.run(FrontEnd(checkout, logs).tests(environment))
                status = supervisor.run(_pytest(checkout, wanted, environment))
        except StopAsked:
            return 130
    if wanted.without_browser:
        complain(LEFT_OUT)
    return status or front_end


def pytest_arguments(wanted: Namespace) -> list[str]:
    """Return the arguments for pytest: those given, plus marks that leave slow tests out and one process per core."""
    asked: Sequence[str] = wanted.pytest
    chosen = [mark for mark, on in zip(SLOW_MARKS, (wanted.faults, wanted.load), strict=True) if on]
    marks = [" or ".join(chosen)] if chosen else [f"not {mark}" for mark in SLOW_MARKS]
    if wanted.without_browser:
        marks.append("not browser")
    arguments = list(asked)
    if not any(word.startswith("-m") for word in asked):
        arguments = ["-m", " and ".join(f"({mark})" for mark in marks), *arguments]
    alone = chosen or any(word.startswith(("-n", "--numprocesses", "--pdb", "--trace")) for word in asked)
    return arguments if alone else ["-n", "auto", "--dist", "loadfile", *arguments]


def _pytest(checkout: Path, wanted: Namespace, environment: dict[str, str]) -> Program:
    return Program(
        name="pytest",
        command=(sys.executable, "-m", "pytest", *pytest_arguments(wanted)),
        folder=checkout,
        environment=environment,
        patience=30,
        foreground=True,
    )
