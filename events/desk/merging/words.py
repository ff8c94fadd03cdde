"""Which titles and which date an event keeps when others are merged into it, and what it says again when they leave.

What all sources say together may be another title or date than the editor chose; then, and only then, the choice
becomes an editor's word.  ``Merge.took`` remembers what stood there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from events.desk.review import editors_word, set_date
from events.models import Decision, Event, Merge

DATE, TITLE = "date", "title_"
_SET = ["set_titles", "set_edtf", "set_first_day", "set_last_day", "set_precision"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose title in each language and whose date the survivor keeps; without, what all sources say together."""

    titles: Mapping[str, Event] = field(default_factory=dict)
    date: Event | None = None

    def words(self) -> dict[str, tuple[int, str]]:
        """Word → whose it is, and how it is shown before the merge; blank ones are no choice."""
        titles = {f"{TITLE}{code}": (event.pk, event.titles.get(code, "")) for code, event in self.titles.items()}
        date = {DATE: (self.date.pk, self.date.edtf)} if self.date else {}
        return {word: (owner, said) for word, (owner, said) in (titles | date).items() if said}


def keep_words(
    survivor: Event, wanted: Mapping[str, tuple[int, str]], merges: Iterable[Merge], editor: AbstractBaseUser
) -> None:
    """Set those words that the survivor, computed anew, would not show; each merge remembers its own."""
    changed: dict[str, dict[str, Any]] = {}
    for word, (owner, said) in wanted.items():
        if _shown(survivor, word) != said:
            changed[word] = {"before": _set(survivor, word), "after": said, "of": owner}
    if not changed:
        return
    _write(survivor, {word: change["after"] for word, change in changed.items()}, editor)
    merges = list(merges)
    for word, change in changed.items():
        # The survivor's own word is held until the last of these merges is undone (``give_words_back``).
        keeper = next((merge for merge in merges if merge.event_id == change["of"]), merges[0])
        keeper.took = {**keeper.took, word: change}
        keeper.save(update_fields=["took"])


def give_words_back(merge: Merge, editor: AbstractBaseUser) -> None:
    """Undo what this merge changed in the words of its survivor, but for what was edited since."""
    survivor = merge.survivor
    others = list(Merge.objects.live().filter(survivor=survivor).exclude(pk=merge.pk))
    restored = {}
    for word, change in merge.took.items():
        heir = next((one for one in others if word in one.took and one.took[word]["before"] == change["after"]), None)
        if heir:  # it changed what this merge had set; undone later, it goes back further
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
    """Set an editor's words, "" for the engine's, and keep it in the history; also of an event that is merged."""
    before = editors_word(event)
    for word, said in words.items():
        if word == DATE:
            set_date(event, said)
        else:
            language = word.removeprefix(TITLE)
            others = {code: title for code, title in event.set_titles.items() if code != language}
            event.set_titles = others | ({language: said} if said else {})
    event.save(update_fields=_SET)
    Decision.objects.create(
        event=event, editor_id=editor.pk, action=Decision.Action.EDIT, before=before, after=editors_word(event)
    )
