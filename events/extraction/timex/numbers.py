"""Numbers in figures and words: "22", "twenty-two", "الثاني والعشرين", "a few"."""

from __future__ import annotations

from collections.abc import Iterable

from events.extraction.text.marks import ARABIC_DECIMAL, ARABIC_THOUSANDS

#: An unknown number, as TIMEX3 writes it ("several days" is PXD).
UNKNOWN = "X"

#: "1,000.5" and "١٬٠٠٠٫٥" as Python reads numbers.
_WITHOUT_THOUSANDS = str.maketrans({",": "", ARABIC_THOUSANDS: "", ARABIC_DECIMAL: "."})
_LONGEST = 9  # figures; what is longer is no number of days
#: From here on a multiplier closes what stands before it: in "two thousand three hundred" the hundreds are added.
_CLOSING = 1000


def number_of(items: Iterable[tuple[str, str]]) -> int | float | str | None:
    """The number that (class, value) pairs make together; UNKNOWN for "several", None for what is no number.

    Values are added; a MULTIPLIER ("hundred", "thousand") multiplies what stands before it.
    """
    total = part = 0.0
    for table, value in items:
        if table == "ORDINALENDING":
            continue
        if value == UNKNOWN:
            return UNKNOWN
        number = _read(value)
        if number is None:
            return None
        if table == "MULTIPLIER":
            part = max(part, 1) * number
            if number >= _CLOSING:
                total, part = total + part, 0
        else:
            part += number
    total += part
    return int(total) if total == int(total) else total


def _read(text: str) -> float | None:
    text = text.translate(_WITHOUT_THOUSANDS)
    if len(text) > _LONGEST or text.count(".") > 1 or not text.replace(".", "").isdecimal():
        return None
    return float(text)
