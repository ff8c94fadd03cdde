"""No server starts with a secret that can be guessed."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from newsdesk.launch.paths import CHECKOUT
from newsdesk.launch.setup.site_environment import remembered_secret
from newsdesk.logins.secret_key import strong_secret_key

WEAK = {
    "empty": "",
    "a word": "secret",
    "a placeholder": "django-insecure-" + secrets.token_urlsafe(50),
    "one short by one": secrets.token_urlsafe(50)[:49],
    "one letter": "x" * 60,
    "few letters": "abcabcacb" * 8,
    "a word again and again": "correct horse battery staple" * 3,
}


@pytest.mark.parametrize("key", WEAK.values(), ids=WEAK)
def test_weak_key_is_refused_with_how_to_make_one(key):
    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY is too weak .*secrets\.token_urlsafe"):
        strong_secret_key(key)


MAKERS = {
    "urlsafe": lambda: secrets.token_urlsafe(50),
    "hex": lambda: secrets.token_hex(32),
    "django": get_random_secret_key,
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_keys_of_common_generators_are_accepted(make):
    key = make()
    assert strong_secret_key(key) == key


def test_key_made_by_run_is_accepted(tmp_path):
    key = remembered_secret(tmp_path / "secret-key")
    assert strong_secret_key(key) == key


@pytest.mark.parametrize(("debug", "starts"), [("false", False), ("true", True)])
def test_weak_key_stops_a_server_but_not_a_debug_run(debug, starts):
    environment = {**os.environ, "SECRET_KEY": "secret", "DEBUG": debug}
    done = subprocess.run(
        [sys.executable, "-c", "import newsdesk.settings"],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert (done.returncode == 0) is starts, done.stderr
    assert starts or "SECRET_KEY is too weak for a server: it has 6 characters" in done.stderr
