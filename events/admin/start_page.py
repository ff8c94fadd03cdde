"""The editor's start page: articles that failed or are in extraction, and events that wait for a decision."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from events.admin.cards import event_card
from events.models import Article, Event, Source
from events.models.choices import ArticleState

_MOST_SHOWN = 10


def start_page(request: HttpRequest) -> dict[str, Any]:
    """The context of the page, with only what the user may see."""
    context: dict[str, Any] = {"desk": {}}
    if request.user.has_perm("events.view_article"):
        articles = Article.objects.select_related("outlet")
        under_way = articles.filter(state__in=[ArticleState.QUEUED, ArticleState.EXTRACTING])
        failed = articles.filter(state=ArticleState.FAILED)
        context["desk"] |= {
            "articles": True,
            "failed": failed[:_MOST_SHOWN], "failed_count": failed.count(),
            "under_way": under_way[:_MOST_SHOWN], "under_way_count": under_way.count(),
            "latest": articles[:_MOST_SHOWN],
        }  # fmt: skip
    if request.user.has_perm("events.view_event"):
        waiting = Event.objects.to_review()
        context["desk"] |= {
            "events": True,
            "to_review": [event_card(event, ()) for event in waiting.most_salient(_MOST_SHOWN)],
            "to_review_count": waiting.count(),
            "pending_count": Source.objects.pending().count(),
            "published_count": Event.objects.published().count(),
            "may_publish": request.user.has_perm("events.publish_event"),
            "may_add_event": request.user.has_perm("events.add_event"),
        }  # fmt: skip
    context["desk"]["may_paste"] = request.user.has_perm("events.add_article")
    return context
