"""Unmerging: each event comes back as it was, in any order, whatever happened meanwhile."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.models import Decision, Event, KeptApart, Merge, Source
from tests import factories
from tests.desk.test_record import BODY, OTHER_BODY, SIGNED, signed
from tests.found_events import a_reading, found_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def merged(editor) -> tuple[Event, Event]:
    """A survivor, and a published event with an editor's title that was merged into it."""
    into, other = factories.an_event(title="One"), factories.an_event(title="Two")
    desk.edit_event(event=other, editor=editor, titles={"ar": "اثنان"}, edtf="2024-02-03")
    desk.merge_events(into=into, others=[Event.objects.get(pk=other.pk)], editor=editor)
    return into, Event.objects.get(pk=other.pk)


def now(event: Event) -> Event:
    return Event.objects.get(pk=event.pk)


class TestUnmerging:
    def test_event_comes_back_with_its_number_visibility_sources_and_edits(self, editor, merged):
        into, other = merged
        back = desk.unmerge_event(event=other, editor=editor)
        assert (back.pk, back.visibility, back.merged_into, back.source_count) == (other.pk, "published", None, 1)
        assert (back.titles, back.edtf) == ({"en": "Two", "ar": "اثنان"}, "2024-02-03")
        assert (now(into).titles, now(into).source_count) == ({"en": "One"}, 1)

    def test_event_comes_back_with_its_first_publication_time(self, editor):
        into, other = factories.an_event(), factories.an_event()
        since = now(other).published_at
        desk.merge_events(into=into, others=[other], editor=editor)
        assert now(other).published_at is None
        assert desk.unmerge_event(event=other, editor=editor).published_at == since

    def test_unmerge_is_in_both_histories_and_the_merge_says_who_undid_it(self, editor, merged):
        _into, other = merged
        desk.unmerge_event(event=other, editor=editor)
        assert all(event.decisions.filter(action=Decision.Action.UNMERGE).exists() for event in merged)
        merge = Merge.objects.get()
        assert merge.undone_at
        assert merge.undone_by == editor

    def test_sources_of_both_events_are_not_linked_to_the_other_again(self, editor, merged):
        into, other = merged
        desk.unmerge_event(event=other, editor=editor)
        assert set(KeptApart.objects.values_list("source__event", "event")) == {
            (into.pk, other.pk), (other.pk, into.pk),
        }  # fmt: skip

    def test_unmerging_an_event_that_is_not_merged_is_refused(self, editor):
        with pytest.raises(ValidationError):
            desk.unmerge_event(event=factories.an_event(), editor=editor)

    def test_event_merged_and_unmerged_twice_is_as_before(self, editor, merged):
        into, other = merged
        for _ in range(2):
            desk.unmerge_event(event=other, editor=editor)
            desk.merge_events(into=into, others=[now(other)], editor=editor)
        assert desk.unmerge_event(event=other, editor=editor).visibility == "published"

    @pytest.mark.parametrize("visibility", ["proposed", "hidden"])
    def test_unpublished_event_comes_back_unpublished(self, editor, visibility):
        into, other = factories.an_event(), factories.an_event(visibility=visibility)
        desk.merge_events(into=into, others=[other], editor=editor)
        desk.accept_sources(sources=Source.objects.pending(), editor=editor)
        back = desk.unmerge_event(event=other, editor=editor)
        assert back.visibility == visibility
        assert not Source.objects.accepted().filter(event=back).exists()

    def test_two_events_added_by_hand_get_their_own_titles_and_dates_back(self, editor):
        into, other = factories.an_added_event(title="One"), factories.an_added_event(title="Two", edtf="2024")
        desk.merge_events(into=into, others=[other], editor=editor, keep=desk.Choice({"en": other}, other))
        assert now(into).title == "Two"
        back = desk.unmerge_event(event=other, editor=editor)
        assert (back.title, back.edtf, back.visibility) == ("Two", "2024", "published")
        assert (now(into).title, now(into).edtf) == ("One", "2025-09-01")

    def test_event_added_by_hand_loses_the_titles_of_the_unmerged_sources(self, editor):
        into, other = factories.an_added_event(title="By hand"), factories.an_event(language="ar", title="كما قيل")
        desk.merge_events(into=into, others=[other], editor=editor)
        assert now(into).titles == {"en": "By hand", "ar": "كما قيل"}
        desk.unmerge_event(event=other, editor=editor)
        assert now(into).titles == {"en": "By hand"}


