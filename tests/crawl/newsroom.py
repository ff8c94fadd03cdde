"""A newsroom with something of every kind in it, made by the desk's own functions and read by the real engine.

It is filled the same way in the tests and, at an earlier commit, by ``tests/migrated/make.py``: nothing here may need
more than what the desk could do at that commit.
"""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.models import Group, User
from PIL import Image

from events import desk
from events.desk.covers import reencoded
from events.desk.curate import CoverWish
from events.models import Article, Era, Event, Place, Timeline, TimelinePick
from tests.crawl.stories import DRAFT, FIRST, Story

#: What is surer and weightier than this is published.
_WEIGHTY = 0.6


def person(name: str, group: str) -> User:
    user, made = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    if made:
        user.groups.add(Group.objects.get(name=group))
    return user


def paste(story: Story, by: User) -> Article:
    """Submit a story and extract it at once, as a worker would."""
    article = desk.submit_article(
        submitted_by=by, body=story.body, publication_date=story.published, title=story.title, language=story.language,
        outlet=desk.outlet_named(name=story.outlet, by=by),
    )  # fmt: skip
    desk.extract_article(article_id=article.pk)
    return article


def fill() -> None:
    """Published, proposed, hidden, merged, edited and added events; timelines with pins, eras and a cover; outlets."""
    editor, reporter = person("editor", "editor"), person("reporter", "reporter")
    for story in FIRST:
        paste(story, reporter)
    desk.set_visibility(events=Event.objects.filter(salience__gte=_WEIGHTY), visibility="published", editor=editor)
    _merge_and_hide(editor)
    _edit_and_add(editor)
    paste(DRAFT, reporter)
    _curate(editor)


def _told(words: str) -> Event:
    return Event.objects.filter(visibility="published", sources__article__title=words).distinct().get()


def _merge_and_hide(editor: User) -> None:
    stopped = Event.objects.get(type="RETREAT", sources__article__title="Airport under fire")
    desk.merge_events(into=_told("Airport under fire"), others=[stopped], editor=editor)
    prices = Event.objects.get(visibility="proposed", sources__article__title="Gas talks planned")
    desk.set_visibility(events=[prices], visibility="hidden", editor=editor)


def _edit_and_add(editor: User) -> None:
    desk.edit_event(event=_told("Measures against Minsk"), editor=editor, titles={"en": "The Union acts against Minsk"})
    crossing = desk.add_event(
        editor=editor, titles={"en": "Jordan and Iraq opened the border crossing of Trebil on 3 May 2025"},
        edtf="2025-05-03", type="LAUNCH", status="occurred",
    )  # fmt: skip
    desk.set_visibility(events=[crossing], visibility="published", editor=editor)
    desk.rename(named=Place.objects.get(key="geonames:216281"), names={"en": "Goma", "ar": "غوما"})


def _curate(editor: User) -> None:
    file = BytesIO()
    Image.new("RGB", (240, 220), "teal").save(file, "PNG")
    draft = Event.objects.filter(sources__article__title=DRAFT.title)[0]
    picks = {
        _told("Rivers shared"): TimelinePick.Kind.PINNED,
        draft: TimelinePick.Kind.PINNED,
        _told("Airport under fire"): TimelinePick.Kind.HIDDEN,
    }
    desk.save_timeline(
        timeline=Timeline(slug="accords", title_en="Accords", title_ar="اتفاقات", introduction_en="Who signed what.",
                          filter={"type": ["AGREE", "CONSULT"]}, is_published=True),
        editor=editor,
        keep=[*(TimelinePick(event=event, kind=kind) for event, kind in picks.items()),
              Era(title_en="A dry year", title_ar="عام جاف", edtf="2024-10/2025-09")],
        cover=CoverWish({"en": "A river", "ar": "نهر"}, reencoded(file.getvalue())),
    )  # fmt: skip
    for slug, title, choice in (("jordan", "Jordan", {"actor": ["JOR"]}), ("later", "Later", {"actor": ["QAT"]})):
        timeline = Timeline(slug=slug, title_en=title, filter=choice, is_published=slug == "jordan")
        desk.save_timeline(timeline=timeline, editor=editor)
