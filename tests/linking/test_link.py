"""Linking: which mentions are one event."""

from __future__ import annotations

from datetime import date

import pytest

from events.linking import THRESHOLD, LinkCandidate, compare, link

DAY, NEXT, LATER = date(2025, 3, 14), date(2025, 3, 15), date(2025, 3, 20)
KYIV, ODESA, AMMAN = "geonames:703448", "geonames:698740", "geonames:250441"


def mention(id: int = 1, **given) -> LinkCandidate:
    """An agreement of Jordan and Iraq on 14 March 2025, except for what is given."""
    first = given.pop("first", given.pop("day", DAY))
    last = given.pop("last", first)
    title = given.pop("title", "Jordan and Iraq sign a water agreement")
    language = given.pop("language", "en")
    actors = frozenset(given.pop("actors", ("JOR", "IRQ")))
    given = {key: frozenset(value) if key in ("places", "targets") else value for key, value in given.items()}
    return LinkCandidate(id=id, first=first, last=last, actors=actors, titles={language: title},
                   **{"type": "AGREE"} | given)  # fmt: skip


SPEAKS = {"type": "STATEMENT", "actors": ("RUS", "USA")}
STRIKES = {"type": "ASSAULT", "actors": ("RUS", "UKR"), "targets": ("UKR",)}
#: What is compared, the first mention, the second, one event?
PAIRS = [
    ("the same words", {}, {}, True),
    ("other words for it", {}, {"title": "Water agreement signed by Jordan and Iraq in Amman"}, True),
    ("Arabic and English", {}, {"language": "ar", "title": "الأردن والعراق يوقّعان اتفاقية للمياه"}, True),
    ("two Arabic wordings", {"language": "ar", "title": "وقّع الأردن والعراق اتفاقية للمياه"},
     {"language": "ar", "title": "اتفاقية المياه التي وقّعها الأردن والعراق"}, True),
    ("a day and its month", {}, {"first": date(2025, 3, 1), "last": date(2025, 3, 31)}, True),
    ("told a day later", {}, {"day": NEXT}, True),
    ("another type", {}, {"type": "REJECT"}, False),
    ("another day", {}, {"day": LATER}, False),
    ("another cast, another matter", {}, {"actors": ("EGY", "SDN"), "title": "Egypt and Sudan open a bridge"}, False),
    ("the same cast, another matter", {}, {"title": "Ministers praise tourism deal"}, False),
    ("one actor in common, in two languages", {},
     {"language": "ar", "actors": ("JOR", "EGY"), "title": "اتفاق"}, False),
    ("one actor and the place, in two languages", {"places": (AMMAN,)},
     {"language": "ar", "actors": ("JOR",), "places": (AMMAN,), "title": "اتفاق"}, True),
    ("one actor that is the place as well, in two languages", {"actors": ("JOR",), "places": ("JOR",)},
     {"language": "ar", "actors": ("JOR",), "places": ("JOR",), "title": "اتفاق"}, False),
    ("persons whom each language spells its own way", {"actors": ("JOR", "IRQ", "person:ali-hasan")},
     {"language": "ar", "actors": ("JOR", "IRQ", "person:علي-حسن"), "title": "اتفاق"}, True),
    ("no actor, in two languages", {"actors": ()}, {"language": "ar", "actors": (), "title": "اتفاق"}, False),
    ("names that one language knows do not count in another", {"actors": ("name:en:council", "JOR")},
     {"language": "ar", "actors": ("name:ar:مجلس", "JOR"), "title": "اتفاق"}, False),
    ("nor do they dilute those that both know", {"actors": ("JOR", "IRQ", "name:en:council")},
     {"language": "ar", "actors": ("JOR", "IRQ", "name:ar:مجلس"), "title": "اتفاق"}, True),
    ("two statements of one day", SPEAKS | {"title": "Lavrov says talks on grain exports will go on"},
     SPEAKS | {"title": "Lavrov says Washington must lift sanctions"}, False),
    ("one statement, in like words", SPEAKS | {"title": "Lavrov says talks on grain exports will go on"},
     SPEAKS | {"title": "Talks on grain exports will go on, Lavrov says"}, True),
    ("statements of two on one day, in two languages", SPEAKS | {"title": "Lavrov says talks will go on"},
     SPEAKS | {"language": "ar", "title": "لافروف: على واشنطن رفع العقوبات"}, False),
    ("a meeting of two on one day, in two languages", {"type": "CONSULT"},
     {"type": "CONSULT", "language": "ar", "title": "قمة أردنية عراقية"}, True),
    ("who struck whom is the other way round, in two languages", STRIKES | {"title": "Russia strikes a port"},
     STRIKES | {"targets": ("RUS",), "language": "ar", "title": "هجوم أوكراني"}, False),
    ("who struck whom is the other way round", STRIKES | {"title": "Drones hit an oil depot in an attack"},
     STRIKES | {"targets": ("RUS",), "title": "Attack drones hit oil depot"}, False),
    ("strikes on two cities of one day", STRIKES | {"title": "Russia strikes Kyiv at night", "places": (KYIV,)},
     STRIKES | {"title": "Russia strikes Odesa port at dawn", "places": (ODESA,)}, False),
    ("strikes on two cities, in two languages", STRIKES | {"places": (KYIV,)},
     STRIKES | {"places": (ODESA,), "language": "ar", "title": "ضربة روسية"}, False),
    ("a city and its country", STRIKES | {"title": "Russia strikes Kyiv at night", "places": (KYIV,)},
     STRIKES | {"title": "Russia strikes Kyiv at night, killing five", "places": ("UKR",)}, True),
    ("the same vague window", {"first": date(2025, 3, 1), "last": date(2025, 3, 14), "vague": True},
     {"first": date(2025, 3, 1), "last": date(2025, 3, 14), "vague": True}, True),
    ("a decade holds too much", {"first": date(2020, 1, 1), "last": date(2029, 12, 31)},
     {"language": "ar", "title": "اتفاق"}, False),
    ("since when, and when", {"first": DAY, "last": None}, {"title": "Water deal by Iraq"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("case", "one", "other", "same"), PAIRS, ids=[case for case, *_ in PAIRS])
def test_pair_is_linked_or_not_as_the_table_says(case, one, other, same):
    pair = compare(mention(1, **one), mention(2, **other))
    assert (pair.score >= THRESHOLD) is same, pair
    assert compare(mention(2, **other), mention(1, **one)).score == pair.score


def test_best_pairs_are_linked_and_each_side_only_once():
    mentions = [mention(1, title="Water agreement"), mention(2)]
    events = [mention(10), mention(11, title="The water agreement")]
    assert {(pair.mention, pair.event) for pair in link(mentions, events)} == {(2, 10), (1, 11)}


def test_pair_kept_apart_by_an_editor_is_not_linked():
    assert link([mention(1)], [mention(10)], apart=frozenset({(1, 10)})) == []


def test_tie_goes_to_the_older_event_in_any_order():
    events = [mention(12), mention(10), mention(11)]
    assert [pair.event for pair in link([mention(1)], events)] == [10]
    assert [pair.event for pair in link([mention(1)], events[::-1])] == [10]


def test_link_names_its_reasons():
    (pair,) = link([mention(1, places=(AMMAN,))], [mention(10, places=(AMMAN,))])
    assert pair.reason == {"dates": 1.0, "actors": ["IRQ", "JOR"], "words": 1.0, "place": True}


def test_linking_without_mentions_or_events_gives_nothing():
    assert link([], [mention(1)]) == link([mention(1)], []) == []
