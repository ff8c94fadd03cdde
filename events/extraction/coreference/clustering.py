"""One event, however often it is told: join the candidates that tell the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.extraction.candidates.candidate import Candidate
from events.extraction.coreference.cluster import Cluster, EventMention
from events.extraction.coreference.same_event import Sameness

_REMEMBERED = 40  # so many clusters are compared, so that the work stays linear


def cluster_candidates(candidates: Iterable[Candidate], sameness: Sameness) -> list[Cluster]:
    """Clusters in the order of their first mention.

    Tellings with a time of their own come first, each compared with those of its date; one without joins what it
    tells again ("the blast"), and only else stands for itself in its scene.
    """
    gathering = _Gathering(sameness)
    undated, results = [], []
    for candidate in candidates:
        if candidate.result_of:
            results.append(candidate)
        elif candidate.dated:
            gathering.add_dated(candidate)
        else:
            undated.append(candidate)
    for candidate in undated:
        gathering.add_undated(candidate)
    for candidate in results:
        gathering.add_result(candidate)
    for cluster in gathering.clusters:
        cluster.mentions.sort(key=lambda mention: mention.candidate.first)
    return sorted(gathering.clusters, key=lambda cluster: cluster.mentions[0].candidate.first)


class _Gathering:
    def __init__(self, sameness: Sameness) -> None:
        self._sameness = sameness
        self.clusters: list[Cluster] = []
        self._by_day: dict[str, list[Cluster]] = {}
        self._by_type: dict[str, list[Cluster]] = {}
        self._home: dict[int, Cluster] = {}

    def add_dated(self, candidate: Candidate) -> None:
        self._add(self._sameness.mention(candidate))

    def add_result(self, candidate: Candidate) -> None:
        """What came of an event is told with it."""
        mention = self._sameness.mention(candidate)
        home = self._home.get(id(candidate.result_of))
        if home is not None:
            self._take(home, mention)
        elif candidate.stands_alone:
            self._add(mention)

    def add_undated(self, candidate: Candidate) -> None:
        mention = self._sameness.mention(candidate)
        for cluster in reversed(self._by_type.get(candidate.type, [])[-_REMEMBERED:]):
            if self._sameness.points_back(cluster, mention):
                self._take(cluster, mention)
                return
        if candidate.stands_alone:
            self._add(mention)
        elif candidate.trigger.speech:
            home = self._among(self._by_day.get(candidate.dating.day, ()), mention)
            if home is not None:
                self._take(home, mention)

    def _add(self, mention: EventMention) -> None:
        candidate = mention.candidate
        same_day = self._by_day.setdefault(candidate.dating.day, [])
        home = self._among(same_day, mention) or self._around(mention)
        if home is None:
            home = Cluster()
            self.clusters.append(home)
            same_day.append(home)
            self._by_type.setdefault(candidate.type, []).append(home)
        self._take(home, mention)

    def _among(self, same_day: Sequence[Cluster], mention: EventMention) -> Cluster | None:
        for cluster in reversed(same_day[-_REMEMBERED:]):
            if self._sameness.of_one_day(cluster, mention):
                return cluster
        return None

    def _around(self, mention: EventMention) -> Cluster | None:
        """What was told with a coarser or finer date ("in July", "on 14 July")."""
        if not mention.candidate.dated:
            return None
        for cluster in reversed(self._by_type.get(mention.candidate.type, [])[-_REMEMBERED:]):
            if self._sameness.of_one_time(cluster, mention):
                return cluster
        return None

    def _take(self, home: Cluster, mention: EventMention) -> None:
        home.take(mention)
        self._home[id(mention.candidate)] = home
