"""What happened: from words and time expressions to dated events, each grounded in the text.

    find_events(document, timexes, published, title=...) -> tuple[ExtractedEvent, ...]

The way of one article, a room a step: entities (who, where) → triggers (which words tell an event, and in what mood) →
temporal_linking (whose is which time) → clauses (the stretch around each) → mentions and candidates → coreference
(mentions of one event) → titles → scoring (confidence and salience).  Here all of it stands in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.edtf import Precision
from events.extraction.candidates.candidate import Candidate
from events.extraction.candidates.dating import is_future
from events.extraction.clauses.extents import Extents
from events.extraction.coreference.cluster import Cluster
from events.extraction.coreference.clustering import cluster_candidates
from events.extraction.coreference.same_event import Sameness, bare
from events.extraction.entities import find_names
from events.extraction.lexicon.analysis import lookup_of
from events.extraction.lexicon.entries import event_lexicon_of
from events.extraction.mentions import arguments
from events.extraction.mentions.arguments import NamesByPlace
from events.extraction.mentions.detection import Gatherer
from events.extraction.scoring import model
from events.extraction.scoring.context_features import Circumstances
from events.extraction.scoring.model import Features
from events.extraction.temporal_linking.attachment import Timing
from events.extraction.temporal_linking.offsets_from_events import EventOffsets
from events.extraction.temporal_linking.offsets_in_sentence import InSentenceOffsets
from events.extraction.text import Document
from events.extraction.titles.generation import Titles
from events.extraction.titles.inputs import Material
from events.extraction.triggers.detection import find_triggers
from events.extraction.triggers.trigger import Mood
from events.extraction.types import ExtractedEvent, Mention, Status, Timex

#: So sure must the only event of an article be, where none reaches the bar.
_LIKELY = 0.6
_STATUS = {Mood.PLANNED: Status.PLANNED, Mood.ONGOING: Status.ONGOING}


@dataclass(frozen=True, slots=True)
class Judged:
    """A cluster with what is known about it: what training learns from."""

    event: ExtractedEvent
    features: Features


def find_events(
    document: Document, timexes: Sequence[Timex], published: date, *, title: str = ""
) -> tuple[ExtractedEvent, ...]:
    """The events an editor would date, in the order of the text; of an article that names none surely, its best."""
    events = [one.event for one in judge_events(document, timexes, published, title=title)]
    shown = tuple(event for event in events if model.shown(event.confidence, event.salience, document.language.code))
    if shown or not events:
        return shown
    best = max(events, key=lambda event: model.worth(event.confidence, event.salience))
    return (best,) if best.confidence >= _LIKELY else ()


def judge_events(document: Document, timexes: Sequence[Timex], published: date, *, title: str = "") -> list[Judged]:
    """Every candidate event, also those too doubtful to be shown."""
    lexicon = event_lexicon_of(document.language)
    names = find_names(document, document.language, lookup_of(document.language).has_clitic)
    triggers = find_triggers(document, names)
    timing = Timing(document, lexicon, timexes, published)
    timing.prepare(triggers)
    wording = Extents(document, lexicon, triggers, timing.tokens)
    occasions = EventOffsets(document, lexicon, timexes)
    apart = InSentenceOffsets(document, lexicon, timexes)
    gatherer = Gatherer(document, lexicon, timing, wording, published, occasions, apart)
    placed = NamesByPlace(names)
    clusters = cluster_candidates(gatherer.candidates(triggers), Sameness(document, lexicon, placed))
    title_words = _title_words(document, title)
    titles = Titles(Material(document, lexicon, wording, triggers, names))
    circumstances = Circumstances(document, lexicon, clusters, triggers, published, title)
    return [_judge(document, one, placed, titles, published, title_words, circumstances) for one in clusters]


def _title_words(document: Document, title: str) -> set[str]:
    folded = document.language.fold(title).split()
    return {bare(word, document.language) for word in folded if len(word) > 2}


def _judge(
    document: Document,
    cluster: Cluster,
    names: NamesByPlace,
    titles: Titles,
    published: date,
    title_words: set[str],
    circumstances: Circumstances,
) -> Judged:
    lead = cluster.lead
    known = circumstances.of(cluster) | model.features(
        cluster,
        sentences=len(document.sentences),
        title_words=title_words,
        future=is_future(lead.dating, published),
    )
    bounds = lead.dating.bounds
    event = ExtractedEvent(
        title=titles.best(lead, cluster.candidates),
        date=lead.dating.edtf,
        start=bounds.first.isoformat() if bounds.first else "",
        end=bounds.last.isoformat() if bounds.last else "",
        precision=Precision(bounds.precision).value,
        basis=lead.dating.basis,
        anchor=lead.dating.anchor,
        type=lead.type,
        status=_STATUS.get(lead.mood, Status.OCCURRED),
        confidence=model.confidence(known),
        salience=model.salience(known),
        actors=arguments.actors(cluster.candidates, names, subject_first=titles.subject_first),
        places=arguments.places(cluster.candidates, names),
        mentions=tuple(_mention(document, candidate) for candidate in cluster.candidates),
    )
    return Judged(event, known)


def _mention(document: Document, candidate: Candidate) -> Mention:
    start, end = document.span(candidate.first, candidate.last)
    trigger = candidate.trigger
    rules = [f"{trigger.entry.lemma}:{trigger.type}", f"mood:{candidate.mood}", f"time:{candidate.dating.via}"]
    if candidate.companion:
        rules.insert(1, f"{candidate.companion.entry.lemma}:{candidate.companion.type}")
    return Mention(start, end, document.body[start:end], candidate.dating.timex, tuple(rules))
