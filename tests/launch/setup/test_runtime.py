"""Where our programs run once they have dropped root."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from newsdesk.launch.paths import CHECKOUT, ServicePaths, temporary_paths
from newsdesk.launch.process.accounts import services_account
from newsdesk.launch.process.subprocesses import as_account
from newsdesk.launch.setup import runtime
from newsdesk.launch.setup.runtime import Runtime, find_runtime, own_runtime

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give up")
TELL = """
import os, celery, django, newsdesk
from events import edtf
print(os.getuid(), edtf.__file__, os.access(edtf.__file__, os.W_OK))
"""


@pytest.fixture(scope="module")
def places() -> Iterator[ServicePaths]:
    """Folders that every account can enter."""
    with temporary_paths() as made:
        yield made


@pytest.fixture(scope="module")
def copied(places: ServicePaths) -> Runtime:
    """The runtime for an account that cannot read the checkout."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runtime, "_works", lambda tried: False)
        return find_runtime(CHECKOUT, places, services_account())


def test_without_root_the_checkout_itself_is_run(places):
    assert find_runtime(CHECKOUT, places, None) == own_runtime(CHECKOUT)


@only_root
def test_checkout_readable_by_the_account_is_run_in_place(places, monkeypatch):
    monkeypatch.setattr(runtime, "_works", lambda tried: True)
    found = find_runtime(CHECKOUT, places, services_account())
    assert (found.code, str(found.python)) == (CHECKOUT, sys.executable)
    assert found.variables["HOME"] == str(places.scratch)


@only_root
def test_unreadable_checkout_is_run_from_a_read_only_copy(copied):
    assert copied.account is not None
    told = subprocess.run(
        [copied.python, "-c", TELL], cwd=copied.code, env=copied.environment({"PATH": os.defpath}),
        capture_output=True, text=True, check=True, **as_account(copied.account),
    )  # fmt: skip
    assert told.stdout.split() == [str(copied.account.uid), str(copied.code / "events/edtf/__init__.py"), "False"]
    assert not (copied.code / "var").exists()


@only_root
def test_packages_are_copied_once_and_code_at_every_start(copied, places, monkeypatch):
    monkeypatch.setattr(runtime, "_works", lambda tried: False)
    made = copied.python.parent.stat().st_mtime_ns
    (copied.code / "manage.py").write_text("old")
    again = find_runtime(CHECKOUT, places, services_account())
    assert again.python.parent.stat().st_mtime_ns == made
    assert (again.code / "manage.py").read_text() == (CHECKOUT / "manage.py").read_text()
