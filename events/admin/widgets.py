"""Inputs that Django's admin does not have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from events.edtf import plain_figures


class DayInput(forms.DateInput):
    """An input with the browser's calendar; its value is ISO 8601 in every language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"class": "vDateField"})


class DayField(forms.DateField):
    """A field for a day, which may be typed with Arabic digits."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=DayInput(), **options)

    def to_python(self, value: Any) -> date | None:
        return super().to_python(plain_figures(value) if isinstance(value, str) else value)


class NameInput(forms.TextInput):
    """An input with known names as suggestions; they are fetched when the page is rendered."""

    def __init__(self, *, known: Iterable[str]) -> None:
        super().__init__(attrs={"dir": "auto", "autocomplete": "off", "class": "vTextField"})
        self.known = known

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        suggestions = f"{name}-known"
        box = super().render(name, value, {**(attrs or {}), "list": suggestions}, renderer)
        known = list(self.known.all()) if hasattr(self.known, "all") else self.known
        options = format_html_join("", '<option value="{}"></option>', ((one,) for one in known))
        return format_html('{}<datalist id="{}">{}</datalist>', box, suggestions, options)
