"""The Atom feed: the events that were published or changed last."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from events.queries.rows import row_of, with_row_columns
from events.site.feeds.entry_ids import entry_id, feed_id
from events.site.feeds.feed_source import FeedSource, feed_view

#: Entries of a feed: more than a feed reader could miss between two visits.
ENTRIES = 100
#: When a feed without entries last changed: Atom requires a time, and it must not change from request to request.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class EventFeed(Atom1Feed):
    """Atom with entries in the language of their titles, and summaries in the reader's language."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, {**item, "description": None})
        handler.addQuickElement("summary", item["description"], {"type": "text", "xml:lang": self.feed["language"]})

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_NEVER)


@feed_view
def feed(request: HttpRequest, source: FeedSource) -> HttpResponse:
    """The feed, with the latest changes first.  The id of an event's entry does not change with its title or date."""
    written = EventFeed(
        title=source.title, link=source.page, description="", language=source.language,
        feed_url=request.build_absolute_uri(), feed_guid=feed_id(request, source.page), author_name=_("Newsdesk"),
    )  # fmt: skip
    latest = with_row_columns(source.events, "updated_at", "published_at").order_by("-updated_at", "-pk")
    for event in latest[:ENTRIES]:
        row = row_of(event, source.language)
        written.add_item(
            title=row.title, link=request.build_absolute_uri(row.url), language=row.lang,
            description=f"{row.date_words} · {row.type_label}", unique_id=entry_id(request, row.id),
            pubdate=event.published_at, updateddate=event.updated_at, categories=[row.type_label],
        )  # fmt: skip
    return HttpResponse(written.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
