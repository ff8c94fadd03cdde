"""Deleting an article, with everything that rests on it alone."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from events.desk.aggregate import refresh_events
from events.desk.forgetting import forgetting_unnamed
from events.desk.locking import wait_for_turn
from events.models import Article, Event, Source
from events.models.choices import Visibility


@transaction.atomic
def delete_article(*, article: Article) -> None:
    """Delete an article and the events that have no other source; other events of the article are computed again.

    Events that were merged into a deleted event are deleted too, and so are actors and places that nothing else names.
    Outlets stay, because addresses that readers keep contain their numbers.  Raises ValidationError if an event that
    rests on this article alone is published, or if an event that was added by hand was merged into it.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    wait_for_turn()
    others = Source.objects.shown().filter(event=OuterRef("pk")).exclude(article=article)
    mentioned = Event.objects.filter(sources__article=article).distinct()
    alone = mentioned.filter(~Exists(others), added_by=None)
    if shown := alone.filter(visibility=Visibility.PUBLISHED).first():
        raise ValidationError(
            _("This article is the only source of the published event “%(event)s”. Hide the event first."),
            code="sole_evidence",
            params={"event": shown.title},
        )
    if kept_by_hand := Event.objects.filter(merged_into__in=alone).exclude(added_by=None).first():
        raise ValidationError(
            _(
                "“%(event)s” was added by an editor and merged into an event whose only source is this article. "
                "Unmerge it first."
            ),
            code="sole_evidence",
            params={"event": kept_by_hand.title},
        )
    lost = set(alone.values_list("pk", flat=True))
    kept = set(mentioned.values_list("pk", flat=True)) - lost
    with forgetting_unnamed(article):
        article.delete()
        merged = set(Event.objects.filter(merged_into__in=lost).values_list("pk", flat=True))
        Event.objects.filter(pk__in=merged).update(merged_into=None)
        Event.objects.filter(pk__in=lost | merged).delete()
        refresh_events(kept)
