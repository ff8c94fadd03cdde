"""The engine is as good on our own corpus as it was; a figure that falls names the articles that changed.

``python -m events.extraction.evaluation.floors`` writes the floors anew; docs/accuracy.md says when they are lowered.
"""

from __future__ import annotations

import pytest

from events.extraction.evaluation.article_files import own_corpus
from events.extraction.evaluation.floors import changed_articles, fallen, measure, read_floors

FLOORS = read_floors()
FILES = {path.name: path for path in own_corpus()}
#: A figure that rose further than this is written down.
HIGHEST_RISE = 0.02
AGAIN = "run: python -m events.extraction.evaluation.floors"


def test_every_file_of_the_corpus_has_floors_and_no_other():
    assert FLOORS.keys() == FILES.keys(), AGAIN


@pytest.mark.parametrize("name", sorted(FLOORS.keys() & FILES.keys()))
def test_no_figure_falls_below_its_floor(name):
    floors, now = FLOORS[name], measure(FILES[name])
    assert floors.figures.keys() == now.figures.keys(), AGAIN
    # Better figures are written down, so that they are held from then on: nobody lowers one by hand unseen.
    assert all(now.figures[figure] - floor <= HIGHEST_RISE for figure, floor in floors.figures.items()), AGAIN
    falls = fallen(floors, now)
    assert not falls, "\n".join([f"{name}:", *falls, "articles that changed:", *changed_articles(floors, now)])
    assert now.sha256 == floors.sha256, f"{name} has changed since its floors were measured; {AGAIN}"
