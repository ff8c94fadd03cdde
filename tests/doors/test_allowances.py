"""Upload limits: who may send how much, and where."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import get_resolver
from rest_framework.authtoken.models import Token

from newsdesk.doors.allowances import TAKE_UPLOADS, allowed_bytes
from newsdesk.doors.refusals import RequestRefusedError

pytestmark = pytest.mark.django_db
PAGES = ["/en/admin/events/article/add/", "/ar/admin/events/timeline/7/change/", "/api/v1/articles/"]


def much() -> int:
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def little() -> int:
    return settings.SMALL_UPLOAD_MAX_BYTES


def sending(path: str, cookies: str = "", token: str = ""):
    headers = {"Cookie": cookies, "Authorization": f"Token {token}" if token else ""}
    return RequestFactory(headers={name: value for name, value in headers.items() if value}).post(path)


def login_of(user) -> str:
    browser = Client()
    browser.force_login(user)
    return f"sessionid={browser.cookies['sessionid'].value}"


@pytest.mark.parametrize("path", PAGES)
def test_signed_in_users_may_upload_large_bodies_to_upload_pages(reporter, path):
    assert allowed_bytes(sending(path, login_of(reporter))) == much()
    assert allowed_bytes(sending(path, token=Token.objects.create(user=reporter).key)) == much()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("credentials", [{}, {"cookies": "sessionid=invented"}, {"token": "invented"}])
def test_anonymous_clients_may_only_send_small_bodies(path, credentials):
    assert allowed_bytes(sending(path, **credentials)) == little()


def test_closed_account_may_only_send_small_bodies(reporter):
    cookies = login_of(reporter)
    reporter.is_active = False
    reporter.save()
    assert allowed_bytes(sending(PAGES[0], cookies)) == little()


@pytest.mark.parametrize("path", ["/en/", "/ar/admin/login/", "/en/admin/events/event/", "/api/v1/token/", "/nowhere/"])
def test_other_pages_take_only_small_bodies_from_anybody(editor, path):
    assert allowed_bytes(sending(path, login_of(editor))) == little()


def test_upload_while_the_database_is_down_is_told_to_retry(reporter, monkeypatch):
    def away(request):
        raise OperationalError("the server is starting up")

    monkeypatch.setattr("newsdesk.doors.allowances.get_user", away)
    with pytest.raises(RequestRefusedError) as refused:
        allowed_bytes(sending(PAGES[0], "sessionid=any"))
    assert refused.value.status == 503


def test_every_upload_page_is_a_url_name_of_the_site():
    names = {f"admin:{name}" for name in _names(get_resolver(), "admin")} | {
        f"api:{name}" for name in _names(get_resolver(), "api")
    }
    assert names >= TAKE_UPLOADS


def _names(resolver, namespace):
    """The names of the addresses of a namespace."""
    for pattern in resolver.url_patterns:
        if getattr(pattern, "namespace", None) == namespace:
            yield from (name for name in pattern.reverse_dict if isinstance(name, str))
        elif hasattr(pattern, "url_patterns"):
            yield from _names(pattern, namespace)
