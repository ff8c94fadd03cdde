"""What programs ask of the site's root, where no language stands in the address."""

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
    """Browsers ask for it on pages that name no icon, such as the admin's."""
    return redirect(static("icon.svg"))


@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """The admin and the API's answers are no pages; the sitemap names those that are."""
    sitemap = request.build_absolute_uri(reverse("sitemap-index"))
    lines = ["User-agent: *", "Disallow: /*/admin/", "Disallow: /api/", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def cover(request: HttpRequest, digest: str) -> HttpResponse:
    """A timeline's picture; its address changes with it, so caches keep it.  A draft's is for the newsroom alone."""
    hung = Cover.objects.filter(digest=digest)
    shown = hung.filter(timeline__is_published=True).first()
    found = shown or (hung.first() if request.user.has_perm("events.view_timeline") else None)
    if found is None:
        raise Http404
    answer = HttpResponse(bytes(found.picture), content_type="image/webp")
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable" if shown else "private, no-store"
    return answer
