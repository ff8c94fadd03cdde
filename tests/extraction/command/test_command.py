"""The `extract` command: JSON lines in, JSON lines out."""

import io
import json

import pytest

from events.extraction.command import run

GOOD = {"id": "a", "published": "2025-09-01", "body": "The king died yesterday in Rome.", "lang": "en"}


@pytest.fixture
def extracted(tmp_path):
    """Runs the command over lines and gives its exit status and what it wrote."""

    def extract(*lines, **options):
        path = tmp_path / "articles.jsonl"
        path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), "utf-8")
        output = io.StringIO()
        status = run([str(path)], output=output, **options)
        return status, output.getvalue().splitlines()

    return extract


def test_article_becomes_one_json_line_with_the_documented_keys(extracted):
    status, (line,) = extracted(GOOD)
    answer = json.loads(line)
    assert status == 0
    assert list(answer) == ["id", "language", "events", "timexes"]
    assert answer["id"] == "a"
    assert answer["language"] == "en"
    assert answer["timexes"][0] == {
        "start": 14, "end": 23, "text": "yesterday", "type": "DATE", "value": "2025-08-31", "edtf": "2025-08-31",
        "anchor": "2025-09-01", "rules": ["day-from-today"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("nonsense", "The line is not JSON"),
        ("[1]", "The line is not a JSON object"),
        ({**GOOD, "id": None}, "“id” is missing"),
        ({**GOOD, "published": "yesterday"}, "“yesterday” is not a publication date"),
        ({**GOOD, "published": None}, "“published” is missing"),
        ({**GOOD, "body": 5}, "“body” must be a text"),
        ({**GOOD, "lang": "tlh"}, "The language “tlh” is not supported"),
        ({**GOOD, "lang": None, "body": "მინისტრმა თქვა, რომ მოლაპარაკება დასრულდა."}, "The text is in a language"),
    ],
)
def test_bad_line_gives_an_error_line_and_the_others_go_on(extracted, line, error):
    status, lines = extracted(GOOD, line, {**GOOD, "id": "b"})
    answers = [json.loads(one) for one in lines]
    assert status == 1
    assert answers[1]["error"].startswith(error)
    assert list(answers[1]) == ["id", "error"]
    assert [answers[0]["id"], answers[2]["id"]] == ["a", "b"]


def test_several_processes_keep_the_order_of_the_input(extracted):
    articles = [{**GOOD, "id": number} for number in range(40)]
    status, lines = extracted(*articles, jobs=2)
    assert status == 0
    assert [json.loads(line)["id"] for line in lines] == list(range(40))


def test_lone_surrogate_does_not_break_the_output(extracted):
    status, (line,) = extracted({**GOOD, "id": "\ud83d", "body": "The king died yesterday \ud83d in Rome."})
    assert status == 0
    line.encode("utf-8")
    assert json.loads(line)["id"] == "\ud83d"


def test_missing_file_is_reported_and_exits_1(tmp_path, capsys):
    assert run([str(tmp_path / "none.jsonl")], output=io.StringIO()) == 1
    assert "there is no file" in capsys.readouterr().err


def test_publication_time_counts_as_its_local_day(extracted):
    _, (line,) = extracted({**GOOD, "published": "2025-09-01T23:30:00+03:00"})
    assert json.loads(line)["timexes"][0]["value"] == "2025-08-31"


def test_explain_shows_the_way_from_expression_to_date(extracted):
    status, lines = extracted(GOOD, explained=True)
    assert status == 0
    assert any("“yesterday” → 2025-09-01 → 2025-08-31" in line for line in lines)
