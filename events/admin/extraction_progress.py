"""The panel on an article's page with the state and results of its extraction, and its buttons."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from events import desk
from events.admin.cards import cards_of
from events.admin.current_user import person
from events.admin.pending import pending_cards
from events.admin.visibility import published_message
from events.desk.accept import article_review_digest
from events.models import Article, Source
from events.models.choices import ArticleState, Visibility

UNDER_WAY = {ArticleState.QUEUED, ArticleState.EXTRACTING}


def panel(request: HttpRequest, article: Article) -> dict[str, Any]:
    """The context of the panel."""
    cards = cards_of(article)
    waiting = pending_cards(Source.objects.pending().filter(article=article).for_cards())
    return {
        "article": article,
        "under_way": article.state in UNDER_WAY,
        "run": article.runs.filter(current=True).first(),
        "cards": cards,
        "pending": waiting,
        "seen": article_review_digest(article),
        # Without sources that are gone, which have to be accepted one by one.
        "publishable": sum(card.event.visibility == Visibility.PROPOSED for card in cards)
        + sum(card.kind != "gone" for card in waiting),
        "may_rerun": request.user.has_perm("events.rerun_article"),
        "may_publish": request.user.has_perm("events.publish_event"),
        "may_edit": request.user.has_perm("events.change_event"),
    }


@require_GET
def state(request: HttpRequest, article_id: int) -> JsonResponse:
    """The article's state, for the script of the page that waits for the extraction."""
    article = _article(request, article_id, "events.view_article")
    return JsonResponse({"state": article.state, "under_way": article.state in UNDER_WAY})


@require_GET
def fragment(request: HttpRequest, article_id: int) -> HttpResponse:
    """The panel alone, which the page's script puts in place of the old one."""
    article = _article(request, article_id, "events.view_article")
    return render(request, "admin/events/article/extraction_progress.html", panel(request, article))


@require_POST
def run_again(request: HttpRequest, article_id: int) -> HttpResponse:
    article = _article(request, article_id, "events.rerun_article")
    try:
        desk.run_again(article=article)
    except ValidationError as refused:
        messages.warning(request, " ".join(refused.messages))
    return redirect("admin:events_article_change", article_id)


@require_POST
def publish_all(request: HttpRequest, article_id: int) -> HttpResponse:
    """Publish all proposed events of the article and accept its pending sources."""
    article = _article(request, article_id, "events.publish_event")
    try:
        count = desk.publish_article(article=article, editor=person(request), seen=request.POST.get("seen", ""))
        messages.success(request, published_message(Visibility.PUBLISHED, count))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("admin:events_article_change", article_id)


def _article(request: HttpRequest, article_id: int, permission: str) -> Article:
    if not request.user.has_perm(permission):
        raise PermissionDenied
    return get_object_or_404(Article, pk=article_id)
