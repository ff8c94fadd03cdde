"""What stands around an event in its article: the plain facts by which one event outweighs another.

Each is yes or no (1 or 0); what is made of them stands in judgement.py and weights.toml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from events.extraction.happenings.tellings.telling import Cluster
from events.extraction.happenings.triggers.trigger import Trigger
from events.extraction.happenings.words.vocabulary import Vocabulary
from events.extraction.text import Document

#: How long ago an event lies, in days: the news of the week, its season, its year.
_AGES = ((0, "today"), (7, "this week"), (120, "this season"), (400, "this year"))
_MONTH = 32
_COMPARED = 40  # so many events of a date are compared, so that the work stays linear
_LONG = 12  # words of a mention


class Circumstances:
    """Knows one document's events; made once they are all gathered."""

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        clusters: Sequence[Cluster],
        triggers: Sequence[Trigger],
        published: date,
        title: str,
    ) -> None:
        self._document = document
        self._published = published
        self._pointing = vocabulary.cue("POINTING", "words")
        self._articles = vocabulary.cue("DEFINITE", "words")
        self._title = set(document.language.fold(title).split())
        self._of_day = Counter(told.lead.dating.day for told in clusters)
        self._in_sentence = Counter((told.lead.sentence, told.lead.dating.day) for told in clusters)
        self._in_clause = Counter((self._clause(told), told.lead.dating.day) for told in clusters)
        self._of_type = Counter((told.lead.type, told.lead.dating.day) for told in clusters)
        self._by_day: dict[str, list[Cluster]] = {}
        for told in clusters:
            self._by_day.setdefault(told.lead.dating.day, []).append(told)
        self._first_of_day: dict[str, Cluster] = {}
        for told in clusters:
            self._first_of_day.setdefault(told.lead.dating.day, told)
        self._main_verb: dict[int, int] = {}
        finite = [trigger for trigger in triggers if trigger.finite]
        for trigger in finite:
            self._main_verb.setdefault(document.sentence_of[trigger.first], trigger.first)
        self._speaking = {document.sentence_of[trigger.first] for trigger in finite if trigger.speech}

    def of(self, told: Cluster) -> dict[str, float]:
        """The facts that hold, each 1."""
        facts = self._among_others(told) | self._in_its_sentence(told)
        return {name: 1.0 for name, holds in facts.items() if holds} | dict.fromkeys(self._when(told), 1.0)

    def _clause(self, told: Cluster) -> int:
        return self._document.clause_of(told.lead.trigger.first).first

    def _among_others(self, told: Cluster) -> dict[str, bool]:
        lead = told.lead
        day = lead.dating.day
        return {
            "shares its sentence and date": self._in_sentence[lead.sentence, day] > 1,
            "shares its clause and date": self._in_clause[self._clause(told), day] > 1,
            "only one of its date": self._of_day[day] == 1,
            "one of several of its type and date": self._of_type[lead.type, day] > 1,
            "echoes another": self._echoes(told),
            "echoed by a surer one": self._echoes(told, surer=True),
            "first of its date": self._first_of_day[day] is told,
        }

    def _echoes(self, told: Cluster, *, surer: bool = False) -> bool:
        """Does another of its date share its words: one whose time is surer, if wanted?"""
        others = self._by_day[told.lead.dating.day][:_COMPARED]
        return any(
            other is not told
            and len(other.words & told.words) + len(other.keys & told.keys) >= 2
            and (not surer or (other.lead.dated and not told.lead.dated))
            for other in others
        )

    def _in_its_sentence(self, told: Cluster) -> dict[str, bool]:
        lead, document = told.lead, self._document
        trigger, meaning = lead.trigger, lead.meaning
        words = document.words[lead.first : lead.last]
        sentences = document.sentences
        before = document.words[trigger.first - 1] if trigger.first else ""
        return {
            "begins with a pronoun": words[0] in self._pointing,
            "main verb": self._main_verb.get(lead.sentence) == trigger.first,
            "in reported speech": lead.sentence in self._speaking and not trigger.speech,
            "behind a clause word": document.words[self._clause(told)] in document.language.clause_words,
            "quoted": document.quoted(trigger.first),
            "counts": any(word[:1].isdigit() for word in words),
            "long mention": len(words) > _LONG,
            "passive": trigger.passive,
            "attributive": trigger.attributive,
            "owned": meaning.owner,
            "definite": meaning.definite or before in self._articles,
            "word of the title": document.words[meaning.first] in self._title,
            "opens a paragraph": not lead.sentence
            or sentences[lead.sentence].paragraph != sentences[lead.sentence - 1].paragraph,
        }

    def _when(self, told: Cluster) -> list[str]:
        """How long ago, and how exactly told."""
        bounds = told.lead.dating.bounds
        if bounds.first is None or bounds.last is None:
            return ["open date"]
        ago, days = (self._published - bounds.last).days, (bounds.last - bounds.first).days
        age = next((name for limit, name in _AGES if ago <= limit), "long ago") if ago >= 0 else "coming"
        width = "day" if not days else "month" if days < _MONTH else "year"
        return [f"age {age}", f"exact to the {width}"]
