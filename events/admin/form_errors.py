"""Showing the desk's errors beside the fields of a form."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError


def show_faults(form: forms.BaseForm, refused: ValidationError, **renamed: str) -> None:
    """Add each error to its field; ``renamed`` maps a column to the name of the form's field.

    Errors of columns that the form does not have are shown above the form.
    """
    for column, faults in refused.update_error_dict({}).items():
        field = renamed.get(column, column)
        form.add_error(field if field in form.fields else None, faults)
