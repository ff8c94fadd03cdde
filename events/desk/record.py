"""Recording what a run found, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from events.desk.aggregate import refresh_events
from events.desk.event_linking import join_known_events, no_longer_fits
from events.desk.evidence import write_source, write_time_expressions
from events.desk.forgetting import forgetting_unnamed
from events.desk.locking import wait_for_turn
from events.desk.run_matching import earlier_sources, match_earlier, retire
from events.desk.source_digests import is_found_differently
from events.extraction.types import ExtractedEvent, Extraction
from events.models import Article, Event, ExtractionRun, Source, TimeExpression
from events.models.choices import ArticleState, RunOutcome, Visibility
from events.models.reasons import Reason


@transaction.atomic
def record(*, run: ExtractionRun, extraction: Extraction) -> None:
    """Replace what earlier runs found in the article by this extraction, and end the run.

    Editors' decisions stay, and readers see no change: what the run finds about published events waits for an editor
    (``desk.accept``).  If the run was ended or overtaken in the meantime, or the article was deleted, nothing is
    written, so that no event is recorded twice.
    """
    article = Article.objects.select_for_update().filter(pk=run.article_id).first()
    if article is None:
        return
    run = ExtractionRun.objects.select_for_update().get(pk=run.pk)
    if run.outcome != RunOutcome.RUNNING:
        return
    if article.state != ArticleState.EXTRACTING:
        _end(run, RunOutcome.FAILED, error=Reason.SUPERSEDED)
        return
    wait_for_turn()
    with forgetting_unnamed(article):
        _write(article, run, extraction)
    article.runs.filter(current=True).update(current=False)
    run.language, run.current = extraction.language, True
    _end(run, RunOutcome.DONE)
    # Readers see the article's language, so the engine sets it only if none is known.
    article.language, article.state = article.language or extraction.language, ArticleState.DONE
    article.save(update_fields=["language", "state"])


def _write(article: Article, run: ExtractionRun, extraction: Extraction) -> None:
    """Write time expressions, sources and mentions, and the events that new sources are joined to or start."""
    expressions = write_time_expressions(run, extraction.timexes)
    known = earlier_sources(article)
    matched = match_earlier(extraction.events, known)
    touched = retire([source for source in known if source not in matched.values()])
    touched |= {source.event_id for source in matched.values()}
    found = dict(enumerate(extraction.events))
    for index in [index for index, source in matched.items() if source.accepted_at]:
        _propose_revision(matched.pop(index), run, found.pop(index), extraction, expressions)
    kept = {i for i, source in matched.items() if not no_longer_fits(source, found[i], extraction.language)}
    fresh = {index: event for index, event in found.items() if index not in kept}
    joined = join_known_events(article, extraction.language, fresh)
    for index, event in found.items():
        source = matched.get(index) or Source(article=article)
        if index in fresh:
            link = joined.get(index)
            source.event_id = link.event if link else Event.objects.create().pk
            source.link_reason = {"score": link.score, **link.reason} if link else {}
        write_source(source, run, event, expressions)
        touched.add(source.event_id)
    refresh_events(
        Event.objects.filter(pk__in=touched).exclude(visibility=Visibility.PUBLISHED).values_list("pk", flat=True)
    )


def _propose_revision(
    accepted: Source,
    run: ExtractionRun,
    found: ExtractedEvent,
    extraction: Extraction,
    expressions: Sequence[TimeExpression],
) -> None:
    """Store what the run found as the revision of an accepted source; delete an old revision if nothing differs."""
    if accepted.gone:
        accepted.gone = False
        accepted.save(update_fields=["gone"])
    revision = Source.objects.filter(revises=accepted).first()
    if is_found_differently(accepted, found, extraction.timexes, extraction.language):
        revision = revision or Source(article=accepted.article, event=accepted.event, revises=accepted)
        write_source(revision, run, found, expressions)
    elif revision:
        revision.delete()


def _end(run: ExtractionRun, outcome: RunOutcome, error: str = "") -> None:
    run.outcome, run.error, run.finished_at = outcome, error, timezone.now()
    run.save()
