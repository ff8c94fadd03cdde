"""The OpenAPI document describes what the API does, and the API does what it describes."""

from __future__ import annotations

import re

import pytest
import schemathesis
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import one_of
from rest_framework.authtoken.models import Token
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from newsdesk.wsgi import application
from tests import factories

pytestmark = pytest.mark.django_db
CHECKS = [not_a_server_error, response_schema_conformance, status_code_conformance, content_type_conformance]

OPERATIONS = [
    "GET /api/v1/articles/", "POST /api/v1/articles/", "GET /api/v1/articles/{id}/", "GET /api/v1/events/",
    "GET /api/v1/events/{id}/", "GET /api/v1/window/", "GET /api/v1/facets/", "GET /api/v1/timelines/",
    "GET /api/v1/timelines/{slug}/", "GET /api/v1/timelines/{slug}/facets/", "GET /api/v1/timelines/{slug}/window/",
    "GET /api/v1/rows/", "GET /api/v1/timelines/{slug}/rows/", "GET /api/v1/actors/", "POST /api/v1/token/",
    "DELETE /api/v1/token/",
]  # fmt: skip


def test_openapi_document_is_valid_without_warnings(capsys) -> None:
    call_command("spectacular", "--validate", "--fail-on-warn")
    assert "/api/v1/window/" in capsys.readouterr().out


def test_every_operation_has_a_description(stranger) -> None:
    paths = stranger.get("/api/v1/schema/", headers={"Accept": "application/json"}).json()["paths"]
    operations = {f"{method.upper()} {path}": one for path, methods in paths.items() for method, one in methods.items()}
    assert set(operations) == set(OPERATIONS)
    assert all(one["operationId"] and one["summary"] and one["description"] for one in operations.values())


def test_docs_page_has_no_inline_scripts_or_styles(stranger) -> None:
    page = stranger.get("/api/v1/docs/", headers={"Accept": "text/html"})
    html = page.content.decode()
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert not re.search(r"<style|style=|<script(?![^>]*\bsrc=)|\son\w+=", html)
    [script] = re.findall(r'<script src="(/api/[^"]+)"', html)
    assert "SwaggerUIBundle" in stranger.get(script.replace("&amp;", "&")).content.decode()


@pytest.fixture
def rows(db) -> None:
    """Ids 1 and on, so that guessed numbers find something."""
    for language in ("en", "ar"):
        factories.an_event(
            language=language, edtf="2025-09~", actors=[("JOR", "Jordan", "actor")], place=factories.a_place("JO"),
            outlet=factories.an_outlet(),
        )  # fmt: skip
    factories.an_event(visibility="proposed", edtf="2022/..")
    factories.an_added_event()
    factories.a_timeline("gas", filter={"type": ["AGREE"]})


@pytest.fixture
def document(rows):
    # As Django's own test client does: the connection holds the test's rows.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/schema/?format=json", application)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def headers(request, rows, editor) -> dict[str, str]:
    """Of a stranger or of an editor; over WSGI nobody unpacks an answer."""
    token = {"Authorization": f"Token {Token.objects.create(user=editor).key}"} if request.param == "an editor" else {}
    return {"Accept-Encoding": "identity"} | token


@pytest.mark.parametrize("headers", ["a stranger", "an editor"], indirect=True)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_answers_to_generated_requests_match_the_document(document, operation: str, headers: dict[str, str]) -> None:
    """Requests are made from the document itself, right ones and wrong ones."""
    described = document.find_operation_by_label(operation)

    @settings(max_examples=25, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=one_of(*(described.as_strategy(generation_mode=mode) for mode in GenerationMode)))
    def ask(case) -> None:
        case.call_and_validate(checks=CHECKS, headers=headers)

    ask()
