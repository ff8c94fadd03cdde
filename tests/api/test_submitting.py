"""Articles sent in by programs: stored as they are, or refused with a reason beside the field."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from events.models import Article, Outlet
from newsdesk.celery import app
from tests import factories

pytestmark = pytest.mark.django_db
URL = "/api/v1/articles/"
ENGLISH = "Mayors of both harbour towns signed a ferry agreement on Monday after a year of talks."
ARABIC = "وقّع رئيسا البلديتين في الميناء أمس اتفاقًا على تشغيل خط عبّارات بين المدينتين بعد عام من المفاوضات."


@pytest.fixture
def told_to_read(monkeypatch) -> list[int]:
    """Ids of the articles that workers were told to read."""
    told: list[int] = []
    monkeypatch.setattr(app, "send_task", lambda name, args: told.extend(args))
    return told


def sent(**values) -> dict[str, object]:
    return {"body": ENGLISH, "publication_date": "2025-09-02"} | values


def codes(answer) -> dict[str, list[str]]:
    """Field → codes of its faults."""
    assert answer.status_code == 400, answer.content
    return {field: [fault["code"] for fault in faults] for field, faults in answer.json()["errors"].items()}


def test_article_is_stored_to_the_letter_and_queued(
    as_reporter, django_capture_on_commit_callbacks, told_to_read
) -> None:
    body = f"  {ARABIC}\r\n\r\nولم تتوافر تفاصيل أخرى.\n "
    with django_capture_on_commit_callbacks(execute=True):
        answer = as_reporter.post(URL, sent(body=body, title="عبّارات", outlet="The Harbour Post", author="N. N."))
    assert answer.status_code == 201, answer.content.decode()
    article = Article.objects.get()
    assert answer.headers["Location"] == f"/api/v1/articles/{article.pk}/"
    assert answer.json()["state"] == "queued"
    assert (article.body, article.language, article.title) == (body, "ar", "عبّارات")
    assert article.outlet is not None
    assert article.outlet.name == "The Harbour Post"
    assert told_to_read == [article.pk]


def test_known_outlet_is_found_by_name_ignoring_case(as_reporter) -> None:
    known = factories.an_outlet("The Harbour Post")
    as_reporter.post(URL, sent(outlet=" the  harbour post "))
    assert Article.objects.get().outlet == known


def test_refused_article_leaves_no_new_outlet(as_reporter) -> None:
    codes(as_reporter.post(URL, sent(body="too short", outlet="Brand New Gazette")))
    assert not Outlet.objects.exists()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"body": ""}, {"body": ["blank"]}),
        ({"body": " \n\t "}, {"body": ["blank"]}),
        ({"body": "Only five words in here"}, {"body": ["too_short"]}),
        ({"body": "word " * 400_000}, {"body": ["too_long"]}),
        ({"body": "\x01\x02PK\x03\x04" + ENGLISH}, {"body": ["binary"]}),
        ({"body": "\x00" + ENGLISH}, {"body": ["null_characters_not_allowed"]}),
        ({"body": ARABIC.encode().decode("latin-1").replace("\x81", "")}, {"body": ["wrong_encoding"]}),
        ({"body": "三国首脑 周一 在 港口 城市 举行 会谈 并 签署 协议。"}, {"body": ["unsupported_language"]}),
        ({"body": None}, {"body": ["null"]}),
        ({"body": ["a", "list"]}, {"body": ["invalid"]}),
        ({"body": {"an": "object"}}, {"body": ["invalid"]}),
        ({"publication_date": "3025-01-01"}, {"publication_date": ["future"]}),
        ({"publication_date": "1066-10-14"}, {"publication_date": ["too_early"]}),
        ({"publication_date": "yesterday"}, {"publication_date": ["invalid"]}),
        ({"publication_date": "2025-02-30"}, {"publication_date": ["invalid"]}),
        ({"publication_date": None}, {"publication_date": ["null"]}),
        ({"publication_date": 20250902}, {"publication_date": ["invalid"]}),
        ({"language": "xx"}, {"language": ["unsupported_language"]}),
        ({"url": "not an address"}, {"url": ["invalid"]}),
        ({"url": "javascript:alert(1)"}, {"url": ["invalid"]}),
        ({"title": "a" * 501}, {"title": ["max_length"]}),
        ({"outlet": "a" * 201}, {"outlet": ["max_length"]}),
        ({"body": "", "publication_date": "3025-01-01"}, {"body": ["blank"], "publication_date": ["future"]}),
    ],
    ids=str,
)  # fmt: skip
def test_bad_field_is_an_error_of_that_field(as_reporter, values: dict, expected: dict) -> None:
    assert codes(as_reporter.post(URL, sent(**values))) == expected
    assert not Article.objects.exists()


def test_missing_fields_are_named(as_reporter) -> None:
    assert codes(as_reporter.post(URL, {})) == {"body": ["required"], "publication_date": ["required"]}


def test_lone_surrogate_is_refused(as_reporter) -> None:
    content = json.dumps(sent(body="\ud800 " + ENGLISH)).encode()
    answer = as_reporter.generic("POST", URL, content, content_type="application/json")
    assert codes(answer) == {"body": ["surrogate_characters_not_allowed"]}


@pytest.mark.parametrize("again", [ENGLISH, f"\n {ENGLISH.replace(' on ', '  on ')} "])
def test_duplicate_text_is_refused(as_reporter, as_editor, again: str) -> None:
    assert as_reporter.post(URL, sent()).status_code == 201
    answer = as_editor.post(URL, sent(body=again), headers={"Accept-Language": "en"})
    assert codes(answer) == {"body": ["duplicate"]}
    assert f"#{Article.objects.get().pk}" in answer.json()["errors"]["body"][0]["message"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"body": "\xff\xfe\xd9"}', "parse_error"),
        (b'{"body": ', "parse_error"),
        (b"", "invalid"),
        (b'["a", "list"]', "invalid"),
        (b'"text"', "invalid"),
        (b"[" * 100_000, "parse_error"),
    ],
    ids=["not UTF-8", "cut off", "empty", "a list", "a string", "nested without end"],
)
def test_body_that_is_no_json_object_is_400(as_reporter, content: bytes, code: str) -> None:
    answer = as_reporter.generic("POST", URL, content, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_request_over_the_size_limit_is_413(as_reporter, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = as_reporter.post(URL, sent(body="word " * 400))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_pdf_upload_is_415(as_reporter) -> None:
    answer = as_reporter.generic("POST", URL, b"%PDF-1.7", content_type="application/pdf")
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


def test_form_encoded_article_is_accepted(as_reporter) -> None:
    body = "body=" + ENGLISH.replace(" ", "+") + "&publication_date=2025-09-02"
    answer = as_reporter.generic("POST", URL, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 201


def test_errors_are_in_the_language_of_the_request(as_reporter) -> None:
    arabic, english = (as_reporter.post(f"{URL}?ui={ui}", sent(body="")).json() for ui in ("ar", "en"))
    assert english["errors"]["body"][0]["message"] == "Paste the article text."
    assert arabic["errors"]["body"][0]["code"] == english["errors"]["body"][0]["code"]


def test_anonymous_client_is_401(stranger) -> None:
    answer = stranger.post(URL, sent())
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")
    assert answer.headers["WWW-Authenticate"] == "Token"


def test_wrong_token_is_401(stranger) -> None:
    answer = stranger.post(URL, sent(), headers={"Authorization": "Token gone"})
    assert (answer.status_code, answer.json()["code"]) == (401, "authentication_failed")


def test_user_without_permission_is_403(stranger) -> None:
    stranger.force_authenticate(User.objects.create(username="nobody"))
    answer = stranger.post(URL, sent())
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")


def test_session_without_csrf_token_is_403(reporter) -> None:
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(reporter)
    answer = client.post(URL, json.dumps(sent()), content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
