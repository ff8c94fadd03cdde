"""The Atom feed: the events that were published or changed last, of everything or of a choice."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from events.queries.rows import row_of, with_row_columns
from events.site.feeds.entry_ids import entry_id, feed_id
from events.site.feeds.feed_source import Followed, following

#: Entries of a feed: more than any reader's program misses between two visits.
ENTRIES = 100
#: A feed without entries has to say when it changed, and the same each time.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class EventFeed(Atom1Feed):
    """Atom in which each entry is in its title's language, and says its date in the reader's."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, {**item, "description": None})
        handler.addQuickElement("summary", item["description"], {"type": "text", "xml:lang": self.feed["language"]})

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_NEVER)


@following
def feed(request: HttpRequest, followed: Followed) -> HttpResponse:
    """The latest changes first; an event keeps its id, whatever becomes of its title and date."""
    written = EventFeed(
        title=followed.title, link=followed.page, description="", language=followed.language,
        feed_url=request.build_absolute_uri(), feed_guid=feed_id(request, followed.page), author_name=_("Newsdesk"),
    )  # fmt: skip
    latest = with_row_columns(followed.events, "updated_at", "published_at").order_by("-updated_at", "-pk")
    for event in latest[:ENTRIES]:
        row = row_of(event, followed.language)
        written.add_item(
            title=row.title, link=request.build_absolute_uri(row.url), language=row.lang,
            description=f"{row.date_words} · {row.type_label}", unique_id=entry_id(request, row.id),
            pubdate=event.published_at, updateddate=event.updated_at, categories=[row.type_label],
        )  # fmt: skip
    return HttpResponse(written.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
