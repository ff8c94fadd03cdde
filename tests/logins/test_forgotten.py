"""A forgotten password is reset by mail, where mail is set up; nobody learns who has an account."""

from __future__ import annotations

import importlib
import re

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import clear_url_caches
from kombu.exceptions import OperationalError

from newsdesk import urls
from newsdesk.celery import app
from tests.logins.conftest import without_secrets

ASK = "/en/admin/new-password/"
NEW = "quite another horse"


@pytest.fixture
def mailing(settings):
    """A site that can send mail; its worker does so at once."""
    settings.MAIL_IS_SET_UP = True
    settings.DEFAULT_FROM_EMAIL = "newsdesk@desk.example"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "mails"}}
    cache.clear()
    _read_addresses_again()
    yield
    settings.MAIL_IS_SET_UP = False
    _read_addresses_again()


def _read_addresses_again() -> None:
    importlib.reload(urls)
    clear_url_caches()


@pytest.fixture
def worker(mailing, monkeypatch):
    """A worker that does at once what is sent to it."""
    sent = []

    def do(name, args, kwargs):
        sent.append((name, args))
        app.tasks[name](*args, **kwargs)

    monkeypatch.setattr(app, "send_task", do)
    return sent


def ask(address, language="en", **browser):
    return Client(**browser).post(f"/{language}/admin/new-password/", {"email": address}, follow=True)


def link_in(message) -> str:
    return re.findall(r"http://testserver(\S+)", message.body)[0]


@pytest.mark.django_db
def test_without_mail_no_password_reset_is_offered():
    assert "new-password" not in Client().get("/en/admin/login/").content.decode()
    # The admin redirects an unknown address to its login.
    assert Client().get(ASK).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ar"])
def test_with_mail_the_login_page_links_to_the_reset(mailing, language):
    assert f'href="/{language}/admin/new-password/"' in Client().get(f"/{language}/admin/login/").content.decode()
    assert Client().get(f"/{language}/admin/new-password/").status_code == 200


@pytest.mark.parametrize("language", ["en", "ar"])
def test_link_in_the_mail_sets_a_new_password(worker, anna, log_in, language):
    ask(anna.email, language)
    [message] = mail.outbox
    assert (message.to, message.from_email) == ([anna.email], "newsdesk@desk.example")
    assert link_in(message).startswith(f"/{language}/admin/new-password/")
    browser = Client()
    form = browser.get(link_in(message), follow=True)
    chosen = browser.post(form.redirect_chain[-1][0], {"new_password1": NEW, "new_password2": NEW}, follow=True)
    assert chosen.status_code == 200
    assert f"/{language}/admin/login/" in chosen.content.decode()
    assert log_in(anna).status_code == 200
    assert log_in(anna, NEW).status_code == 302


def test_mail_is_in_the_language_of_the_request(worker, anna):
    ask(anna.email, "ar")
    ask(anna.email, "en")
    arabic, english = mail.outbox
    assert "إعادة تعيين كلمة المرور" in arabic.subject
    assert english.subject == "Reset your Newsdesk password"
    assert anna.username in arabic.body
    assert anna.username in english.body


def test_link_works_once(worker, anna):
    ask(anna.email)
    link = link_in(mail.outbox[0])
    browser = Client()
    form = browser.get(link, follow=True)
    browser.post(form.redirect_chain[-1][0], {"new_password1": NEW, "new_password2": NEW})
    assert "new_password1" not in Client().get(link, follow=True).content.decode()


def test_new_password_lifts_the_wait_caused_by_failed_logins(worker, anna, log_in, settings):
    for number in range(settings.LOGIN_FAILURES_MANY):
        AccessAttempt.objects.create(username=anna.username, ip_address=f"203.0.113.{number}", failures_since_start=1)
    assert log_in(anna).status_code == 429
    ask(anna.email)
    browser = Client()
    form = browser.get(link_in(mail.outbox[0]), follow=True)
    browser.post(form.redirect_chain[-1][0], {"new_password1": NEW, "new_password2": NEW})
    assert log_in(anna, NEW).status_code == 302


def test_known_and_unknown_addresses_get_the_same_answer(worker, anna):
    known, unknown = (ask(address) for address in (anna.email, "nobody@desk.example"))
    assert known.redirect_chain == unknown.redirect_chain == [(f"{ASK}asked/", 302)]
    assert without_secrets(known) == without_secrets(unknown)
    assert worker == [("newsdesk.logins.tasks.send_reset_mail", [anna.email]),
                      ("newsdesk.logins.tasks.send_reset_mail", ["nobody@desk.example"])]  # fmt: skip
    assert len(mail.outbox) == 1


def test_closed_account_gets_no_mail(worker, anna):
    anna.is_active = False
    anna.save()
    ask(anna.email)
    assert mail.outbox == []


def test_mails_to_one_mailbox_are_limited_without_saying_so(worker, anna, settings):
    settings.RESET_MAIL_RATE = "2/hour"
    answers = [ask(anna.email, REMOTE_ADDR=f"192.0.2.{number}") for number in range(4)]
    assert {answer.status_code for answer in answers} == {200}
    assert len(mail.outbox) == 2


def test_client_asking_too_often_is_429(worker, settings, db):
    settings.RESET_MAIL_RATE = "2/hour"
    assert [ask(f"{number}@desk.example").status_code for number in range(3)] == [200, 200, 429]
    assert ask("4@desk.example", REMOTE_ADDR="198.51.100.2").status_code == 200


def test_reset_without_a_broker_is_503_for_any_address(mailing, anna, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("connection refused")

    monkeypatch.setattr(app, "send_task", away)
    for address in (anna.email, "nobody@desk.example"):
        answer = ask(address)
        assert answer.status_code == 503
        assert "Emails cannot be sent right now." in answer.content.decode()
