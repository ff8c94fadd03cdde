"""The first editor's account, so that somebody can log in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..progress import step
from .django_commands import Django
from .site_environment import remembered_secret
from .stamps import Stamp, digest_of

EDITOR = "editor"
VARIABLE = "NEWSDESK_EDITOR_PASSWORD"
PASSWORD_BYTES = 12


def ensure_editor(django: Django, var: Path, given: Mapping[str, str], database: str) -> str:
    """Create the account if this database has none, and return its password.

    It is the password in the environment ``given``, or one that is made up once and kept in a private file.
    """
    password = given.get(VARIABLE) or remembered_secret(var / "editor-password", PASSWORD_BYTES)
    made = Stamp(var / "editor-made", digest_of([], database, password))
    if not made.is_current():
        with step("Creating the editor's account"):
            django.ensure_editor(EDITOR, password, variable=VARIABLE, anew=VARIABLE in given)
        made.set()
    return password