class TestInAnyOrder:
    @pytest.fixture
    def chain(self, editor) -> list[Event]:
        """The third was merged into the second, and that into the first."""
        events = [factories.an_event(title=title) for title in ("One", "Two", "Three")]
        desk.merge_events(into=events[1], others=[events[2]], editor=editor)
        desk.merge_events(into=events[0], others=[now(events[1])], editor=editor)
        return events

    @pytest.mark.parametrize("order", [(1, 2), (2, 1)])
    def test_chain_of_merges_can_be_undone_from_either_end(self, editor, chain, order):
        for number in order:
            desk.unmerge_event(event=chain[number], editor=editor)
        assert [now(event).titles for event in chain] == [{"en": "One"}, {"en": "Two"}, {"en": "Three"}]
        assert [now(event).visibility for event in chain] == ["published"] * 3

    def test_unmerging_the_middle_of_a_chain_takes_along_what_was_merged_into_it(self, editor, chain):
        first, second, third = chain
        desk.unmerge_event(event=second, editor=editor)
        assert (now(second).source_count, now(third).merged_into, now(first).source_count) == (2, second, 1)

    def test_dates_taken_from_two_events_are_given_back_in_the_order_of_merging(self, editor):
        into, *others = (factories.an_event(title=f"Event {n}", edtf=f"2025-0{n}") for n in (1, 2, 3))
        for other in others:
            desk.merge_events(into=into, others=[now(other)], editor=editor, keep=desk.Choice(date=now(other)))
            assert now(into).edtf == other.edtf
        for other in others:
            desk.unmerge_event(event=other, editor=editor)
        assert (now(into).edtf, now(into).set_edtf) == ("2025-01", "")

    def test_date_chosen_at_the_merge_is_held_until_the_last_event_is_unmerged(self, editor):
        into = factories.an_event(title="Event", edtf="2025")
        others = [factories.an_event(edtf=f"2025-0{n}") for n in (2, 3)]
        desk.merge_events(into=into, others=others, editor=editor, keep=desk.Choice(date=into))
        seen = [(now(into).edtf, now(into).set_edtf)]
        for other in others:
            desk.unmerge_event(event=other, editor=editor)
            seen.append((now(into).edtf, now(into).set_edtf))
        assert seen == [("2025", "2025"), ("2025", "2025"), ("2025", "")]

    def test_pin_of_two_merged_events_stays_until_both_are_unmerged(self, editor):
        into, *others = (factories.an_event() for _ in range(3))
        timeline = factories.a_timeline()
        for other in others:
            desk.pick_event(timeline=timeline, event=other, kind="pinned", editor=editor)
        desk.merge_events(into=into, others=others, editor=editor)
        pinned = []
        for other in others:
            desk.unmerge_event(event=other, editor=editor)
            pinned.append(into.picks.exists())
        assert pinned == [True, False]
        assert all(other.picks.get().kind == "pinned" for other in others)


class TestChangesSinceTheMerge:
    def test_edit_since_the_merge_stays_with_the_survivor(self, editor, merged):
        into, other = merged
        desk.edit_event(event=into, editor=editor, titles={"en": "Edited"}, edtf="2023")
        back = desk.unmerge_event(event=other, editor=editor)
        assert (now(into).title, now(into).edtf) == ("Edited", "2023")
        assert (back.title, back.edtf) == ("Two", "2024-02-03")

    def test_date_taken_over_and_edited_since_stays_with_the_survivor(self, editor):
        into, other = factories.an_event(title="One"), factories.an_event(title="Two", edtf="2024")
        desk.merge_events(into=into, others=[other], editor=editor, keep=desk.Choice(date=other))
        desk.edit_event(event=into, editor=editor, edtf="2022")
        desk.unmerge_event(event=other, editor=editor)
        assert now(into).edtf == "2022"

    def test_unmerged_event_is_published_though_the_survivor_was_hidden(self, editor, merged):
        into, other = merged
        desk.set_visibility(events=[into], visibility="hidden", editor=editor)
        assert desk.unmerge_event(event=other, editor=editor).visibility == "published"
        assert now(into).visibility == "hidden"

    def test_source_linked_since_the_merge_stays_with_the_survivor(self, editor, merged):
        into, other = merged
        source = factories.a_source(event=into, title="Joined later")
        desk.unmerge_event(event=other, editor=editor)
        source.refresh_from_db()
        assert source.event == into

    def test_source_that_replaced_a_merged_one_goes_back_with_the_event(self, editor, merged):
        into, other = merged
        article = other.away.get().article
        other.away.all().delete()
        again = factories.a_source(event=into, article=article, quote=article.body[:20], title="Read anew")
        desk.unmerge_event(event=other, editor=editor)
        again.refresh_from_db()
        assert (again.event, again.home) == (other, None)

    def test_event_whose_article_was_deleted_comes_back_as_a_proposal(self, editor, merged):
        _into, other = merged
        desk.delete_article(article=other.away.get().article)
        back = desk.unmerge_event(event=other, editor=editor)
        assert (back.visibility, back.source_count) == ("proposed", 0)
        with pytest.raises(ValidationError):
            desk.set_visibility(events=[back], visibility="published", editor=editor)

    def test_unmerging_the_last_source_of_a_published_survivor_is_refused(self, editor, merged):
        into, other = merged
        desk.delete_article(article=into.sources.get(home=None).article)
        with pytest.raises(ValidationError, match="Hide it first"):
            desk.unmerge_event(event=other, editor=editor)
        desk.set_visibility(events=[now(into)], visibility="hidden", editor=editor)
        assert desk.unmerge_event(event=other, editor=editor).visibility == "published"


