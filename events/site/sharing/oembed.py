"""oEmbed (oembed.com): other sites send the address of a timeline's page and get the HTML of its frame."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit
from xml.sax.saxutils import escape

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.edtf import plain_figures
from events.models import Actor, Event, Place, Timeline
from events.queries.subjects.published import shown_actors, shown_places
from events.site.sharing.share import HEIGHT, WIDTH, frame
from events.site.timeline.opening import opened

#: The smallest width and height of a frame, in pixels.
_LEAST = 200
#: The URL names of pages that can be shown in a frame.
_FRAMED = {"home", "timeline", "actor", "place", "event"}


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """The frame for the page ``url``, within ``maxwidth`` and ``maxheight`` pixels; ``format`` is json or xml.

    As the specification requires, the status is 404 for a page without timeline, and 501 for another format.
    """
    kind = request.GET.get("format", "json")
    if kind not in ("json", "xml"):
        return HttpResponse(status=501)
    width, height = _pixels(request, "maxwidth", WIDTH), _pixels(request, "maxheight", HEIGHT)
    address, title = _framed(request)
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": _("Newsdesk"),
        "provider_url": request.build_absolute_uri("/"),
        "title": title,
        "width": width,
        "height": height,
        "html": frame(address, title, width, height),
    }
    if kind == "json":
        return JsonResponse(answer)
    fields = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in answer.items())
    return HttpResponse(f'<?xml version="1.0" encoding="utf-8"?><oembed>{fields}</oembed>', content_type="text/xml")


def _pixels(request: HttpRequest, name: str, most: int) -> int:
    asked = plain_figures(request.GET.get(name, ""))
    return max(_LEAST, min(most, int(asked))) if asked.isascii() and asked.isdigit() and len(asked) < 6 else most


def _framed(request: HttpRequest) -> tuple[str, str]:
    """The address of the frame and the title of the page; raises Http404 for an address that is no timeline of ours."""
    given = urlsplit(request.GET.get("url", ""))
    if given.netloc != request.get_host() or given.scheme not in ("http", "https"):
        raise Http404
    language = translation.get_language_from_path(given.path) or translation.get_language() or "en"
    with translation.override(language):
        try:
            found = resolve(given.path)
        except Resolver404:
            raise Http404 from None
        if found.url_name not in _FRAMED or found.app_name != "site":
            raise Http404
        if found.url_name == "event":
            return _of_event(request, found.kwargs["pk"], language)
        path = given.path.replace(f"/{language}/", f"/{language}/embed/", 1)
        resolve(path)  # raises Resolver404, which is an Http404, if there is no such frame
        query = f"?{given.query}" if given.query else ""
        return request.build_absolute_uri(path + query), _title(found.url_name, found.kwargs, language)


def _of_event(request: HttpRequest, pk: int, language: str) -> tuple[str, str]:
    """The frame's address and title for the timeline with this event open."""
    event = Event.objects.published().known_as(pk).first()
    if event is None:
        raise Http404
    asked = urlencode(opened(event.pk, event.first_day, event.last_day))
    return request.build_absolute_uri(f"{reverse('site:embed')}?{asked}"), event.title_in(language)


def _title(page: str, arguments: dict[str, str], language: str) -> str:
    if page == "timeline":
        found = Timeline.objects.published().filter(slug=arguments["slug"]).first()
        title = found.title if found else ""
    elif page == "home":
        title = _("What happened, and when")
    else:
        shown: QuerySet[Actor] | QuerySet[Place] = shown_actors() if page == "actor" else shown_places()
        named = shown.filter(key=arguments["key"]).first()
        title = named.name_in(language) if named else ""
    if not title:
        raise Http404
    return title
