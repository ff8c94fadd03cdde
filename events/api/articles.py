"""``/articles/``: submitting an article, following its extraction, reading it with its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from events import desk
from events.api.asked import choice, visible_events
from events.api.base import PersonalView
from events.api.paging import Pages, answer_page
from events.api.parameters import UI, limit
from events.api.shapes.articles import ArticleItemShape, ArticleShape, SubmissionShape
from events.api.shapes.errors import answers
from events.api.shapes.pages import page_of
from events.models import Article
from events.models.article import ArticleQuerySet
from events.models.choices import ArticleState
from events.queries.evidence.article import article_timexes, events_in_article


def is_staff(request: Request) -> bool:
    """Whether the user may see articles that readers do not see."""
    return bool(request.user and request.user.has_perm("events.view_article"))


def visible_articles(request: Request) -> ArticleQuerySet:
    """All articles for staff; for readers those with a published event."""
    return Article.objects.all() if is_staff(request) else Article.objects.readable()


def item_of(article: Article, *, staff: bool) -> dict[str, Any]:
    """An article as lists show it; staff also see its state."""
    item = {
        "id": article.pk,
        "title": article.title,
        "lang": article.language,
        "outlet": article.outlet_name,
        "author": article.author,
        "source_url": article.url,
        "published": article.publication_date,
        "url": reverse("site:article", args=[article.pk]),
    }
    progress = {
        "state": article.state,
        "failure": article.failure_words,
        "failure_code": article.failure,
        "submitted_at": article.submitted_at,
    }
    return item | progress if staff else item


class ArticleList(PersonalView):
    @extend_schema(
        operation_id="articles",
        tags=["articles"],
        summary="List articles, latest first",
        description="Readers get articles with at least one published event; staff get all, with their state.",
        parameters=[
            OpenApiParameter("state", enum=ArticleState.values, description="Staff only: articles in this state."),
            OpenApiParameter("page", {"type": "integer", "minimum": 1}),
            limit(Pages.page_size, Pages.max_page_size),
            UI,
        ],
        responses=answers(page_of(ArticleItemShape), 400, 401, 403, 404, 429),
    )
    def get(self, request: Request) -> Response:
        staff = is_staff(request)
        articles = visible_articles(request).select_related("outlet").defer("body")
        state = choice(request, "state", {value: value for value in ["", *ArticleState.values]}, "")
        if state and not staff:
            raise PermissionDenied if request.user and request.user.is_authenticated else NotAuthenticated
        if state:
            articles = articles.filter(state=state)

        def shown(rows: Sequence[Article]) -> list[dict[str, Any]]:
            return [item_of(article, staff=staff) for article in rows]

        return answer_page(self, articles.order_by("-publication_date", "-pk"), shown)

    @extend_schema(
        operation_id="submit_article",
        tags=["articles"],
        summary="Submit an article",
        description="The article is saved as sent, and its events are extracted in the background: get it again until "
        "its `state` is `done` or `failed`. Needs the permission `events.add_article`, which reporters and editors "
        "have. The same text (ignoring white space) can be submitted once.",
        parameters=[UI],
        request=SubmissionShape,
        responses=answers(ArticleItemShape, 400, 401, 403, 413, 415, status=201),
    )
    def post(self, request: Request) -> Response:
        if not isinstance(request.user, AbstractUser):
            raise NotAuthenticated
        if not request.user.has_perm("events.add_article"):
            raise PermissionDenied
        article = submit(request.data, request.user)
        where = reverse("api:article", args=[article.pk])
        return Response(item_of(article, staff=True), status=status.HTTP_201_CREATED, headers={"Location": where})


@transaction.atomic
def submit(article: Any, user: AbstractUser) -> Article:
    """Check and submit an article; a new outlet is created in the same transaction, so never without its article.

    Raises the ValidationErrors of DRF and of Django.
    """
    sent = SubmissionShape(data=article)
    sent.is_valid(raise_exception=True)
    values = dict(sent.validated_data)
    outlet = desk.outlet_named(name=values.pop("outlet"), by=user)
    return desk.submit_article(submitted_by=user, outlet=outlet, **values)


class ArticleDetail(PersonalView):
    @extend_schema(
        operation_id="article",
        tags=["articles"],
        summary="Get an article with its events and dates",
        description="Spans are half-open and count code points of `body`: `body[start:end]` is the text.",
        parameters=[UI],
        responses=answers(ArticleShape, 400, 401, 404, 429),
    )
    def get(self, request: Request, pk: int) -> Response:
        article = get_object_or_404(visible_articles(request).select_related("outlet"), pk=pk)
        staff = is_staff(request)
        events = events_in_article(article, visible_events(request), self.language, staff=staff)
        return Response(
            item_of(article, staff=staff)
            | {
                "body": article.body,
                "events": [asdict(one) for one in events],
                "times": [asdict(one) for one in article_timexes(article, self.language, staff=staff)],
            }
        )
