"""Characters that have no business in a language's data: they look right and match nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from events.extraction.languages.loading import LanguageError, short_name
from events.extraction.text.folding import INVISIBLE, code_points

_INVISIBLE = frozenset(map(chr, code_points(INVISIBLE)))


def check_letters(path: Path, foreign: str) -> None:
    """Raise LanguageError for a wrong character; ``foreign`` lists the language's own (ranges "a-b" allowed).

    A line that ends in "# foreign letters" is about such letters and may hold them.
    """
    wrong = frozenset(map(chr, code_points(foreign)))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.endswith("# foreign letters"):
            continue
        for complaint in _faults(line, wrong):
            raise LanguageError(f"{short_name(path)}:{number}: {complaint}")


def _faults(line: str, wrong: frozenset[str]) -> Iterator[str]:
    if line.isascii():
        return
    for character in sorted(set(line)):
        what = f"U+{ord(character):04X} {unicodedata.name(character, '')}"
        if character in _INVISIBLE:
            yield f"invisible character {what}"
        elif "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc":
            yield f"presentation form {what}"
        elif character in wrong:
            yield f"letter of another language, {what}"
    if unicodedata.normalize("NFC", line) != line:
        yield "not in Unicode's composed form (NFC)"
