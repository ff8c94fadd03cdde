"""What the desk refuses, shown where the editor can mend it."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError


def show_faults(form: forms.BaseForm, refused: ValidationError, **renamed: str) -> None:
    """Put each fault beside its field; ``renamed`` maps a column to the form's field.

    Faults of columns that the form does not ask for stand above the form.
    """
    for column, faults in refused.update_error_dict({}).items():
        field = renamed.get(column, column)
        form.add_error(field if field in form.fields else None, faults)
