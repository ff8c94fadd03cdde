"""From the words that a reader typed to a tsquery in PostgreSQL's notation."""

from __future__ import annotations

from events.models.search_terms.readings import readings, words_of
from events.models.search_terms.rules import all_rules
from events.models.search_terms.spelling import LONGEST_WORD


def asked(words: str) -> str:
    """A tsquery for rows with all the words, each in any of its readings; "" for words without letters and digits."""
    return " & ".join(asked_by_word(words))


def asked_by_word(words: str) -> list[str]:
    """One tsquery for each different word.  Nothing but letters and digits of the reader's input gets into it."""
    typed = words_of(words)
    without_articles = [parts for parts in map(_without_article, typed) if parts]
    return list(dict.fromkeys(map(_question, without_articles or typed)))


def _without_article(parts: tuple[str, ...]) -> tuple[str, ...]:
    """("al", "Assad") becomes ("Assad",)."""
    articles = {article for rules in all_rules().get("LATIN", []) for article in rules.free_articles}
    return parts[1:] if parts[0].casefold() in articles else parts


def _question(parts: tuple[str, ...]) -> str:
    """The tsquery of one word; of "cease-fire" it asks for both parts, or for "ceasefire"."""
    if len(parts) == 1:
        return _any(parts[0])
    apart = " & ".join(map(_any, parts))
    return f"({apart} | {_any(''.join(parts)[:LONGEST_WORD])})"


def _any(word: str) -> str:
    """The word in any of its readings.  A term asked for as a beginning need not be asked for as a whole word too."""
    found = readings(word)
    terms = [f"'{term}':*" for term in found.begun]
    terms += [f"'{term}'" for term in found.whole if term not in found.begun]
    return f"({' | '.join(terms)})"
