"""The addresses of readers' pages, below the language prefix."""

from django.urls import path, register_converter

from events.site import views
from events.site.converters import KeyConverter
from events.site.feeds.atom import feed
from events.site.feeds.calendar import calendar
from events.site.views import EMBED

app_name = "site"

register_converter(KeyConverter, "key")

urlpatterns = [
    path("", views.home, name="home"),
    path("timelines/", views.timelines, name="timelines"),
    path("timelines/<slug:slug>/", views.timeline, name="timeline"),
    path("events/<int:pk>/panel/", views.panel, name="panel"),
    path("events/<int:pk>/<str:slug>/", views.event, name="event"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("actors/<key:key>/", views.actor, name="actor"),
    path("places/<key:key>/", views.place, name="place"),
    path("choices/", views.choices, name="choices"),
    path("subscribe/", views.subscribe, name="subscribe"),
    path("about/", views.about, name="about"),
    path("embed/", views.home, {"layout": EMBED}, name="embed"),
    path("embed/timelines/<slug:slug>/", views.timeline, {"layout": EMBED}, name="embed-timeline"),
    path("embed/actors/<key:key>/", views.actor, {"layout": EMBED}, name="embed-actor"),
    path("embed/places/<key:key>/", views.place, {"layout": EMBED}, name="embed-place"),
    path("feed/", feed, name="feed"),
    path("calendar.ics", calendar, name="calendar"),
]
