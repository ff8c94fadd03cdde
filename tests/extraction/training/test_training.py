"""The command that learns weights.toml."""

from __future__ import annotations

import hashlib
import re
import tomllib

import pytest

from events.extraction.evaluation.article_files import OWN_CORPUS
from events.extraction.scoring import model
from events.extraction.training import __main__ as training
from events.extraction.training.cross_validation import cross_validate
from events.extraction.training.examples import judge_articles
from events.extraction.version import engine_version, version_without
from tests.extraction.evaluation.articles import article, event

BODY = "Jordan and Iraq signed a water agreement in January 2025. The king met the miners on Sunday, officials said."
SIGNED, MET = "signed a water agreement", "The king met the miners"


@pytest.fixture
def gold(tmp_path):
    """Six short articles of our own corpus: one for each fold."""
    path = tmp_path / "gold.jsonl"
    lines = (OWN_CORPUS / "short-en.jsonl").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:6]), encoding="utf-8")
    return path


@pytest.fixture
def weights(tmp_path, monkeypatch):
    """Where the command writes, instead of the engine's own file."""
    path = tmp_path / "weights.toml"
    monkeypatch.setattr(training, "WEIGHTS", path)
    return path


def test_written_weights_name_their_data_and_are_reproducible(gold, weights, capsys):
    assert training.main([str(gold), "--write"]) == 0
    first = weights.read_bytes()
    assert training.main([str(gold), "--write"]) == 0
    assert weights.read_bytes() == first
    tables = tomllib.loads(first.decode())
    sha256 = hashlib.sha256(gold.read_bytes()).hexdigest()
    assert tables["learned"]["files"] == [{"name": "gold.jsonl", "articles": 6, "sha256": sha256}]
    assert tables["learned"]["cross_validated"].keys() == {"all", "en"}
    assert tables["show"].keys() == {"worth", "en"}
    assert tables["confidence"].keys() == tables["salience"].keys()
    assert f"F1 {tables['learned']['cross_validated']['all']['F1']:.3f}" in capsys.readouterr().out


def test_engine_that_is_written_down_does_not_rest_on_the_weights(gold, weights):
    assert training.main([str(gold), "--write"]) == 0
    engine = tomllib.loads(weights.read_text(encoding="utf-8"))["learned"]["engine"]
    assert engine == version_without(model.WEIGHTS) != engine_version()


def test_too_few_articles_write_no_weights(gold, weights, capsys):
    gold.write_text("\n".join(gold.read_text(encoding="utf-8").splitlines()[:5]), encoding="utf-8")
    assert training.main([str(gold), "--write"]) == 1
    assert "There are 5 stories; weights are written from 6 at least" in capsys.readouterr().err
    assert not weights.exists()


def test_training_without_write_writes_nothing(gold, weights):
    assert training.main([str(gold)]) == 0
    assert not weights.exists()


def test_counting_only_files_are_refused(gold, weights, capsys):
    sealed = gold.rename(gold.with_name("en-2b.jsonl"))
    assert training.main([str(sealed), "--write"]) == 1
    assert "nothing is learned from it" in capsys.readouterr().err
    assert not weights.exists()


def test_file_without_events_is_refused(weights, capsys):
    assert training.main([str(OWN_CORPUS / "timex-en.jsonl")]) == 1
    assert "it has no events" in capsys.readouterr().err


def test_candidate_is_right_if_it_hits_and_core_if_it_hits_a_core_event():
    annotated = article(event(SIGNED, "2025-01"), event(MET, "2025-08-31", core=False), body=BODY)
    (judged,) = judge_articles([annotated])
    answers = {example_of(judged, words): (example.right, example.core) for words, example in answered(judged)}
    assert answers["signed"] == (True, True)
    assert answers["met"] == (True, False)


def test_cross_validation_never_trains_on_the_articles_own_story():
    told = [event(SIGNED, "2025-01"), event(MET, "2025-08-31")]
    twins = [article(*told, id=name, story="one", body=BODY) for name in ("a", "b")]
    judged, _bars = cross_validate(judge_articles([*twins, article(id="c", body=BODY)]))
    seen_by_c = [event.confidence for event in judged[0].predicted]
    assert seen_by_c == [event.confidence for event in judged[1].predicted]
    # The only other story has no right events at all.
    assert max(seen_by_c) < 0.5 < max(event.confidence for event in judged[2].predicted)


def test_engines_weights_say_what_they_were_learned_from():
    tables = tomllib.loads(model.WEIGHTS.read_text(encoding="utf-8"))
    learned = tables["learned"]
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", learned["date"])
    assert all(re.fullmatch(r"[0-9a-f]{64}", one["sha256"]) and one["articles"] for one in learned["files"])
    assert not any("-2b" in one["name"] for one in learned["files"])
    assert learned["cross_validated"].keys() == {"all", *tables["show"]} - {"worth"}


def answered(judged):
    """Each candidate's words with its example."""
    spans = [event.mentions[0] for event in judged.predicted]
    return [(judged.article.body[slice(*span)], one) for span, one in zip(spans, judged.examples, strict=True)]


def example_of(judged, words):
    return next((verb for verb in ("signed", "met") if verb in words), words)
