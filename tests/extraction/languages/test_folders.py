"""Folders of a language that nothing reads are refused, not passed over."""

import shutil

import pytest

from events.extraction.languages import LanguageError, load
from events.extraction.languages.language import load_folder


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("happenings", "it is called “lexicon” now"),
        ("names", "it is called “entities” now"),
        ("lexcon", "known are entities, lexicon, search"),
    ],
)
def test_folder_that_nothing_reads_is_refused_with_its_right_name(tmp_path, name, advice):
    folder = shutil.copytree(load("en").folder, tmp_path / "en")
    (folder / "lexicon").rename(folder / name)
    with pytest.raises(LanguageError, match=f"^en/{name}: nothing reads this folder; {advice}$"):
        load_folder(folder)
