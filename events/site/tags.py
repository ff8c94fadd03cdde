"""Filters and tags for the templates: counts in words, colours by type, addresses, pieces of marked text."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, ngettext
from django.utils.translation import gettext as _

from events.queries.evidence.evidence import anchor_at
from events.queries.evidence.spans import widest
from events.queries.wording import numerals as numerals_in
from events.site.articles.marked_text import Piece
from events.site.subjects import path_of
from events.site.timeline.families import FAMILY_OF

register = template.Library()
register.filter(widest)


@register.filter
def family(event_type: str) -> str:
    """The colour family of an event type."""
    return FAMILY_OF.get(event_type, "other")


@register.filter
def direction(language: str) -> str:
    """The direction that a language is written in: "rtl" or "ltr"."""
    return "rtl" if language and get_language_info(language)["bidi"] else "ltr"


@register.filter
def numerals(number: int) -> str:
    """A number in the digits of the active language."""
    return numerals_in(number, get_language() or "en")


@register.filter
def sources_words(count: int) -> str:
    """ "3 sources", with plural and digits of the active language."""
    written = numerals(count)
    return ngettext("{count} source", "{count} sources", count).format(count=written)


@register.filter
def events_words(count: int) -> str:
    """ "3 events", with plural and digits of the active language."""
    return ngettext("{count} event", "{count} events", count).format(count=numerals(count))


@register.filter
def page_of(key: str, kind: str) -> str:
    """The address of the page of an actor or place; ``kind`` is "actor" or "place"."""
    return path_of(kind, key)


@register.simple_tag
def marked(piece: Piece) -> SafeString:
    """The HTML of a piece of an article: link targets, marks, and the numbers of events whose mentions end here."""
    text: SafeString | str = piece.text
    if piece.date:
        text = format_html('<span class="time" title="{}">{}</span>', piece.date, text)
    if piece.events:
        text = format_html("<mark>{}</mark>", text)
    target = "" if piece.begins is None else format_html('<span id="{}"></span>', anchor_at(piece.begins))
    notes = format_html_join(
        "",
        '<sup><a href="#event-{}" aria-label="{}">{}</a></sup>',
        ((number, _note(number), numerals(number)) for number in piece.ends),
    )
    return format_html("{}{}{}", target, text, notes)


def _note(number: int) -> str:
    return _("Event {number} in this article").format(number=numerals(number))
