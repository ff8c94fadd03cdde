"""Writing the lines of an iCalendar file (RFC 5545, 3.1 and 3.3.11), escaped and folded at 75 octets.  Pure Python."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LONGEST = 75
_SPECIAL = re.compile(r"([\\;,])")


@dataclass(frozen=True, slots=True)
class Line:
    """A property and its value.  ``plain`` values are written as they are; others are text and are escaped."""

    name: str
    value: str
    plain: bool = False


def ical_text(lines: Iterable[Line]) -> str:
    """A complete calendar with these lines in it."""
    begin = [Line("BEGIN", "VCALENDAR"), Line("VERSION", "2.0"), Line("PRODID", "-//Newsdesk//Events//EN")]
    written = (f"{line.name}:{line.value if line.plain else _escaped(line.value)}" for line in (*begin, *lines))
    return "".join(f"{part}\r\n" for line in (*written, "END:VCALENDAR") for part in _folded(line))


def _escaped(text: str) -> str:
    """Escape special characters and replace line breaks, so that a text cannot add lines to the file."""
    return " ".join(_SPECIAL.sub(r"\\\1", text).split())


def _folded(line: str) -> Iterator[str]:
    """Split a line into parts of at most 75 octets, not within a character; all but the first begin with a space."""
    part, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > _LONGEST:
            yield part
            part, octets = " ", 1
        part, octets = part + character, octets + size
    yield part
