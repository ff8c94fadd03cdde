"""Converting invented articles and events to rows of tables, in the order of ``COLUMNS``."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from events.demo.articles import DemoArticle, DemoMention
from events.demo.demo_events import DemoEvent
from events.demo.vocabulary import countries
from events.extraction import engine_version

Row = tuple[Any, ...]

COLUMNS: Mapping[str, str] = {
    "article": "id, title, body, language, outlet_id, url, author, publication_date, submitted_by_id, submitted_at, "
    "state, queued_at, failure, failure_values, content_hash, search_terms",
    "extractionrun": "id, article_id, engine_version, language, started_at, finished_at, outcome, error, error_values, "
    "current, shown",
    "timeexpression": 'id, run_id, start, "end", text, type, value, edtf, basis, anchor, rules',
    "event": "id, found_titles, found_edtf, found_first_day, found_last_day, found_precision, found_basis, found_type, "
    "found_status, found_place_id, found_languages, found_actors, found_outlets, salience, confidence, source_count, "
    "search_terms, set_titles, set_edtf, set_precision, set_type, set_status, visibility, created_at, published_at, "
    "updated_at",
    "source": "id, article_id, event_id, run_id, title, edtf, first_day, last_day, precision, basis, anchor, type, "
    "status, confidence, salience, place_id, place_name, link_reason, stale, accepted_at, gone, refused",
    "mention": 'id, source_id, start, "end", quote, time_expression_id, rules',
    "participation": "source_id, actor_id, role, name",
}


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Primary keys of rows that the invented ones refer to.

    ``actors`` and ``places`` are in the order of ``countries()``; ``correspondent`` is the user who pastes articles.
    """

    correspondent: int
    outlets: Sequence[int]
    actors: Sequence[int]
    places: Sequence[int]
    today: date
    now: datetime

    def outlet_of(self, article: DemoArticle) -> int:
        return self.outlets[article.number % len(self.outlets)]


def rows_of_events(
    numbered: Sequence[tuple[int, DemoEvent]], articles: Sequence[DemoArticle], room: Newsroom
) -> Iterator[Row]:
    """The rows of the events, given as (number, event)."""
    outlets = defaultdict[int, set[int]](set)
    for article in articles:
        for mention in article.mentions:
            outlets[mention.number].add(room.outlet_of(article))
    for number, event in numbered:
        yield (
            number, json.dumps(event.titles, ensure_ascii=False), event.when.text, event.when.first, event.when.last,
            event.when.precision, event.basis, event.type, event.status, room.places[event.actors[0]],
            sorted(event.titles), sorted(countries()[actor][0] for actor in event.actors), sorted(outlets[number]),
            event.salience, event.confidence, len(event.titles), event.terms, "{}", "", "", "", "", "published",
            room.now, room.now, room.now,
        )  # fmt: skip


def rows_of_articles(articles: Sequence[DemoArticle], first: int, room: Newsroom) -> dict[str, list[Row]]:
    """Table → rows; sources, mentions and time expressions are numbered from ``first``."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS if table != "event"}
    number = first
    for article in articles:
        published = article.published(room.today)
        event = article.mentions[0].event
        rows["article"].append((
            article.number, event.titles[article.language], article.body, article.language,
            room.outlet_of(article), "", "", published, room.correspondent, room.now, "done", room.now, "",
            "{}", article.content_hash, event.terms,
        ))  # fmt: skip
        rows["extractionrun"].append(
            (
                article.number,
                article.number,
                engine_version(),
                article.language,
                room.now,
                room.now,
                "done",
                "",
                "{}",
                True,
                True,
            )
        )
        for mention in article.mentions:
            _add_mention(rows, article, mention, number, published, room)
            number += 1
    return rows


def _add_mention(
    rows: dict[str, list[Row]],
    article: DemoArticle,
    mention: DemoMention,
    number: int,
    published: date,
    room: Newsroom,
) -> None:
    event = mention.event
    anchor = published if event.basis == "relative" else ""
    written = article.body[mention.time_start : mention.time_end]
    rows["timeexpression"].append((
        number, article.number, mention.time_start, mention.time_end, written, "DATE", event.when.text,
        event.when.text, event.basis, anchor, '["demo"]',
    ))  # fmt: skip
    rows["source"].append((
        number, article.number, mention.number, article.number, event.titles[article.language], event.when.text,
        event.when.first, event.when.last, event.when.precision, event.basis, anchor, event.type, event.status,
        event.confidence, event.salience, room.places[event.actors[0]],
        countries()[event.actors[0]][2][article.language], "{}", False, room.now, False, [],
    ))  # fmt: skip
    quote = article.body[mention.start : mention.end]
    rows["mention"].append((number, number, mention.start, mention.end, quote, number, '["demo"]'))
    for actor in event.actors:
        rows["participation"].append((number, room.actors[actor], "actor", countries()[actor][2][article.language]))
