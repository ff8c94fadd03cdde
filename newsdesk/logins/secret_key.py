"""A secret key that could be guessed would let anybody write logins; Newsdesk does not start with one."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

LENGTH = 50
#: Of the letters of a long hexadecimal number there are 16; a short word said again and again has fewer.
DIFFERENT = 10
#: What Django's `startproject` writes; it stands in repositories.
PLACEHOLDER = "django-insecure-"
_ADVICE = "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"


def strong_secret_key(key: str) -> str:
    """Return the key; raise ``ImproperlyConfigured`` where it is short, monotonous or well known."""
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
