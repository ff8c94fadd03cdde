"""How many words a process remembers, so that no text can fill its memory and the common ones cost nothing."""

from __future__ import annotations

#: Words in each of the engine's memories: some years of a newspaper have as many different ones.
MOST_WORDS = 50_000
#: Letters of a word that is worth remembering; a longer one hardly comes again.
LONGEST_WORD = 39
