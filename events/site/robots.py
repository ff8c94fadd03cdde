"""Files without a language in their address: favicon, robots.txt, cover pictures."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from events.models import Cover


@cache_control(public=True, max_age=86_400)
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon, for pages that do not name one, such as the admin's."""
    return redirect(static("icon.svg"))


@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: admin and API are not for search engines; the sitemap lists the pages that are."""
    sitemap = request.build_absolute_uri(reverse("sitemap-index"))
    lines = ["User-agent: *", "Disallow: /*/admin/", "Disallow: /api/", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def cover(request: HttpRequest, digest: str) -> HttpResponse:
    """A timeline's cover.  Its address contains its digest, so caches may keep it for ever.

    The cover of an unpublished timeline is shown to editors only.
    """
    covers = Cover.objects.filter(digest=digest)
    shown = covers.filter(timeline__is_published=True).first()
    found = shown or (covers.first() if request.user.has_perm("events.view_timeline") else None)
    if found is None:
        raise Http404
    answer = HttpResponse(bytes(found.picture), content_type="image/webp")
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable" if shown else "private, no-store"
    return answer
