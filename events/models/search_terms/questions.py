"""What a reader's words ask for: a tsquery in PostgreSQL's own notation."""

from __future__ import annotations

from events.models.search_terms.readings import readings, words_of
from events.models.search_terms.rules import all_rules
from events.models.search_terms.spelling import LONGEST_WORD


def asked(words: str) -> str:
    """All words together, each in any of its readings; "" where there is neither letter nor digit."""
    return " & ".join(asked_by_word(words))


def asked_by_word(words: str) -> list[str]:
    """A question for each word, each once; only letters and digits of the reader's reach PostgreSQL."""
    spoken = words_of(words)
    named = [parts for parts in map(_without_article, spoken) if parts]
    return list(dict.fromkeys(map(_question, named or spoken)))


def _without_article(parts: tuple[str, ...]) -> tuple[str, ...]:
    """ "al-Assad" asks for "Assad"."""
    articles = {article for rules in all_rules().get("LATIN", []) for article in rules.free_articles}
    return parts[1:] if parts[0].casefold() in articles else parts


def _question(parts: tuple[str, ...]) -> str:
    """ "cease-fire" asks for both words, or for "ceasefire"."""
    if len(parts) == 1:
        return _any(parts[0])
    apart = " & ".join(map(_any, parts))
    return f"({apart} | {_any(''.join(parts)[:LONGEST_WORD])})"


def _any(word: str) -> str:
    """The word in any of its readings; a beginning finds what is whole as well."""
    found = readings(word)
    terms = [f"'{term}':*" for term in found.begun]
    terms += [f"'{term}'" for term in found.whole if term not in found.begun]
    return f"({' | '.join(terms)})"
