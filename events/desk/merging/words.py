"""Which titles and which date a survivor shows after a merge, and what it shows again after an unmerge.

The titles and the date computed from all sources may differ from those that the editor chose.  Only then are the chosen
ones stored as an editor's values; ``Merge.took`` remembers the values that they replaced.

A *word* here is one of these values: "date", or "title_" and a language code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from events.desk.review import set_date, set_values
from events.models import Decision, Event, Merge

DATE, TITLE = "date", "title_"
_SET = ["set_titles", "set_edtf", "set_first_day", "set_last_day", "set_precision"]


@dataclass(frozen=True, slots=True)
class Choice:
    """The events whose titles (by language) and whose date the survivor shows.

    For a title or a date without a choice, the survivor shows the value computed from all sources.
    """

    titles: Mapping[str, Event] = field(default_factory=dict)
    date: Event | None = None

    def words(self) -> dict[str, tuple[int, str]]:
        """Word → (primary key of the event it is taken from, its value before the merge), without blank values."""
        titles = {f"{TITLE}{code}": (event.pk, event.titles.get(code, "")) for code, event in self.titles.items()}
        date = {DATE: (self.date.pk, self.date.edtf)} if self.date else {}
        return {word: (owner, value) for word, (owner, value) in (titles | date).items() if value}


def keep_words(
    survivor: Event, wanted: Mapping[str, tuple[int, str]], merges: Iterable[Merge], editor: AbstractBaseUser
) -> None:
    """Store the wanted words that the survivor does not show anyway, and record the change in ``Merge.took``.

    The survivor must have been computed from all its sources before.
    """
    changed: dict[str, dict[str, Any]] = {}
    for word, (owner, value) in wanted.items():
        if _shown(survivor, word) != value:
            changed[word] = {"before": _set(survivor, word), "after": value, "of": owner}
    if not changed:
        return
    _write(survivor, {word: change["after"] for word, change in changed.items()}, editor)
    merges = list(merges)
    for word, change in changed.items():
        # A word of the survivor itself is recorded with any of the merges; ``give_words_back`` passes it on to another
        # until the last of them is undone.
        keeper = next((merge for merge in merges if merge.event_id == change["of"]), merges[0])
        keeper.took = {**keeper.took, word: change}
        keeper.save(update_fields=["took"])


def give_words_back(merge: Merge, editor: AbstractBaseUser) -> None:
    """Restore the words of the survivor that this merge changed, except those that were edited since."""
    survivor = merge.survivor
    others = list(Merge.objects.live().filter(survivor=survivor).exclude(pk=merge.pk))
    restored = {}
    for word, change in merge.took.items():
        heir = next((one for one in others if word in one.took and one.took[word]["before"] == change["after"]), None)
        if heir:  # a later merge changed this word again: when that one is undone, it must restore the older value
            heir.took[word]["before"] = change["before"]
            heir.save(update_fields=["took"])
        elif change["of"] == survivor.pk and (keeper := next((one for one in others if word not in one.took), None)):
            keeper.took[word] = change
            keeper.save(update_fields=["took"])
        elif _set(survivor, word) == change["after"]:
            restored[word] = change["before"]
    if restored:
        _write(survivor, restored, editor)


def _shown(event: Event, word: str) -> str:
    return event.edtf if word == DATE else event.titles.get(word.removeprefix(TITLE), "")


def _set(event: Event, word: str) -> str:
    return event.set_edtf if word == DATE else event.set_titles.get(word.removeprefix(TITLE), "")


def _write(event: Event, words: Mapping[str, str], editor: AbstractBaseUser) -> None:
    """Set these words as an editor's values ("" removes them) and record a decision.

    Unlike ``edit_event`` it also works on an event that is merged.
    """
    before = set_values(event)
    for word, value in words.items():
        if word == DATE:
            set_date(event, value)
        else:
            language = word.removeprefix(TITLE)
            others = {code: title for code, title in event.set_titles.items() if code != language}
            event.set_titles = others | ({language: value} if value else {})
    event.save(update_fields=_SET)
    Decision.objects.create(
        event=event, editor_id=editor.pk, action=Decision.Action.EDIT, before=before, after=set_values(event)
    )
