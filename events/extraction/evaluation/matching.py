"""Which predicted event is which annotated one.

A prediction hits an event where one of its mentions tells one of the event's clauses and its date is right.  Each hits
one at most, and as many pairs are made as can be (a maximum matching, by the augmenting paths of Kuhn 1955).  Core
events choose first, so that an optional one never takes a prediction that a core one needs.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from events.extraction.evaluation.articles import AnnotatedArticle, AnnotatedEvent, Span
from events.extraction.evaluation.predictions import PredictedEvent
from events.extraction.evaluation.time_words import says_something


@dataclass(frozen=True, slots=True)
class Agreement:
    """For each prediction of an article, the annotated events that it tells, by their places in the article's list.

    ``told``: found in the text; ``right``: with the right date as well, in the article's order.
    """

    told: tuple[frozenset[int], ...]
    right: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Place of the prediction → place of the annotated event."""

    core: Mapping[int, int]
    optional: Mapping[int, int]

    def hit(self, prediction: int) -> bool:
        return prediction in self.core or prediction in self.optional


def agreement(article: AnnotatedArticle, predicted: Sequence[PredictedEvent]) -> Agreement:
    events = article.events or ()
    told, right = [], []
    for prediction in predicted:
        mentions = [span for span in prediction.mentions if says_something(article.body[slice(*span)])]
        found = [place for place, event in enumerate(events) if _tells_any(mentions, event)]
        told.append(frozenset(found))
        right.append(tuple(place for place in found if events[place].right.allow(prediction.days)))
    return Agreement(tuple(told), tuple(right))


def match(article: AnnotatedArticle, agreed: Agreement, predictions: Collection[int]) -> Matching:
    """Pair these predictions (places, ascending) with the article's events."""
    events = article.events or ()
    core = maximum_matching({one: [at for at in agreed.right[one] if events[at].core] for one in predictions})
    left = [one for one in predictions if one not in core]
    optional = maximum_matching({one: [at for at in agreed.right[one] if not events[at].core] for one in left})
    return Matching(core, optional)


def tells(mention: Span, clause: Span) -> bool:
    """Whether four fifths of the mention lie in the clause, or both share a third of the stretch they cover together.

    So a trigger or a clause tells, and a long sentence that merely holds the clause does not.
    """
    shared = min(mention[1], clause[1]) - max(mention[0], clause[0])
    if shared <= 0:
        return False
    length = mention[1] - mention[0]
    together = max(mention[1], clause[1]) - min(mention[0], clause[0])
    return 5 * shared >= 4 * length or 3 * shared >= together


def maximum_matching(choices: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """As many pairs as possible, each key with one of its choices and no choice taken twice.

    Keys are served in their order and prefer their first choices; one that finds all of them taken asks their holders
    to take another.
    """
    holders: dict[int, int] = {}

    def settle(key: int, asked: set[int]) -> bool:
        for choice in choices[key]:
            if choice in asked:
                continue
            asked.add(choice)
            if choice not in holders or settle(holders[choice], asked):
                holders[choice] = key
                return True
        return False

    for key in choices:
        settle(key, set())
    return {key: choice for choice, key in holders.items()}


def _tells_any(mentions: Sequence[Span], event: AnnotatedEvent) -> bool:
    return any(tells(mention, clause) for mention in mentions for clause in event.clauses)
