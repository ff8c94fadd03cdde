"""weights.toml: the weights, the bars, and what they were learned from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from events.extraction.training.cross_validation import EVERY_LANGUAGE
from events.extraction.training.weights import Weights

#: Figures of all languages are called so in the file; their bar keeps the name by which the engine reads it.
_ALL = {EVERY_LANGUAGE: "all"}


@dataclass(frozen=True, slots=True)
class DataSet:
    """A file of annotated articles: its name without folders, and what it held when weights were learned from it."""

    name: str
    articles: int
    sha256: str


def data_set(path: Path, articles: int) -> DataSet:
    return DataSet(path.name, articles, hashlib.sha256(path.read_bytes()).hexdigest())


def written(
    weights: Weights,
    bars: Mapping[str, float],
    sets: Sequence[DataSet],
    figures: Mapping[str, Mapping[str, float]],
    day: date,
    engine: str,
) -> str:
    """The file's text.  ``bars`` and ``figures`` (by cross-validation) are those of all languages and of each.

    ``engine`` is the version, without any weights, whose features were weighed.
    """
    tables = [
        "# Made by `python -m events.extraction.training --write`; see docs/accuracy.md.",
        *_learned(sets, figures, day, engine),
        _table("show", {name: f"{bar}" for name, bar in bars.items()}),
        _table("confidence", _rounded(weights.confidence)),
        _table("salience", _rounded(weights.salience)),
    ]
    return "\n\n".join(tables) + "\n"


def _learned(sets: Sequence[DataSet], figures: Mapping[str, Mapping[str, float]], day: date, engine: str) -> list[str]:
    """What a reader of the weights can check: the files, to the byte, and the figures of articles not seen."""
    return [
        _table("learned", {"date": f'"{day.isoformat()}"', "engine": f'"{engine}"'}),
        *(
            _table(
                "[learned.files]", {"name": f'"{one.name}"', "articles": f"{one.articles}", "sha256": f'"{one.sha256}"'}
            )
            for one in sets
        ),
        *(_table(f"learned.cross_validated.{_ALL.get(name, name)}", _rounded(row)) for name, row in figures.items()),
    ]


def _rounded(values: Mapping[str, float]) -> dict[str, str]:
    return {f'"{name}"': f"{value:.3f}" for name, value in values.items()}


def _table(name: str, rows: Mapping[str, str]) -> str:
    return "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in rows.items())])
