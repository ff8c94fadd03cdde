"""What actors and places share: a key that is the same in every language, and a name in each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.models.country_names import country_name
from events.models.directions import closed
from events.models.words import FoundByWords, WordsQuerySet

Named = TypeVar("Named", bound="NamedModel")


class NamedManager(models.Manager[Named]):
    """Finds or makes rows by key, and finds them by their names' words."""

    def get_queryset(self) -> WordsQuerySet[Named]:
        return WordsQuerySet(self.model, using=self._db)

    def matching(self, words: str) -> WordsQuerySet[Named]:
        return self.get_queryset().matching(words)

    def named(self, *, key: str, name: str, language: str) -> Named:
        """The row with this key; its name in ``language`` is kept from the first text that told one.

        Readers see that name only once an editor accepts a text that tells it (``NamedModel.tell``).
        """
        row, created = self.get_or_create(key=key, defaults={"found_names": {language: name}})
        if not created and language not in row.found_names:
            row.found_names[language] = name
            row.save(update_fields=["found_names"])
        return row


class NamedModel(FoundByWords):
    SEARCHED = frozenset({"key", "names", "found_names"})

    key = models.CharField(_("key"), max_length=200, unique=True)
    #: What readers see: told by accepted sources, or set by an editor.
    names = models.JSONField(_("names"), default=dict, help_text=_("The name in each language, by language code."))
    named_by_editor = models.BooleanField(
        default=False, editable=False, help_text="An editor named it: it stays where no text names it any more."
    )
    #: What any text told, whether an editor let it through or not: for the desk alone.
    found_names = models.JSONField(default=dict, editable=False)

    class Meta(FoundByWords.Meta):
        abstract = True
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name_in((get_language() or "en").split("-")[0])

    def searched_texts(self) -> Iterable[str]:
        """All names that ``name_in`` may show, and the key."""
        yield from (self.name_in(language) for language, _name in settings.LANGUAGES)
        yield from self.names.values()
        yield self.key

    def name_in(self, language: str) -> str:
        """The name in this language as a text told it, or a country's own; in any other where there is none.

        Names that no editor let through serve only where there are no others: then readers do not see the row at all.
        """
        names = self.names or self.found_names
        known = names.get(language) or country_name(self.key, language)
        return closed(known or next(iter(names.values()), self.key))

    def tell_all(self) -> None:
        """Let readers see what texts call it, where they see no name yet: an editor chose the row itself."""
        if not self.names:
            self.names = self.found_names
            self.save(update_fields=["names"])

    def tell(self, *, name: str, language: str) -> None:
        """Let readers see this name, unless they see one in this language already."""
        if name and language not in self.names:
            self.names[language] = name
            self.save(update_fields=["names"])
