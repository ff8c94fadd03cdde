"""Seven families of event types, each with a colour: twenty-five colours could not be told apart.

The seven colours can be distinguished by colour-blind readers too.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Family → its name in the legend.  The stylesheet has a colour for each (``--family-…``).
FAMILIES: Mapping[str, str | Promise] = {
    "accord": _("Talks, agreements and aid"),
    "dispute": _("Demands, disputes and threats"),
    "force": _("Protests, sanctions and force"),
    "office": _("Elections, laws and appointments"),
    "loss": _("Disasters and deaths"),
    "market": _("Economy, openings and launches"),
    "other": _("Statements and other"),
}

_MEMBERS = {
    "accord": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"),
    "dispute": ("REQUEST", "REJECT", "ACCUSE", "THREATEN"),
    "force": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    "office": ("ELECT", "LEGISLATE", "APPOINT"),
    "loss": ("DISASTER", "DEATH"),
    "market": ("ECONOMY", "LAUNCH"),
    "other": ("STATEMENT", "OTHER"),
}

#: Event type → family.
FAMILY_OF: Mapping[str, str] = {type_: family for family, types in _MEMBERS.items() for type_ in types}
