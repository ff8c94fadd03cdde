"""Addresses for sharing a timeline: its page, its frame for other sites, its rows, its feed and calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from events.queries.filters import Filters
from events.site.subjects import Subject

#: The default size of a frame, in pixels.
WIDTH, HEIGHT = 960, 720

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ShareLinks:
    """Addresses for sharing; ``frame`` is the HTML of an ``<iframe>``.

    All are absolute except ``csv``, ``json``, ``subscribe`` and ``choices``.
    """

    page: str
    frame: str
    csv: str
    json: str
    feed: str
    calendar: str
    subscribe: str
    choices: str
    oembed: str


def share_links(request: HttpRequest, subject: Subject, filters: Filters, asked: Pairs) -> ShareLinks:
    """The addresses for a page with these filters; ``asked`` is its complete query.  Feeds ignore the window."""
    page = request.build_absolute_uri(_with(subject.path, asked))
    follows = [pair for pair in filters.pairs() if pair[0] not in ("from", "to")]
    followed = [*subject.choice, *follows]
    return ShareLinks(
        page=page,
        frame=frame(request.build_absolute_uri(_with(subject.embedded, asked)), subject.heading, WIDTH, HEIGHT),
        csv=subject.question("rows", [*filters.pairs(), ("as", "csv")]),
        json=subject.question("rows", [*filters.pairs(), ("as", "json")]),
        feed=feed_address(request, followed),
        calendar=calendar_address(request, followed),
        subscribe=_with(reverse("site:subscribe"), followed),
        choices=_with(reverse("site:choices"), [*subject.choice, *filters.pairs()]),
        oembed=oembed_address(request, page),
    )


def followed_addresses(subject: Subject) -> dict[str, str]:
    """Addresses of feed, calendar and forms for a subject without filters; the page's script adds the filters."""
    names = ("feed", "calendar", "subscribe", "choices")
    return {name: _with(reverse(f"site:{name}"), subject.choice) for name in names}


def frame(address: str, title: str, width: int, height: int) -> str:
    """The HTML of an ``<iframe>`` for other sites; sizes are pixels."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" frameborder="0" loading="lazy"></iframe>',
        address, title, width, height,
    )  # fmt: skip


def oembed_address(request: HttpRequest, page: str) -> str:
    """The oEmbed address for a page, which other sites find in its head."""
    return request.build_absolute_uri(_with(reverse("oembed"), [("url", page)]))


def feed_address(request: HttpRequest, followed: Pairs) -> str:
    return request.build_absolute_uri(_with(reverse("site:feed"), followed))


def calendar_address(request: HttpRequest, followed: Pairs) -> str:
    return request.build_absolute_uri(_with(reverse("site:calendar"), followed))


def _with(path: str, pairs: Pairs) -> str:
    return f"{path}?{urlencode(pairs)}" if pairs else path
