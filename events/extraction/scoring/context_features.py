"""What stands around an event in its article: the plain facts by which one event outweighs another.

Each is yes or no (1 or 0); what is made of them stands in model.py and weights.toml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.coreference.cluster import Cluster

#: How long ago an event lies, in days: the news of the week, its season, its year.
_AGES = ((0, "today"), (7, "this week"), (120, "this season"), (400, "this year"))
#: Days from which on a stretch is longer than any month.
_MONTH = 32
_ECHO = 2  # words and names in common by which an event repeats another of its date
_COMPARED = 40  # so many events of a date are compared, so that the work stays linear
_LONG = 12  # words of a mention


class Circumstances:
    """Knows one document's events; made once they are all gathered."""

    def __init__(self, analysed: AnalysedDocument, clusters: Sequence[Cluster]) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._published = analysed.published
        self._pointing = lexicon.cue("POINTING", "words")
        self._articles = lexicon.cue("DEFINITE", "words")
        self._title = set(document.language.fold(analysed.title).split())
        self._of_day = Counter(cluster.lead.dating.day for cluster in clusters)
        self._in_sentence = Counter((cluster.lead.sentence, cluster.lead.dating.day) for cluster in clusters)
        self._in_clause = Counter((self._clause(cluster), cluster.lead.dating.day) for cluster in clusters)
        self._of_type = Counter((cluster.lead.type, cluster.lead.dating.day) for cluster in clusters)
        self._by_day: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            self._by_day.setdefault(cluster.lead.dating.day, []).append(cluster)
        self._first_of_day: dict[str, Cluster] = {}
        for cluster in clusters:
            self._first_of_day.setdefault(cluster.lead.dating.day, cluster)
        self._main_verb: dict[int, int] = {}
        for verb in analysed.verbs:
            self._main_verb.setdefault(document.sentence_of[verb.first], verb.first)
        self._speaking = {document.sentence_of[verb.first] for verb in analysed.verbs if verb.speech}

    def of(self, cluster: Cluster) -> dict[str, float]:
        """The facts that hold, each 1."""
        facts = self._among_others(cluster) | self._in_its_sentence(cluster)
        return {name: 1.0 for name, holds in facts.items() if holds} | dict.fromkeys(self._when(cluster), 1.0)

    def _clause(self, cluster: Cluster) -> int:
        return self._document.clause_of(cluster.lead.trigger.first).first

    def _among_others(self, cluster: Cluster) -> dict[str, bool]:
        lead = cluster.lead
        day = lead.dating.day
        return {
            "shares its sentence and date": self._in_sentence[lead.sentence, day] > 1,
            "shares its clause and date": self._in_clause[self._clause(cluster), day] > 1,
            "only one of its date": self._of_day[day] == 1,
            "one of several of its type and date": self._of_type[lead.type, day] > 1,
            "echoes another": self._echoes(cluster),
            "echoed by a surer one": self._echoes(cluster, surer=True),
            "first of its date": self._first_of_day[day] is cluster,
        }

    def _echoes(self, cluster: Cluster, *, surer: bool = False) -> bool:
        """Does another of its date share its words: one whose time is surer, if wanted?"""
        others = self._by_day[cluster.lead.dating.day][:_COMPARED]
        return any(
            other is not cluster
            and len(other.words & cluster.words) + len(other.keys & cluster.keys) >= _ECHO
            and (not surer or (other.lead.dated and not cluster.lead.dated))
            for other in others
        )

    def _in_its_sentence(self, cluster: Cluster) -> dict[str, bool]:
        lead, document = cluster.lead, self._document
        trigger, content_trigger = lead.trigger, lead.content_trigger
        words = document.words[lead.first : lead.last]
        sentences = document.sentences
        before = document.words[trigger.first - 1] if trigger.first else ""
        return {
            "begins with a pronoun": words[0] in self._pointing,
            "main verb": self._main_verb.get(lead.sentence) == trigger.first,
            "in reported speech": lead.sentence in self._speaking and not trigger.speech,
            "behind a clause word": document.words[self._clause(cluster)] in document.language.clause_words,
            "quoted": document.quoted(trigger.first),
            "counts": any(word[:1].isdigit() for word in words),
            "long mention": len(words) > _LONG,
            "passive": trigger.passive,
            "attributive": trigger.attributive,
            "owned": content_trigger.owner,
            "definite": content_trigger.definite or before in self._articles,
            "word of the title": document.words[content_trigger.first] in self._title,
            "opens a paragraph": not lead.sentence
            or sentences[lead.sentence].paragraph != sentences[lead.sentence - 1].paragraph,
        }

    def _when(self, cluster: Cluster) -> list[str]:
        """How long ago, and how exactly told."""
        bounds = cluster.lead.dating.bounds
        if bounds.first is None or bounds.last is None:
            return ["open date"]
        ago, days = (self._published - bounds.last).days, (bounds.last - bounds.first).days
        age = next((name for limit, name in _AGES if ago <= limit), "long ago") if ago >= 0 else "coming"
        width = "day" if not days else "month" if days < _MONTH else "year"
        return [f"age {age}", f"exact to the {width}"]
