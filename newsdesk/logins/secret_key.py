"""Refusing secret keys that can be guessed, because whoever knows the key can forge logins."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

#: The fewest characters.
LENGTH = 50
#: The fewest different characters: a long hexadecimal number has 16, a short word repeated has fewer.
DIFFERENT = 10
#: The beginning of keys that Django's `startproject` writes, which end up in public repositories.
PLACEHOLDER = "django-insecure-"
_ADVICE = "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"


def strong_secret_key(key: str) -> str:
    """Return the key; raises ``ImproperlyConfigured`` if it is too short, repetitive or a placeholder."""
    if fault := _fault_of(key):
        raise ImproperlyConfigured(f"SECRET_KEY is too weak for a server: {fault}. {_ADVICE}")
    return key


def _fault_of(key: str) -> str:
    if key.startswith(PLACEHOLDER):
        return f"it is the placeholder of a new project ({PLACEHOLDER}…)"
    if len(key) < LENGTH:
        return f"it has {len(key)} characters, and needs {LENGTH} made up by chance"
    if len(set(key)) < DIFFERENT:
        return f"it is made of {len(set(key))} different characters"
    if (key + key).find(key, 1) < len(key):
        return "it says the same again and again"
    return ""
