"""The rows made for other tests are rows that the newsroom itself could have."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection

from events.models import Event
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "edtf"), [("en", "2025-01"), ("ar", "2025-09-01"), ("en", "2022/.."), ("ar", "199X")]
)
def test_event_satisfies_the_deferred_constraints(language: str, edtf: str) -> None:
    event = factories.an_event(language=language, edtf=edtf)
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert (event.visibility, event.edtf, event.source_count) == ("published", edtf, 1)


def test_quote_contains_its_time_expression() -> None:
    mention = factories.an_event().sources.get().mentions.get()
    assert mention.time_expression
    assert mention.time_expression.text in mention.quote


def test_event_without_source_or_editor_cannot_be_published() -> None:
    Event.objects.create(found_edtf="2025", visibility="published")
    with pytest.raises(IntegrityError, match="without evidence"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_event_added_by_hand_needs_no_article() -> None:
    assert factories.an_added_event(edtf="2025-03").basis == "editor"
