"""Punctuation: which marks part what, in one place for all rooms and both scripts.

Tokens are folded before they are compared, so that curly quotation marks are ``"`` here, apostrophes ``'``, and the
many hyphens and dashes ``-``, ``–`` or ``—`` (``LOOKALIKES``).  Titles are cut from the body as it was pasted, and have
sets of their own at the end of this file.
"""

from __future__ import annotations

APOSTROPHE, CURLY_APOSTROPHE = "'", "’"
QUOTE = '"'
FULL_STOP, COLON, HYPHEN = ".", ":", "-"

#: Marks that mean the same and are written in several ways, by keyboard and by typesetter.
LOOKALIKES = {CURLY_APOSTROPHE: APOSTROPHE} | dict.fromkeys("‘ʼ‛`´", APOSTROPHE) | dict.fromkeys("“”„‟", QUOTE)
LOOKALIKES |= dict.fromkeys("‐‑−", HYPHEN) | {"‒": "–", "―": "—"}

#: What parts items of a list and asides, and in a date day and year: the weakest mark.  Latin and Arabic.
COMMAS = frozenset(",،")
#: What parts two sentences that stand in one.  Latin and Arabic.
SEMICOLONS = frozenset(";؛")
#: What ends a sentence: the full stop (in Urdu ۔, which Arabic texts of agencies sometimes hold), exclamation, question
#: in both scripts, the ellipsis.
SENTENCE_ENDS = frozenset(".۔!?؟…")
#: Between spaces a dash parts clauses.  The hyphen is none of them: it joins words.
DASHES = frozenset("–—")

#: Opening mark → closing mark.  The straight quotation mark is its own partner, and all curly ones are folded to it.
QUOTES = {"«": "»", "‹": "›", QUOTE: QUOTE}
BRACKETS = {"(": ")", "[": "]", "{": "}"}
PAIRS = QUOTES | BRACKETS

#: What opens: before it a clause ends, for what is enclosed is none of it.  The straight quotation mark may be either.
OPENING = frozenset(PAIRS) - {QUOTE}
#: What closes, and so may stand behind the mark that ends a sentence.
CLOSING = frozenset(PAIRS.values())

#: What parts two clauses of which one is not said within the other, commas aside: they are weaker, and each room says
#: what one means to it.  Each bracket and quotation mark parts, whether it opens or closes.
PARTING = SENTENCE_ENDS | SEMICOLONS | {COLON} | DASHES | OPENING | CLOSING
#: The same with commas: the longest stretch that is surely one phrase.
PARTING_PHRASES = PARTING | COMMAS
#: What ends a clause; what opens begins the next one instead.
CLAUSE_ENDS = PARTING_PHRASES - OPENING
#: Behind these a capital says nothing, as at the beginning of a sentence: it is one, of what is quoted or enclosed.
BEFORE_CAPITALS = OPENING | {QUOTE, APOSTROPHE, COLON}

#: Marks inside one number: of decimals, thousands, clock times and dates, in Latin and Arabic figures.
ARABIC_DECIMAL, ARABIC_THOUSANDS = "٫", "٬"
IN_NUMBERS = f".,:/{ARABIC_DECIMAL}{ARABIC_THOUSANDS}"
#: Amounts begin with these ("$4.1 billion").
CURRENCIES = frozenset("$£€¥")

# Titles are shown as the body writes them, and so are not folded.

#: What a title neither begins nor ends with.
EDGES = "".join(sorted({" ", HYPHEN, COLON, FULL_STOP} | COMMAS | SEMICOLONS | DASHES))
#: What parts a dateline from the text behind it: a dash between spaces, or a hyphen that touches the town.
BEHIND_DATELINE = (*(f" {dash} " for dash in (HYPHEN, *sorted(DASHES))), f"{HYPHEN} ")
#: Marks that a title keeps only in pairs; the straight quotation mark, its own partner, is counted instead.
TITLE_PAIRS = (*((mark, PAIRS[mark]) for mark in sorted(OPENING)), ("“", "”"))
