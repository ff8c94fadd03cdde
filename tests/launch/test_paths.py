"""Folders that the right account can reach, and socket paths that are short enough."""

from pathlib import Path

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.paths import LONGEST_SOCKET_FOLDER, require_space, service_paths, temporary_paths
from newsdesk.launch.process.accounts import Account, own_folder, reachable_by_all


@pytest.fixture
def closed(tmp_path):
    """A folder below one that only its owner may pass through, as a home folder is."""
    folder = tmp_path / "home" / "var"
    folder.mkdir(parents=True)
    folder.parent.chmod(0o700)
    return folder


def test_folder_below_a_closed_one_is_not_reachable(closed):
    assert not reachable_by_all(closed)


def test_data_is_kept_in_var(closed):
    assert service_paths(closed, account=None).home == closed


def test_data_is_kept_elsewhere_if_the_account_cannot_reach_var(closed):
    places = service_paths(closed, Account("nobody", 65534, 65534))
    assert places.home.parent.name == "lib"
    assert places == service_paths(closed, Account("nobody", 65534, 65534))


def test_sockets_of_a_deep_checkout_are_in_a_short_folder(tmp_path):
    deep = tmp_path / ("d" * LONGEST_SOCKET_FOLDER) / "var"
    sockets = service_paths(deep, account=None).sockets
    assert len(str(sockets)) <= LONGEST_SOCKET_FOLDER


def test_erasing_removes_data_and_leaves_the_rest(tmp_path):
    places = service_paths(tmp_path, account=None)
    for name in ("postgres", "valkey", "log"):
        (tmp_path / name).mkdir()
    places.erase()
    assert [folder.name for folder in tmp_path.iterdir()] == ["log"]


def test_temporary_folder_is_removed_after_a_failure():
    def fail_within() -> None:
        with temporary_paths() as places:
            used.append(places.home)
            (places.home / "postgres").mkdir()
            raise RuntimeError

    used: list[Path] = []
    with pytest.raises(RuntimeError):
        fail_within()
    assert not used[0].exists()


def test_symlink_in_place_of_a_folder_is_refused(tmp_path):
    (tmp_path / "sockets").symlink_to(tmp_path)
    with pytest.raises(LaunchError, match="is a link"):
        own_folder(tmp_path / "sockets", None)


def test_full_disk_is_reported_before_anything_starts(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda folder: type("Usage", (), {"free": 12_000_000}))
    with pytest.raises(LaunchError, match="only 12 MB are free"):
        require_space(tmp_path)
