"""The merge page says what will happen; the event's page can take it back."""

from __future__ import annotations

import re

import pytest

from events import desk
from events.models import Event, TimelinePick
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/en/admin/events/event/"
MERGE = f"{LIST}merge/"


@pytest.fixture
def shown() -> Event:
    return factories.an_event(title="Dam opened", edtf="2025-05-04")


@pytest.fixture
def proposal() -> Event:
    return factories.an_event(title="The dam opens", edtf="2025", visibility="proposed")


def page(browser, *events: Event, language: str = "en", **chosen) -> str:
    query = {"event": [event.pk for event in events]} | {name: event.pk for name, event in chosen.items()}
    answer = browser.get(MERGE.replace("/en/", f"/{language}/"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def what_will_happen(html: str) -> str:
    """The sentences that announce what the merge will do, without markup."""
    outcome = html[
        html.index('<section class="module reading" id="outcome"') : html.index(
            '<form class="reading-actions" method="post"'
        )
    ]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", outcome))


def press_merge(browser, html: str):
    """Post the merge form's hidden fields, as a browser does when its button is pressed."""
    form = html[html.index('<form class="reading-actions" method="post"') :]
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    return browser.post(MERGE, values)


class TestMergePage:
    def test_list_action_opens_the_page_with_the_chosen_events(self, as_editor, shown, proposal):
        answer = as_editor.post(LIST, {"action": "merge", "_selected_action": [proposal.pk, shown.pk]})
        assert answer.headers["Location"].startswith(MERGE)
        assert {f"event={shown.pk}", f"event={proposal.pk}"} == set(
            answer.headers["Location"].partition("?")[2].split("&")
        )

    def test_shows_the_events_side_by_side(self, as_editor, shown, proposal):
        html = page(as_editor, shown, proposal)
        assert f'id="event-{shown.pk}"' in html
        assert f'id="event-{proposal.pk}"' in html

    def test_published_event_survives_unless_another_is_chosen(self, as_editor, shown, proposal):
        said = what_will_happen(page(as_editor, proposal, shown))
        assert "Readers will see: Dam opened 4 May 2025" in said
        assert f"“The dam opens” (#{proposal.pk}) disappears from timelines, lists, feeds and the API" in said

    def test_opening_the_page_changes_nothing(self, as_editor, shown, proposal):
        page(as_editor, shown, proposal)
        proposal.refresh_from_db()
        assert (proposal.merged_into, proposal.visibility, proposal.decisions.count()) == (None, "proposed", 0)

    def test_warns_when_readers_would_lose_a_published_event(self, as_editor, shown, proposal):
        said = what_will_happen(page(as_editor, shown, proposal, survivor=proposal))
        assert (
            "Readers see one of these events now and will see none: “The dam opens” is not published (Proposed)."
            in said
        )

    def test_survivors_title_and_date_are_preselected(self, as_editor, shown):
        others = [factories.an_event(title=title, edtf=edtf)
                  for title, edtf in (("Dam inaugurated", "2024"), ("Dam opened", "2025-05-04"))]  # fmt: skip
        assert "Readers will see: Dam opened 4 May 2025" in what_will_happen(page(as_editor, shown, *others))

    def test_unaccepted_title_or_date_is_not_preselected(self, as_editor, shown):
        arabic = factories.an_event(title="افتتاح السد", language="ar", visibility="proposed")
        said = what_will_happen(page(as_editor, shown, arabic))
        assert "Readers will see: Dam opened" in said
        assert "Readers will see: افتتاح السد" in what_will_happen(page(as_editor, shown, arabic, title_ar=arabic))

    def test_says_when_readers_see_none_of_the_events(self, as_editor, proposal):
        said = what_will_happen(page(as_editor, proposal, factories.an_event(visibility="hidden")))
        assert "Readers see none of these events, before or after." in said

    def test_says_how_many_sources_move_and_how_many_become_pending(self, as_editor, shown, proposal):
        said = what_will_happen(page(as_editor, shown, proposal))
        assert "1 source moves to the merged event." in said
        assert "1 source article" in said
        assert "1 source will be pending there" in said

    def test_says_where_the_address_changes(self, as_editor, shown, proposal):
        said = what_will_happen(page(as_editor, shown, proposal, title_en=proposal))
        assert f"/en/events/{shown.pk}/the-dam-opens/; its current URL redirects to it:" in said

    @pytest.mark.parametrize(
        ("of_survivor", "of_other", "says"),
        [
            ("", "pinned", "Rivers: pins the merged event instead of the other one."),
            ("hidden", "pinned", "Rivers: still hides it, although the other event was pinned there."),
            ("", "hidden", "Rivers: hides the other event; the merged event is not hidden there."),
        ],
    )
    def test_says_what_becomes_of_pins_in_timelines(
        self, as_editor, editor, shown, proposal, of_survivor, of_other, says
    ):
        timeline = factories.a_timeline(title_en="Rivers")
        desk.pick_event(timeline=timeline, event=shown, kind=of_survivor, editor=editor)
        desk.pick_event(timeline=timeline, event=proposal, kind=of_other, editor=editor)
        assert says in what_will_happen(page(as_editor, shown, proposal))

    def test_arabic_page_has_no_english_sentence(self, as_editor, editor, shown):
        arabic = factories.an_event(title="افتتاح السد", language="ar", edtf="2025-05")
        desk.pick_event(timeline=factories.a_timeline(title_ar="الأنهار"), event=arabic, kind="pinned", editor=editor)
        said = what_will_happen(page(as_editor, shown, arabic, language="ar"))
        assert not re.search(r"[A-Za-z]{4,}", re.sub(r"/ar/events/\S+|Dam opened", "", said))

    @pytest.mark.parametrize("query", [
        {}, {"event": "1"}, {"event": ["x", "-1"]}, {"event": ["1" * 30, "2" * 30]}, {"event": ["٣", "\x00"]},
        {"event": [str(number) for number in range(999_000, 999_100)]},
    ])  # fmt: skip
    def test_without_two_valid_events_redirects_to_the_list(self, as_editor, query):
        answer = as_editor.get(MERGE, query, follow=True)
        assert "Choose 2 to 8 events" in answer.content.decode()

    def test_event_already_merged_is_left_out(self, as_editor, editor, shown, proposal):
        desk.merge_events(into=shown, others=[proposal], editor=editor)
        answer = as_editor.get(MERGE, {"event": [shown.pk, proposal.pk]})
        assert answer.headers["Location"] == LIST

    def test_invalid_choice_is_reported_and_no_outcome_shown(self, as_editor, shown, proposal):
        answer = as_editor.get(MERGE, {"event": [shown.pk, proposal.pk], "survivor": "999999", "date": "x"})
        assert set(answer.context["form"].errors) == {"survivor", "date"}
        assert answer.context["outcome"] is None


class TestMergeButton:
    def test_does_what_the_page_announced(self, as_editor, editor, shown, proposal):
        answer = press_merge(as_editor, page(as_editor, shown, proposal, title_en=proposal))
        assert answer.headers["Location"] == f"{LIST}{shown.pk}/change/"
        shown.refresh_from_db()
        proposal.refresh_from_db()
        assert (proposal.merged_into, shown.title, shown.edtf) == (shown, "The dam opens", "2025-05-04")
        assert shown.decisions.filter(action="merge").get().editor == editor

    def test_keeps_the_chosen_survivor(self, as_editor, shown, proposal):
        press_merge(as_editor, page(as_editor, shown, proposal, survivor=proposal))
        shown.refresh_from_db()
        assert shown.merged_into == proposal

    def test_shows_a_colleagues_change_before_merging(self, as_editor, shown, proposal):
        html = page(as_editor, shown, proposal)
        desk.edit_event(event=shown, editor=factories.an_editor("Colleague"), titles={"en": "The great dam"})
        answer = press_merge(as_editor, html)
        assert "Colleague saved a change after you opened this page" in answer.content.decode()
        assert "The great dam" in what_will_happen(answer.content.decode())
        assert not Event.objects.exclude(merged_into=None).exists()
        press_merge(as_editor, answer.content.decode())
        assert Event.objects.exclude(merged_into=None).get() == proposal

    def test_merged_events_are_listed_only_by_their_filter(self, as_editor, editor, shown, proposal):
        desk.merge_events(into=shown, others=[proposal], editor=editor)
        listed = [list(as_editor.get(LIST, query).context["cl"].result_list) for query in ({}, {"decision": "merged"})]
        assert listed == [[shown], [proposal]]


class TestUnmerging:
    @pytest.fixture
    def merged(self, editor, shown) -> Event:
        """A published event, pinned to a timeline, that was merged into another."""
        other = factories.an_event(title="Dam inaugurated", edtf="2025-05-05")
        desk.pick_event(timeline=factories.a_timeline(title_en="Rivers"), event=other, kind="pinned", editor=editor)
        desk.merge_events(into=shown, others=[other], editor=editor)
        return Event.objects.get(pk=other.pk)

    def test_event_page_lists_what_was_merged_into_it(self, as_editor, shown, merged):
        html = as_editor.get(f"{LIST}{shown.pk}/change/").content.decode()
        said = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html[html.index('id="merged-title"') :]))
        assert "0 sources" not in said
        for words in (f"/en/events/{merged.pk}/dam-inaugurated/", "visibility: Published", "1 source, removed from",
                      "Rivers: Pinned: always shown"):  # fmt: skip
            assert words in said

    def test_pending_sources_are_counted(self, as_editor, editor, shown, proposal):
        desk.merge_events(into=shown, others=[proposal], editor=editor)
        assert "1 source, removed from" in as_editor.get(f"{LIST}{shown.pk}/change/").content.decode()

    @pytest.mark.parametrize("of", ["survivor", "merged"])
    def test_button_on_either_events_page_unmerges(self, as_editor, shown, merged, of):
        html = as_editor.get(f"{LIST}{(shown if of == 'survivor' else merged).pk}/change/").content.decode()
        assert f'action="{LIST}{merged.pk}/unmerge/"' in html
        answer = as_editor.post(f"{LIST}{merged.pk}/unmerge/", follow=True)
        assert "“Dam inaugurated” is a separate event again." in answer.content.decode()
        merged.refresh_from_db()
        assert (merged.visibility, merged.merged_into) == ("published", None)
        assert TimelinePick.objects.get().event == merged

    def test_source_names_the_merged_event_it_came_with(self, as_editor, shown, merged):
        html = as_editor.get(f"{LIST}{shown.pk}/change/").content.decode()
        assert "From the merged event:" in html
        assert "<button>Unmerge</button>" in html

    def test_reporter_sees_the_merge_but_no_button(self, as_reporter, shown, merged):
        html = as_reporter.get(f"{LIST}{shown.pk}/change/").content.decode()
        assert "Dam inaugurated" in html
        assert "/unmerge/" not in html

    def test_obstacle_is_explained_instead_of_a_button(self, as_editor, shown, merged):
        desk.delete_article(article=shown.sources.get(home=None).article)
        html = as_editor.get(f"{LIST}{shown.pk}/change/").content.decode()
        assert "would have no source left. Hide it first." in html
        assert '/unmerge/">' not in html[html.index('id="merged-title"') :]
        answer = as_editor.post(f"{LIST}{merged.pk}/unmerge/", follow=True)
        assert "Hide it first" in answer.content.decode()

    def test_unmerge_is_shown_in_the_history(self, as_editor, editor, shown, merged):
        desk.unmerge_event(event=merged, editor=editor)
        html = as_editor.get(f"{LIST}{shown.pk}/change/").content.decode()
        assert f"event {merged.pk} from event {shown.pk}" in html

    def test_timeline_form_leaves_out_pins_of_merged_events(self, as_editor, shown, merged):
        timeline = TimelinePick.objects.filter(event=merged).get().timeline
        opened = as_editor.get(f"/en/admin/events/timeline/{timeline.pk}/change/").context
        picks = opened["inline_admin_formsets"][0].formset.queryset
        assert [(pick.event, pick.through_merge) for pick in picks] == [(shown, True)]
