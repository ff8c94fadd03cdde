"""The articles of ``stories.toml``: published ones, later ones about the same events, and a secret one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Story:
    language: str
    published: date
    outlet: str
    title: str
    body: str


_FILE = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))
FIRST, LATER, [DRAFT] = ([Story(**told) for told in _FILE[kind]] for kind in ("first", "later", "draft"))
