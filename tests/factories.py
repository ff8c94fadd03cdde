"""Rows for tests that satisfy every constraint and trigger of the database; each call makes a new one.

an_event(title="Ministers sign the water treaty", edtf="2025-01", actors=[("JOR", "Jordan", "actor")])
an_event(language="ar", title="وقّع الوزراء المعاهدة", edtf="2025-09-01", visibility="proposed")
a_source(event=event, language="ar", title="…")      # a second article tells the same event
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

from django.contrib.auth.models import Group, User
from django.utils import timezone

from events.desk.aggregate import refresh_events
from events.desk.settle import freeze
from events.desk.validation import content_hash
from events.edtf import parse
from events.edtf.words import in_words
from events.models import (
    Actor,
    Article,
    Event,
    ExtractionRun,
    Mention,
    Outlet,
    Participation,
    Place,
    Source,
    TimeExpression,
    Timeline,
)

PASSWORD = "correct horse battery staple"
_numbers = count(1)

#: Around the quote, so that it neither starts nor ends the text.
_LEAD = {"en": "Report {n} from our correspondent.", "ar": "تقرير رقم {n} من مراسلنا."}
_TAIL = {"en": "Further details were not available.", "ar": "ولم تتوافر تفاصيل أخرى."}
_TELLING = {"en": "{title} ({when}).", "ar": "{title} ({when})."}


def a_reporter(username: str = "") -> User:
    """Somebody who may bring articles in; logs in with ``PASSWORD``."""
    return _person(username or f"reporter{next(_numbers)}", "reporter")


def an_editor(username: str = "") -> User:
    """Somebody who also decides what readers see; logs in with ``PASSWORD``."""
    return _person(username or f"editor{next(_numbers)}", "editor")


def _person(username: str, group: str) -> User:
    user = User.objects.create_user(username, password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def _the_correspondent() -> User:
    """The user who submitted articles of no particular user; without a password, since hashing takes long."""
    return User.objects.get_or_create(username="correspondent")[0]


def an_outlet(name: str = "") -> Outlet:
    return Outlet.objects.create(name=name or f"Outlet {next(_numbers)}")


def an_article(
    *, body: str = "", language: str = "en", publication_date: date = date(2025, 9, 2), **columns
) -> Article:
    """An article that was read already; ``columns`` are any others of the model."""
    n = next(_numbers)
    body = body or f"{_LEAD[language].format(n=n)} {_TAIL[language]}"
    columns = {"title": f"Article {n}", "state": "done"} | columns
    if "submitted_by" not in columns:
        columns["submitted_by"] = _the_correspondent()
    return Article.objects.create(
        body=body, language=language, publication_date=publication_date, content_hash=content_hash(body), **columns
    )


def a_place(key: str = "", **names: str) -> Place:
    """``a_place("JO", en="Jordan", ar="الأردن")``."""
    key = key or f"place-{next(_numbers)}"
    return Place.objects.get_or_create(key=key, defaults={"names": names or {"en": key}})[0]


def an_actor(key: str = "", **names: str) -> Actor:
    """``an_actor("JOR", en="Jordan", ar="الأردن")``."""
    key = key or f"actor-{next(_numbers)}"
    return Actor.objects.get_or_create(key=key, defaults={"names": names or {"en": key}})[0]


def a_timeline(slug: str = "", **columns) -> Timeline:
    slug = slug or f"timeline-{next(_numbers)}"
    return Timeline.objects.create(**{"slug": slug, "title_en": f"Timeline {slug}", "is_published": True} | columns)


def an_event(*, visibility: str = "published", **mention) -> Event:
    """An event with one source; the arguments are those of :func:`a_source`."""
    event = Event.objects.create()
    a_source(event=event, **mention)
    if visibility == "published":
        return publish(event)
    Event.objects.filter(pk=event.pk).update(visibility=visibility)
    event.refresh_from_db()
    return event


def publish(event: Event) -> Event:
    """Done as editors do, without an editor."""
    accept(*event.sources.all())
    Event.objects.filter(pk=event.pk).update(visibility="published")
    refresh_events([event.pk])
    event.refresh_from_db()
    return event


def an_added_event(*, edtf: str = "2025-09-01", title: str = "Added by hand", **columns) -> Event:
    """An event that an editor vouches for, without any article."""
    days = parse(edtf)
    columns = {"visibility": "published", "set_type": "CONSULT", "set_status": "occurred"} | columns
    event = Event.objects.create(
        added_by=an_editor(), set_titles={"en": title}, set_edtf=edtf, set_first_day=days.first,
        set_last_day=days.last, set_precision=days.precision, **columns,
    )  # fmt: skip
    event.refresh_from_db()
    return event


def a_source(
    *,
    event: Event,
    title: str = "Ministers meet at the harbour",
    edtf: str = "2025-09-01",
    language: str = "en",
    article: Article | None = None,
    quote: str = "",
    time_words: str = "",
    basis: str = "explicit",
    anchor: str = "",
    type: str = "CONSULT",
    status: str = "occurred",
    confidence: float = 0.8,
    salience: float = 0.5,
    actors: Sequence[tuple[str, str, str]] = (),
    place: Place | None = None,
    accepted: bool = True,
    **article_columns,
) -> Source:
    """One more article (or this one) that tells the event; ``actors`` are (key, name, role).

    At a published event it is accepted unless a test says that it waits.

    The quote holds the time words, and the body holds the quote, so that spans point at real text.  The
    event's found columns are computed anew.
    """
    time_words = time_words or in_words(edtf, language, digits="latn")
    quote = quote or _TELLING[language].format(title=title, when=time_words)
    if article is None:
        lead = _LEAD[language].format(n=next(_numbers))
        article = an_article(body=f"{lead} {quote} {_TAIL[language]}", language=language, **article_columns)
    days = parse(edtf)
    source = Source.objects.create(
        article=article, event=event, run=_current_run(article), title=title, edtf=edtf, first_day=days.first,
        last_day=days.last, precision=days.precision, basis=basis, anchor=anchor, type=type, status=status,
        confidence=confidence, salience=salience, place=place,
        place_name=place.name_in(language) if place else "",
    )  # fmt: skip
    _write_mention(source, quote, time_words)
    for key, name, role in actors:
        Participation.objects.create(source=source, actor=an_actor(key, **{language: name}), role=role, name=name)
    if accepted and event.visibility == "published":
        accept(source)
    refresh_events([event.pk])
    event.refresh_from_db()
    return source


def accept(*sources: Source) -> None:
    """Done as editors do, without an editor."""
    for source in sources:
        freeze(source, at=timezone.now())


def _write_mention(source: Source, quote: str, time_words: str) -> None:
    """The quote as a mention; its time words, where the quote holds them, as its time expression."""
    start = source.article.body.index(quote)
    expression = None
    if time_words in quote:
        at = start + quote.index(time_words)
        expression = TimeExpression.objects.create(
            run=source.run, start=at, end=at + len(time_words), text=time_words, type="DATE", value=source.edtf,
            edtf=source.edtf, basis=source.basis, anchor=source.anchor, rules=["date"],
        )  # fmt: skip
    Mention.objects.create(
        source=source, start=start, end=start + len(quote), quote=quote, time_expression=expression, rules=["meet"]
    )


def _current_run(article: Article) -> ExtractionRun:
    return ExtractionRun.objects.get_or_create(
        article=article,
        current=True,
        defaults={"engine_version": "test", "language": article.language, "outcome": "done",
                  "finished_at": article.submitted_at},
    )[0]  # fmt: skip
