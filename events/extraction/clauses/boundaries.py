"""Where a stretch of words ends: at marks, commas, clause words and the verbs of other clauses."""

from __future__ import annotations

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.text.marks import COMMAS, FULL_STOP, PARTING, PARTING_PHRASES

#: How many words an aside between commas may have ("Charles Michel, the prime minister, said").
LONGEST_ASIDE = 12
_ABBREVIATION = 2  # letters of a title before a name, "St." and "Mr."


def parts(analysed: AnalysedDocument, i: int) -> bool:
    """Does token ``i`` end the stretch?"""
    word, tokens, cues = analysed.words[i], analysed.tokens, analysed.cues
    if i in tokens.asides or (word == FULL_STOP and _inside_sentence(analysed, i)):
        return False
    if word in PARTING or i in tokens.finite:
        return True
    if word in COMMAS:
        if cues.subject_first and i + 1 in tokens.openings:
            return True  # behind an aside
        return not (i + 1 in tokens.timed or i - 1 in tokens.timed or _in_address(analysed, i))
    if i in tokens.joining_things:
        return False
    return word in cues.breaks and i not in tokens.timed and i + 1 not in tokens.timed


def _inside_sentence(analysed: AnalysedDocument, i: int) -> bool:
    """A full stop that ends an abbreviation: "St. Louis"."""
    last = analysed.document.sentences[analysed.document.sentence_of[i]].last
    return 0 < i < last - 1 and len(analysed.words[i - 1]) <= _ABBREVIATION and analysed.words[i + 1].isalpha()


def _in_address(analysed: AnalysedDocument, i: int) -> bool:
    """The comma in "Miami, Florida"."""
    if not analysed.document.language.typology.capitals_mark_names or not 0 < i < len(analysed.words) - 1:
        return False
    return analysed.document.capitalised(i - 1) and analysed.document.capitalised(i + 1)


def hard_break(analysed: AnalysedDocument, first: int, last: int) -> bool:
    """Does a mark that parts clauses stand among tokens [first, last)?"""
    return any(analysed.words[i] in PARTING and i not in analysed.tokens.asides for i in range(first, last))


def ends_clause(analysed: AnalysedDocument, i: int) -> bool:
    """Is the token a mark, or a comma?"""
    return analysed.words[i] in PARTING_PHRASES


def dangles(analysed: AnalysedDocument, i: int) -> bool:
    """A stretch should not end with this token."""
    return analysed.words[i] in analysed.cues.dangling or analysed.words[i] in COMMAS


def may_not_open(analysed: AnalysedDocument, i: int) -> bool:
    """May no stretch begin with this token?"""
    following = analysed.words[i + 1 : i + 2]
    if following and following[0] in analysed.cues.amounts:
        return False  # "at least 20 people"
    word = analysed.words[i]
    return word in analysed.cues.opening or word in COMMAS or i in analysed.tokens.timed


def may_be_cut(analysed: AnalysedDocument, i: int) -> bool:
    """May a title that grows too long end before this token: at a comma, a clause word, a joined verb?"""
    word, cues = analysed.words[i], analysed.cues
    if word in COMMAS:
        return parts(analysed, i)
    is_break = word in cues.breaks and word not in cues.said and i not in analysed.tokens.timed
    return i in analysed.tokens.joined or is_break


def opens_aside(analysed: AnalysedDocument, comma: int) -> bool:
    """Does the comma open a few words without a verb, behind which the clause goes on with no verb of its own?"""
    words, finite = analysed.words, analysed.tokens.finite
    for i in range(comma + 1, min(comma + LONGEST_ASIDE, len(words) - 1)):
        if words[i] in COMMAS:
            return not (i + 1 in finite or words[i + 1] in analysed.cues.breaks or words[i + 1] in PARTING)
        if i in finite or words[i] in PARTING:
            return False
    return False


def begins_inside(analysed: AnalysedDocument, first: int) -> bool:
    """Does a stretch begin in the middle of a phrase, because the phrase is too long to be taken whole?"""
    document = analysed.document
    opens = document.sentences[document.sentence_of[first]].first == first
    return not (opens or parts(analysed, first - 1))
