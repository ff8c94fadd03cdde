"""``manage.py evaluate``: figures of annotated articles."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from events.extraction.evaluation import article_files

ROOT = Path(__file__).resolve().parents[2]
BODY = "Jordan and Iraq signed a water agreement in January 2025."
EVENT = {"key": "e", "core": True, "date": "2025-01", "clauses": ["Jordan and Iraq signed"], "type": "AGREE"}
SIGNED = {
    "id": "a", "lang": "en", "source": "Agency", "kind": "report", "published": "2025-09-01", "title": "", "body": BODY,
    "events": [EVENT],
}  # fmt: skip
MISSED = {**SIGNED, "id": "b", "source": "Paper", "kind": "court", "events": [EVENT | {"date": "2024"}]}
TIMEX = {"start": 44, "end": 56, "text": "January 2025", "type": "DATE", "value": "2025-02"}
DATED = {key: value for key, value in SIGNED.items() if key != "events"} | {"timexes": [TIMEX]}


@pytest.fixture
def evaluate(tmp_path, capsys):
    """Evaluates a file of these articles and gives what was printed."""

    def evaluate(*articles, options=(), name="own.jsonl"):
        path = tmp_path / name
        path.write_text("".join(f"{json.dumps(one)}\n" for one in articles), encoding="utf-8")
        call_command("evaluate", str(path), *options)
        return capsys.readouterr().out

    return evaluate


def test_tables_are_printed_by_file(evaluate):
    lines = evaluate(SIGNED, MISSED).splitlines()
    assert lines[0] == "Events"
    assert lines[2].split()[:6] == ["own.jsonl", "2", "2", "0.500", "0.500", "0.500"]
    assert not any(line.startswith("Time expressions") for line in lines)


def test_file_of_time_expressions_gets_timex_tables(evaluate):
    lines = evaluate(DATED).splitlines()
    assert lines[0] == "Time expressions, all types"
    assert lines[2].split() == ["own.jsonl", "1", "1", "1", "1.000", "1.000", "0.000"]


def test_json_by_source_has_a_group_for_each_source_and_for_all(evaluate):
    report = json.loads(evaluate(SIGNED, MISSED, options=["--json", "--by", "source"]))
    assert report["by"] == "source"
    assert {name: row["F1"] for name, row in report["events"].items()} == {"Agency": 1.0, "Paper": 0.0, "all": 0.5}


def test_by_kind_has_a_group_for_each_kind(evaluate):
    assert list(json.loads(evaluate(SIGNED, MISSED, options=["--json", "--by=kind"]))["events"]) == [
        "report", "court", "all",
    ]  # fmt: skip


def test_by_an_unknown_field_is_refused(evaluate):
    with pytest.raises(CommandError, match="No article has the field “colour”; there are file, kind, lang, source"):
        evaluate(SIGNED, options=["--by", "colour"])


def test_errors_option_lists_missed_spurious_and_wrong_values(evaluate):
    printed = evaluate(MISSED, options=["--errors"])
    assert "b MISSED (found, with a wrong date) e 2024: Jordan and Iraq signed" in printed
    assert "b SPURIOUS 2025-01: " in printed
    assert "a VALUE “January 2025”: 2025-02, got 2025-01" in evaluate(DATED, options=["--errors"])


def test_counting_only_file_gives_figures_but_no_errors(evaluate):
    with pytest.raises(CommandError, match=r"en-2b\.jsonl is for counting only"):
        evaluate(SIGNED, options=["--errors"], name="en-2b.jsonl")
    assert "1.000" in evaluate(SIGNED, name="en-2b.jsonl")


def test_bad_line_is_refused_with_file_and_line(evaluate, tmp_path):
    with pytest.raises(CommandError, match=r"own\.jsonl:2: event “e”: “soon” is not an EDTF date"):
        evaluate(SIGNED, {**MISSED, "events": [EVENT | {"date": "soon"}]})


def test_without_files_our_own_corpus_is_evaluated(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(article_files, "OWN_CORPUS", tmp_path)
    (tmp_path / "ours.jsonl").write_text(json.dumps(SIGNED), encoding="utf-8")
    call_command("evaluate")
    assert "ours.jsonl" in capsys.readouterr().out


def test_without_files_and_corpus_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(article_files, "OWN_CORPUS", tmp_path / "none")
    with pytest.raises(CommandError, match="There are no annotated articles in"):
        call_command("evaluate")


@pytest.mark.parametrize("command", ["evaluate", "extract"])
def test_engine_commands_need_no_secret_and_no_services(command, tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(SIGNED), encoding="utf-8")
    bare = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    words = [sys.executable, "manage.py", command, str(path)]
    done = subprocess.run(words, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_file_named_twice_is_refused(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(SIGNED), encoding="utf-8")
    with pytest.raises(CommandError, match="is named twice"):
        call_command("evaluate", str(path), str(path.parent / "." / path.name))


def test_files_of_one_name_have_a_row_each(tmp_path, capsys):
    paths = [tmp_path / folder / "own.jsonl" for folder in ("gold", "corpus")]
    for path, article in zip(paths, (SIGNED, MISSED), strict=True):
        path.parent.mkdir()
        path.write_text(json.dumps(article), encoding="utf-8")
    call_command("evaluate", *map(str, paths), "--json")
    assert json.loads(capsys.readouterr().out)["events"].keys() == {*map(str, paths), "all"}


def test_source_called_all_keeps_its_own_row(evaluate):
    report = json.loads(evaluate({**SIGNED, "source": "all"}, MISSED, options=["--json", "--by", "source"]))
    assert {name: row["articles"] for name, row in report["events"].items()} == {"“all”": 1, "Paper": 1, "all": 2}
