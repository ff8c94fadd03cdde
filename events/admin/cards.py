"""Events as editors see them: the shown values, the reasons for them, and what each source says."""

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
from events.models.choices import DateBasis
from events.models.directions import closed
from events.queries.evidence.spans import in_order_of_text, widest
from events.queries.evidence.why import why_of_source
from events.queries.wording import date_words


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What one article says about an event; dates and reasons are in words."""

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
    #: A digest of what the editor sees, so that a click does not publish something that has changed since.
    seen: str


def event_card(event: Event, sources: Iterable[Source]) -> EventCard:
    return EventCard(
        event, in_words(event.edtf), percent(event.confidence), percent(event.salience),
        [source_card(source) for source in sources], event_review_digest(event),
    )  # fmt: skip


def cards_of(article: Article) -> list[EventCard]:
    """The events of an article, in the order of its text, without pending sources."""
    sources = Source.objects.shown().filter(article=article).for_cards()
    return [event_card(source.event, [source]) for source in in_order_of_text(sources)]


def source_card(source: Source) -> SourceCard:
    quotes = [mention.quote for mention in widest(list(source.mentions.all()))]
    published = in_words(source.article.publication_date.isoformat())
    return SourceCard(source, published, in_words(source.edtf), why_this_date(source), why_linked(source), quotes)


def in_words(edtf: str) -> str:
    """A date in words of the interface's language; a date that is no valid EDTF is returned as it is.

    The digits are Western in every language, like those in form fields, codes and everything else in Django's admin.
    """
    try:
        return date_words(edtf, get_language() or "en", digits="latn") if edtf else ""
    except EdtfError:
        return edtf


def moment(at: datetime) -> str:
    """A day with its time, in the newsroom's time zone."""
    return in_words(f"{timezone.localtime(at):%Y-%m-%dT%H:%M}")


def percent(share: float) -> str:
    return f"{share:.0%}"


def why_this_date(source: Source) -> str:
    """Why the source has this date, in one sentence: the time expression, and the date it was counted from."""
    why = why_of_source(source, get_language() or "en")
    reason = why.basis_words
    if why.expression:
        reason = _("“%(words)s”: %(reason)s") % {"words": isolate(why.expression), "reason": reason}
    if why.anchor and why.anchor != source.edtf:
        # Two of the reasons say "counted from" already.
        said = why.basis in (DateBasis.RELATIVE, DateBasis.ANAPHORIC)
        reason += " " + (_("(%(date)s)") if said else _("(counted from %(date)s)")) % {"date": in_words(why.anchor)}
    return reason


def why_linked(source: Source) -> str:
    """Why linking joined the source to the event, as a sentence; "" if it did not, as for the first source."""
    link = source.link_reason
    if not link:
        return ""
    reasons = [_same_days(link["dates"])]
    if link.get("actors"):
        names = [str(actor) for actor in Actor.objects.filter(key__in=link["actors"])]
        text = ngettext("both name %(names)s", "both name %(names)s", len(names))
        reasons.append(text % {"names": _(", ").join(names)})
    if link.get("place"):
        reasons.append(_("same place"))
    if link.get("words"):
        reasons.append(_("titles share %(share)s of their words") % {"share": percent(link["words"])})
    return _("%(reasons)s (score %(score)s)") % {"reasons": _("; ").join(reasons), "score": percent(link["score"])}


def isolate(text: str) -> str:
    """Wrap a text in Unicode's isolates, so that its direction does not affect the sentence around it."""
    return f"\u2068{closed(text)}\u2069"


def left_to_right(text: str) -> str:
    """Wrap a code in a left-to-right isolate; its hyphens would reorder it in an Arabic sentence."""
    return f"\u2066{text}\u2069"


def _same_days(agreement: float) -> str:
    return _("same date") if agreement >= 1 else _("compatible dates")
