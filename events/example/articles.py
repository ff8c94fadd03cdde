"""Reading the example articles, which are TOML files in ``articles/``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_FOLDER = Path(__file__).parent / "articles"


@dataclass(frozen=True, slots=True)
class ExampleArticle:
    title: str
    published: date
    outlet: str
    language: str
    body: str


def example_articles() -> list[ExampleArticle]:
    """All example articles, by publication date."""
    found = [ExampleArticle(**tomllib.loads(path.read_text(encoding="utf-8"))) for path in _FOLDER.glob("*.toml")]
    return sorted(found, key=lambda article: (article.published, article.title))
