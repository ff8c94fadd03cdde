"""Every sentence of the pages has an Arabic translation."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
ARABIC = ROOT / "newsdesk" / "locale" / "ar" / "LC_MESSAGES" / "django.po"
TEMPLATES = [ROOT / "templates" / "base.html", *sorted((ROOT / "templates" / "site").glob("*.html"))]


@pytest.fixture(scope="module")
def translated():
    """Every sentence that has an Arabic one in all its plural forms."""
    with ARABIC.open("rb") as file:
        catalog = read_po(file)
    said = {}
    for message in catalog:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        said[message.id if isinstance(message.id, str) else message.id[0]] = forms
    return {sentence for sentence, forms in said.items() if forms[-1] and all(forms[1:])}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_sentence_of_a_template_is_translated(template, translated):
    sentences = re.findall(r'{% translate "([^"]+)"', template.read_text(encoding="utf-8"))
    assert [sentence for sentence in sentences if sentence not in translated] == []


def test_every_sentence_in_the_code_is_translated(translated):
    found = extract_from_dir(str(ROOT / "events" / "site"), method_map=[("**.py", "python")])
    sentences = [message if isinstance(message, str) else message[0] for _file, _line, message, _notes, _ctx in found]
    assert len(sentences) > 20
    assert [sentence for sentence in sentences if sentence not in translated] == []
