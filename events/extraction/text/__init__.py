"""An article as words: folded, tokenised, cut into sentences, clauses and quotations.  Linear time, whatever the text.

    from events.extraction.languages import load
    from events.extraction.text import parse

    document = parse(body, load("ar"))
    document.words[i]               folded token ("أحمد" → "احمد", "Monday" → "monday", "٢٠١٥" → "2015")
    document.starts[i], .ends[i]    its span in the body as given; document.span(first, last) of tokens [first, last)
    document.offset(i, letters)     where the token goes on after its first folded letters (behind a proclitic)
    document.capitalised(i)         does the body write it with a capital?
    document.sentences              Sentence(first, last, start, end, paragraph): token range, span, paragraph number
    document.sentence_of[i]         index of the sentence of token i
    document.clauses                Clause(first, last, sentence), cut at punctuation and the language's clause words
    document.clause_of(i)           the clause of token i
    document.quotations             Quotation(first, last): token range between the marks
    document.quoted(i)              does token i stand in a quotation?

Words, punctuation marks (one token each) and numbers are tokens: "19:45", "3.5", "1,000" and "2015-09-01" are one
token, "1990s" two ("1990", "s"), "didn't" one, "p.m." and "u.s." one; "today's" is two ("today", "'s") in a language
that lists this ending in ``endings_apart``.  Words of a vocabulary are folded with ``language.fold(word)`` before they
are compared.
"""

from events.extraction.text.document import Clause, Document, Quotation, Sentence, parse
from events.extraction.text.folding import Folding

__all__ = ["Clause", "Document", "Folding", "Quotation", "Sentence", "parse"]
