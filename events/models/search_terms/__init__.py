"""Search terms: words folded in the same way when they are stored and when somebody searches for them.

    stored_terms(["وقّع الوزراء اتفاقيات"])     # for the column ``search_terms``
    asked("labour الوزير")                     # a tsquery: each word in any of its readings, all words together

A *reading* of a word is one thing that it may be a form of: another spelling, a singular, a masculine, or the word
without the clitics that Arabic attaches to it.  All readings of a word are stored, and a search asks for any of its
readings, so two spellings match if they have a reading in common.  The beginning of a word finds it too, unless the
beginning is a word of its own.  The rules of a language are in its folder, under ``search/``; see
docs/adding-a-language.md.
"""

from events.models.search_terms.questions import asked, asked_by_word
from events.models.search_terms.storing import rules_digest, stored_terms

__all__ = ["asked", "asked_by_word", "rules_digest", "stored_terms"]
