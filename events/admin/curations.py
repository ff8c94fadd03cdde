"""The history of a timeline, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote_plus, urlencode

from django.utils.translation import gettext as _

from events.admin.cards import isolate, moment
from events.models import Curation, Timeline


@dataclass(frozen=True, slots=True)
class CurationLine:
    curation: Curation
    changes: list[str]

    @property
    def when(self) -> str:
        return moment(self.curation.at)


def curation_lines(timeline: Timeline) -> list[CurationLine]:
    """The changes of a timeline, the latest first."""
    return [CurationLine(curation, _changes(curation)) for curation in timeline.curations.select_related("editor")]


def _changes(curation: Curation) -> list[str]:
    if not curation.before:
        return [_("created")]
    names = _names()
    before, after = curation.before, curation.after
    changed = [name for name in names if before.get(name) != after.get(name)]
    return [
        _("%(what)s: %(before)s → %(after)s")
        % {"what": names[name], "before": _said(before.get(name)), "after": _said(after.get(name))}
        for name in changed
    ]


def _names() -> Mapping[str, str]:
    return {
        "slug": _("URL"), "title_ar": _("title (Arabic)"), "title_en": _("title (English)"),
        "introduction_ar": _("introduction (Arabic)"), "introduction_en": _("introduction (English)"),
        "filter": _("filter"), "is_published": _("Published"), "pinned": _("pinned events"),
        "hidden": _("hidden events"), "eras": _("eras"), "cover": _("cover picture"),
    }  # fmt: skip


def _said(value: object) -> str:
    """A value as text; a filter in the form of an address's query."""
    if not value:
        return "–"
    if value is True:
        return _("yes")
    if isinstance(value, dict):
        return isolate(_as_asked(value))
    if isinstance(value, list):
        return isolate("; ".join(_row(row) for row in value))
    return isolate(str(value))


def _as_asked(value: dict[str, object]) -> str:
    """A filter as a query.  It is not parsed, because an old filter may have values that today's parser refuses."""
    return unquote_plus(urlencode(value, doseq=True))


def _row(row: object) -> str:
    if isinstance(row, list):
        return " · ".join(str(part) for part in row if part)
    return f"#{row}"
