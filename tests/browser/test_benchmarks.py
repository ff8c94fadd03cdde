"""The benchmark of the picture runs against a live site; short here: only that it gives figures."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from django.conf import settings

from tests import factories


@pytest.mark.django_db(transaction=True)
def test_bench_picture_measures_a_running_site(site) -> None:
    factories.an_event(edtf="2025-03-01")
    asked = f"bench_picture --url {site.url}/en/ --times 1 --seconds 1 --minutes 0.01 --weighings 1".split()
    told = subprocess.run(
        [sys.executable, "manage.py", *asked], cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=120
    )
    assert told.returncode == 0, told.stderr
    assert re.search(r"first picture: median \d+ ms", told.stdout)
    assert re.search(r"both: [\d.]+ frames/s", told.stdout)
    assert re.search(r"after 0.01 minutes: heap [\d.]+ MB, process \d+ MB, \d+ nodes", told.stdout)
