"""The first editor's account, so that somebody can log in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .managing import Django
from .site_environment import remembered_secret

EDITOR = "editor"
VARIABLE = "NEWSDESK_EDITOR_PASSWORD"
PASSWORD_BYTES = 12


def ensure_editor(django: Django, var: Path, given: Mapping[str, str]) -> str:
    """Make the account if there is none, and return its password.

    The password is the one given in the environment, or made up once and kept in a private file.
    """
    password = given.get(VARIABLE) or remembered_secret(var / "editor-password", PASSWORD_BYTES)
    django.ensure_editor(EDITOR, password, variable=VARIABLE, anew=VARIABLE in given)
    return password
