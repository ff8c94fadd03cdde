"""The engine's commands run in a terminal that holds none of the site's settings, as README shows them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = {"id": 1, "published": "2025-09-01", "body": "Jordan and Iraq signed a water agreement in January."}


def test_extract_needs_no_secret_key():
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "manage.py", "extract"], cwd=ROOT, env=environment, input=json.dumps(ARTICLE),
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert [event["date"] for event in json.loads(done.stdout)["events"]] == ["2025-01"]
