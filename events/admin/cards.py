"""An event as editors see it in lists: what is shown, why, and what one article or all of them say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events.edtf import EdtfError
from events.models import Actor, Article, Event, Mention, Source
from events.reading.wording import date_words, numerals


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What one article says of an event."""

    source: Source
    when: str
    why: str
    linked: str
    quotes: list[str]


@dataclass(frozen=True, slots=True)
class EventCard:
    event: Event
    when: str
    confidence: str
    salience: str
    sources: list[SourceCard]


def event_card(event: Event, sources: Iterable[Source]) -> EventCard:
    return EventCard(
        event, in_words(event.edtf), percent(event.confidence), percent(event.salience),
        [source_card(source) for source in sources],
    )  # fmt: skip


def cards_of(article: Article) -> list[EventCard]:
    """The events that an article tells, in the order of its text; what is pending stands by itself."""
    sources = Source.objects.shown().filter(article=article).for_cards()
    ordered = sorted(sources, key=lambda source: (_first(source), source.pk))
    return [event_card(source.event, [source]) for source in ordered]


def source_card(source: Source) -> SourceCard:
    return SourceCard(source, in_words(source.edtf), why_this_date(source), why_linked(source), _quotes(source))


def _quotes(source: Source) -> list[str]:
    """In the order of the text, without those that stand inside another."""
    mentions = list(source.mentions.all())
    return [one.quote for one in mentions if not any(_stands_inside(one, other) for other in mentions)]


def _stands_inside(one: Mention, other: Mention) -> bool:
    wider = other.end - other.start > one.end - one.start
    return wider and other.start <= one.start and one.end <= other.end


def in_words(edtf: str) -> str:
    """A date in the interface's language; one that cannot be said is shown as it is."""
    try:
        return date_words(edtf, get_language() or "en") if edtf else ""
    except EdtfError:
        return edtf


def percent(share: float) -> str:
    return numerals(f"{share:.0%}", get_language() or "en").replace("%", "٪" if get_language() == "ar" else "%")


def why_this_date(source: Source) -> str:
    """The words that the date was read from, and what it was counted from."""
    reason = source.get_basis_display()
    words = [m.time_expression.text for m in source.mentions.all() if m.time_expression]
    if words:
        reason = _("“%(words)s”: %(reason)s") % {"words": isolate(words[0]), "reason": reason}
    if source.anchor and source.anchor != source.edtf:
        reason += " " + _("(counted from %(date)s)") % {"date": in_words(source.anchor)}
    return reason


def why_linked(source: Source) -> str:
    """Linking's reasons as a sentence; "" for the article that told the event first."""
    link = source.link_reason
    if not link:
        return ""
    reasons = [_same_days(link["dates"])]
    if link.get("actors"):
        names = [str(actor) for actor in Actor.objects.filter(key__in=link["actors"])]
        text = ngettext("both name %(names)s", "both name %(names)s", len(names))
        reasons.append(text % {"names": _(", ").join(names)})
    if link.get("place"):
        reasons.append(_("the same place"))
    if link.get("words"):
        reasons.append(_("the titles share %(share)s of their words") % {"share": percent(link["words"])})
    return _("%(reasons)s (score %(score)s)") % {"reasons": _("; ").join(reasons), "score": percent(link["score"])}


def isolate(text: str) -> str:
    """Text of another direction inside a sentence, kept from disordering it (Unicode's isolates)."""
    return f"\u2068{text}\u2069"


def left_to_right(text: str) -> str:
    """A code, whose hyphens would turn it round inside an Arabic sentence."""
    return f"\u2066{text}\u2069"


def _same_days(agreement: float) -> str:
    return _("the same days") if agreement >= 1 else _("days that fit together")


def _first(source: Source) -> int:
    return min((mention.start for mention in source.mentions.all()), default=0)
