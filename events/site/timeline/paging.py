"""Links to the previous and the next page of the list, or to the neighbouring stretch of time."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import ngettext

from events.edtf import plain_figures
from events.queries.rows import day_words
from events.queries.windows.window import Window
from events.queries.wording import numerals
from events.site.timeline.opening import Stretch

#: Events on one page of the list.
PAGE = 100
#: A limit, because the database has to skip all rows of earlier pages.
MOST_PAGES = 200


@dataclass(frozen=True, slots=True)
class Paging:
    """What the page contains, in words, and its links; a link is "" if the list ends there."""

    words: str
    previous: str
    next: str


def page_number(query: QueryDict) -> int:
    """The number of the requested page, at most ``MOST_PAGES``; 1 if the parameter is not a number."""
    asked = plain_figures(query.get("page", "1"))
    return min(max(int(asked), 1), MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


def paging(window: Window, stretch: Stretch, query: QueryDict, language: str) -> Paging:
    """Links to pages within the stretch and, at its ends, to neighbouring stretches if there are events beyond."""
    page = page_number(query)
    last_page = min(MOST_PAGES, max(1, -(-window.total // PAGE)))
    extent = window.extent
    earlier = later = ""
    if page > 1:
        earlier = _address(query, page=page - 1)
    elif extent.first and extent.first < stretch.first:
        earlier = _address(query, stretch=stretch.shifted(-1))
    if page < last_page:
        later = _address(query, page=page + 1)
    elif extent.last and extent.last > stretch.last:
        later = _address(query, stretch=stretch.shifted(1))
    return Paging(_words(window.total, stretch, language), earlier, later)


def _words(total: int, stretch: Stretch, language: str) -> str:
    said = ngettext("{count} event from {first} to {last}", "{count} events from {first} to {last}", total)
    first, last = (day_words(day, language) for day in (stretch.first, stretch.last))
    return said.format(count=numerals(total, language), first=first, last=last)


def _address(query: QueryDict, *, page: int = 1, stretch: Stretch | None = None) -> str:
    changed = query.copy()
    changed.pop("page", None)
    if page > 1:
        changed["page"] = str(page)
    if stretch:
        changed["from"], changed["to"] = stretch.first.isoformat(), stretch.last.isoformat()
    return f"?{changed.urlencode()}"
