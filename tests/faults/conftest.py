"""The newsroom of real processes for each test."""

from __future__ import annotations

import os

import pytest
from django.db import connection

from newsdesk.launch.places import temporary_places
from newsdesk.launch.supervisor import Supervisor
from tests.faults.newsroom import Newsroom


@pytest.fixture
def newsroom(transactional_db, tmp_path):
    """Give a newsroom whose Redis runs; worker and beat are started by the test."""
    server, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
    said: list[str] = []
    with temporary_places() as places, Supervisor(said.append) as supervisor:
        room = Newsroom(supervisor, places, f"{server}/{connection.settings_dict['NAME']}", tmp_path)
        room.start_redis()
        try:
            yield room
        finally:
            room.stop_redis()
            print("".join(said))  # pytest shows it where the test fails
