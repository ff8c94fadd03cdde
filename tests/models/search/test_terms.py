"""Stored search terms and the PostgreSQL index hold the same, to the letter, on every version of PostgreSQL."""

from __future__ import annotations

import pytest
from django.db import connection

from events.models import Actor, Article, Event
from events.models.search_terms import asked, stored_terms
from tests import factories
from tests.models.search.test_pairs import TABLE

pytestmark = pytest.mark.django_db


def test_index_holds_the_terms_unchanged() -> None:
    """PostgreSQL's own parser would cut some of them, and others on another version."""
    words = " ".join(word for pair in TABLE for word in pair[1:])
    event = Event.objects.create(
        search_terms=stored_terms([f"{words} F-16 1e5 3.14 a/b co.uk x@y.org हिन्दी 日本 ไทย Ελλάς йод"])
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(search) FROM events_event WHERE id = %s", [event.pk])
        assert sorted(cursor.fetchone()[0]) == sorted(event.search_terms.split())


@pytest.mark.parametrize("word", ["हिन्दी", "日本", "ไทย", "Ελλάς", "йод", "שלום"])
def test_words_of_any_script_are_found(word: str) -> None:
    assert Event.objects.matching(word).count() == 0
    factories.an_event(title=f"Told of {word}")
    assert Event.objects.matching(word).count() == 1


def test_stored_terms_are_unique_and_only_letters_and_digits() -> None:
    terms = stored_terms([f"{pair.one} {pair.other}" for pair in TABLE]).split(" ")
    assert len(terms) == len(set(terms))
    assert all(term.isalnum() for term in terms)


def test_search_query_is_made_of_letters_and_digits_alone() -> None:
    question = asked("O'Neil') | ('x' & !y <-> *:A \\' %s {}")
    assert set(question) <= set("abcdefghijklmnopqrstuvwxyz '&|():*")


@pytest.mark.parametrize("column", ["title", "author"])
def test_corrected_article_is_found_by_its_new_title_or_author_only(column: str) -> None:
    article = factories.an_article()
    Article.objects.filter(pk=article.pk).update(title="", author="")
    setattr(article, column, "سورية")
    article.save()
    assert article in Article.objects.matching("سوريا")
    setattr(article, column, "Labour")
    article.save(update_fields=[column])
    assert article not in Article.objects.matching("سوريا")
    assert article in Article.objects.matching("labor")


def test_saving_another_column_of_a_stale_article_keeps_its_terms() -> None:
    article = factories.an_article(title="سورية")
    stale = Article.objects.get(pk=article.pk)
    article.title = "Labour"
    article.save()
    stale.state = "done"
    stale.save(update_fields=["state"])
    assert article in Article.objects.matching("labor")


def test_actor_is_found_by_every_shown_name() -> None:
    """A country is shown under CLDR's name in a language in which no text has named it yet."""
    jordan = factories.an_actor("JOR", en="Jordan")
    assert jordan in Actor.objects.matching("الأردن")
    jordan.show_name(name="المملكة", language="ar")
    assert jordan in Actor.objects.matching("مملكه")


def test_actor_is_not_found_by_a_name_no_editor_accepted() -> None:
    actor = factories.an_actor("a", en="Harbour Board")
    Actor.objects.named(key="a", name="مجلس الميناء", language="ar")
    assert actor in Actor.objects.matching("harbor")
    assert actor not in Actor.objects.matching("ميناء")
