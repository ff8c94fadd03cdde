"""What happened: from words and time expressions to dated events, each grounded in the text.

    find_events(document, timexes, published, title=...) -> tuple[ExtractedEvent, ...]

The way of one article, a room a step: entities (who, where) → triggers (which words tell an event, and in what mood),
both in the analysed document, which every later step is given → clauses (the stretch around each trigger) →
temporal_linking (whose is which time) → mentions and candidates → coreference (mentions of one event) → titles →
scoring (confidence and salience).  Here all of it stands in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.edtf import Precision
from events.extraction.candidates.candidate import Candidate
from events.extraction.candidates.dating import is_future
from events.extraction.clauses.analysed_document import AnalysedDocument, analyse
from events.extraction.coreference.cluster import Cluster
from events.extraction.coreference.clustering import cluster_candidates
from events.extraction.coreference.same_event import CONTENT_LETTERS, Sameness, bare
from events.extraction.mentions import arguments
from events.extraction.mentions.detection import find_candidates
from events.extraction.scoring import model
from events.extraction.scoring.context_features import Circumstances
from events.extraction.scoring.model import Features
from events.extraction.text import Document
from events.extraction.titles.generation import Titles
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
    analysed = analyse(document, timexes, published, title=title)
    clusters = cluster_candidates(find_candidates(analysed), Sameness(analysed))
    title_words = _title_words(analysed)
    titles = Titles(analysed)
    circumstances = Circumstances(analysed, clusters)
    return [_judge(analysed, one, titles, title_words, circumstances) for one in clusters]


def _title_words(analysed: AnalysedDocument) -> set[str]:
    language = analysed.document.language
    words = language.fold(analysed.title).split()
    return {bare(word, language) for word in words if len(word) >= CONTENT_LETTERS}


def _judge(
    analysed: AnalysedDocument, cluster: Cluster, titles: Titles, title_words: set[str], circumstances: Circumstances
) -> Judged:
    future = is_future(cluster.lead.dating, analysed.published)
    known = circumstances.of(cluster) | model.features(cluster, title_words=title_words, future=future)
    return Judged(_event(analysed, cluster, titles, known), known)


def _event(analysed: AnalysedDocument, cluster: Cluster, titles: Titles, known: Features) -> ExtractedEvent:
    lead, told = cluster.lead, cluster.candidates
    bounds = lead.dating.bounds
    return ExtractedEvent(
        title=titles.best(lead, told),
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
        actors=arguments.actors(told, analysed.names, subject_first=analysed.cues.subject_first),
        places=arguments.places(told, analysed.names),
        mentions=tuple(_mention(analysed.document, candidate) for candidate in told),
    )


def _mention(document: Document, candidate: Candidate) -> Mention:
    start, end = document.span(candidate.first, candidate.last)
    trigger = candidate.trigger
    rules = [f"{trigger.entry.lemma}:{trigger.type}", f"mood:{candidate.mood}", f"time:{candidate.dating.via}"]
    if candidate.companion:
        rules.insert(1, f"{candidate.companion.entry.lemma}:{candidate.companion.type}")
    return Mention(start, end, document.body[start:end], candidate.dating.timex, tuple(rules))
