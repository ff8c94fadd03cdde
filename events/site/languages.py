"""Addresses of the same page in each language, for the language switch and for search engines (hreflang)."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info


@dataclass(frozen=True, slots=True)
class LanguageOfPage:
    code: str
    name: str
    path: str
    absolute: str
    current: bool


def languages_of_page(request: HttpRequest) -> dict[str, object]:
    """A context processor: this page's address in every language.

    ``path`` keeps the query with window and filters; ``absolute`` is without it.
    """
    here = get_language()
    pages = []
    for code, _name in settings.LANGUAGES:
        path = translate_url(request.get_full_path(), code)
        absolute = request.build_absolute_uri(translate_url(request.path, code))
        name = str(get_language_info(code)["name_local"])
        pages.append(LanguageOfPage(code, name, path, absolute, code == here))
    return {"languages_of_page": pages, "canonical": request.build_absolute_uri(request.path)}
