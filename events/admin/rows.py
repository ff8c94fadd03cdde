"""Numbers of rows as forms send them, and inputs that offer rows: a hand-made value is no row, and no fault of ours."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import BigAutoField, ForeignKey
from django.forms import ModelChoiceField
from django.http import HttpRequest

from events.edtf import plain_figures


def row_number(text: str) -> int:
    """The number that was typed or sent; 0, which no row has, for anything else."""
    figures = plain_figures(text)
    number = int(figures) if figures.isascii() and figures.isdecimal() and len(figures) < 20 else 0
    return number if number <= BigAutoField.MAX_BIGINT else 0


class _KnownRows:
    """Django asks the database for whatever was sent, when it shows the form again."""

    def optgroups(self, name: str, value: list[Any], attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, [one for one in value if one in ("", None) or row_number(str(one))], attr)  # type: ignore[misc]


class RowSelect(_KnownRows, AutocompleteSelect):
    """One row, found by its name."""


class RowsSelect(_KnownRows, AutocompleteSelectMultiple):
    """Several rows, found by their names."""


class RowPicking:
    """For an admin with ``autocomplete_fields``: they are ``RowSelect``."""

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", RowSelect(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
