"""Which words show an event: the stretch that is quoted and marked, and what a title may be made of."""

from __future__ import annotations

from bisect import bisect_left

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.boundaries import LONGEST_ASIDE, dangles, hard_break, may_not_open, parts
from events.extraction.clauses.noun_phrases import BEFORE_VERB, back, behind_aside, subject_phrase
from events.extraction.text.marks import COMMAS, CURRENCIES
from events.extraction.triggers.trigger import Trigger

#: So many words before a noun and behind a trigger are shown with it: its adjectives, its object.
_BEFORE_NOUN, _BEHIND = 3, 8
#: A time expression that follows within so many words is quoted with its event.
_TIME_WITHIN = 14
#: A time expression that stands so few tokens before its event is quoted with it.
_FRONTED = 1


def stretch_of(
    analysed: AnalysedDocument, trigger: Trigger, companion: Trigger | None, time: tuple[int, int] | None = None
) -> tuple[int, int]:
    """Tokens [first, last) of a trigger with its nearest words.

    ``companion`` is the noun that a light verb carries; ``time`` are the tokens of the trigger's time expression,
    which is taken along where it stands right before or soon behind.
    """
    words = analysed.words
    first, head = start_of(analysed, trigger), trigger.last
    if companion:
        first, head = min(first, companion.first), max(head, companion.last)
    last = max(_end(analysed, head, head + _BEHIND), head)
    if time and 0 <= first - time[1] <= _FRONTED and not hard_break(analysed, time[1], first):
        first = time[0] - (time[0] > 0 and words[time[0] - 1] in analysed.cues.prepositions)
    if time and last < time[1] <= head + _TIME_WITHIN and not hard_break(analysed, head, time[0]):
        last = time[1]
    return first, last


def start_of(analysed: AnalysedDocument, trigger: Trigger) -> int:
    """The token where the stretch begins: with the subject where it stands before, else with the trigger."""
    words, cues, first = analysed.words, analysed.cues, trigger.opens
    if words[first] in cues.infinitive and first > 0 and words[first - 1] not in cues.announcing:
        return first
    if (trigger.joined and trigger.finite) or not (trigger.verb or cues.subject_first):
        return first
    start = _with_subject(analysed, trigger)
    while start < first and may_not_open(analysed, start):
        start += 1
    return start


def _with_subject(analysed: AnalysedDocument, trigger: Trigger) -> int:
    """Back from the trigger to where its subject begins."""
    document, words, cues, first = analysed.document, analysed.words, analysed.cues, trigger.opens
    reach = BEFORE_VERB if trigger.verb and not trigger.attributive else _BEFORE_NOUN
    begin = max(document.sentences[document.sentence_of[first]].first, first - reach - LONGEST_ASIDE)
    start = back(analysed, first, max(begin, first - reach))
    if trigger.speech and cues.subject_first:  # "..., the company said": a comma parts it from what it said
        start = max([start, *(i + 1 for i in range(start, first - 1) if words[i] in COMMAS)])
    if start == first and trigger.verb:
        start = behind_aside(analysed, first, begin)
    elif not cues.subject_first and (start == 0 or words[start - 1] not in cues.said):
        start = max(start, subject_phrase(analysed, first))
    if cues.subject_first:
        start = _before_number(analysed, _before_apposition(analysed, start, first, begin), begin)
    return start


def _before_apposition(analysed: AnalysedDocument, start: int, first: int, begin: int) -> int:
    """Back over "another lender," in "Acme, another lender, recently failed" to the name it explains."""
    words, timed, between = analysed.words, analysed.tokens.timed, analysed.cues.between
    if start <= begin or words[start - 1] not in COMMAS:
        return start
    closing = next((i for i in range(start, first) if words[i] in COMMAS), first)
    only_when = all(i in timed or words[i] in between for i in range(closing + 1, first))
    if closing == first or not only_when:
        return start
    return back(analysed, start - 1, max(begin, start - 1 - BEFORE_VERB))


def _before_number(analysed: AnalysedDocument, start: int, begin: int) -> int:
    """Back to the beginning of a number ("[$4.1] billion offer")."""
    words = analysed.words
    while start > begin and (words[start - 1][:1].isdigit() or words[start - 1] in CURRENCIES):
        start -= 1
    return start


def _end(analysed: AnalysedDocument, first: int, limit: int) -> int:
    """Where the stretch that goes on at ``first`` ends, before ``limit``."""
    document = analysed.document
    limit = min(limit, document.sentences[document.sentence_of[first - 1]].last)
    last = first
    while last < limit and not parts(analysed, last) and last not in analysed.tokens.openings:
        last += 1
    while last > first and dangles(analysed, last - 1):
        last -= 1
    return last


def has_clause(analysed: AnalysedDocument, first: int, last: int) -> bool:
    """Is there the verb of a clause among tokens [first, last) that does not only say who speaks?"""
    tokens = analysed.tokens
    return any(i in tokens.finite and i not in tokens.spoken for i in range(first, last))


def verb_before(analysed: AnalysedDocument, i: int) -> Trigger | None:
    """The last verb before a token that makes a clause, neither infinitive nor saying, in its sentence."""
    verbs, sentence_of = analysed.verbs, analysed.document.sentence_of
    for verb in reversed(verbs[: bisect_left(verbs, i, key=lambda verb: verb.first)]):
        if sentence_of[verb.first] != sentence_of[i]:
            return None
        if not verb.speech and analysed.words[verb.opens] not in analysed.cues.infinitive:
            return verb
    return None
