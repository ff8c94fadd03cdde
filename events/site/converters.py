"""What may stand in a path."""

from __future__ import annotations

from django.urls.converters import PathConverter


class KeyConverter(PathConverter):
    """The key of an actor or a place: any character but the one that PostgreSQL cannot keep, so nobody has it."""

    regex = r"[^\x00]+"
