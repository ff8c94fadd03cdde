"""Articles, predictions and files made for one test."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from events.extraction.evaluation.article_files import read_articles
from events.extraction.evaluation.articles import AnnotatedArticle
from events.extraction.evaluation.predictions import Prediction, prediction_of
from events.extraction.evaluation.run import EvaluatedArticle, compare

BODY = "The port opened on Monday. Miners went on strike in May. A dam broke. The king died in 1999."
ARTICLE = {"id": "a", "lang": "en", "published": "2025-09-01", "title": "A port opens", "body": BODY}
OPENED, STRIKE, BROKE, DIED = "The port opened", "Miners went on strike", "A dam broke", "The king died"


def event(clause: Any = OPENED, date: Any = "2025-09-01", **fields: Any) -> dict[str, Any]:
    """An annotated event, core where nothing else is said; its key is its clause."""
    return {"key": str(clause), "core": True, "date": date, "clauses": [clause], **fields}


def article(*events: dict[str, Any], **fields: Any) -> AnnotatedArticle:
    return read({**ARTICLE, "events": list(events), **fields})


def read(record: dict[str, Any]) -> AnnotatedArticle:
    """The article that reading a file of this one line gives."""
    with TemporaryDirectory() as folder:
        return read_articles(write_lines(Path(folder) / "articles.jsonl", record))[0]


def found(words: str = OPENED, date: str = "2025-09-01", *, body: str = BODY, **fields: Any) -> dict[str, Any]:
    """A predicted event as `extract` prints it, whose one mention is these words of the body."""
    start = body.index(words)
    mentions = [{"start": start, "end": start + len(words)}]
    return {"title": words, "date": date, "mentions": mentions, "confidence": 0.5, "salience": 0.5, **fields}


def compared(annotated: AnnotatedArticle, *events: dict[str, Any], timexes: Any = ()) -> EvaluatedArticle:
    return compare(annotated, predicted(*events, timexes=timexes))


def predicted(*events: dict[str, Any], timexes: Any = ()) -> Prediction:
    return prediction_of({"events": list(events), "timexes": list(timexes)})


def write_lines(path: Path, *records: Any) -> Path:
    """A file of JSON lines; texts are written as they are."""
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
