"""An event as editors see it in lists: what is shown, why, and what one article or all of them say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events.desk.review import event_review_digest
from events.edtf import EdtfError
from events.models import Actor, Article, Event, Source
from events.models.directions import closed
from events.queries.evidence.spans import in_order_of_text, widest
from events.queries.evidence.why import why_of_source
from events.queries.wording import date_words


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What one article says of an event."""

    source: Source
    published: str
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
    #: What the editor sees, so that nothing else is published by a click on it.
    seen: str


def event_card(event: Event, sources: Iterable[Source]) -> EventCard:
    return EventCard(
        event, in_words(event.edtf), percent(event.confidence), percent(event.salience),
        [source_card(source) for source in sources], event_review_digest(event),
    )  # fmt: skip


def cards_of(article: Article) -> list[EventCard]:
    """The events that an article tells, in the order of its text; what is pending stands by itself."""
    sources = Source.objects.shown().filter(article=article).for_cards()
    return [event_card(source.event, [source]) for source in in_order_of_text(sources)]


def source_card(source: Source) -> SourceCard:
    quotes = [mention.quote for mention in widest(list(source.mentions.all()))]
    published = in_words(source.article.publication_date.isoformat())
    return SourceCard(source, published, in_words(source.edtf), why_this_date(source), why_linked(source), quotes)


def in_words(edtf: str) -> str:
    """A date in the interface's language; one that cannot be said is shown as it is.

    The desk's digits are Western in every language: so its fields, its codes and all that Django writes have them.
    """
    try:
        return date_words(edtf, get_language() or "en", digits="latn") if edtf else ""
    except EdtfError:
        return edtf


def moment(at: datetime) -> str:
    """Day and time of day, in the newsroom's time zone."""
    return in_words(f"{timezone.localtime(at):%Y-%m-%dT%H:%M}")


def percent(share: float) -> str:
    return f"{share:.0%}"


def why_this_date(source: Source) -> str:
    """The reader's "why this date" as one sentence: the words that the date was read from, what it was counted from."""
    why = why_of_source(source, get_language() or "en")
    reason = why.basis_words
    if why.expression:
        reason = _("“%(words)s”: %(reason)s") % {"words": isolate(why.expression), "reason": reason}
    if why.anchor and why.anchor != source.edtf:
        reason += " " + _("(counted from %(date)s)") % {"date": in_words(why.anchor)}
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
    return f"\u2068{closed(text)}\u2069"


def left_to_right(text: str) -> str:
    """A code, whose hyphens would turn it round inside an Arabic sentence."""
    return f"\u2066{text}\u2069"


def _same_days(agreement: float) -> str:
    return _("the same days") if agreement >= 1 else _("days that fit together")
