"""The Atom feed: the events that were published or changed last, of everything or of a choice."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from events.reading.rows import row_of, with_row_columns
from events.site.following.followed import Followed, changed, following, host_of

#: Entries of a feed: more than any reader's program misses between two visits.
ENTRIES = 100


@following
def feed(request: HttpRequest, followed: Followed) -> HttpResponse:
    """The latest changes first; an event keeps its id, whatever becomes of its title and date."""
    written = Atom1Feed(
        title=followed.title, link=followed.page, description="", language=followed.language,
        feed_url=request.build_absolute_uri(), author_name=_("Newsdesk"),
    )  # fmt: skip
    latest = with_row_columns(followed.events, "updated_at", "created_at").order_by("-updated_at", "-pk")
    events = list(latest[:ENTRIES])
    for event in events:
        row = row_of(event, followed.language)
        written.add_item(
            title=row.title, link=request.build_absolute_uri(row.url),
            description=f"{row.date_words} · {row.type_label}",
            unique_id=f"tag:{host_of(request)},2025:event/{row.id}",
            pubdate=event.created_at, updateddate=event.updated_at, categories=[row.type_label],
        )  # fmt: skip
    content = HttpResponse(written.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    return changed(content, events)
