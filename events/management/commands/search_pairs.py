"""``manage.py search_pairs FILE``: checking pairs of words that search should, or should not, treat as the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from events.desk.aggregate import refresh_events
from events.models import Event
from events.queries.filters import Filters


class Pair(NamedTuple):
    """Two words that must find each other (``same``), or must not."""

    same: bool
    one: str
    other: str

    def missed(self) -> list[tuple[str, str]]:
        """The (stored, asked) directions in which the pair is not treated as it should be."""
        ways = [(self.one, self.other), (self.other, self.one)]
        return [way for way in ways if is_found(*way) != self.same]


class Command(BaseCommand):
    help = "Store an event with one of each pair, ask for the other, both ways round, and count what holds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Lines of same or different, one and other, with tabs between.")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        held, pairs = 0, list(pairs_of(file))
        for pair in pairs:
            missed = pair.missed()
            held += not missed
            for stored, asked in missed:
                found = "not found" if pair.same else "found"
                self.stdout.write(f"{found}: “{asked}” asked, “{stored}” stored")
        self.stdout.write(f"{held} of {len(pairs)} pairs hold.")


def pairs_of(file: Path) -> Iterator[Pair]:
    """The pairs in a file, without blank lines and comments ("#"); what follows a third tab is a note.

    Raises CommandError for a line that is no pair.
    """
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        verdict, *words = line.split("\t")
        if verdict not in ("same", "different") or len(words) < 2 or not all(word.strip() for word in words[:2]):
            raise CommandError(f"{file}:{number}: same or different, one and other are wanted, with tabs between")
        yield Pair(verdict == "same", words[0], words[1])


def is_found(stored: str, asked: str) -> bool:
    """Whether a search for ``asked`` finds an event with the title ``stored``; the event is rolled back."""
    with transaction.atomic():
        event = Event.objects.create(found_titles={"en": stored})
        refresh_events([event.pk])
        found = Filters.parse({"q": asked}).narrow(Event.objects.filter(pk=event.pk)).exists()
        transaction.set_rollback(True)
    return found
