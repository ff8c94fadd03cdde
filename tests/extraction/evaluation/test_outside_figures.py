"""Our figures equal those of independent scorers over the same predictions (outside/)."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

import pytest

from events.extraction.evaluation.article_files import OWN_CORPUS, read_articles
from events.extraction.evaluation.predictions import prediction_of
from events.extraction.evaluation.report import event_figures, timex_figures
from events.extraction.evaluation.run import EvaluatedArticle, evaluate

FOLDER = Path(__file__).parent / "outside"
FIGURES = tomllib.loads((FOLDER / "figures.toml").read_text(encoding="utf-8"))
OF_FIELDS = {"type", "status", "actors recall", "actors precision", "places recall", "places precision"}


def evaluated(name: str) -> list[EvaluatedArticle]:
    """A file of the corpus over the predictions that are stored for it."""
    path = OWN_CORPUS / name
    assert hashlib.sha256(path.read_bytes()).hexdigest() == FIGURES[name]["sha256"], "the annotations were changed"
    stored = (FOLDER / name).with_suffix(".found.jsonl").read_text(encoding="utf-8").splitlines()
    found = {line["id"]: prediction_of(line) for line in map(json.loads, stored)}
    return evaluate(read_articles(path), reader=lambda article: found[article.id])


@pytest.mark.parametrize("name", [name for name, row in FIGURES.items() if "F1" in row])
def test_event_figures_equal_the_outside_scorers(name):
    ours = event_figures(evaluated(name))
    ours["ECE"] = ours["calibration"]["ECE"]
    for figure, theirs in FIGURES[name].items():
        if figure != "sha256":
            # The scorer of fields says two decimals, the others three; each may have rounded.
            assert ours[figure] == pytest.approx(theirs, abs=0.00501 if figure in OF_FIELDS else 0.00051), figure


@pytest.mark.parametrize("name", [name for name, row in FIGURES.items() if "all types" in row])
def test_timex_figures_equal_the_outside_scorers(name):
    ours = timex_figures(evaluated(name))
    for kind, figures in FIGURES[name].items():
        if kind != "sha256":
            assert {figure: round(ours[kind][figure], 3) for figure in figures} == figures
