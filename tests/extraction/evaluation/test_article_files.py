"""Files of annotated articles: errors are reported with file and line."""

import pytest

from events.extraction.evaluation import article_files
from events.extraction.evaluation.annotations import AnnotationError
from events.extraction.evaluation.article_files import own_corpus, read_articles, refuse_counting_only
from tests.extraction.evaluation.articles import ARTICLE, BODY, event, write_lines

GOOD = {**ARTICLE, "id": "first", "events": [event()]}
TIMEX = {"start": 19, "end": 25, "text": "Monday", "type": "DATE", "value": "2025-09-01"}


def timexes(**fields):
    return {**ARTICLE, "timexes": [{**TIMEX, **fields}]}


def events(**fields):
    return {**ARTICLE, "events": [event() | fields]}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("nonsense", "the line is not JSON"),
        ("[1]", "the line is not a JSON object"),
        ({**GOOD, "id": None}, "“id” is missing"),
        ({**GOOD, "body": 5}, "“body” must be a text"),
        ({**GOOD, "lang": "tlh"}, "the language “tlh” is not supported"),
        ({**GOOD, "published": "yesterday"}, "“yesterday” is not a publication date"),
        ({**GOOD, "title": 5}, "“title” must be a text"),
        (GOOD, "the article “first” stands already at"),
        (ARTICLE, "“events” is missing, which the file's first article has"),
        ({**ARTICLE, "events": {}}, "“events” must be a list of objects"),
        ({**ARTICLE, "events": [event(), event()]}, "two events have the key “The port opened”"),
        (events(key=None), "“key” is missing"),
        (events(core="yes"), "“core” must be true or false"),
        (events(date=None), "“date” is missing"),
        (events(date="2025-SU"), "“2025-SU” is not an EDTF date"),
        (events(also=["2025-02-30"]), "“2025-02-30” is not a date that the calendar has"),
        (events(also="2025"), "“also” must be a list of dates"),
        (events(date={"within": ["2025-09-01"]}), "is no date"),
        (events(date={"within": ["2025-09-01", "2025-08-01"]}), "ends before it starts"),
        (events(clauses=[]), "“clauses” must be a list of texts, at least one"),
        (events(clauses=[5]), "5 is no clause"),
        (events(clauses=["The mine opened"]), "the clause “The mine opened” stands nowhere in the article"),
        (events(clauses=[["The port", 2]]), "the clause “The port” stands 1 of 2 times in the article"),
        (events(type="PARTY"), "“PARTY” is no type"),
        (events(status="over"), "“over” is no status"),
        (events(actors="Egypt"), "“actors” must be a list of texts"),
    ],
)
def test_bad_line_is_refused_with_file_and_line(tmp_path, line, complaint):
    path = write_lines(tmp_path / "articles.jsonl", GOOD, line)
    with pytest.raises(AnnotationError) as caught:
        read_articles(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (timexes(end=19), "time expression from 19 to 19"),
        (timexes(end=len(BODY) + 1), "no offsets into the body"),
        (timexes(start=True), "no offsets into the body"),
        (timexes(text="Tuesday"), "time expression “Monday”: its “text” says “Tuesday”"),
        (timexes(type="DAY"), "“DAY” is no type"),
        (timexes(type=None), "“type” is missing"),
        (timexes(value=""), "“value” is missing"),
        (timexes(optional=1), "“optional” must be true or false"),
        (ARTICLE, "neither “events” nor “timexes” are there"),
    ],
)
def test_bad_time_expression_is_refused_with_file_and_line(tmp_path, line, complaint):
    path = write_lines(tmp_path / "times.jsonl", "", line)
    with pytest.raises(AnnotationError) as caught:
        read_articles(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert complaint in str(caught.value)


def test_missing_empty_or_binary_file_is_refused_by_name(tmp_path):
    empty, binary = write_lines(tmp_path / "empty.jsonl"), tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe")
    for path, complaint in ((tmp_path / "none.jsonl", "cannot be read"), (empty, "no article"), (binary, "UTF-8")):
        with pytest.raises(AnnotationError, match=complaint):
            read_articles(path)


def test_clause_that_stands_only_in_the_title_has_no_span(tmp_path):
    (article,) = read_articles(write_lines(tmp_path / "a.jsonl", events(clauses=["A port opens", "The port opened"])))
    assert [one.clauses for one in article.events or ()] == [((0, 15),)]


def test_string_fields_of_an_article_are_its_labels(tmp_path):
    (article,) = read_articles(write_lines(tmp_path / "a.jsonl", {**GOOD, "kind": "court", "pages": 3}))
    labels = {"id": "first", "lang": "en", "published": "2025-09-01", "kind": "court", "file": "a.jsonl"}
    assert article.labels == labels


def test_unicode_line_separators_do_not_end_the_json_line(tmp_path):
    line = '{"id": "a", "lang": "en", "published": "2025-09-01", "body": "one\u2028two", "events": []}'
    assert read_articles(write_lines(tmp_path / "a.jsonl", line))[0].body == "one\u2028two"


def test_counting_only_files_are_refused_even_through_a_symlink(tmp_path):
    sealed = write_lines(tmp_path / "en-2b.jsonl", GOOD)
    link = tmp_path / "innocent.jsonl"
    link.symlink_to(sealed)
    for path in (sealed, link):
        with pytest.raises(AnnotationError, match=r"for counting only .*: nothing is learned"):
            refuse_counting_only([path], "nothing is learned from it")
    refuse_counting_only([tmp_path / "en-2a.jsonl"], "nothing is learned from it")


def test_missing_corpus_is_reported(tmp_path, monkeypatch):
    assert {path.name for path in own_corpus()} >= {"ar.jsonl", "en.jsonl", "timex-en.jsonl"}
    monkeypatch.setattr(article_files, "OWN_CORPUS", tmp_path)
    with pytest.raises(AnnotationError, match="name the files to evaluate"):
        own_corpus()
