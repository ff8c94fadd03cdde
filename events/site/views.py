"""The reader's pages.  Each view checks the request, calls ``events.queries`` and gives plain values to a template."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import unquote

from csp.decorators import csp_replace
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from events.models import Article, Event, Timeline
from events.models.evidence import with_evidence
from events.queries.evidence.panel import EventPanel, read_panel
from events.queries.filters import Filters
from events.queries.rows import day_words, rows_of
from events.queries.subjects.published import shown_actors, shown_places
from events.site.articles.page import read_article
from events.site.feeds.subscribe_page import offers
from events.site.sharing.share import oembed_address, share_links
from events.site.subjects import Subject, of_actor, of_everything, of_place, of_timeline
from events.site.timeline import page as timeline_page
from events.site.timeline.choices import page_choices
from events.site.timeline.choices_page import read_choices
from events.site.timeline.families import FAMILIES
from events.site.timeline.opening import opened
from events.site.timeline.paging import page_number, paging


def _language() -> str:
    return (get_language() or "en").split("-")[0]


#: The template around a timeline: the site's, or a bare one for frames in other sites.
SITE, EMBED = "base.html", "embed.html"


def _may_be_framed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Let other sites show the page in a frame, but only in the layout for frames."""
    framed = csp_replace({"frame-ancestors": ["*"]})(xframe_options_exempt(view))

    @wraps(view)
    def answer(request: HttpRequest, *, layout: str = SITE, **kwargs: str) -> HttpResponseBase:
        shown: Callable[..., HttpResponseBase] = framed if layout == EMBED else view
        return shown(request, layout=layout, **kwargs)

    return answer


@require_safe
@_may_be_framed
def home(request: HttpRequest, layout: str) -> HttpResponse:
    """The timeline of all published events."""
    return _timeline(request, of_everything(), layout)


@require_safe
@_may_be_framed
def timeline(request: HttpRequest, slug: str, layout: str) -> HttpResponse:
    """A curated timeline."""
    return _timeline(request, of_timeline(get_object_or_404(Timeline.objects.published(), slug=slug)), layout)


@require_safe
@_may_be_framed
def actor(request: HttpRequest, key: str, layout: str) -> HttpResponse:
    """The timeline of an actor; 404 if no published event names it."""
    found = get_object_or_404(shown_actors().filter(key=key))
    return _timeline(request, of_actor(found, _language()), layout)


@require_safe
@_may_be_framed
def place(request: HttpRequest, key: str, layout: str) -> HttpResponse:
    """The timeline of a place; 404 if it has no published event."""
    found = get_object_or_404(shown_places().filter(key=key))
    return _timeline(request, of_place(found, _language()), layout)


def _timeline(request: HttpRequest, subject: Subject, layout: str) -> HttpResponse:
    language = _language()
    faults: list[str] = []
    try:
        filters = Filters.parse(request.GET)
    except ValidationError as error:
        filters, faults = Filters(), timeline_page.fault_words(error.message_dict)
    shown, narrowed = subject.shown, subject.narrowed(filters)
    stretch = timeline_page.opening_stretch(shown, narrowed)
    lanes = request.GET.get("lanes", "")
    window = timeline_page.first_window(shown, narrowed, stretch, lanes)
    asked = [(name, value) for name, values in request.GET.lists() for value in values if value]
    context = {
        "layout": layout,
        "framed": layout == EMBED,
        "section": subject.section,
        "subject": subject,
        "share": share_links(request, subject, filters, asked),
        "events": rows_of(timeline_page.listed(shown, narrowed, stretch, page_number(request.GET)), language),
        "paging": paging(window, stretch, request.GET, language),
        "choices": page_choices(window.events, filters, language),
        "chosen": {name: request.GET.get(name, "") for name in ("q", "type", "actor", "lang", "lanes")},
        "filters": filters,
        "faults": faults,
        "families": FAMILIES.items(),
        "timeline_settings": timeline_page.script_settings(
            language, stretch, window, subject, timeline_page.valid_choices(filters, lanes)
        ),
    }
    return render(request, "site/timeline.html", context, status=400 if faults else 200)


@require_safe
def timelines(request: HttpRequest) -> HttpResponse:
    """The list of curated timelines."""
    return render(request, "site/timelines.html", {"section": "timelines", "timelines": Timeline.objects.published()})


def _published(pk: int) -> Event:
    """The published event with this number, or the one it was merged into, with evidence; raises Http404."""
    return get_object_or_404(with_evidence(Event.objects.published().known_as(pk)))


@require_safe
def event(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """An event's own page; addresses with an old title or of a merged event redirect to the current one."""
    found = _published(pk)
    if request.path != unquote(found.get_absolute_url()):
        # Not a permanent redirect: merges and titles can be undone, and browsers would still remember it.
        return HttpResponseRedirect(found.get_absolute_url())
    shown = read_panel(found, _language())
    return render(
        request,
        "site/event.html",
        {
            "event": shown,
            "timeline_url": _on_timeline(shown),
            "oembed": oembed_address(request, request.build_absolute_uri()),
        },
    )


def _on_timeline(event: EventPanel) -> str:
    """The address of the timeline with this event open and its neighbours around it."""
    return f"{reverse('site:home')}?{urlencode(opened(event.id, event.first, event.last))}"


@require_safe
def panel(request: HttpRequest, pk: int) -> HttpResponse:
    """The contents of an event's page without the layout, for the timeline's script."""
    return render(request, "site/_panel.html", {"event": read_panel(_published(pk), _language())})


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """An article with its published events and its dates marked; 404 if it has no published event."""
    found = get_object_or_404(Article.objects.readable().select_related("outlet"), pk=pk)
    language = _language()
    context = {
        "article": found,
        "read": read_article(found, language),
        "page_language": language,
        "published_words": day_words(found.publication_date, language),
    }
    return render(request, "site/article.html", context)


@require_safe
def choices(request: HttpRequest) -> HttpResponse:
    """The page of all choices with their counts."""
    return render(request, "site/choices.html", read_choices(request, _language()))


@require_safe
def subscribe(request: HttpRequest) -> HttpResponse:
    """The page with feeds and calendars to subscribe to, those for the reader's filters first."""
    return render(request, "site/subscribe.html", {"section": "subscribe", **offers(request, _language())})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The page that explains the timeline."""
    return render(request, "site/about.html", {"section": "about"})
