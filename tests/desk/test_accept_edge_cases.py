"""What an editor accepts is what the editor was shown, and what was accepted stays: cases that are easily forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.desk.accept import article_review_digest
from events.desk.pending import what_it_changes
from events.desk.review import event_review_digest
from events.desk.source_digests import review_digest
from events.extraction.types import Place as FoundPlace
from events.extraction.types import Status
from events.models import Actor, Event, Place, Source
from tests import factories
from tests.desk.test_accept import article, event, second  # noqa: F401 (fixtures)
from tests.desk.test_record import BODY, BODY_AR, OTHER_BODY, met, signed, signed_in_arabic
from tests.found_events import a_reading, a_timex

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice(read, editor, event) -> Event:  # noqa: F811
    """The published event with a second accepted source."""
    second(read)
    desk.accept_sources(sources=Source.objects.pending(), editor=editor)
    event.refresh_from_db()
    return event


class TestTimeExpressionsOfAnArticle:
    def test_refused_source_shows_no_date_when_another_of_its_run_is_accepted(self, read, editor, client):
        article = factories.an_article(body=BODY)  # noqa: F811

        def run(week: str, **other: str) -> None:
            times = [a_timex(BODY, "14 March 2025", "2025-03-14"), a_timex(BODY, "a week earlier", week)]
            read(article, a_reading(signed(time=0, **other), met(time=1, date=week), timexes=times))

        run("2025-03-07")
        desk.publish_article(article=article, editor=editor)
        run("1999-03-07", title="A better title")
        desk.refuse_source(source=Source.objects.pending().get(edtf="1999-03-07"), editor=editor)
        desk.accept_sources(sources=Source.objects.pending(), editor=editor)
        times = client.get(f"/api/v1/articles/{article.pk}/").json()["times"]
        assert [time["edtf"] for time in times] == ["2025-03-14", "2025-03-07"]


class TestEventAddedByHandDatedByItsArticle:
    @pytest.fixture
    def source(self, editor) -> Source:
        by_hand = factories.an_added_event()
        source = factories.a_source(event=by_hand)
        desk.edit_event(event=by_hand, editor=editor, edtf="")
        return source

    @pytest.mark.parametrize("way", ["delete", "detach", "gone"])
    def test_keeps_the_date_when_the_article_goes(self, read, editor, source, way):
        def gone() -> None:
            read(source.article, a_reading())
            desk.accept_sources(sources=[source], editor=editor)

        ways: dict[str, Callable[[], object]] = {
            "delete": lambda: desk.delete_article(article=source.article),
            "detach": lambda: desk.detach_source(source=source, editor=editor),
            "gone": gone,
        }
        ways[way]()
        source.event.refresh_from_db()
        assert (source.event.visibility, source.event.edtf) == ("published", "2025-09-01")


def test_place_set_by_an_editor_is_not_renamed_by_a_proposal(read, editor, client):
    read(factories.an_article(body=BODY), a_reading(signed(places=["town-x"])))
    shown = factories.an_event(title="Quite another thing", edtf="1999")
    desk.edit_event(event=shown, editor=editor, place=Place.objects.get(key="town-x"))
    address = f"/api/v1/events/{shown.pk}/?ui=ar"
    before = client.get(address).json()["place"]
    in_arabic = replace(signed_in_arabic(), places=(FoundPlace(name="عمّان", key="town-x"),))
    read(factories.an_article(body=BODY_AR, language="ar"), a_reading(in_arabic, language="ar"))
    assert client.get(address).json()["place"] == before


class TestChangedSinceTheEditorLooked:
    def test_article_read_again_since_is_not_published(self, read, editor):
        article = factories.an_article(body=BODY)  # noqa: F811
        read(article, a_reading(signed()))
        seen = article_review_digest(article)
        read(article, a_reading(signed(title="What nobody was shown")))
        with pytest.raises(ValidationError):
            desk.publish_article(article=article, editor=editor, seen=seen)
        assert desk.publish_article(article=article, editor=editor, seen=article_review_digest(article)) == 1

    def test_proposal_with_other_quotes_since_is_not_published(self, read, editor):
        article = factories.an_article(body=BODY)  # noqa: F811
        read(article, a_reading(signed()))
        proposal, found = Event.objects.get(), signed()
        seen = {proposal.pk: event_review_digest(proposal)}
        [mention] = found.mentions
        shorter = replace(mention, end=mention.start + 12, text=BODY[mention.start : mention.start + 12])
        read(article, a_reading(replace(found, mentions=(shorter,))))
        with pytest.raises(ValidationError):
            desk.set_visibility(events=[proposal], visibility="published", editor=editor, seen=seen)

    def test_pending_source_with_other_scores_since_is_not_accepted(self, read, editor, event):  # noqa: F811
        source = second(read, salience=0.7)
        seen = {source.pk: review_digest([source])}
        read(source.article, a_reading(signed(OTHER_BODY, salience=1.0, confidence=1.0)))
        with pytest.raises(ValidationError):
            desk.accept_sources(sources=[source], editor=editor, seen=seen)

    def test_accepting_changes_exactly_what_was_announced(self, read, editor, twice, article):  # noqa: F811
        """Both articles were published on the same day: the order of their numbers decides."""
        read(article, a_reading(signed(status=Status.PLANNED, title="Other words")))
        waiting = Source.objects.pending().get()
        said = {change.column: change.after for change in what_it_changes(waiting)}
        before = {"status": twice.status, "titles": twice.titles}
        desk.accept_sources(sources=[waiting], editor=editor)
        twice.refresh_from_db()
        assert {"status": twice.status, "titles": twice.titles} == {
            column: said.get(column, value) for column, value in before.items()
        }


class TestStaleSource:
    @pytest.fixture
    def stale(self, read, editor, twice, article) -> Source:  # noqa: F811
        read(article, a_reading())
        for visibility in ("hidden", "published"):
            desk.set_visibility(events=[twice], visibility=visibility, editor=editor)
        return article.sources.get(stale=True)

    @pytest.mark.parametrize("other", [{}, {"date": "2025-03-14T10:30"}], ids=str)
    def test_found_again_is_proposed_and_no_longer_stale_once_accepted(self, read, editor, stale, other):
        read(stale.article, a_reading(signed(**other)))
        desk.accept_sources(sources=Source.objects.pending(), editor=editor)
        stale.refresh_from_db()
        stale.event.refresh_from_db()
        assert not stale.stale
        assert stale.event.edtf == other.get("date", "2025-03-14")


class TestCorrectionOfAnArticle:
    def test_of_its_date_changes_its_events_at_once(self, read, editor, event):  # noqa: F811
        other = factories.an_article(body=OTHER_BODY, publication_date=date(2025, 9, 1))
        read(other, a_reading(signed(OTHER_BODY, status=Status.PLANNED)))
        desk.accept_sources(sources=Source.objects.pending(), editor=editor)
        desk.correct_article(article=other, publication_date=date(2025, 9, 20))
        event.refresh_from_db()
        assert event.status == "planned"

    def test_of_its_language_changes_its_events_at_once(self, event, article):  # noqa: F811
        desk.correct_article(article=article, language="ar")
        event.refresh_from_db()
        assert event.found_languages == ["ar"]


def test_actor_goes_with_the_last_source_that_names_it(read, editor, event):  # noqa: F811
    source = second(read, actors=["JOR", "ONLYHERE"])
    desk.accept_sources(sources=[source], editor=editor)
    read(source.article, a_reading())
    desk.accept_sources(sources=[source], editor=editor)
    assert not Actor.objects.filter(key="ONLYHERE").exists()


def test_refused_revision_stays_refused_after_another_refusal(read, editor, twice, article):  # noqa: F811
    other = a_reading(signed(title="Otherwise"))
    for reading in (other, a_reading()):
        read(article, reading)
        desk.refuse_source(source=Source.objects.pending().get(), editor=editor)
    read(article, other)
    assert not Source.objects.pending().exists()


def test_source_found_no_more_is_marked_stale_where_publishing_keeps_it(read, editor, twice, article):  # noqa: F811
    root = factories.an_event(title="Root", edtf="2025-03-14")
    desk.merge_events(into=root, others=[twice], editor=editor)
    desk.set_visibility(events=[root], visibility="hidden", editor=editor)
    read(article, a_reading())
    desk.set_visibility(events=[root], visibility="published", editor=editor)
    assert article.sources.get().stale
