"""Does a trigger tell an event that a reader could date?  The less it tells by itself, the nearer must its time be."""

from __future__ import annotations

from events.extraction.candidates.dating import Dating, Via, is_future
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.lexicon.entries import Standing
from events.extraction.lexicon.inflection import Shape
from events.extraction.mentions.mention_cues import mention_cues_of
from events.extraction.mentions.nouns import is_said_to_exist
from events.extraction.temporal_linking.document_times import DocumentTimes
from events.extraction.temporal_linking.scopes import is_linked
from events.extraction.triggers.trigger import Mood, Trigger

#: The distance (see document_times.distance) in which a noun owns a time expression.
_CLOSE = 4.0
#: ... in which a verbal noun does, which tells less, and the least: four words.
_CLOSE_TO_MASDAR = 2.0
_ADJACENT = 1.0


def stands_alone(
    times: DocumentTimes, trigger: Trigger, companion: Trigger | None, dating: Dating | None, *, owner: bool
) -> bool:
    """Does the trigger tell an event of its own?

    ``companion`` is the noun that it carries, ``dating`` its time, None where its sentence says none; ``owner``: is it
    the trigger nearest to that time, or does the time open its sentence?
    """
    own = dating is not None and dating.via is Via.CLAUSE
    if times.analysed.document.quoted(trigger.first) and not own:
        return False
    if not trigger.finite:
        return _phrase_tells(times, trigger, companion, dating, owner=owner)
    return _clause_tells(times.analysed, trigger, companion, dating, dates_itself=own and owner)


def _phrase_tells(
    times: DocumentTimes, trigger: Trigger, companion: Trigger | None, dating: Dating | None, *, owner: bool
) -> bool:
    """A noun or participle tells an event where it is near its time, or where it is said to exist."""
    standing = trigger.entry.standing
    if not trigger.verb and dating is None and standing is Standing.FULL and is_said_to_exist(times.analysed, trigger):
        return True
    if trigger.entry.shape is Shape.MASDAR and standing is not Standing.FULL and not companion:
        return False
    if dating is None or dating.via is not Via.CLAUSE or dating.cost > _reach(times.analysed, trigger):
        return False
    return owner or (not trigger.verb and is_linked(times, trigger))


def _reach(analysed: AnalysedDocument, trigger: Trigger) -> float:
    """How far a time may stand from a word that is no verb of a clause: nearer, the less it tells by itself."""
    if analysed.cues.subject_first or not trigger.entry.verb:
        return _CLOSE
    return _CLOSE_TO_MASDAR if trigger.entry.shape is Shape.MASDAR else _ADJACENT


def _clause_tells(
    analysed: AnalysedDocument, verb: Trigger, companion: Trigger | None, dating: Dating | None, *, dates_itself: bool
) -> bool:
    """The verb of a clause tells an event unless it says what is wanted, or so in general."""
    standing, going_on = verb.entry.standing, mention_cues_of(analysed.document.language).going_on
    if verb.mood is Mood.AIM:
        return dates_itself
    if verb.mood is Mood.ONGOING and verb.entry.shape is Shape.BASE:  # "they meet on Friday"
        return dates_itself and dating is not None and is_future(dating, analysed.published)
    if dating is None and verb.mood is Mood.ONGOING and not verb.speech:
        return False  # what is so in general
    if dating is None and verb.entry.lemma in going_on:
        return False  # an opinion, or a speaker going on
    if standing in (Standing.FULL, Standing.SPEECH, Standing.RESULT) or (companion and standing is Standing.LIGHT):
        return dating is not None or verb.mood in (Mood.TOLD, Mood.ONGOING, Mood.PLANNED)
    return dates_itself


def may_retell(trigger: Trigger) -> bool:
    """May it point back to what another clause told: "the blast"?"""
    return trigger.speech or (not trigger.verb and trigger.entry.standing is Standing.FULL)
