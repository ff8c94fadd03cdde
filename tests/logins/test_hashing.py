"""Passwords are hashed with Argon2; older hashes are replaced at their owner's next login."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import make_password

from newsdesk import settings as ours
from tests.logins.conftest import PASSWORD


@pytest.fixture(autouse=True)
def hashers(settings):
    settings.PASSWORD_HASHERS = ours.PASSWORD_HASHERS


def test_new_password_is_hashed_with_argon2():
    assert make_password(PASSWORD).startswith("argon2$argon2id$")


def test_older_hash_is_replaced_at_the_next_right_login(log_in, anna):
    anna.password = make_password(PASSWORD, hasher="pbkdf2_sha256")
    anna.save()
    assert log_in(anna, "wrong").status_code == 200
    anna.refresh_from_db()
    assert anna.password.startswith("pbkdf2_sha256$")
    assert log_in(anna).status_code == 302
    anna.refresh_from_db()
    assert anna.password.startswith("argon2$")
    assert anna.check_password(PASSWORD)
