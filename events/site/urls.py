"""The reader's addresses, under the language's prefix."""

from django.urls import path

from events.site import views

app_name = "site"

urlpatterns = [
    path("", views.home, name="home"),
    path("timelines/", views.timelines, name="timelines"),
    path("timelines/<slug:slug>/", views.timeline, name="timeline"),
    path("events/<int:pk>/panel/", views.panel, name="panel"),
    path("events/<int:pk>/<str:slug>/", views.event, name="event"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("about/", views.about, name="about"),
]
