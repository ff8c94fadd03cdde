"""The whole way from an article's words and time expressions to its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.edtf import Precision
from events.extraction.happenings.clauses.wording import Wording
from events.extraction.happenings.tellings import cast
from events.extraction.happenings.tellings.apart import Apart
from events.extraction.happenings.tellings.candidate import Candidate
from events.extraction.happenings.tellings.cast import NamesByPlace
from events.extraction.happenings.tellings.clusters import cluster
from events.extraction.happenings.tellings.dating import is_future
from events.extraction.happenings.tellings.gather import Gatherer
from events.extraction.happenings.tellings.occasions import Occasions
from events.extraction.happenings.tellings.sameness import Sameness, bare
from events.extraction.happenings.tellings.telling import Cluster
from events.extraction.happenings.tellings.timing import Timing
from events.extraction.happenings.titles.material import Material
from events.extraction.happenings.titles.titles import Titles
from events.extraction.happenings.triggers.trigger import Mood
from events.extraction.happenings.triggers.triggers import find_triggers
from events.extraction.happenings.words.lookup import lookup_of
from events.extraction.happenings.words.vocabulary import vocabulary_of
from events.extraction.happenings.worth import judgement
from events.extraction.happenings.worth.circumstances import Circumstances
from events.extraction.happenings.worth.judgement import Features
from events.extraction.names import find_names
from events.extraction.text import Document
from events.extraction.types import ExtractedEvent, Mention, Status, Timex

#: So sure must the only event of an article be, where none reaches the bar.
_LIKELY = 0.6
_STATUS = {Mood.PLANNED: Status.PLANNED, Mood.ONGOING: Status.ONGOING}


@dataclass(frozen=True, slots=True)
class Judged:
    """A cluster with what is known about it: what `fit` learns from."""

    event: ExtractedEvent
    features: Features


def find_events(
    document: Document, timexes: Sequence[Timex], published: date, *, title: str = ""
) -> tuple[ExtractedEvent, ...]:
    """The events an editor would date, in the order of the text; of an article that names none surely, its best."""
    events = [one.event for one in judge_events(document, timexes, published, title=title)]
    shown = tuple(
        event for event in events if judgement.shown(event.confidence, event.salience, document.language.code)
    )
    if shown or not events:
        return shown
    best = max(events, key=lambda event: judgement.worth(event.confidence, event.salience))
    return (best,) if best.confidence >= _LIKELY else ()


def judge_events(document: Document, timexes: Sequence[Timex], published: date, *, title: str = "") -> list[Judged]:
    """Every candidate event, also those too doubtful to be shown."""
    vocabulary = vocabulary_of(document.language)
    names = find_names(document, document.language, lookup_of(document.language).has_clitic)
    triggers = find_triggers(document, names)
    timing = Timing(document, vocabulary, timexes, published)
    timing.prepare(triggers)
    wording = Wording(document, vocabulary, triggers, timing.tokens)
    occasions = Occasions(document, vocabulary, timexes)
    apart = Apart(document, vocabulary, timexes)
    gatherer = Gatherer(document, vocabulary, timing, wording, published, occasions, apart)
    placed = NamesByPlace(names)
    clusters = cluster(gatherer.candidates(triggers), Sameness(document, vocabulary, placed))
    title_words = _title_words(document, title)
    titles = Titles(Material(document, vocabulary, wording, triggers, names))
    circumstances = Circumstances(document, vocabulary, clusters, triggers, published, title)
    return [_judge(document, one, placed, titles, published, title_words, circumstances) for one in clusters]


def _title_words(document: Document, title: str) -> set[str]:
    folded = document.language.fold(title).split()
    return {bare(word, document.language) for word in folded if len(word) > 2}


def _judge(
    document: Document,
    told: Cluster,
    names: NamesByPlace,
    titles: Titles,
    published: date,
    title_words: set[str],
    circumstances: Circumstances,
) -> Judged:
    lead = told.lead
    known = circumstances.of(told) | judgement.features(
        told,
        sentences=len(document.sentences),
        title_words=title_words,
        future=is_future(lead.dating, published),
    )
    bounds = lead.dating.bounds
    event = ExtractedEvent(
        title=titles.best(lead, told.candidates),
        date=lead.dating.edtf,
        start=bounds.first.isoformat() if bounds.first else "",
        end=bounds.last.isoformat() if bounds.last else "",
        precision=Precision(bounds.precision).value,
        basis=lead.dating.basis,
        anchor=lead.dating.anchor,
        type=lead.type,
        status=_STATUS.get(lead.mood, Status.OCCURRED),
        confidence=judgement.confidence(known),
        salience=judgement.salience(known),
        actors=cast.actors(told.candidates, names, subject_first=titles.subject_first),
        places=cast.places(told.candidates, names),
        mentions=tuple(_mention(document, candidate) for candidate in told.candidates),
    )
    return Judged(event, known)


def _mention(document: Document, candidate: Candidate) -> Mention:
    start, end = document.span(candidate.first, candidate.last)
    trigger = candidate.trigger
    rules = [f"{trigger.reading.lemma}:{trigger.type}", f"mood:{candidate.mood}", f"time:{candidate.dating.via}"]
    if candidate.companion:
        rules.insert(1, f"{candidate.companion.reading.lemma}:{candidate.companion.type}")
    return Mention(start, end, document.body[start:end], candidate.dating.timex, tuple(rules))
