"""Why extraction failed: stored as a code with values, and turned into a sentence in the active language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.directions import closed
from events.models.language_names import listed_languages


class Reason(models.TextChoices):
    """Each with the sentence that says it; names in it are keys of the values kept beside the code."""

    UNSUPPORTED_LANGUAGE = (
        "unsupported_language",
        _("Language not recognised. Newsdesk reads %(languages)s; choose one under “Language”."),
    )
    NO_WORDS = "no_words", _("The text has no words, so its language cannot be recognised.")
    BAD_PUBLICATION_DATE = "bad_publication_date", _("“%(date)s” is not a publication date.")
    TOO_SLOW = "too_slow", _("Extraction took longer than %(seconds)s seconds.")
    WORKER_DIED = "worker_died", _("Extraction stopped unexpectedly.")
    WORKERS_DIED = "workers_died", _("Extraction stopped unexpectedly several times.")
    SUPERSEDED = "superseded", _("Replaced by a newer extraction.")
    FAULT = "fault", _("Internal error, recorded in the log: %(error)s")
    #: What an engine says that has no code here, and what was kept before there were codes.
    OTHER = "other", "%(words)s"


def reason_words(code: str, values: Mapping[str, Any]) -> str:
    """The sentence for a code in the active language, with the values filled in.

    Returns the code itself where it is unknown or a value is missing; "" gives "".
    """
    if code not in Reason.values:
        return code
    if "languages" in values:  # kept as codes
        values = {**values, "languages": listed_languages(str(values["languages"]).split(", "))}
    # Error messages and old sentences may have another direction than the sentence around them.
    isolated = {name: f"\u2068{closed(str(value))}\u2069" for name, value in values.items()}
    try:
        return str(Reason(code).label) % isolated
    except KeyError:
        return code