class TestRunsSinceTheMerge:
    """Other engines read the articles of merged events meanwhile."""

    @pytest.fixture
    def pair(self, read, editor) -> tuple[Event, Event]:
        """Two published events of one article each, on other days, the second merged into the first."""
        for body, date in ((BODY, "2025-03-14"), (OTHER_BODY, "2024-01-01")):
            read(factories.an_article(body=body), a_reading(signed(body, date=date)))
        into, other = Event.objects.order_by("pk")
        desk.set_visibility(events=[into, other], visibility="published", editor=editor)
        desk.merge_events(into=into, others=[now(other)], editor=editor)
        return into, other

    def test_pending_revision_goes_back_with_the_source_it_revises(self, read, editor, pair):
        _into, other = pair
        read(other.away.get().article, a_reading(signed(OTHER_BODY, date="2024-01-02")))
        back = desk.unmerge_event(event=other, editor=editor)
        assert (back.edtf, back.source_count) == ("2024-01-01", 1)
        assert Source.objects.pending().get().event == back

    def test_event_comes_back_with_the_date_of_its_accepted_revision(self, read, editor, pair):
        _into, other = pair
        read(other.away.get().article, a_reading(signed(OTHER_BODY, date="2024-01-02")))
        desk.accept_sources(sources=Source.objects.pending(), editor=editor)
        assert desk.unmerge_event(event=other, editor=editor).edtf == "2024-01-02"

    def test_source_found_no_more_since_the_merge_comes_back_with_the_event(self, read, editor):
        for body, date in ((BODY, "2025-03-14"), (OTHER_BODY, "2024-01-01")):
            read(factories.an_article(body=body), a_reading(signed(body, date=date)))
        into, other = Event.objects.order_by("pk")
        desk.set_visibility(events=[into], visibility="published", editor=editor)
        desk.merge_events(into=now(into), others=[other], editor=editor)
        read(other.away.get().article, a_reading())
        back = desk.unmerge_event(event=other, editor=editor)
        assert back.sources.get().stale

    @pytest.mark.parametrize("parted", [True, False])
    def test_unmerged_events_are_not_linked_again_by_a_later_run(self, read, editor, pair, parted):
        """A newer engine finds in the other's article what it would take for the survivor."""
        into, other = pair
        article = other.away.get().article
        desk.unmerge_event(event=other, editor=editor)
        if not parted:
            KeptApart.objects.all().delete()
        like_the_survivor = found_event(
            OTHER_BODY, "Water for two rivers", title=SIGNED, date="2025-03-14", actors=["JOR", "IRQ"]
        )
        read(article, a_reading(signed(OTHER_BODY, date="2024-01-01"), like_the_survivor))
        assert into.sources.filter(article=article).exists() is not parted

    @pytest.mark.parametrize("parted", [True, False])
    def test_source_kept_apart_is_not_linked_to_what_the_other_was_merged_into(self, read, editor, pair, parted):
        into, other = pair
        article = other.away.get().article
        desk.unmerge_event(event=other, editor=editor)
        if not parted:
            KeptApart.objects.all().delete()
        elsewhere = factories.an_event(edtf="2025-03-14", type="AGREE", title=SIGNED)
        desk.merge_events(into=elsewhere, others=[now(into)], editor=editor)
        like_the_survivor = found_event(
            OTHER_BODY, "Water for two rivers", title=SIGNED, date="2025-03-14", actors=["JOR", "IRQ"]
        )
        read(article, a_reading(signed(OTHER_BODY, date="2024-01-01"), like_the_survivor))
        assert elsewhere.sources.filter(article=article).exists() is not parted
