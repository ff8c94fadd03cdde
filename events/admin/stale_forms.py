"""Refusing a form if somebody else saved a change after it was opened, because it would undo that change."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from events.desk.locking import wait_for_turn
from events.models import Curation, Decision

History = QuerySet[Decision] | QuerySet[Curation]


def seen_field() -> forms.IntegerField:
    """A hidden field for the primary key of the latest change that a form shows; clients may leave it out."""
    return forms.IntegerField(required=False, widget=forms.HiddenInput)


def latest_change(history: History) -> int:
    """The primary key of the latest change in a history; 0 if there is none."""
    return history.values_list("pk", flat=True).first() or 0


def refuse_stale_form(seen: int | None, history: History) -> None:
    """Raise ValidationError if the latest change in ``history`` is another than the one that the form has ``seen``.

    Call this in the transaction that writes: it takes the lock, so that of two forms saved at the same moment the
    second is refused.
    """
    if seen is None:
        return
    wait_for_turn()
    latest = history.select_related("editor").first()
    if latest is None or latest.pk == seen:
        return
    raise ValidationError(
        _(
            "%(editor)s saved a change after you opened this page, so yours was not saved. "
            "Open the page in another tab to see that change, and make yours there."
        )
        % {"editor": latest.editor},
        code="overtaken",
    )
