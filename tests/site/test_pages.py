"""The reader's pages answer in the reader's language and show published events and nothing else."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import desk
from events.models import Event
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_under_their_own_names(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def event():
    return factories.an_event(title="Ministers sign the treaty", edtf="2025-01-14", type="AGREE")


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_root_redirects_to_the_browsers_language(client):
    for asked, path in (("ar-JO,ar;q=0.9", "/ar/"), ("en-GB", "/en/"), ("sw", "/en/")):
        assert client.get("/", headers={"accept-language": asked})["Location"] == path


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_page_is_in_the_language_of_its_address_and_links_the_other(client, event, language, direction):
    html = page(client, f"/{language}/?type=AGREE")
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert 'hreflang="ar" href="http://testserver/ar/"' in html
    assert 'hreflang="en" href="http://testserver/en/"' in html
    other = {"en": "ar", "ar": "en"}[language]
    assert f'href="/{other}/?type=AGREE"' in html


@pytest.mark.parametrize("path", ["/en/", "/en/events/{pk}/x/", "/en/about/", "/en/timelines/"])
def test_no_page_has_inline_scripts_or_styles(client, event, path):
    response = client.get(path.format(pk=event.pk), follow=True)
    html = response.content.decode()
    assert " style=" not in html
    assert not re.search(r"<style|\son\w+=", html)
    assert {"module", "application/json"} >= set(re.findall(r'<script[^>]* type="([^"]+)"', html))
    assert "default-src 'self'" in response["Content-Security-Policy"]


def test_list_shows_published_events_only(client, event):
    for visibility in ("proposed", "hidden"):
        factories.an_event(title=f"A {visibility} matter", visibility=visibility)
    html = page(client, "/en/")
    assert "Ministers sign the treaty" in html
    assert "matter" not in html


@pytest.mark.parametrize("visibility", ["proposed", "hidden"])
def test_unpublished_event_has_no_page_panel_or_article(client, visibility):
    event = factories.an_event(visibility=visibility)
    article = event.sources.get().article_id
    for path in (event.get_absolute_url(), f"/en/events/{event.pk}/panel/", f"/en/articles/{article}/"):
        assert client.get(path).status_code == 404


def test_event_page_shows_date_reason_and_quote(client, event):
    html = page(client, f"/en/events/{event.pk}/ministers-sign-the-treaty/")
    for words in ("14 January 2025", "2025-01-14", "Why this date", "Stated in the text"):
        assert words in html
    assert re.search(r"<mark>Ministers sign the treaty \(14 January 2025\)\.</mark>", html)


def test_arabic_event_page_shows_the_date_in_arabic(client, event):
    html = page(client, f"/ar/events/{event.pk}/ministers-sign-the-treaty/")
    assert "14 يناير 2025" in html
    assert "لماذا هذا التاريخ؟" in html


def test_panel_is_the_event_without_the_page_around_it(client, event):
    html = page(client, f"/en/events/{event.pk}/panel/")
    assert html.lstrip().startswith("<article")
    assert "<h2" in html
    assert "Why this date" in html


def test_arabic_title_is_part_of_the_address(client):
    event = factories.an_event(language="ar", title="الوزراء يوقّعون المعاهدة")
    response = client.get(f"/ar/events/{event.pk}/-/", follow=True)
    assert response.status_code == 200
    assert len(response.redirect_chain) == 1


def test_address_with_an_old_title_redirects_to_the_present_one(client, event):
    response = client.get(f"/en/events/{event.pk}/as-it-was-called/")
    assert (response.status_code, response["Location"]) == (302, event.get_absolute_url())


def test_redirects_of_events_are_never_permanent(client, editor, event):
    """Merges are undone and titles changed back: two permanent redirects could then form a loop in a browser."""
    other = factories.an_event(title="The same by another name")
    address = other.get_absolute_url().replace("/ar/", "/en/")
    desk.merge_events(into=event, others=[other], editor=editor)
    assert client.get(address).status_code == 302
    desk.unmerge_event(event=other, editor=editor)
    assert client.get(address).status_code == 200


def test_chain_of_merges_redirects_to_its_last_survivor_at_once(client, editor, event):
    second, third = factories.an_event(title="Second"), factories.an_event(title="Third")
    desk.merge_events(into=second, others=[third], editor=editor)
    desk.merge_events(into=event, others=[second], editor=editor)
    for pk in (second.pk, third.pk):
        assert client.get(f"/en/events/{pk}/-/").headers["Location"] == event.get_absolute_url().replace("/ar/", "/en/")
        assert client.get(f"/api/v1/events/{pk}/?ui=ar").headers["Location"] == f"/api/v1/events/{event.pk}/?ui=ar"


@pytest.mark.parametrize("address", ["/en/", "/en/feed/", "/en/calendar.ics", "/sitemap-events.xml", "/api/v1/events/"])
def test_merged_event_is_listed_nowhere(client, editor, event, address):
    other = factories.an_event(title="The same by another name")
    assert f"/events/{other.pk}/".encode() in client.get(address).content
    desk.merge_events(into=event, others=[other], editor=editor)
    assert f"/events/{other.pk}/".encode() not in client.get(address).content


def test_oembed_of_a_merged_event_gives_its_survivor(client, editor, event):
    other = factories.an_event(title="The same by another name")
    desk.merge_events(into=event, others=[other], editor=editor)
    asked = {"url": f"http://testserver/en/events/{other.pk}/the-same-by-another-name/"}
    assert client.get("/oembed", asked).json()["title"] == event.title


def test_merged_event_redirects_to_its_survivor(client, event):
    old = factories.an_event(title="The same by another name")
    address = f"/en/events/{old.pk}/the-same-by-another-name/"
    Event.objects.filter(pk=old.pk).update(visibility="proposed", merged_into=event)
    assert client.get(address)["Location"] == event.get_absolute_url()


def test_event_added_by_hand_says_so(client):
    event = factories.an_added_event(title="Added by hand")
    html = page(client, event.get_absolute_url().replace("/ar/", "/en/"))
    assert "Set by an editor" in html
    assert "Added by an editor; no source article." in html


def test_quote_links_to_its_words_in_the_article(client, event):
    html = page(client, event.get_absolute_url())
    article, anchor = re.search(r'class="quote" href="/en/articles/(\d+)/#([\w-]+)"', html).groups()
    assert f'id="{anchor}"' in page(client, f"/en/articles/{article}/")


def test_article_page_marks_events_and_their_dates(client, event):
    html = page(client, f"/en/articles/{event.sources.get().article_id}/")
    assert "<mark>Ministers sign the treaty (</mark>" in html
    assert '<mark><span class="time" title="14 January 2025">14 January 2025</span></mark>' in html
    assert 'href="#event-1"' in html
    assert 'id="event-1"' in html


def test_html_in_an_articles_text_is_escaped(client):
    body = "<script>alert(1)</script> & more. The council met on 1 September 2025. <b>Bold</b> words followed."
    article = factories.an_article(body=body)
    event = factories.an_event(visibility="proposed")
    factories.a_source(event=event, article=article, quote="The council met on 1 September 2025.")
    factories.publish(event)
    html = page(client, f"/en/articles/{article.pk}/")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more." in html
    assert "<script>alert" not in html


def test_invalid_filters_are_400_and_explained_beside_the_form(client, event):
    html = page(client, "/en/?from=yesterday&type=NONSENSE", status=400)
    assert html.count('class="fault"') == 2
    assert "From: " in html


@pytest.mark.parametrize("query", ["page=0", "page=-3", "page=x", "page=99999999", "page=%D9%A3", "from=&to=&q=&type="])
def test_odd_page_numbers_and_empty_fields_are_accepted(client, event, query):
    page(client, f"/en/?{query}")


def test_filter_form_keeps_what_was_chosen(client, event):
    html = page(client, "/en/?q=treaty&type=AGREE&from=2025-01-01")
    assert 'name="q" value="treaty"' in html
    assert '<option value="AGREE" selected>' in html
    assert 'name="from" value="2025-01-01"' in html


def test_filter_form_lists_the_actors_on_the_page_and_the_chosen_one(client):
    factories.an_event(title="Seen", actors=[("JOR", "Jordan", "actor")])
    factories.an_event(title="Elsewhere", edtf="1999", actors=[("SYR", "Syria", "actor")])
    factories.an_actor("EGY", en="Egypt")
    html = page(client, "/en/?actor=SYR&from=2025&to=2025")
    assert '<option value="SYR" selected>Syria</option>' in html
    assert '<option value="JOR">Jordan</option>' in page(client, "/en/")
    assert "Egypt" not in html


def test_curated_timeline_shows_what_matches_its_filter(client, event):
    factories.an_event(title="Something else", type="PROTEST")
    factories.a_timeline("treaties", title_en="Treaties", filter={"type": ["AGREE"]})
    html = page(client, "/en/timelines/treaties/")
    assert ">Treaties</bdi></h1>" in html
    assert "Ministers sign the treaty" in html
    assert "Something else" not in html


def test_unpublished_timeline_is_404_and_not_listed(client):
    factories.a_timeline("drafts", is_published=False)
    page(client, "/en/timelines/drafts/", status=404)
    assert "drafts" not in page(client, "/en/timelines/")


@pytest.mark.parametrize(("path", "words"), [("/en/nowhere/", "Page not found"), ("/ar/nowhere/", "الصفحة غير موجودة")])
def test_page_not_found_is_in_the_readers_language(client, path, words):
    assert words in page(client, path, status=404)


def test_server_error_page_is_in_both_languages_and_needs_nothing(client, monkeypatch):
    monkeypatch.setattr("events.site.views.Timeline.objects", None)
    client.raise_request_exception = False
    html = page(client, "/en/timelines/", status=500)
    assert "Something went wrong" in html
    assert "حدث خطأ" in html


def test_list_is_paged(client, monkeypatch):
    monkeypatch.setattr("events.site.timeline.page.PAGE", 2)
    monkeypatch.setattr("events.site.timeline.paging.PAGE", 2)
    for day in range(1, 6):
        factories.an_event(title=f"Day {day}", edtf=f"2025-06-0{day}")
    window = "from=2025-06-01&to=2025-06-05"
    second = page(client, f"/en/?{window}&page=2")
    assert re.findall(r">Day (\d)<", second) == ["3", "4"]
    assert f'rel="next" target="_self" href="?{window.replace("&", "&amp;")}&amp;page=3"' in second
    assert f'rel="prev" target="_self" href="?{window.replace("&", "&amp;")}"' in second


def test_pages_allow_get_and_head_only(client, event):
    assert client.post("/en/").status_code == 405
    assert client.head("/en/").status_code == 200


def test_page_takes_the_same_number_of_queries_for_many_events(client, event):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            page(client, "/en/")
        return len(queries)

    before = asked()
    for number in range(6):
        factories.an_event(title=f"Event {number}", edtf="2025-01-15")
    assert asked() == before


def test_timeline_page_is_gzipped_for_clients_that_accept_it(client, event):
    packed = client.get("/en/", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in client.get("/en/").headers
