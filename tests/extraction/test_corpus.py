"""Our own annotated articles, with the events an editor would list; ``docs/accuracy.md`` says what they are for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from events.extraction import extract

FOLDER = Path(__file__).parent / "corpus"
WITH_TIMES = sorted(path.name for path in FOLDER.glob("timex-*.jsonl"))
WITH_EVENTS = sorted(path.name for path in FOLDER.glob("*.jsonl") if path.name not in WITH_TIMES)


def articles(name: str) -> list[dict]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", WITH_EVENTS)
def test_every_annotated_clause_is_in_its_article(name: str) -> None:
    for article in articles(name):
        for event in article["events"]:
            for clause in event["clauses"]:
                text, nth = (clause, 1) if isinstance(clause, str) else clause
                assert article["body"].count(text) >= nth or text in article["title"], (article["id"], text)


@pytest.mark.parametrize("name", WITH_TIMES)
def test_every_annotated_time_expression_is_at_its_offsets(name: str) -> None:
    for article in articles(name):
        for timex in article["timexes"]:
            assert article["body"][timex["start"] : timex["end"]] == timex["text"]


@pytest.mark.parametrize("name", WITH_EVENTS)
def test_every_article_is_read_in_its_language_with_literal_quotes(name: str) -> None:
    for article in articles(name):
        found = extract(article["body"], published=article["published"], title=article["title"])
        assert found.language == article["lang"]
        assert found.events
        for mention in (mention for event in found.events for mention in event.mentions):
            assert article["body"][mention.start : mention.end] == mention.text
