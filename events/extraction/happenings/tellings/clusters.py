"""One happening, however often it is told: join the candidates that tell the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.extraction.happenings.tellings.candidate import Candidate
from events.extraction.happenings.tellings.sameness import Sameness
from events.extraction.happenings.tellings.telling import Cluster, Telling

_REMEMBERED = 40  # so many clusters are compared, so that the work stays linear


def cluster(candidates: Iterable[Candidate], sameness: Sameness) -> list[Cluster]:
    """Clusters in the order of their first telling.

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
    for told in gathering.clusters:
        told.tellings.sort(key=lambda telling: telling.candidate.first)
    return sorted(gathering.clusters, key=lambda told: told.tellings[0].candidate.first)


class _Gathering:
    def __init__(self, sameness: Sameness) -> None:
        self._sameness = sameness
        self.clusters: list[Cluster] = []
        self._by_day: dict[str, list[Cluster]] = {}
        self._by_type: dict[str, list[Cluster]] = {}
        self._home: dict[int, Cluster] = {}

    def add_dated(self, candidate: Candidate) -> None:
        self._add(self._sameness.telling(candidate))

    def add_result(self, candidate: Candidate) -> None:
        """What came of a happening is told with it."""
        telling = self._sameness.telling(candidate)
        home = self._home.get(id(candidate.result_of))
        if home is not None:
            self._take(home, telling)
        elif candidate.stands_alone:
            self._add(telling)

    def add_undated(self, candidate: Candidate) -> None:
        telling = self._sameness.telling(candidate)
        for told in reversed(self._by_type.get(candidate.type, [])[-_REMEMBERED:]):
            if self._sameness.points_back(told, telling):
                self._take(told, telling)
                return
        if candidate.stands_alone:
            self._add(telling)
        elif candidate.trigger.speech:
            home = self._among(self._by_day.get(candidate.dating.day, ()), telling)
            if home is not None:
                self._take(home, telling)

    def _add(self, telling: Telling) -> None:
        candidate = telling.candidate
        same_day = self._by_day.setdefault(candidate.dating.day, [])
        home = self._among(same_day, telling) or self._around(telling)
        if home is None:
            home = Cluster()
            self.clusters.append(home)
            same_day.append(home)
            self._by_type.setdefault(candidate.type, []).append(home)
        self._take(home, telling)

    def _among(self, same_day: Sequence[Cluster], telling: Telling) -> Cluster | None:
        for told in reversed(same_day[-_REMEMBERED:]):
            if self._sameness.of_one_day(told, telling):
                return told
        return None

    def _around(self, telling: Telling) -> Cluster | None:
        """What was told with a coarser or finer date ("in July", "on 14 July")."""
        if not telling.candidate.dated:
            return None
        for told in reversed(self._by_type.get(telling.candidate.type, [])[-_REMEMBERED:]):
            if self._sameness.of_one_time(told, telling):
                return told
        return None

    def _take(self, home: Cluster, telling: Telling) -> None:
        home.take(telling)
        self._home[id(telling.candidate)] = home
