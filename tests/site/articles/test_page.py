"""The article's page shows the same of its events as the timeline."""

from __future__ import annotations

import pytest
from django.test import Client

from events.queries.rows import row_of
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_static_files")]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_title_date_and_type_equal_those_of_the_timeline_row(client: Client, language):
    event = factories.an_event(type="AGREE", edtf="2025-09~")
    [source] = event.sources.all()
    page = client.get(f"/{language}/articles/{source.article_id}/")
    row = row_of(event, language)
    margin = page.content.decode().partition("<aside")[2]
    for words in (row.title, row.date_words, row.type_label):
        assert words in margin


def test_source_without_title_has_the_same_name_in_api_and_on_its_page(client: Client):
    event = factories.an_event()
    [source] = event.sources.all()
    type(source.article).objects.filter(pk=source.article_id).update(title="")
    source.article.refresh_from_db()
    [told] = client.get(f"/api/v1/events/{event.pk}/").json()["sources"]
    assert told["title"] == str(source.article) != ""
