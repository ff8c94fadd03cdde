"""The translated sentences of the timeline's script, which fills in ``{name}`` in them.

A phrase with a plural is a map by CLDR plural category, of which Arabic has six.
"""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: A number for each plural category; ngettext gives the category's form for it.
SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}


def script_phrases() -> dict[str, str | dict[str, str]]:
    """The phrases in the active language, by the names that ``static/timeline`` uses."""
    return {
        "now": _("Now"),
        "copied": _("Copied."),
        "selected": _("Selected. Press Ctrl+C or ⌘C to copy."),
        "trouble": _("Could not load events ({reason}). Move the timeline to try again."),
        "none": _("No events"),
        "nothing": _("No events match. Zoom out, show all, or clear a filter."),
        "shown": _forms(lambda n: ngettext("Showing {drawn} of {count} event", "Showing {drawn} of {count} events", n)),
        "moreHere": _forms(lambda n: ngettext("{count} more event here", "{count} more events here", n)),
        "moreInList": _forms(
            lambda n: ngettext("… and {count} more: zoom in to see it", "… and {count} more: zoom in to see them", n)
        ),
        "sources": _forms(lambda n: ngettext("{count} source", "{count} sources", n)),
    }


def _forms(phrase: Callable[[int], str]) -> dict[str, str]:
    """The phrase in each plural category."""
    return {category: phrase(number) for category, number in SAMPLES.items()}
