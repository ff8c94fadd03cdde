"""What is kept of a thing's texts, and by which rules."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from events.extraction import languages
from events.models.search_terms.readings import parted, readings
from events.models.search_terms.spelling import LONGEST_WORD, compounds


def stored_terms(texts: Iterable[str]) -> str:
    """All terms of these texts, each once, with spaces between them."""
    return " ".join(dict.fromkeys(term for text in texts for term in _terms(text)))


def _terms(text: str) -> Iterator[str]:
    for parts in compounds(text):
        yield from terms_of(parts)


@lru_cache(maxsize=100_000)
def terms_of(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The terms of a word: of each of its parts, and of them written together."""
    parts = parted(parts)
    words = parts if len(parts) == 1 else (*parts, "".join(parts)[:LONGEST_WORD])
    return tuple(dict.fromkeys(term for word in words for kind in readings(word) for term in kind))


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """Of the rules by which terms are made: another one means that what is stored must be made again."""
    here = Path(__file__).parent
    folders = Path(languages.__file__).parent.glob("*/search/*.toml")
    digest = hashlib.sha256()
    for path in [*sorted(here.glob("*.py")), *sorted(folders)]:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
