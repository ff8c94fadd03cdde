"""Taking an article out again."""

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
    """Delete an article with the events that it alone tells; events with other sources are computed anew.

    What lives on in such an event goes with it: the article was all that told it.  Actors and places that nothing else
    names go too; outlets stay: their numbers are what readers' addresses hold.  Raises ValidationError while readers
    see an event that rests on this article alone, or one that was added by hand lives on in it.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    wait_for_turn()
    others = Source.objects.shown().filter(event=OuterRef("pk")).exclude(article=article)
    told = Event.objects.filter(sources__article=article).distinct()
    alone = told.filter(~Exists(others), added_by=None)
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
    kept = set(told.values_list("pk", flat=True)) - lost
    with forgetting_unnamed(article):
        article.delete()
        merged = set(Event.objects.filter(merged_into__in=lost).values_list("pk", flat=True))
        Event.objects.filter(pk__in=merged).update(merged_into=None)
        Event.objects.filter(pk__in=lost | merged).delete()
        refresh_events(kept)
