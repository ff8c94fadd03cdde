"""Translations are compiled without gettext."""

import gettext

import pytest

from newsdesk.launch.errors import LaunchError
from newsdesk.launch.setup.translations import compile_translations

ARABIC = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "event"
msgstr "حدث"
"""


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "locale" / "ar" / "LC_MESSAGES" / "django.po"
    file.parent.mkdir(parents=True)
    file.write_text(ARABIC, encoding="utf-8")
    return file


def test_compiled_translation_can_be_read(source, tmp_path):
    assert compile_translations(tmp_path) == 1
    assert gettext.translation("django", tmp_path / "locale", ["ar"]).gettext("event") == "حدث"


def test_compiled_translation_is_not_compiled_again(source, tmp_path):
    compile_translations(tmp_path)
    assert compile_translations(tmp_path) == 0


def test_malformed_translation_file_is_named(source, tmp_path):
    source.write_text('msgid "event"\nmsgstr "حدث\nnonsense', encoding="utf-8")
    with pytest.raises(LaunchError, match=r"django\.po"):
        compile_translations(tmp_path)
