"""Checks of titles and names: one line, without control characters, with something visible in it."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Lone surrogates come from broken JSON escapes; no encoding can store them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LINE_BREAK = re.compile(r"[\n\r\x85\u2028\u2029]")
# Letters and symbols by their Unicode category, but blank in every font: Hangul fillers and the empty Braille pattern.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_VISIBLE = "LNPS"


def check_lines(**lines: str) -> None:
    """Raise ValidationError, by field, for lines that are not valid.  Empty ones are."""
    faults = {field: fault for field, line in lines.items() if (fault := line_fault(line))}
    if faults:
        raise ValidationError(faults)


def line_fault(line: str) -> ValidationError | None:
    """The first thing that is wrong with a title or name, or None."""
    if CONTROL.search(line):
        return ValidationError(_("This is not text: it contains control characters."), code="binary")
    if _LINE_BREAK.search(line):
        return ValidationError(_("Use a single line."), code="line_break")
    if line.strip() and not any(map(_is_seen, line)):
        return ValidationError(_("This has no visible characters."), code="invisible")
    return None


def _is_seen(character: str) -> bool:
    return character not in _BLANK and unicodedata.category(character)[0] in _VISIBLE
