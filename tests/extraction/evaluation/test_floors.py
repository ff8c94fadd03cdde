"""The command that writes the floors: written, read back, and lowered only on purpose."""

import pytest

from events.extraction.evaluation.floors import FileFloors, changed_articles, fallen, main, measure, read_floors
from tests.extraction.evaluation.articles import ARTICLE, write_lines

BODY = "Jordan and Iraq signed a water agreement in January 2025."
EVENT = {"key": "e", "core": True, "date": "2025-01", "clauses": ["Jordan and Iraq signed"], "type": "AGREE"}


@pytest.fixture
def corpus(tmp_path):
    """A file of one event that the engine finds, and where its floors go."""
    files = [write_lines(tmp_path / "own.jsonl", {**ARTICLE, "body": BODY, "events": [EVENT]})]
    return files, tmp_path / "floors.toml"


def test_written_floors_are_read_back_as_measured(corpus):
    files, path = corpus
    assert main([], files=files, path=path) == 0
    floors = read_floors(path)
    assert floors == {"own.jsonl": measure(files[0])}
    assert floors["own.jsonl"].figures["F1"] == 1.0
    assert floors["own.jsonl"].articles["a"]["hits"] == 1


def test_measuring_again_writes_the_same_bytes(corpus):
    files, path = corpus
    main([], files=files, path=path)
    before = path.read_bytes()
    main([], files=files, path=path)
    assert path.read_bytes() == before


def test_lower_figure_is_written_only_on_request_naming_its_articles(corpus, capsys):
    files, path = corpus
    main([], files=files, path=path)
    high = path.read_text(encoding="utf-8")
    write_lines(files[0], {**ARTICLE, "body": BODY, "events": [EVENT | {"date": "2024"}]})
    assert main([], files=files, path=path) == 1
    assert path.read_text(encoding="utf-8") == high
    assert "own.jsonl: F1 fell from 1.000 to 0.000" in capsys.readouterr().err
    assert main(["--lower"], files=files, path=path) == 0
    assert read_floors(path)["own.jsonl"].figures["F1"] == 0.0


def test_article_that_is_gone_counts_as_a_fall(corpus, capsys):
    files, path = corpus
    kept = {**ARTICLE, "id": "kept", "body": BODY, "events": [EVENT]}
    write_lines(files[0], {**ARTICLE, "body": BODY, "events": [EVENT]}, kept)
    main([], files=files, path=path)
    write_lines(files[0], kept)
    assert main([], files=files, path=path) == 1
    assert "own.jsonl: articles are gone: a" in capsys.readouterr().err


def test_missing_file_is_reported_and_exits_1(tmp_path, capsys):
    assert main([], files=[tmp_path / "none.jsonl"], path=tmp_path / "floors.toml") == 1
    assert "none.jsonl: it cannot be read" in capsys.readouterr().err


def test_figure_may_lie_0_005_below_its_floor_and_no_more():
    floors = FileFloors("", {"F1": 0.8, "rank": 0.7}, {})
    assert fallen(floors, FileFloors("", {"F1": 0.795, "rank": 0.9}, {})) == []
    assert fallen(floors, FileFloors("", {"F1": 0.794}, {})) == [
        "F1 fell from 0.800 to 0.794", "rank fell from 0.700 to 0.000",
    ]  # fmt: skip


def test_changed_articles_are_named_with_their_counts():
    before = FileFloors("", {}, {"a": {"hits": 5, "core": 6}, "b": {"hits": 1}})
    now = FileFloors("", {}, {"a": {"hits": 4, "core": 6, "above": 1.5}, "b": {"hits": 1}, "c": {"core": 2}})
    assert changed_articles(before, now) == ["a: hits 5 → 4, above 0 → 1.5", "c: core 0 → 2"]
