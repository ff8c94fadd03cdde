"""The forms for pasting an article and for correcting its details.

The desk checks and writes in the last step of the form's cleaning, so that its errors are shown beside their fields and
nothing that was typed is lost.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events import desk
from events.admin.form_errors import show_faults
from events.admin.widgets import DayField, NameInput
from events.models import Article, Outlet


class CorrectionForm(forms.ModelForm):
    """All fields except the text, which cannot be changed because quotes are offsets in it."""

    user: AbstractUser  # set by the admin on the class that it makes for each request

    title = forms.CharField(label=_("Title"), required=False, widget=forms.TextInput(attrs={"dir": "auto", "size": 80}))
    publication_date = DayField(
        label=_("Publication date"),
        required=False,
        help_text=_("Words like “yesterday” and “on Monday” are counted from this date."),
    )
    outlet = forms.CharField(
        label=_("Outlet"), required=False, widget=NameInput(known=Outlet.objects.values_list("name", flat=True))
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=())
    url = forms.CharField(label=_("URL"), required=False, widget=forms.URLInput(attrs={"dir": "ltr", "size": 80}))
    author = forms.CharField(label=_("Author"), required=False, widget=forms.TextInput(attrs={"dir": "auto"}))

    class Meta:
        model = Article
        fields = ["title", "publication_date", "outlet", "language", "url", "author"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = Article._meta.get_field("language")
        choices = [("", _("Detect automatically")), *(language.choices or [])]
        self.fields["language"] = forms.ChoiceField(label=_("Language"), required=False, choices=choices)
        if self.instance.outlet:
            self.initial["outlet"] = self.instance.outlet.name

    def clean(self) -> dict[str, Any]:
        """Write through the desk: the outlet and the article, or neither."""
        cleaned = super().clean() or {}
        name = cleaned.pop("outlet", "")
        if self.errors:
            return cleaned
        try:
            with transaction.atomic():
                cleaned["outlet"] = desk.outlet_named(name=name, by=self.user)
                self.instance = self.write({field: cleaned[field] for field in self.fields})
        except ValidationError as refused:
            cleaned.pop("outlet", None)
            show_faults(self, refused)
            return cleaned
        return {**cleaned, "language": self.instance.language}

    def write(self, given: dict[str, Any]) -> Article:
        return desk.correct_article(article=self.instance, **given)


class PasteForm(CorrectionForm):
    body = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 20, "cols": 100}),
        help_text=_("The full text as published. It cannot be changed later."),
    )

    class Meta(CorrectionForm.Meta):
        fields = ["title", "publication_date", "outlet", "language", "url", "author", "body"]

    def clean_body(self) -> str:
        """Browsers send line breaks as CR LF; restore the pasted text."""
        return self.cleaned_data["body"].replace("\r\n", "\n")

    def write(self, given: dict[str, Any]) -> Article:
        return desk.submit_article(submitted_by=self.user, **given)
