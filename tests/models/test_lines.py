"""A title or a name is one line with something visible in it, whoever writes it and wherever."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from events import desk
from events.models import Article, Era, Outlet, Timeline
from events.models.lines import check_lines
from tests import factories

INVISIBLE = [
    "\u200b",
    "\u200f\u200e",
    "\u2066\u2069",
    " \ufeff ",
    "\u3164",
    "\u2800",
    "\u00ad",
    "\u0301",
    "\ufe0f\u034f",
]
BROKEN = ["one\ntwo", "one\r\ntwo", "one\u2028two", "one\u2029two", "one\x85two"]
READABLE = ["", "Harbour", "اتفاق", "می\u200cخواهم", "—", "7", "👩\u200d🚒", "e\u0301", "\u200fاتفاق\u200f"]


@pytest.mark.parametrize("line", READABLE)
def test_readable_line_is_accepted(line):
    check_lines(title=line)


@pytest.mark.parametrize(
    ("line", "code"), [*((one, "invisible") for one in INVISIBLE), *((one, "line_break") for one in BROKEN)]
)
def test_invisible_or_broken_line_is_refused(line, code):
    with pytest.raises(ValidationError) as refused:
        check_lines(title=line)
    assert [fault.code for fault in refused.value.error_dict["title"]] == [code]


@pytest.mark.parametrize("line", [INVISIBLE[0], BROKEN[0]])
@pytest.mark.django_db
class TestBadLineIsRefused:
    """For each title and name that the newsroom stores."""

    def test_as_title_of_an_event(self, editor, line):
        event = factories.an_event()
        with pytest.raises(ValidationError) as refused:
            desk.edit_event(event=event, editor=editor, titles={"ar": line, "en": "Harbour"})
        assert set(refused.value.error_dict) == {"set_titles"}

    def test_as_title_or_author_of_an_article(self, reporter, line):
        with pytest.raises(ValidationError) as refused:
            desk.correct_article(article=factories.an_article(), title=line, author=line)
        assert set(refused.value.error_dict) == {"title", "author"}

    def test_as_name_of_an_actor(self, line):
        with pytest.raises(ValidationError):
            desk.rename(named=factories.an_actor(), names={"en": line})

    @pytest.mark.parametrize("row", [Timeline(slug="water"), Era(edtf="2025")])
    def test_as_title_of_a_timeline_or_era(self, row, line):
        row.title_en = line
        with pytest.raises(ValidationError) as refused:
            row.clean()
        assert set(refused.value.error_dict) == {"title_en"}

    def test_as_name_of_an_outlet(self, line):
        with pytest.raises(ValidationError):
            Outlet(name=line).full_clean()

    def test_as_title_sent_to_the_api(self, reporter, line):
        client = Client()
        client.force_login(reporter)
        sent = {
            "title": line,
            "body": "Jordan and Iraq signed a water agreement on Monday in Amman.",
            "publication_date": "2025-09-01",
        }
        answer = client.post("/api/v1/articles/", sent, content_type="application/json")
        assert answer.status_code == 400
        assert set(answer.json()["errors"]) == {"title"}
        assert not Article.objects.exists()
