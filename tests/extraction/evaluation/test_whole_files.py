"""A file that is written whole or not at all."""

import pytest

from events.extraction.evaluation.whole_files import write_whole


def test_text_takes_the_place_of_the_file(tmp_path):
    file = tmp_path / "weights.toml"
    file.write_text("before")
    write_whole(file, "عدد = 1")
    assert file.read_text(encoding="utf-8") == "عدد = 1"
    assert list(tmp_path.iterdir()) == [file]


def test_text_that_cannot_be_written_leaves_the_file_as_it_was(tmp_path):
    file = tmp_path / "weights.toml"
    file.write_text("before")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "half a letter: \ud800")
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]
