"""Pasting an article: what is accepted, and which error stands beside which field."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation

from events.models import Article, Outlet
from tests import factories
from tests.texts import ARABIC, ENGLISH

pytestmark = pytest.mark.django_db
LONG = "The ministers signed the agreement in Amman on 14 March 2025. " * 34_000


def paste_address(language: str = "en") -> str:
    with translation.override(language):
        return reverse("admin:events_article_add")


def faults(response) -> dict[str, str]:
    """Field → the error messages shown beside it."""
    assert response.status_code == 200
    return {field: " ".join(errors) for field, errors in response.context["adminform"].form.errors.items()}


@pytest.mark.parametrize(("body", "language"), [(ENGLISH, "en"), (ARABIC, "ar")])
def test_pasted_article_is_queued_in_its_language(
    as_reporter, reporter, pasted, sent, django_capture_on_commit_callbacks, body, language
):
    with django_capture_on_commit_callbacks(execute=True):
        response = as_reporter.post(paste_address(), pasted | {"body": body})
    article = Article.objects.get()
    assert (article.body, article.language, article.state, article.submitted_by) == (body, language, "queued", reporter)
    assert sent == [article.pk]
    assert response.headers["Location"] == f"/en/admin/events/article/{article.pk}/change/"


def test_page_after_pasting_polls_for_the_result(as_reporter, pasted):
    page = as_reporter.post(paste_address(), pasted, follow=True).content.decode()
    assert "data-under-way" in page
    assert static("admin_desk/extraction_progress.js") in page


def test_text_is_stored_as_pasted_with_its_line_breaks(as_reporter, pasted):
    body = f"  {ENGLISH}\n\n\tThe end.  "
    as_reporter.post(paste_address(), pasted | {"body": body.replace("\n", "\r\n")})
    assert Article.objects.get().body == body


NEXT_WEEK = (timezone.localdate() + timedelta(days=7)).isoformat()
BAD_INPUT = [
    ("nothing pasted", {"body": ""}, "body", "Paste the article text"),
    ("white space", {"body": " \n\t\u00a0 "}, "body", "Paste the article text"),
    ("five words", {"body": "Only five words stand here"}, "body", "fewer than 6 words"),
    ("two megabytes", {"body": LONG}, "body", "the limit is"),
    ("binary", {"body": "PNG\x01\x02\x03 " + ENGLISH}, "body", "control characters"),
    ("a null character", {"body": "PNG\x00 " + ENGLISH}, "body", "Null characters"),
    ("wrong encoding", {"body": ARABIC.encode().decode("cp1252", "replace")}, "body", "wrong encoding"),
    ("no date", {"publication_date": ""}, "publication_date", "Enter the publication date"),
    ("no such day", {"publication_date": "2025-02-30"}, "publication_date", "valid date"),
    ("the year 3025", {"publication_date": "3025-03-15"}, "publication_date", "future"),
    ("next week", {"publication_date": NEXT_WEEK}, "publication_date", "future"),
    ("before newspapers", {"publication_date": "0800-01-01"}, "publication_date", "1605"),
    ("a language nobody reads", {"language": "xx"}, "language", "xx"),
    ("a text in Russian", {"body": "Министры подписали соглашение в Москве в понедельник."}, "body",
     "Language not recognised. Newsdesk reads Arabic and English; choose one under “Language”."),
    ("a broken address", {"url": "htp:/somewhere"}, "url", "valid URL"),
    ("a title without end", {"title": "x" * 501}, "title", "500"),
    ("an outlet without end", {"outlet": "x" * 201}, "outlet", "200"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "wrong", "field", "words"), BAD_INPUT, ids=[case[0] for case in BAD_INPUT])
def test_bad_input_is_an_error_of_its_field_and_the_form_keeps_all_input(
    as_reporter, pasted, case, wrong, field, words
):
    sent = pasted | wrong
    response = as_reporter.post(paste_address(), sent)
    found = faults(response)
    assert list(found) == [field]
    assert words in found[field]
    form = response.context["adminform"].form
    assert {name: form[name].value() for name in sent} == sent
    assert not Article.objects.exists()


def test_all_errors_are_reported_at_once(as_reporter, pasted):
    response = as_reporter.post(paste_address(), pasted | {"body": "", "publication_date": "", "url": "nowhere"})
    assert set(faults(response)) == {"body", "publication_date", "url"}


def test_duplicate_article_is_refused_naming_the_earlier_one(as_reporter, pasted):
    earlier = factories.an_article(body=ENGLISH, title="Pasted by a colleague")
    found = faults(as_reporter.post(paste_address(), pasted | {"body": ENGLISH.replace(" ", "  ")}))
    assert "Pasted by a colleague" in found["body"]
    assert f"#{earlier.pk}" in found["body"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"body": ""}, "الصق نص المقال"),
        ({"publication_date": "3025-01-01"}, "المستقبل"),
        ({"body": "خمس كلمات فقط لا غير"}, "أقصر"),
    ],
)
def test_errors_are_in_the_language_of_the_page(as_reporter, pasted, wrong, words):
    response = as_reporter.post(paste_address("ar"), pasted | wrong)
    assert words in " ".join(faults(response).values())
    assert '<html lang="ar" dir="rtl">' in response.content.decode()


def test_new_outlet_is_created_and_a_known_one_reused(as_reporter, pasted):
    known = factories.an_outlet("Amman Courier")
    as_reporter.post(paste_address(), pasted | {"outlet": " amman  courier "})
    as_reporter.post(paste_address(), pasted | {"outlet": "Tigris Post", "body": ARABIC})
    assert [article.outlet for article in Article.objects.order_by("pk")] == [
        known,
        Outlet.objects.get(name="Tigris Post"),
    ]


def test_refused_article_leaves_no_new_outlet(as_reporter, pasted):
    as_reporter.post(paste_address(), pasted | {"outlet": "Tigris Post", "body": ""})
    assert not Outlet.objects.exists()


def test_new_outlet_needs_permission_to_add_outlets(as_reporter, reporter, pasted):
    reporter.groups.get().permissions.remove(*reporter.groups.get().permissions.filter(codename="add_outlet"))
    found = faults(as_reporter.post(paste_address(), pasted | {"outlet": "Tigris Post"}))
    assert "no outlet with this name" in found["outlet"]
