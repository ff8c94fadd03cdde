"""A form of the admin as a browser would send it: opened, and nothing touched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def as_opened(context: Any) -> dict[str, Any]:
    """Name → value of every field of the page, those of its tables of rows among them; unchecked boxes send nothing."""
    fields = [*context["adminform"].form, *_fields_of_rows(context)]
    return {field.html_name: _sent(field) for field in fields if _sent(field) is not None}


def _fields_of_rows(context: Any) -> Iterator[Any]:
    for formset in (inline.formset for inline in context["inline_admin_formsets"]):
        for form in (formset.management_form, *formset.forms):
            yield from form


def _sent(field: Any) -> Any:
    """What a browser sends for a field that nobody touched; None for an unchecked box."""
    value = field.value()
    if value is False or value is None or value == "":
        return None
    if hasattr(value, "pk"):
        return value.pk
    if isinstance(value, list | tuple):
        return [getattr(one, "pk", one) for one in value]
    return "on" if value is True else value
