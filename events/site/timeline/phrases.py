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
        "now": _("now"),
        "copied": _("Copied."),
        "selected": _("Selected: copy it with your keys."),
        "trouble": _("The events could not be had from the server ({reason}). They are asked for again when you move."),
        "none": _("no events"),
        "nothing": _("No event stands in this view. Go farther, show everything, or take back a choice."),
        "shown": _forms(lambda n: ngettext("{drawn} of {count} event drawn", "{drawn} of {count} events drawn", n)),
        "moreHere": _forms(lambda n: ngettext("{count} more event here", "{count} more events here", n)),
        "moreInList": _forms(
            lambda n: ngettext(
                "… and {count} more: go nearer to see it", "… and {count} more: go nearer to see them", n
            )
        ),
        "sources": _forms(lambda n: ngettext("{count} source", "{count} sources", n)),
    }


def _forms(phrase: Callable[[int], str]) -> dict[str, str]:
    """The phrase in each plural category."""
    return {category: phrase(number) for category, number in SAMPLES.items()}
