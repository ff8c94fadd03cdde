"""The closed lists of values (states, types, precisions …), with their names in the interface's language."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


def label_of(choices: type[models.TextChoices], value: str) -> str:
    """The name of a value in the interface's language; "" for a blank value."""
    return str(choices(value).label) if value else ""


class ArticleState(models.TextChoices):
    QUEUED = "queued", _("Queued")
    EXTRACTING = "extracting", _("Extracting")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")


class RunOutcome(models.TextChoices):
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    ABANDONED = "abandoned", _("Abandoned")  # its worker died


class Visibility(models.TextChoices):
    """Who sees an event.  An editor decides; every event starts as a proposal."""

    PROPOSED = "proposed", _("Proposed")
    PUBLISHED = "published", _("Published")
    HIDDEN = "hidden", _("Hidden")


class EventStatus(models.TextChoices):
    OCCURRED = "occurred", _("Occurred")
    ONGOING = "ongoing", _("Ongoing")
    PLANNED = "planned", _("Planned")


class DateBasis(models.TextChoices):
    """Where a date comes from: five kinds from the engine, and ``EDITOR``."""

    EXPLICIT = "explicit", _("stated in the text")
    RELATIVE = "relative", _("counted from the publication date")
    ANAPHORIC = "anaphoric", _("counted from another date in the text")
    VAGUE = "vague", _("approximate period")
    PUBLICATION = "publication", _("no date in the text; publication date used")
    EDITOR = "editor", _("set by an editor")


class DatePrecision(models.TextChoices):
    MINUTE = "minute", _("minute")
    DAY = "day", _("day")
    WEEK = "week", _("week")
    MONTH = "month", _("month")
    SEASON = "season", _("season, quarter or half")
    YEAR = "year", _("year")
    DECADE = "decade", _("decade")
    CENTURY = "century", _("century")
    INTERVAL = "interval", _("interval")


class EventType(models.TextChoices):
    """PLOVER's sixteen types and those that Newsdesk adds (``events.extraction.types.EVENT_TYPES``)."""

    AGREE = "AGREE", _("Agreement")
    CONSULT = "CONSULT", _("Meeting or talks")
    SUPPORT = "SUPPORT", _("Support")
    CONCEDE = "CONCEDE", _("Concession")
    COOPERATE = "COOPERATE", _("Cooperation")
    AID = "AID", _("Aid")
    RETREAT = "RETREAT", _("Withdrawal or release")
    REQUEST = "REQUEST", _("Request or appeal")
    REJECT = "REJECT", _("Rejection")
    ACCUSE = "ACCUSE", _("Accusation or charge")
    THREATEN = "THREATEN", _("Threat or warning")
    PROTEST = "PROTEST", _("Protest")
    SANCTION = "SANCTION", _("Sanction")
    MOBILIZE = "MOBILIZE", _("Mobilisation")
    COERCE = "COERCE", _("Arrest or coercion")
    ASSAULT = "ASSAULT", _("Attack")
    ELECT = "ELECT", _("Election or vote")
    LEGISLATE = "LEGISLATE", _("Law, resolution or ruling")
    APPOINT = "APPOINT", _("Taking or leaving office")
    DISASTER = "DISASTER", _("Disaster or accident")
    DEATH = "DEATH", _("Death")
    ECONOMY = "ECONOMY", _("Economy and business")
    LAUNCH = "LAUNCH", _("Opening, release or start")
    STATEMENT = "STATEMENT", _("Statement")
    OTHER = "OTHER", _("Other")
