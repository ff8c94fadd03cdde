"""Articles: pasting, following the extraction, deciding about its results, correcting, running it again."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events import desk
from events.admin import extraction_progress
from events.admin.article_forms import CorrectionForm, PasteForm
from events.admin.cards import in_words
from events.admin.counting import number_of
from events.admin.searching import found_by_words
from events.models import Article, Source


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    list_display = ["headline", "outlet", "published", "state_badge", "event_count", "submitted_by"]
    list_filter = ["state", "language", "outlet"]
    list_select_related = ["outlet", "submitted_by"]
    search_fields = ["title", "url", "author", "outlet__name"]  # shows the box; ``get_search_results`` answers
    date_hierarchy = "publication_date"
    list_per_page = 50
    actions = ["run_again"]
    change_form_template = "admin/events/article/change_form.html"

    # --- lists
    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).annotate(event_count=number_of(Source.objects.all(), of="article"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        return found_by_words(queryset, search_term, "url__icontains", through="outlet"), False

    @admin.display(description=_("title"), ordering="title")
    def headline(self, article: Article) -> SafeString:
        return format_html('<bdi lang="{}">{}</bdi>', article.language, str(article))

    @admin.display(description=_("publication date"), ordering="publication_date")
    def published(self, article: Article) -> str:
        return in_words(article.publication_date.isoformat())

    @admin.display(description=_("state"), ordering="state")
    def state_badge(self, article: Article) -> SafeString:
        return format_html('<span class="badge is-{}">{}</span>', article.state, article.get_state_display())

    @admin.display(description=_("events"), ordering="event_count")
    def event_count(self, article: Article) -> int:
        return article.event_count  # type: ignore[attr-defined]

    # --- forms
    def get_form(self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, form=CorrectionForm if obj else PasteForm, **kwargs)
        form.user = request.user  # type: ignore[attr-defined]
        return form

    def get_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return [*CorrectionForm.Meta.fields, "text"] if obj else PasteForm.Meta.fields

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        return ["text"] if obj else []

    @admin.display(description=_("text"))
    def text(self, article: Article) -> SafeString:
        return format_html('<div class="pasted" dir="auto" lang="{}">{}</div>', article.language, article.body)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Nothing to do: the form has already written through the desk."""

    def response_post_save_add(self, request: HttpRequest, obj: Article) -> HttpResponseRedirect:
        """Go to the article's page, where the extraction can be followed."""
        return redirect("admin:events_article_change", obj.pk)

    response_post_save_change = response_post_save_add

    # --- results of the extraction
    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> Any:
        article = self.get_object(request, unquote(object_id))
        if article and self.has_view_permission(request, article):
            extra_context = {**(extra_context or {}), **extraction_progress.panel(request, article)}
        return super().change_view(request, object_id, form_url, extra_context)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:article_id>/state/", wrap(extraction_progress.state), name="events_article_state"),
            path("<int:article_id>/reading/", wrap(extraction_progress.fragment), name="events_article_reading"),
            path("<int:article_id>/run-again/", wrap(extraction_progress.run_again), name="events_article_run_again"),
            path("<int:article_id>/publish/", wrap(extraction_progress.publish_all), name="events_article_publish"),
            *super().get_urls(),
        ]

    def has_rerun_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("events.rerun_article")

    @admin.action(description=_("Extract again"), permissions=["rerun"])
    def run_again(self, request: HttpRequest, articles: QuerySet[Article]) -> None:
        queued = 0
        for article in articles:
            try:
                desk.run_again(article=article)
                queued += 1
            except ValidationError as refused:
                self.message_user(request, f"{article}: {' '.join(refused.messages)}", messages.WARNING)
        text = ngettext("%(count)d article queued for extraction.", "%(count)d articles queued for extraction.", queued)
        self.message_user(request, text % {"count": queued})

    def get_view_on_site_url(self, obj: Article | None = None) -> str | None:
        """The reader's page, if the article has a published event."""
        shown = obj and Article.objects.readable().filter(pk=obj.pk).exists()
        return reverse("site:article", args=[obj.pk]) if obj and shown else None

    # --- deleting
    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without "delete selected": articles are deleted one by one, after looking at what is deleted with them."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[list[str], dict[str, int], set[str], list]:
        return [str(article) for article in objs], {str(_("articles")): len(objs)}, set(), []

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        desk.delete_article(article=obj)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> Any:
        try:
            return super().delete_view(request, object_id, extra_context)
        except ValidationError as refused:
            self.message_user(request, " ".join(refused.messages), messages.ERROR)
            return redirect("admin:events_article_change", object_id)
