"""What actors and places have in common: one key for all languages, and a name in each language."""

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
    """Gets or creates rows by key, and searches them by words of their names."""

    def get_queryset(self) -> WordsQuerySet[Named]:
        return WordsQuerySet(self.model, using=self._db)

    def matching(self, words: str) -> WordsQuerySet[Named]:
        return self.get_queryset().matching(words)

    def named(self, *, key: str, name: str, language: str) -> Named:
        """Get or create the row with this key.

        ``name`` is kept in ``found_names`` if there is none in this language yet.  Readers see it only once an editor
        accepts a source with that name (``NamedModel.show_name``).
        """
        row, created = self.get_or_create(key=key, defaults={"found_names": {language: name}})
        if not created and language not in row.found_names:
            row.found_names[language] = name
            row.save(update_fields=["found_names"])
        return row


class NamedModel(FoundByWords):
    SEARCHED = frozenset({"key", "names", "found_names"})

    key = models.CharField(_("key"), max_length=200, unique=True)
    #: Names that readers see, by language: from accepted sources, or set by an editor.
    names = models.JSONField(_("names"), default=dict, help_text=_("The name in each language, by language code."))
    named_by_editor = models.BooleanField(
        default=False, editable=False, help_text="An editor named it: it stays where no text names it any more."
    )
    #: Names from all texts, by language, accepted or not: for the desk only.
    found_names = models.JSONField(default=dict, editable=False)

    class Meta(FoundByWords.Meta):
        abstract = True
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name_in((get_language() or "en").split("-")[0])

    def searched_texts(self) -> Iterable[str]:
        """All names that ``name_in`` can return, and the key."""
        yield from (self.name_in(language) for language, _name in settings.LANGUAGES)
        yield from self.names.values()
        yield self.key

    def name_in(self, language: str) -> str:
        """The name in this language: from a text or an editor, else a country's from CLDR.

        Without such a name it is a name in another language, else the key.  ``found_names`` are used only where
        ``names`` is empty; readers never see such a row.
        """
        names = self.names or self.found_names
        known = names.get(language) or country_name(self.key, language)
        return closed(known or next(iter(names.values()), self.key))

    def show_found_names(self) -> None:
        """Show readers all found names if they see none yet; for when an editor chose this row by hand."""
        if not self.names:
            self.names = self.found_names
            self.save(update_fields=["names"])

    def show_name(self, *, name: str, language: str) -> None:
        """Show readers this name, unless they already see one in this language."""
        if name and language not in self.names:
            self.names[language] = name
            self.save(update_fields=["names"])
