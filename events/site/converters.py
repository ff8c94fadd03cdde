"""Converters for parts of paths."""

from __future__ import annotations

from django.urls.converters import PathConverter


class KeyConverter(PathConverter):
    """The key of an actor or a place: any characters except null, which PostgreSQL cannot store."""

    regex = r"[^\x00]+"
