"""Submitting articles: what is refused, beside which field, and that nothing good is refused."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from events import desk
from events.desk import submit
from events.models import Article, Event
from tests import factories
from tests.texts import ARABIC, ENGLISH

DAY = date(2025, 3, 15)
FUTURE = timezone.localdate() + timedelta(days=2)


def paste(reporter, **given):
    return desk.submit_article(**{"submitted_by": reporter, "body": ENGLISH, "publication_date": DAY} | given)


def refused(reporter, **given):
    """Field → codes of its faults."""
    with pytest.raises(ValidationError) as caught:
        paste(reporter, **given)
    return {field: [fault.code for fault in faults] for field, faults in caught.value.error_dict.items()}


def garbled(wrote: str, read: str) -> str:
    return ARABIC.encode(wrote, "ignore").decode(read, "replace")


BAD_TEXTS = [
    ("empty", "", "blank"),
    ("white space", " \n\t\u00a0\u2003 ", "blank"),
    ("five words", "Ministers signed the accord yesterday", "too_short"),
    ("five words in Arabic", "وقّع الوزراء الاتفاق يوم أمس", "too_short"),
    ("two megabytes", "The ministers signed the accord in Amman. " * 50_000, "too_long"),
    ("a binary file", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR " * 20, "binary"),
    ("a null character", ENGLISH + "\x00", "binary"),
    ("half of a letter", ENGLISH + "\ud83d", "binary"),
    ("UTF-8 read as Windows-1252", garbled("utf-8", "cp1252"), "wrong_encoding"),
    ("UTF-8 read as Latin-1", garbled("utf-8", "latin-1"), "wrong_encoding"),
    ("UTF-8 read as Windows-1256", garbled("utf-8", "cp1256"), "wrong_encoding"),
    ("Windows-1256 read as Latin-1", garbled("cp1256", "latin-1"), "wrong_encoding"),
    ("Windows-1256 read as UTF-8", garbled("cp1256", "utf-8"), "wrong_encoding"),
    ("Russian", "Министры подписали соглашение о воде в Аммане в четверг.", "unsupported_language"),
    ("Chinese", "部长们 星期四 在 安曼 签署 了 水 协议 会议 结束", "unsupported_language"),
    ("numbers", "1 2 3 4 5 6 7 8 9 10 11 12", "unsupported_language"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("case", "body", "code"), BAD_TEXTS, ids=[case for case, *_ in BAD_TEXTS])
def test_bad_text_is_refused_with_an_error_code(reporter, case, body, code):
    assert refused(reporter, body=body) == {"body": [code]}
    assert not Article.objects.exists()


BAD_FIELDS = [
    ("no date", {"publication_date": None}, {"publication_date": ["required"]}),
    ("the year 3025", {"publication_date": date(3025, 1, 1)}, {"publication_date": ["future"]}),
    ("the day after tomorrow", {"publication_date": FUTURE}, {"publication_date": ["future"]}),
    ("before newspapers", {"publication_date": date(1604, 12, 31)}, {"publication_date": ["too_early"]}),
    ("a language without a folder", {"language": "xx"}, {"language": ["unsupported_language"]}),
    ("an endless title", {"title": "x" * 501}, {"title": ["max_length"]}),
    ("a binary title", {"title": "x\x00"}, {"title": ["binary"]}),
    ("a binary author", {"author": "\x1b[0m"}, {"author": ["binary"]}),
    ("an address that is none", {"url": "javascript:alert(1)"}, {"url": ["invalid"]}),
    ("an endless address", {"url": "https://example.org/" + "x" * 2000}, {"url": ["max_length"]}),
    ("several at once", {"body": "", "publication_date": None, "url": "x"},
     {"body": ["blank"], "publication_date": ["required"], "url": ["invalid"]}),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("case", "given", "faults"), BAD_FIELDS, ids=[case for case, *_ in BAD_FIELDS])
def test_bad_field_is_refused_with_an_error_code(reporter, case, given, faults):
    assert refused(reporter, **given) == faults


GOOD = [
    ("Arabic with digits of its own", {"body": ARABIC.replace("2025", "٢٠٢٥")}),
    ("a line of text and an emoji", {"body": ENGLISH + " 🕊️"}),
    ("Windows line ends and tabs", {"body": ENGLISH + "\r\n\tEnd."}),
    ("tomorrow, which has begun elsewhere", {"publication_date": timezone.localdate() + timedelta(days=1)}),
    ("the first newspaper", {"publication_date": date(1605, 1, 1)}),
    ("a French name in English news", {"body": ENGLISH + " Président Émile Béjà was there."}),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("case", "given"), GOOD, ids=[case for case, _ in GOOD])
def test_good_article_is_stored_to_the_letter(reporter, case, given):
    article = paste(reporter, **given)
    article.refresh_from_db()
    assert article.body == given.get("body", ENGLISH)
    assert article.state == "queued"


@pytest.mark.django_db
@pytest.mark.parametrize(("body", "language"), [(ENGLISH, "en"), (ARABIC, "ar")])
def test_language_is_found_where_none_is_given(reporter, body, language):
    assert paste(reporter, body=body).language == language


@pytest.mark.django_db
@pytest.mark.parametrize("same", [ENGLISH, f"\n{ENGLISH}  ", ENGLISH.replace(" ", "\n")])
def test_duplicate_text_is_refused_naming_the_earlier_article(reporter, same):
    earlier = paste(reporter, title="The first")
    with pytest.raises(ValidationError) as caught:
        paste(reporter, body=same)
    (fault,) = caught.value.error_dict["body"]
    assert fault.code == "duplicate"
    assert f"#{earlier.pk} “The first”" in fault.messages[0]


@pytest.mark.django_db
def test_composed_and_decomposed_letters_are_a_duplicate(reporter):
    paste(reporter, body=ENGLISH + " Béjà.")
    assert refused(reporter, body=ENGLISH + " Be\u0301ja\u0300.") == {"body": ["duplicate"]}


@pytest.mark.django_db(transaction=True)
def test_same_text_pasted_twice_at_once_is_one_article_and_one_message(monkeypatch):
    """Both pass the check before either saves."""
    reporter = factories.a_reporter()
    both_checked = threading.Barrier(2, timeout=10)
    check = submit.check_not_pasted_before

    def check_and_wait(body: str) -> str:
        digest = check(body)
        both_checked.wait()
        return digest

    monkeypatch.setattr(submit, "check_not_pasted_before", check_and_wait)
    outcomes: list[object] = []

    def somebody() -> None:
        try:
            outcomes.append(paste(reporter))
        except ValidationError as error:
            outcomes.append(error.error_dict["body"][0].code)
        finally:
            connection.close()

    threads = [threading.Thread(target=somebody) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert Article.objects.count() == 1
    assert sorted(map(str, outcomes)) == sorted([str(Article.objects.get()), "duplicate"])


@pytest.mark.django_db
def test_message_is_sent_only_after_the_article_is_committed(reporter, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        article = paste(reporter)
        assert sent == []
    assert sent == [article.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("corrections", [{"body": ENGLISH}, {"state": "done"}, {"submitted_by": None}])
def test_body_state_and_submitter_cannot_be_corrected(corrections):
    with pytest.raises(TypeError):
        desk.correct_article(article=factories.an_article(), **corrections)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("corrections", "again"),
    [
        ({"publication_date": DAY}, True),
        ({"language": "ar"}, True),
        ({"title": "Another title"}, True),
        ({"author": "A. Writer", "url": "https://example.org/"}, False),
    ],
)
def test_correction_of_what_the_engine_reads_queues_the_article_again(corrections, again):
    article = desk.correct_article(article=factories.an_article(), **corrections)
    assert (article.state == "queued") is again


@pytest.mark.django_db
def test_wrong_correction_changes_nothing():
    article = factories.an_article(title="Before")
    with pytest.raises(ValidationError):
        desk.correct_article(article=article, title="After", publication_date=date(3025, 1, 1))
    article.refresh_from_db()
    assert article.title == "Before"


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["done", "failed", "queued"])
def test_done_failed_or_queued_article_can_be_run_again(state):
    article = factories.an_article(state=state, failure="why" if state == "failed" else "")
    article = desk.run_again(article=article)
    assert (article.state, article.failure) == ("queued", "")


@pytest.mark.django_db
def test_article_being_read_cannot_be_run_again():
    with pytest.raises(ValidationError):
        desk.run_again(article=factories.an_article(state="extracting"))


@pytest.mark.django_db
def test_outlet_is_found_by_name_ignoring_case(reporter):
    known = factories.an_outlet("Amman Courier")
    assert desk.outlet_named(name=" AMMAN  courier ", by=reporter) == known
    assert desk.outlet_named(name="", by=reporter) is None


@pytest.mark.django_db
def test_correcting_the_outlet_of_an_article_changes_its_events():
    wrong, right = factories.an_outlet("Evening News"), factories.an_outlet("Amman Courier")
    event = factories.an_event(outlet=wrong)
    article = event.sources.get().article
    assert list(Event.objects.from_outlets(wrong.pk)) == [event]
    desk.correct_article(article=article, outlet=right)
    assert list(Event.objects.from_outlets(wrong.pk)) == []
    assert list(Event.objects.from_outlets(right.pk)) == [event]
