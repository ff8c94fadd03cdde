"""Rows of invented articles and events, table by table, in the order of their columns."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from events.demo.articles import DemoMention, InventedArticle
from events.demo.happenings import Happening
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
    """Ids of what was there before: who pasted, the outlets, and the country rows by their place in the vocabulary."""

    correspondent: int
    outlets: Sequence[int]
    actors: Sequence[int]
    places: Sequence[int]
    today: date
    now: datetime

    def outlet_of(self, article: InventedArticle) -> int:
        return self.outlets[article.number % len(self.outlets)]


def rows_of_events(
    numbered: Sequence[tuple[int, Happening]], articles: Sequence[InventedArticle], room: Newsroom
) -> Iterator[Row]:
    outlets = defaultdict[int, set[int]](set)
    for article in articles:
        for telling in article.tellings:
            outlets[telling.event].add(room.outlet_of(article))
    for number, told in numbered:
        yield (
            number, json.dumps(told.titles, ensure_ascii=False), told.when.text, told.when.first, told.when.last,
            told.when.precision, told.basis, told.type, told.status, room.places[told.actors[0]],
            sorted(told.titles), sorted(countries()[actor][0] for actor in told.actors), sorted(outlets[number]),
            told.salience, told.confidence, len(told.titles), told.terms, "{}", "", "", "", "", "published",
            room.now, room.now, room.now,
        )  # fmt: skip


def rows_of_articles(articles: Sequence[InventedArticle], first: int, room: Newsroom) -> dict[str, list[Row]]:
    """Table → rows; sources, mentions and dates are numbered from ``first``."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS if table != "event"}
    number = first
    for article in articles:
        published = article.published(room.today)
        told = article.tellings[0].happening
        rows["article"].append((
            article.number, told.titles[article.language], article.body, article.language,
            room.outlet_of(article), "", "", published, room.correspondent, room.now, "done", room.now, "",
            "{}", article.content_hash, told.terms,
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
        for telling in article.tellings:
            _tell(rows, article, telling, number, published, room)
            number += 1
    return rows


def _tell(
    rows: dict[str, list[Row]],
    article: InventedArticle,
    telling: DemoMention,
    number: int,
    published: date,
    room: Newsroom,
) -> None:
    told = telling.happening
    anchor = published if told.basis == "relative" else ""
    spoken = article.body[telling.time_start : telling.time_end]
    rows["timeexpression"].append((
        number, article.number, telling.time_start, telling.time_end, spoken, "DATE", told.when.text,
        told.when.text, told.basis, anchor, '["demo"]',
    ))  # fmt: skip
    rows["source"].append((
        number, article.number, telling.event, article.number, told.titles[article.language], told.when.text,
        told.when.first, told.when.last, told.when.precision, told.basis, anchor, told.type, told.status,
        told.confidence, told.salience, room.places[told.actors[0]], countries()[told.actors[0]][2][article.language],
        "{}", False, room.now, False, [],
    ))  # fmt: skip
    quote = article.body[telling.start : telling.end]
    rows["mention"].append((number, number, telling.start, telling.end, quote, number, '["demo"]'))
    for actor in told.actors:
        rows["participation"].append((number, room.actors[actor], "actor", countries()[actor][2][article.language]))
