"""Say for people how the engine came to a date: event, sentence, and expression → anchor → date."""

from __future__ import annotations

from typing import Any

from events.extraction.text.marks import SENTENCE_ENDS
from events.extraction.types import ExtractedEvent, Extraction, Mention, Timex

#: What ends a sentence, roughly: a line, or a mark with a space behind it.
_ENDS = ("\n", *(f"{mark} " for mark in SENTENCE_ENDS))


def explain(identity: Any, body: str, extraction: Extraction) -> str:
    """A few lines for every event, then the time expressions that no event uses."""
    lines = [f"== {identity} ({extraction.language})"]
    used: set[int] = set()
    for event in extraction.events:
        lines += _event_lines(event, body, extraction.timexes)
        used |= {mention.time for mention in event.mentions if mention.time is not None}
    rest = [timex for number, timex in enumerate(extraction.timexes) if number not in used]
    if rest:
        lines.append("-- time expressions that date no event")
        lines += [f"   {_chain(timex)}" for timex in rest]
    return "\n".join(lines) + "\n"


def _event_lines(event: ExtractedEvent, body: str, timexes: tuple[Timex, ...]) -> list[str]:
    lines = [
        f"-- {event.title}",
        f"   {event.date} ({event.precision}, {event.basis}), {event.type}, {event.status},"
        f" confidence {event.confidence:.2f}, salience {event.salience:.2f}",
    ]
    for mention in event.mentions:
        lines.append(f"   “{_line_around(body, mention)}”")
        lines.append(f"   rules: {', '.join(mention.rules)}")
        if mention.time is not None:
            lines.append(f"   {_chain(timexes[mention.time])}")
        else:
            lines.append(f"   no time expression → {event.anchor or 'no anchor'} → {event.date} ({event.basis})")
    return lines


def _chain(timex: Timex) -> str:
    anchor = timex.anchor or "no anchor needed"
    basis = f" ({timex.basis})" if timex.basis else ""
    return f"“{timex.text}” → {anchor} → {timex.edtf or timex.value}{basis} by {', '.join(timex.rules)}"


def _line_around(body: str, mention: Mention) -> str:
    """The sentence of the mention, roughly: up to the nearest full stop or line end on either side."""
    before = max(body.rfind(end, 0, mention.start) for end in _ENDS)
    after = [place for end in _ENDS if (place := body.find(end, mention.end)) >= 0]
    return body[before + 1 : min(after, default=len(body)) + 1].strip()
