"""The routes of the URL configuration: nested ones put together, those under a language's prefix once a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import LocalePrefixPattern, URLPattern, URLResolver, get_resolver
from django.utils import translation
from django.utils.regex_helper import normalize


@dataclass(frozen=True, slots=True)
class Route:
    """``template`` becomes a path with ``%``: "/en/events/%(pk)s/%(slug)s/"; ``parameters`` are the names in it."""

    name: str
    template: str
    parameters: tuple[str, ...]
    language: str
    is_admin: bool


def routes() -> list[Route]:
    """In the order of the configuration."""
    return list(_within(get_resolver().url_patterns, "/", (), (), ""))


def _within(
    patterns: Sequence[URLPattern | URLResolver],
    before: str,
    parameters: tuple[str, ...],
    spaces: tuple[str, ...],
    language: str,
) -> Iterator[Route]:
    for pattern in patterns:
        for code in _languages(pattern, language):
            with translation.override(code or settings.LANGUAGE_CODE):
                [(template, own), *_others] = normalize(pattern.pattern.regex.pattern)
            whole, names = before + template, (*parameters, *own)
            if isinstance(pattern, URLResolver):
                inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
                yield from _within(pattern.url_patterns, whole, names, inner, code)
            else:
                name = ":".join((*spaces, pattern.name)) if pattern.name else ""
                yield Route(name, whole, names, code, "admin" in spaces)


def _languages(pattern: URLPattern | URLResolver, language: str) -> list[str]:
    """Every language where the pattern stands for its prefix, else the one that the route has already."""
    by_prefix = isinstance(pattern.pattern, LocalePrefixPattern)
    return [code for code, _name in settings.LANGUAGES] if by_prefix else [language]
