"""The words under which things are found: folded the same way when they are stored and when they are asked for.

    stored_terms(["وقّع الوزراء اتفاقيات"])     # for the column ``search_terms``
    asked("labour الوزير")                     # a tsquery: each word in any of its readings, all words together

A word has *readings*: what it may be the spelling, the plural, the feminine of, and what it is without the words that
Arabic writes together with it.  All are stored, any of them is asked for, so two spellings meet wherever they share
one.  A word's beginning is enough where it is no word of its own.  What a language knows stands in its folder, under
``search/``; see docs/adding-a-language.md.
"""

from events.models.search_terms.questions import asked, asked_by_word
from events.models.search_terms.storing import rules_digest, stored_terms

__all__ = ["asked", "asked_by_word", "rules_digest", "stored_terms"]
