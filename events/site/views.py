"""The reader's pages.  Each view checks what is asked, asks ``events.reading`` and hands values to a template."""

from __future__ import annotations

from urllib.parse import unquote

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.models import Article, Event, Timeline
from events.reading.collection import Collection, collected, everything
from events.reading.filters import Filters
from events.reading.panel import EventPanel, read_panel
from events.reading.rows import rows_of, words_of
from events.site import timeline_page
from events.site.article_page import read_article
from events.site.choices import page_choices
from events.site.families import FAMILIES
from events.site.opening import around
from events.site.paging import page_number, paging


def _language() -> str:
    return (get_language() or "en").split("-")[0]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Everything that is published."""
    return _timeline(request, everything(), None)


@require_safe
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """A collection: what its saved filter lets through."""
    found = get_object_or_404(Timeline.objects.published(), slug=slug)
    return _timeline(request, collected(found), found)


def _timeline(request: HttpRequest, shown: Collection, collection: Timeline | None) -> HttpResponse:
    language = _language()
    faults: list[str] = []
    try:
        filters = Filters.parse(request.GET)
    except ValidationError as error:
        filters, faults = Filters(), timeline_page.fault_words(error.message_dict)
    stretch = timeline_page.opening_stretch(shown, filters)
    window = timeline_page.first_window(shown, filters, stretch, request.GET.get("lanes", ""))
    context = {
        "section": "timelines" if collection else "timeline",
        "timeline": collection,
        "events": rows_of(timeline_page.listed(shown, filters, stretch, page_number(request.GET)), language),
        "paging": paging(window, stretch, request.GET, language),
        "choices": page_choices(window.events, filters, language),
        "chosen": {name: request.GET.get(name, "") for name in ("q", "type", "actor", "lang", "lanes", "from", "to")},
        "faults": faults,
        "families": FAMILIES.items(),
        "timeline_settings": timeline_page.script_settings(language, stretch, window, collection),
    }
    return render(request, "site/timeline.html", context, status=400 if faults else 200)


@require_safe
def timelines(request: HttpRequest) -> HttpResponse:
    """All collections."""
    return render(request, "site/timelines.html", {"section": "timelines", "timelines": Timeline.objects.published()})


def _published(pk: int) -> Event:
    """The event with its evidence; where it was merged into another, that one."""
    found = get_object_or_404(Event.objects.select_related("merged_into"), pk=pk)
    if found.merged_into_id:
        return _published(found.merged_into_id)
    return get_object_or_404(Event.objects.published().with_evidence(), pk=pk)


@require_safe
def event(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The event's own page; an address with an old title or of a merged event leads to the present one."""
    found = _published(pk)
    if request.path != unquote(found.get_absolute_url()):
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    told = read_panel(found, _language())
    return render(request, "site/event.html", {"event": told, "timeline_url": _on_timeline(told)})


def _on_timeline(told: EventPanel) -> str:
    """The timeline with this event open and its neighbours around it."""
    asked = {"event": str(told.id)}
    if stretch := around(told.first, told.last):
        asked |= {"from": stretch.first.isoformat(), "to": stretch.last.isoformat()}
    return f"{reverse('site:home')}?{urlencode(asked)}"


@require_safe
def panel(request: HttpRequest, pk: int) -> HttpResponse:
    """The same without the page around, for the timeline's script."""
    return render(request, "site/_panel.html", {"event": read_panel(_published(pk), _language())})


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """A text of which at least one event is published, with its events and dates marked."""
    found = get_object_or_404(Article.objects.readable().select_related("outlet"), pk=pk)
    language = _language()
    paragraphs, events = read_article(found, language)
    context = {
        "article": found,
        "paragraphs": paragraphs,
        "events": events,
        "page_language": language,
        "published_words": words_of(found.publication_date.isoformat(), language),
    }
    return render(request, "site/article.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """How to read the timeline."""
    return render(request, "site/about.html", {"section": "about"})
