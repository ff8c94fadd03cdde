"""A form that somebody else's change has overtaken is refused: saved, it would undo that change unseen."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from events.desk.locking import wait_for_turn
from events.models import Curation, Decision

History = QuerySet[Decision] | QuerySet[Curation]


def seen_field() -> forms.IntegerField:
    """The number of the latest change that a form shows; a client that sends none is not held up."""
    return forms.IntegerField(required=False, widget=forms.HiddenInput)


def latest_change(history: History) -> int:
    """0 where nothing was changed yet."""
    return history.values_list("pk", flat=True).first() or 0


def refuse_overtaken(seen: int | None, history: History) -> None:
    """Raise ValidationError where ``history``, the latest first, holds another change than the form has ``seen``.

    Called in the transaction that writes: two who save at the same moment take turns here already.
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
