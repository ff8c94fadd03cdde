"""Where a title ends: with its clause, or at the last place before it grows too long where it may be cut."""

from __future__ import annotations

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.boundaries import dangles, may_be_cut, opens_aside, parts
from events.extraction.text.marks import COMMAS, SEMICOLONS, SENTENCE_ENDS
from events.extraction.titles.title_cues import TitleCues

#: Marks that end a title; behind a colon it goes on.
_ENDERS = SENTENCE_ENDS | SEMICOLONS
#: A title that would end within so many characters goes on behind the next comma.
_SHORT = 40


def end_of_title(analysed: AnalysedDocument, cues: TitleCues, first: int, head: int, limit: int, room: int) -> int:
    """The token before which a title that begins at token ``first`` ends, in at most ``room`` characters.

    It tells all up to ``head``, however long, and never reaches beyond ``limit``.
    """
    starts, ends = analysed.document.starts, analysed.document.ends
    last = good = clean = phrase = head
    while last < limit:
        if ends[last] - starts[first] > room:
            whole = (cut for cut in (clean, phrase) if cut > head and ends[cut - 1] - starts[first] >= _SHORT)
            return next(whole, good)
        if _mark_ends(analysed, cues, last, parts(analysed, last) and ends[last] - starts[first] > _SHORT):
            break
        if may_be_cut(analysed, last) and not _in_aside(analysed, cues, last):
            clean = good
        if analysed.words[last] in cues.phrases or _opens_description(analysed, last):
            phrase = good
        elif _goes_on_with_verb(analysed, cues, last):
            phrase = head
        last += 1
        if not _leaves_open(analysed, cues, last - 1, limit):
            good = last
    return good


def _mark_ends(analysed: AnalysedDocument, cues: TitleCues, i: int, may_end: bool) -> bool:
    """A full stop ends a title, and a comma one that is long enough or where the verb of another clause follows."""
    words = analysed.words
    if words[i] in _ENDERS:
        return i not in analysed.tokens.timed  # "Jan. 24"
    if words[i] not in COMMAS or i + 1 >= len(words):
        return False
    subject_first = analysed.cues.subject_first
    goes_on = _goes_on_behind(analysed, cues, i) if subject_first else words[i + 1] in cues.content
    goes_on = goes_on or words[i + 1] in cues.trailing
    return goes_on or (may_end and not _in_aside(analysed, cues, i))


def _goes_on_behind(analysed: AnalysedDocument, cues: TitleCues, comma: int) -> bool:
    """Does the verb of another clause, or what stands before it, follow the comma?"""
    return comma + 1 in analysed.tokens.finite or analysed.words[comma + 1] in cues.auxiliaries


def _in_aside(analysed: AnalysedDocument, cues: TitleCues, comma: int) -> bool:
    """Does what the verb is about follow behind an aside that the comma opens?"""
    words = analysed.words
    if analysed.cues.subject_first or words[comma] not in COMMAS or comma + 1 >= len(words):
        return False
    return words[comma + 1] in cues.phrases and opens_aside(analysed, comma)


def _opens_description(analysed: AnalysedDocument, i: int) -> bool:
    """A verb behind a noun describes it, where verbs stand first: a title may end before it."""
    finite = analysed.tokens.finite
    return not analysed.cues.subject_first and i in finite and i - 1 not in finite


def _goes_on_with_verb(analysed: AnalysedDocument, cues: TitleCues, i: int) -> bool:
    """Is it another verb, where subjects stand first?  A title is not cut at a phrase between it and its subject."""
    is_verb = analysed.cues.subject_first and i in analysed.tokens.finite
    return is_verb and analysed.words[i - 1] not in cues.infinitive


def _leaves_open(analysed: AnalysedDocument, cues: TitleCues, i: int, limit: int) -> bool:
    """Would a title that ends with the token lack what goes on behind it: a noun, or what a verb is about?"""
    words = analysed.words
    ends_clause = i + 1 >= limit or words[i + 1] in COMMAS or words[i + 1] in _ENDERS
    lacks_object = not analysed.cues.subject_first and not ends_clause
    lacks_object = lacks_object and (i in analysed.tokens.finite or _counts(analysed, cues, i))
    return lacks_object or dangles(analysed, i) or words[i] in cues.unfinished


def _counts(analysed: AnalysedDocument, cues: TitleCues, i: int) -> bool:
    """Is it the number of what stands behind it?"""
    if not analysed.words[i].isdigit() or i in analysed.tokens.timed:
        return False
    following = analysed.words[i + 1]
    return following.isalpha() and following not in cues.phrases
