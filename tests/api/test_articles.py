"""Articles as readers and newsroom staff get them from the API."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
URL = "/api/v1/articles/"


def ids(answer) -> list[int]:
    return [item["id"] for item in answer.json()["results"]]


def test_readers_get_articles_with_a_published_event(stranger, as_reporter) -> None:
    shown = factories.an_event().sources.get().article
    proposed = factories.an_event(visibility="proposed").sources.get().article
    failed = factories.an_article(state="failed", failure="workers_died")
    assert ids(stranger.get(URL)) == [shown.pk]
    assert set(ids(as_reporter.get(URL))) == {shown.pk, proposed.pk, failed.pk}
    assert stranger.get(f"{URL}{proposed.pk}/").status_code == 404
    assert as_reporter.get(f"{URL}{proposed.pk}/").status_code == 200


def test_staff_see_state_and_failure_and_readers_do_not(stranger, as_reporter) -> None:
    failed = factories.an_article(state="failed", failure="workers_died")
    factories.an_event(article=factories.an_article(body="In May the dam opened (1 September 2025), they said."),
                       quote="the dam opened (1 September 2025)")  # fmt: skip
    [item] = as_reporter.get(URL, {"state": "failed"}).json()["results"]
    assert (item["id"], item["failure"], item["failure_code"]) == (
        failed.pk,
        "Extraction stopped unexpectedly several times.",
        "workers_died",
    )
    assert not {"state", "failure", "submitted_at"} & stranger.get(URL).json()["results"][0].keys()


@pytest.mark.parametrize(("who", "status"), [("stranger", 401), ("as_reporter", 200)])
def test_filtering_by_state_is_for_staff_only(request, who: str, status: int) -> None:
    assert request.getfixturevalue(who).get(URL, {"state": "queued"}).status_code == status


def test_latest_published_articles_come_first(stranger) -> None:
    for day in (3, 5, 4):
        factories.an_event(publication_date=f"2025-09-0{day}")
    assert [item["published"] for item in stranger.get(URL).json()["results"]] == [
        "2025-09-05", "2025-09-04", "2025-09-03",
    ]  # fmt: skip


def test_spans_are_offsets_into_the_body(stranger) -> None:
    event = factories.an_event(
        language="ar", title="افتتح الوزير السدّ", time_words="أمس", basis="relative", anchor="2025-09-02"
    )
    article = stranger.get(f"{URL}{event.sources.get().article_id}/", {"ui": "en"}).json()
    [told], [time] = article["events"], article["times"]
    [mention] = told["mentions"]
    body = article["body"]
    assert body[mention["start"] : mention["end"]] == mention["text"] == "افتتح الوزير السدّ (أمس)."
    assert body[time["start"] : time["end"]] == time["text"] == "أمس"
    assert (time["edtf"], time["basis"], time["anchor"]) == ("2025-09-01", "relative", "2025-09-02")
    assert (told["event"]["id"], told["event"]["date_words"]) == (event.pk, "1 September 2025")


def test_readers_do_not_see_the_proposals_of_an_article(stranger, as_editor) -> None:
    body = "The dam opened (1 September 2025). The bridge closed (1 September 2025). More was not said."
    article = factories.an_article(body=body)
    shown = factories.an_event(article=article, quote="The dam opened (1 September 2025).")
    proposed = factories.an_event(article=article, quote="The bridge closed (1 September 2025).", visibility="proposed")
    seen = {
        who: [told["event"]["id"] for told in client.get(f"{URL}{article.pk}/").json()["events"]]
        for who, client in (("reader", stranger), ("editor", as_editor))
    }
    assert seen == {"reader": [shown.pk], "editor": [shown.pk, proposed.pk]}


@pytest.mark.parametrize("pk", ["0", "999999", "99999999999999999999999"])
def test_unknown_article_is_404(stranger, pk: str) -> None:
    answer = stranger.get(f"{URL}{pk}/")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_list_takes_the_same_number_of_queries_for_many_articles(stranger, django_assert_num_queries) -> None:
    for _ in range(4):
        factories.an_event(outlet=factories.an_outlet())
    with django_assert_num_queries(2):
        stranger.get(URL)


def test_article_takes_the_same_number_of_queries_for_many_events(stranger, django_assert_num_queries) -> None:
    article = factories.an_article(body="The dam opened (1 September 2025). More was not said.")
    for _ in range(4):
        factories.an_event(article=article, quote="The dam opened (1 September 2025).")
    with django_assert_num_queries(4):
        stranger.get(f"{URL}{article.pk}/")
