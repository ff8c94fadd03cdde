"""The addresses below ``/api/v1/``."""

from django.urls import path, re_path

from events.api.actors import ActorList
from events.api.articles import ArticleDetail, ArticleList
from events.api.base import Nowhere
from events.api.documents import DocsView, SchemaView
from events.api.events import EventDetail, EventList
from events.api.rows import RowsView, TimelineRowsView
from events.api.timelines import TimelineDetail, TimelineList
from events.api.tokens import TokenView
from events.api.windows import FacetsView, TimelineFacetsView, TimelineWindowView, WindowView

app_name = "api"

urlpatterns = [
    path("articles/", ArticleList.as_view(), name="articles"),
    path("articles/<int:pk>/", ArticleDetail.as_view(), name="article"),
    path("events/", EventList.as_view(), name="events"),
    path("events/<int:pk>/", EventDetail.as_view(), name="event"),
    path("window/", WindowView.as_view(), name="window"),
    path("facets/", FacetsView.as_view(), name="facets"),
    path("rows/", RowsView.as_view(), name="rows"),
    path("timelines/", TimelineList.as_view(), name="timelines"),
    path("timelines/<slug:slug>/", TimelineDetail.as_view(), name="timeline"),
    path("timelines/<slug:slug>/window/", TimelineWindowView.as_view(), name="timeline-window"),
    path("timelines/<slug:slug>/facets/", TimelineFacetsView.as_view(), name="timeline-facets"),
    path("timelines/<slug:slug>/rows/", TimelineRowsView.as_view(), name="timeline-rows"),
    path("actors/", ActorList.as_view(), name="actors"),
    path("token/", TokenView.as_view(), name="token"),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
    re_path(r"", Nowhere.as_view(), name="nowhere"),
]
