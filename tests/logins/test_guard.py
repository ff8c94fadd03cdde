"""Whoever guesses passwords has to wait; whoever knows theirs does not."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.db.models import F
from django.test import Client

from newsdesk.logins.guard import KNOWN_DAYS
from newsdesk.logins.tasks import forget_old_logins
from tests.logins.conftest import PASSWORD, without_secrets

HERE, THERE = "192.0.2.1", "198.51.100.2"
WRONG = "wrong"


@pytest.fixture(autouse=True)
def few_are_many(settings):
    settings.LOGIN_FAILURES = settings.AXES_FAILURE_LIMIT = 3
    settings.LOGIN_FAILURES_MANY = 6


def time_passes(span: timedelta) -> None:
    """Move every counted login so much into the past."""
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - span)
    AccessLog.objects.update(attempt_time=F("attempt_time") - span)


def guess(log_in, users, times, address=HERE):
    return [log_in(user, WRONG, address).status_code for user in users for _ in range(times)]


def test_first_login_works(log_in, anna):
    assert log_in(anna).status_code == 302


def test_right_password_has_to_wait_after_too_many_wrong_ones(log_in, anna):
    assert guess(log_in, [anna], 4) == [200, 200, 429, 429]
    answer = log_in(anna)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) == 15 * 60
    assert "Too many wrong passwords. Try again in 15 minutes." in answer.content.decode()


def test_wait_is_explained_in_arabic(log_in, anna):
    guess(log_in, [anna], 3)
    assert "كلمات مرور خاطئة كثيرة" in log_in(anna, language="ar").content.decode()


def test_right_password_works_after_the_pause(log_in, anna):
    guess(log_in, [anna], 3)
    time_passes(timedelta(minutes=16))
    assert log_in(anna).status_code == 302


def test_attempts_during_the_pause_do_not_prolong_it(log_in, anna):
    guess(log_in, [anna], 3)
    time_passes(timedelta(minutes=14))
    assert log_in(anna).status_code == 429
    time_passes(timedelta(minutes=2))
    assert log_in(anna).status_code == 302


def test_right_password_resets_the_count_of_wrong_ones(log_in, anna):
    for _day in range(3):
        guess(log_in, [anna], 2)
        assert log_in(anna).status_code == 302


def test_guesses_from_another_address_lock_nobody_out(log_in, anna):
    guess(log_in, [anna], 5, THERE)
    assert log_in(anna, address=HERE).status_code == 302


def test_guesses_from_a_shared_address_lock_only_that_account(log_in, anna, omar):
    guess(log_in, [anna], 5)
    assert log_in(omar).status_code == 302


def test_address_guessing_at_many_accounts_has_to_wait(log_in, anna):
    guess(log_in, ["a", "b", "c"], 2)
    assert log_in(anna).status_code == 429


def test_user_who_usually_logs_in_there_is_let_in_from_a_blocked_address(log_in, anna):
    log_in(anna)
    guess(log_in, ["a", "b", "c"], 2)
    assert log_in(anna).status_code == 302


def test_account_guessed_at_from_many_addresses_is_locked(log_in, anna):
    for number in range(6):
        guess(log_in, [anna], 1, f"203.0.113.{number}")
    assert log_in(anna, address=THERE).status_code == 429


def test_locked_account_can_log_in_from_its_usual_address(log_in, anna):
    log_in(anna, address=HERE)
    for number in range(6):
        guess(log_in, [anna], 1, f"203.0.113.{number}")
    assert log_in(anna, address=HERE).status_code == 302


def test_usual_address_is_forgotten_after_a_month(log_in, anna):
    log_in(anna)
    time_passes(timedelta(days=KNOWN_DAYS, hours=1))
    guess(log_in, ["a", "b", "c"], 2)
    assert log_in(anna).status_code == 429
    assert AccessLog.objects.exists()
    forget_old_logins()
    assert not AccessLog.objects.exists()


def test_known_and_unknown_accounts_are_answered_alike(log_in, anna):
    assert guess(log_in, [anna], 4) == guess(log_in, ["nobody"], 4)
    known, unknown = (without_secrets(log_in(name, WRONG)) for name in (anna.username, "nobody"))
    assert known.replace(anna.username, "nobody") == unknown


def test_clients_behind_a_proxy_are_distinguished_and_cannot_forge(log_in, anna, settings):
    settings.PROXIES = 1
    for number in range(5):
        log_in(anna, WRONG, **{"X-Forwarded-For": f"10.0.0.{number}, {THERE}"})
    assert log_in(anna, **{"X-Forwarded-For": THERE}).status_code == 429
    assert log_in(anna, **{"X-Forwarded-For": HERE}).status_code == 302


def test_forged_x_forwarded_for_is_ignored_without_a_proxy(log_in, anna):
    statuses = [log_in(anna, WRONG, **{"X-Forwarded-For": f"10.0.0.{number}"}).status_code for number in range(4)]
    assert statuses == [200, 200, 429, 429]


# --- tokens for programs


def token(user, password=PASSWORD, address=HERE):
    credentials = json.dumps({"username": getattr(user, "username", user), "password": password})
    return Client(REMOTE_ADDR=address).post("/api/v1/token/", credentials, content_type="application/json")


def test_token_requests_with_the_right_password_are_not_limited(omar):
    assert {token(omar).status_code for _ in range(20)} == {200}


def test_token_requests_with_wrong_passwords_are_429(omar):
    assert [token(omar, WRONG).status_code for _ in range(4)] == [400, 400, 429, 429]
    answer = token(omar)
    assert (answer.status_code, answer.json()["code"]) == (429, "throttled")
    assert int(answer.headers["Retry-After"]) == 15 * 60
    assert token(omar, address=THERE).status_code == 200


def test_failed_logins_and_token_requests_are_counted_together(log_in, anna):
    token(anna, WRONG)
    assert guess(log_in, [anna], 2) == [200, 429]
    assert token(anna).status_code == 429


def test_form_encoded_token_requests_are_counted_like_json(omar):
    form = {"username": omar.username, "password": WRONG}
    answers = [
        Client().post("/api/v1/token/", "&".join(f"{name}={value}" for name, value in form.items()),
                      content_type="application/x-www-form-urlencoded").status_code
        for _ in range(4)
    ]  # fmt: skip
    assert answers == [400, 400, 429, 429]
