"""Numbers of rows as forms send them, and inputs that offer rows: a hand-made value is no row, and no fault of ours."""

from __future__ import annotations

from collections.abc import Sequence
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


def _known(sent: Sequence[str]) -> list[str]:
    """Django asks the database for whatever was sent, when it shows the form again."""
    return [one for one in sent if one in ("", None) or row_number(str(one))]


class RowSelect(AutocompleteSelect):
    """One row, found by its name."""

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, _known(value), attr)


class RowsSelect(AutocompleteSelectMultiple):
    """Several rows, found by their names."""

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, _known(value), attr)


class RowPicking:
    """For an admin with ``autocomplete_fields``: they are ``RowSelect``."""

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", RowSelect(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
