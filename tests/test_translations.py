"""Every text of the interface has an Arabic translation with the same placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.contrib import admin, auth
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None, "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
_VALUE = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN_WORD = re.compile("[A-Za-z]{4}")

Message = str | tuple[str, str]


@cache
def djangos_own() -> frozenset[str]:
    """Texts that Django's admin translates into Arabic already; our templates may use them."""
    return _djangos("ar", admin)


def _djangos(language: str, *apps: ModuleType) -> frozenset[str]:
    """The texts of Django's own catalogues; its English ones are said as they are."""
    own: set[str] = set()
    for app in apps:
        with (Path(app.__path__[0]) / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
            own |= {text.id for text in read_po(file) if isinstance(text.id, str) and (text.string or language == "en")}
    return frozenset(own)


def _catalogue(language: str) -> Catalog:
    with (ROOT / "newsdesk" / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def texts() -> dict[Message, str]:
    """Each text that code or templates translate, and where it stands."""
    found: dict[Message, str] = {}
    for path in sorted([*(ROOT / "events").rglob("*.py"), *(ROOT / "newsdesk").rglob("*.py")]):
        found |= {text: str(path.relative_to(ROOT)) for text in _texts_of(path.read_bytes())}
    for path in sorted([*(ROOT / "templates").rglob("*.html"), *(ROOT / "templates").rglob("*.txt")]):
        code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        found |= {text: str(path.relative_to(ROOT)) for text in _texts_of(code.encode())}
    return found


def _texts_of(code: bytes) -> Iterator[Message]:
    for _line, message, _comments, _context in extract("python", BytesIO(code), KEYWORDS):
        yield message if isinstance(message, str) else (message[0], message[1])


@pytest.fixture(scope="module")
def arabic() -> Catalog:
    return _catalogue("ar")


def test_texts_are_found_in_code_and_templates():
    assert {"Publish", "Why this date:", ("%(count)d event published.", "%(count)d events published.")} <= set(texts())


def test_every_text_has_an_arabic_translation(arabic):
    said = {message.id: message for message in arabic}
    missing = {
        text: where
        for text, where in texts().items()
        if text not in djangos_own() and (text not in said or not _translations(said[text].string))
    }
    assert missing == {}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_catalogue_has_no_text_that_is_not_used(language):
    catalogue = _catalogue(language)
    said = texts().keys() | _djangos(language, admin, auth)
    assert [message.id for message in catalogue if message.id and message.id not in said] == []
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert list(catalogue.obsolete) == []


def test_translation_is_in_arabic_letters_and_keeps_its_placeholders(arabic):
    wrong = []
    for message in arabic:
        one = message.id if isinstance(message.id, str) else message.id[-1]
        for said in _translations(message.string):
            values, kept = set(_VALUE.findall(one)), set(_VALUE.findall(said))
            # "one event", "two events": Arabic has words for them, and leaves out the number.
            values_fit = values == kept or (not isinstance(message.id, str) and kept <= values)
            in_arabic = _ARABIC.search(said) or not _LATIN_WORD.search(_VALUE.sub("", one))
            if not (values_fit and in_arabic):
                wrong.append((one, said))
    assert wrong == []


def _translations(string: str | tuple[str, ...] | list[str]) -> list[str]:
    """All its forms, or none where one is missing."""
    forms = [string] if isinstance(string, str) else list(string)
    return forms if all(forms) else []
