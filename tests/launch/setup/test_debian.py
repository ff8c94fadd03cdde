"""Installing Debian packages: real apt-get, with lists and locks of its own, while another program holds them."""

from __future__ import annotations

import fcntl
import shutil
import threading
from pathlib import Path

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.setup import debian
from tests.waiting import eventually


@pytest.fixture
def apt(tmp_path: Path, monkeypatch) -> Path:
    """The folder of an apt-get that knows no package and touches nothing of the machine's."""
    if shutil.which("apt-get") is None:
        pytest.skip("no Debian")
    for folder in ("lists/partial", "archives/partial", "dpkg"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "dpkg" / "status").touch()
    own = {
        "Dir::State": tmp_path, "Dir::State::lists": "lists/", "Dir::State::status": tmp_path / "dpkg" / "status",
        "Dir::Cache": tmp_path, "Dir::Etc::sourcelist": "/dev/null", "Dir::Etc::sourceparts": "/dev/null",
        "Dir::Etc::parts": "/dev/null", "Dir::Etc::main": "/dev/null", "Debug::NoLocking": "false",
    }  # fmt: skip
    (tmp_path / "apt.conf").write_text("".join(f'{name} "{value}";\n' for name, value in own.items()))
    monkeypatch.setenv("APT_CONFIG", str(tmp_path / "apt.conf"))
    monkeypatch.setattr(debian, "PAUSE_SECONDS", 0.01)
    return tmp_path


def test_held_lock_of_apt_lists_is_waited_for(apt, capsys):
    with (apt / "lists" / "lock").open("w") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        installing = threading.Thread(target=debian.apt_install, args=([], apt))
        installing.start()
        eventually(lambda: "waiting for" in capsys.readouterr().out)
        assert installing.is_alive()
    installing.join(20)
    assert not installing.is_alive()
    assert (apt / "apt-install.log").exists()


def test_held_lock_of_dpkg_is_waited_for(apt):
    with (apt / "dpkg" / "lock-frontend").open("w") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        installing = threading.Thread(target=debian.apt_install, args=([], apt))
        installing.start()
        log = apt / "apt-install.log"
        eventually(lambda: log.exists() and "Waiting for cache lock" in log.read_text())
        assert installing.is_alive()
    installing.join(20)
    assert not installing.is_alive()
    assert "0 newly installed" in log.read_text()


def test_lock_held_too_long_is_reported(apt, monkeypatch):
    monkeypatch.setattr(debian, "LOCK_SECONDS", 0)
    with (apt / "lists" / "lock").open("w") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        with pytest.raises(
            LaunchError, match="installing one: another program has held Debian's package lock for long"
        ):
            debian.apt_install(["one"], apt)


def test_other_apt_failure_is_reported_at_once(apt):
    with pytest.raises(LaunchError, match="installing no-such-package: E: Unable to locate package no-such-package"):
        debian.apt_install(["no-such-package"], apt)


@pytest.mark.parametrize(
    ("library", "package"),
    [("libatomic.so.1", "libatomic1"), ("libstdc++.so.6", "libstdc++6"), ("libnspr4.so", "libnspr4")],
)
def test_library_is_mapped_to_its_debian_package(library, package):
    assert debian.package_of(library) == package
