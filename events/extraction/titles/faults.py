"""What keeps an editor from printing a title: as an entry, and where it begins in its sentence."""

from __future__ import annotations

from events.extraction.candidates.candidate import Candidate
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.extents import has_clause
from events.extraction.clauses.noun_phrases import is_described, is_owned, whole_phrase
from events.extraction.titles.headline_style import AWKWARD, INCOMPLETE, Entries
from events.extraction.titles.title_cues import TitleCues
from events.extraction.triggers.trigger import Trigger

#: A title of a verb of saying that is no longer names the speaker alone.
_SAYS_LITTLE = 60  # characters


def faults_of(
    analysed: AnalysedDocument,
    entries: Entries,
    cues: TitleCues,
    candidate: Candidate,
    title: str,
    first: int,
    *,
    subject: bool,
) -> int:
    """How much is wrong with the title of a candidate whose words begin at token ``first``; 0: nothing.

    ``subject``: does it name who acts?
    """
    faults = entries.faults(title, subject=subject) + AWKWARD * (whole_phrase(analysed, first) < first)
    if analysed.cues.subject_first:
        return faults + INCOMPLETE * ((not subject) + _has_no_verb(analysed, candidate.trigger, first))
    faults += INCOMPLETE * (is_owned(analysed, first) and first not in analysed.tokens.finite)
    if is_described(analysed, first, candidate.trigger):
        faults += not analysed.cues.relative.isdisjoint(entries.folded(title))
    return faults + AWKWARD * _only_speaks(cues, candidate, title)


def _has_no_verb(analysed: AnalysedDocument, trigger: Trigger, first: int) -> bool:
    """Does the title name the event without a clause, where a sentence around it may tell all of it?"""
    return not trigger.finite and not has_clause(analysed, first, trigger.last)


def _only_speaks(cues: TitleCues, candidate: Candidate, title: str) -> bool:
    """Does the title say that somebody spoke, and not what was said?"""
    if not candidate.trigger.speech or candidate.companion is not None:
        return False
    return ":" not in title and len(title) < _SAYS_LITTLE and cues.about.isdisjoint(title.split())
