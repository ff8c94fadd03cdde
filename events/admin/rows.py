"""Primary keys as forms send them, and inputs for choosing rows, which must not crash on values made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import BigAutoField, ForeignKey
from django.forms import ModelChoiceField
from django.http import HttpRequest

from events.edtf import plain_figures


def row_number(text: str) -> int:
    """The primary key in a text; 0, which no row has, for anything else."""
    figures = plain_figures(text)
    number = int(figures) if figures.isascii() and figures.isdecimal() and len(figures) < 20 else 0
    return number if number <= BigAutoField.MAX_BIGINT else 0


def _known(sent: Sequence[str]) -> list[str]:
    """The values that can be primary keys: Django looks up all that was sent when it shows the form again."""
    return [one for one in sent if one in ("", None) or row_number(str(one))]


class RowSelect(AutocompleteSelect):
    """An input for one row, found by its name."""

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, _known(value), attr)


class RowsSelect(AutocompleteSelectMultiple):
    """An input for several rows, found by their names."""

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, _known(value), attr)


class RowPicking:
    """A mixin for admins: their ``autocomplete_fields`` use ``RowSelect``."""

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", RowSelect(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
