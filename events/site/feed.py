"""The Atom feed: the events that were published or changed last, of everything or of a choice."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from events.models import Timeline
from events.reading.collection import Collection, collected, everything
from events.reading.filters import Filters
from events.reading.rows import row_of, with_row_columns

#: Entries of a feed: more than any reader's program misses between two visits.
ENTRIES = 100


@require_safe
@conditional_page
def feed(request: HttpRequest) -> HttpResponse:
    """``?timeline=<slug>`` follows a curated timeline; other parameters are those of the pages."""
    title, shown = _shown(request.GET.get("timeline", ""))
    try:
        filters = Filters.parse(request.GET)
    except ValidationError as error:
        return HttpResponse("\n".join(error.messages) + "\n", status=400, content_type="text/plain; charset=utf-8")
    language = (get_language() or "en").split("-")[0]
    written = Atom1Feed(
        title=title, link=request.build_absolute_uri(_home(request)), description="", language=language,
        feed_url=request.build_absolute_uri(), author_name=_("Newsdesk"),
    )  # fmt: skip
    latest = with_row_columns(filters.in_window(shown.events), "updated_at", "created_at")
    for event in latest.order_by("-updated_at", "-pk")[:ENTRIES]:
        row = row_of(event, language)
        address = request.build_absolute_uri(row.url)
        written.add_item(
            title=row.title, link=address, description=f"{row.date_words} · {row.type_label}",
            unique_id=f"tag:{request.get_host().partition(':')[0]},2025:event/{row.id}",
            pubdate=event.created_at, updateddate=event.updated_at, categories=[row.type_label],
        )  # fmt: skip
    return HttpResponse(written.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _shown(slug: str) -> tuple[str, Collection]:
    if not slug:
        return _("Newsdesk"), everything()
    found = get_object_or_404(Timeline.objects.published(), slug=slug)
    return f"{found.title} · {_('Newsdesk')}", collected(found)


def _home(request: HttpRequest) -> str:
    return request.path.removesuffix("feed/")
