"""Taking an article out again."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from events.desk.refresh import refresh_events
from events.desk.turns import wait_for_turn
from events.models import Article, Event, Source
from events.models.choices import Visibility


@transaction.atomic
def delete_article(*, article: Article) -> None:
    """Delete an article with the events that it alone tells; events with other sources are computed anew.

    Raises ValidationError while readers see an event that rests on this article alone.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    wait_for_turn()
    others = Source.objects.shown().filter(event=OuterRef("pk")).exclude(article=article)
    told = Event.objects.filter(sources__article=article).distinct()
    alone = told.filter(~Exists(others), added_by=None)
    if shown := alone.filter(visibility=Visibility.PUBLISHED).first():
        raise ValidationError(
            _("“%(event)s” is published and rests on this article alone; hide it first."),
            code="sole_evidence",
            params={"event": shown.title},
        )
    lost = set(alone.values_list("pk", flat=True))
    kept = set(told.values_list("pk", flat=True)) - lost
    article.delete()
    Event.objects.filter(merged_into__in=lost).update(merged_into=None)
    Event.objects.filter(pk__in=lost).delete()
    refresh_events(kept)
