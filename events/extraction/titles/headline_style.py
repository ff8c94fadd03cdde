"""What an entry of a timeline looks like: what a title drops at its ends, and which of several reads best."""

from __future__ import annotations

import re
import sys

from events.extraction.languages import Language
from events.extraction.lexicon.entries import EventLexicon
from events.extraction.text.marks import BEHIND_DATELINE, BRACKETS, COMMAS, EDGES, QUOTE, TITLE_PAIRS

#: Words and characters of the shortest title that tells something.
_FEW_WORDS, _SHORTEST = 4, 22
#: How much a fault weighs: what nobody can print, what reads badly, what lacks a part.  The least faulty title wins, so
#: only their order counts.
UNPRINTABLE, AWKWARD, INCOMPLETE = 4, 3, 2
_TOWN_AND_AGENCY = 2  # words
_DATELINE = 24  # letters of a town before a dash
_ATTRIBUTED_WITHIN = 60  # characters of a clause that only says who says so
#: What stands around the agency in a dateline: "ROME (Reuters) -".
_AROUND_AGENCIES = EDGES + "".join(BRACKETS) + "".join(BRACKETS.values())
_COMMA, _ENDING_COMMAS = re.compile(f"[{''.join(COMMAS)}]"), tuple(COMMAS)


class Entries:
    """Judges and mends titles in one language."""

    def __init__(self, language: Language, lexicon: EventLexicon) -> None:
        self._language = language
        self._pronouns = lexicon.cue("PRONOUN", "person") | lexicon.cue("PRONOUN", "thing")
        self._pointing = lexicon.cue("POINTING", "words")
        self._attributing = lexicon.cue("ATTRIBUTION", "words")
        self._connecting = lexicon.cue("CONNECTIVE", "words")
        self._particles = lexicon.cue("PARTICLE", "words")
        between = lexicon.cue("BETWEEN") - lexicon.cue("NEGATION")
        self._auxiliaries = lexicon.cue("PASSIVE") | lexicon.cue("PERFECT") | between
        self._dangling = lexicon.cue("DANGLING", "words")
        self._joined = lexicon.cue("JOINED", "written")
        self._turns = lexicon.cue("TURN", "words")
        self._agencies = lexicon.cue("AGENCY", "words")
        self._governing = lexicon.cue("LEADING", "words")
        self._bare = lexicon.cue("PASSIVE") | lexicon.cue("INFINITIVE") | lexicon.cue("PERFECT")

    def mended(self, title: str, *, opens_sentence: bool) -> str:
        """Without a dateline, an attribution or a pronoun at the head, and with its marks in pairs."""
        text = self._without_dateline(title, opens_sentence=opens_sentence)
        text = self._without_connective(self._without_turn(text))
        return self._without_particles(self._without_pronoun(self._without_attribution(text))) or balanced(title)

    def faults(self, title: str, *, subject: bool) -> int:
        """How much keeps an editor from printing it."""
        words = self.folded(title)
        if not words:
            return sys.maxsize  # more than all faults together
        first = words[0]
        unprintable = (first in self._pointing) + (first in self._pronouns) + (first in self._bare)
        unprintable += self._goes_on_with_pronoun(title)
        awkward = (first in self._attributing | self._governing) + (words[-1] in self._dangling)
        awkward += len(words) < _FEW_WORDS or len(title) < _SHORTEST
        incomplete = (not subject) + title.split()[0].endswith(_ENDING_COMMAS)
        return UNPRINTABLE * unprintable + AWKWARD * awkward + INCOMPLETE * incomplete

    def _goes_on_with_pronoun(self, title: str) -> bool:
        """Does a pronoun follow what stands before the first comma: "In the interview, she said"?"""
        parts = _COMMA.split(title, maxsplit=1)
        return len(parts) > 1 and not self._pronouns.isdisjoint(self.folded(parts[1])[:1])

    def folded(self, text: str) -> list[str]:
        """The words of a title in the language's one spelling."""
        return self._language.fold(text).split()

    def _without_dateline(self, text: str, *, opens_sentence: bool) -> str:
        """Without the town at the head of an article, or the agency behind it, before a dash."""
        for dash in BEHIND_DATELINE:
            town, found, rest = text.partition(dash)
            if not found or len(rest) <= _SHORTEST:
                continue
            if opens_sentence and len(town) <= _DATELINE and not any(letter.isdigit() for letter in town):
                return rest
            if " ".join(self.folded(town.strip(_AROUND_AGENCIES))) in self._agencies:
                return rest
        return self._without_agency(text) if opens_sentence else text

    def _without_agency(self, text: str) -> str:
        """Without the town and the agency at the head of an article that puts no mark behind them."""
        parts = text.split(maxsplit=2)
        wired = len(parts) > _TOWN_AND_AGENCY and " ".join(self.folded(parts[1])) in self._agencies
        return parts[2] if wired else text

    def _without_attribution(self, text: str) -> str:
        words = self.folded(text[:_ATTRIBUTED_WITHIN])
        if not words or words[0] not in self._attributing:
            return text
        ends = [place for mark in COMMAS if 0 < (place := text.find(mark)) < _ATTRIBUTED_WITHIN]
        return text[min(ends) + 1 :] if ends else text

    def _without_turn(self, text: str) -> str:
        """ "On the other hand, ..." and its like lead on from a sentence that an entry does not have before it."""
        ends = [place for mark in COMMAS if 0 < (place := text.find(mark)) < _DATELINE]
        if not ends:
            return text
        turn = self._language.fold(text[: min(ends)]).strip()
        joined = any(turn.removeprefix(letters) in self._turns for letters in self._joined)
        return text[min(ends) + 1 :].lstrip(EDGES) if joined or turn in self._turns else text

    def _without_connective(self, text: str) -> str:
        while (parts := text.split(maxsplit=1))[1:] and not self._connecting.isdisjoint(
            self.folded(parts[0].strip(EDGES))
        ):
            text = parts[1].lstrip(EDGES)
        return text

    def _without_particles(self, text: str) -> str:
        """Particles that only mark a verb's tense are left out in headlines ("السعودية [قد] وقّعت")."""
        if not self._particles:
            return text
        return " ".join(word for word in text.split() if self._language.fold(word) not in self._particles)

    def _without_pronoun(self, text: str) -> str:
        """A pronoun nobody explained goes, and its auxiliaries, as headlines leave them out ("Fined 400 euros")."""
        dropped = self._pronouns
        while (parts := balanced(text).split(maxsplit=1))[1:] and not dropped.isdisjoint(self.folded(parts[0])[:1]):
            # What follows may begin with a mark whose partner went with the pronoun.
            text, dropped = parts[1], self._pronouns | self._auxiliaries
        return balanced(text)


def balanced(text: str) -> str:
    """Without marks at the ends, and without brackets and quotation marks that have lost their partner."""
    text = text.strip(EDGES)
    for opening, closing in TITLE_PAIRS:
        if (opening in text or closing in text) and not _nested(text, opening, closing):
            text = text.replace(opening, "").replace(closing, "")
    return " ".join((text if text.count(QUOTE) % 2 == 0 else text.replace(QUOTE, "")).split()).strip(EDGES)


def _nested(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for letter in text:
        depth += (letter == opening) - (letter == closing)
        if depth < 0:
            return False
    return depth == 0
