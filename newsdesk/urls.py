"""All addresses: admin and pages with a language prefix; the API and files for robots without one."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import index, sitemap
from django.urls import URLPattern, URLResolver, include, path

from events.site.robots import cover, favicon, robots
from events.site.sharing.oembed import oembed
from events.site.sitemaps import SITEMAPS
from newsdesk.logins import forgotten

handler400 = "newsdesk.troubles.bad_request"
handler500 = "newsdesk.troubles.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("favicon.ico", favicon),
    path("robots.txt", robots),
    path("covers/<slug:digest>.webp", cover, name="cover"),
    path("sitemap.xml", index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}, name="sitemap-index"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("oembed", oembed, name="oembed"),
    path("api/v1/", include("events.api.urls")),
    *i18n_patterns(
        *forgotten.addresses(),
        path("admin/", admin.site.urls),
        path("", include("events.site.urls")),
    ),
]
