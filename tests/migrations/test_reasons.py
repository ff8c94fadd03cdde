"""The migration turns failure reasons kept as sentences into codes, and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation

from events.models import Article, ExtractionRun
from tests import factories

SENTENCES = {
    "Reading took longer than 30 seconds.": ("too_slow", {"seconds": "30"}),
    "استغرقت القراءة أكثر من 30 ثانية.": ("too_slow", {"seconds": "30"}),
    "Several workers died while reading it.": ("workers_died", {}),
    "توقفت عدة عمليات عاملة أثناء قراءته.": ("workers_died", {}),
    "The text has no words, so its language cannot be told.": ("no_words", {}),
    "The text is in a language that is not supported; supported are Arabic (ar), English (en).": (
        "unsupported_language", {"languages": "Arabic (ar), English (en)"},
    ),
    "KeyError: 'day'": ("fault", {"error": "KeyError: 'day'"}),
    "Something that nobody foresaw, 100 % of it.": ("other", {"words": "Something that nobody foresaw, 100 % of it."}),
}  # fmt: skip


def _node(executor: MigrationExecutor) -> tuple[str, str]:
    [node] = [key for key in executor.loader.graph.nodes if key[0] == "events" and key[1].endswith("_reasons")]
    return node


def _migrate(*, before: bool) -> None:
    """Migrate to before there were codes, or to the latest."""
    executor = MigrationExecutor(connection)
    node = _node(executor)
    [earlier] = [parent for parent in executor.loader.graph.node_map[node].parents if parent.key[0] == "events"]
    executor.migrate([earlier.key] if before else executor.loader.graph.leaf_nodes())


@pytest.fixture
def sentences_kept(transactional_db) -> Iterator[None]:
    """A database from before, in which articles failed with each of these sentences."""
    failed = [factories.an_article(state="failed", failure="other") for _ in SENTENCES]
    ended = {"engine_version": "1", "outcome": "failed", "error": "other"}
    runs = [ExtractionRun.objects.create(article=one, finished_at=one.submitted_at, **ended) for one in failed]
    _migrate(before=True)
    try:
        with connection.cursor() as cursor:
            for article, run, sentence in zip(failed, runs, SENTENCES, strict=True):
                cursor.execute("UPDATE events_article SET failure = %s WHERE id = %s", [sentence, article.pk])
                cursor.execute("UPDATE events_extractionrun SET error = %s WHERE id = %s", [sentence, run.pk])
        yield
    finally:
        _migrate(before=False)


def test_failure_sentences_become_translated_codes_and_back(sentences_kept):
    _migrate(before=False)
    articles = Article.objects.order_by("pk")
    assert [(one.failure, one.failure_values) for one in articles] == list(SENTENCES.values())
    runs = ExtractionRun.objects.order_by("pk")
    assert [(one.error, one.error_values) for one in runs] == list(SENTENCES.values())
    for one in articles:
        with translation.override("ar"):
            in_arabic = one.failure_words
        with translation.override("en"):
            assert one.failure_words
        assert one.failure == "other" or in_arabic != one.failure_words
    _migrate(before=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT failure FROM events_article ORDER BY id")
        again = [sentence for (sentence,) in cursor.fetchall()]
    in_english = [sentence for sentence in SENTENCES if sentence.isascii()]
    assert set(in_english) <= set(again)
