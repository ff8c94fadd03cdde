"""What is found by words: the columns that hold its terms, and how they are asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self, TypeVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast

from events.models.search_terms import asked, stored_terms

Row = TypeVar("Row", bound=models.Model)
#: The terms just as they were made: PostgreSQL's parser has no say, which cuts words otherwise in another version.
LEXEMES = Func(
    F("search_terms"), Value(" "), template="array_to_tsvector(string_to_array(%(expressions)s))", arg_joiner=", ",
    output_field=SearchVectorField(),
)  # fmt: skip


def terms_index(name: str) -> GinIndex:
    return GinIndex(fields=["search"], name=name)


def matches(question: str, path: str = "") -> Q:
    """Rows whose terms answer one of ``search_terms.asked``'s questions; ``path`` leads to them ("outlet__")."""
    answer = Func(
        F(f"{path}search"), Cast(Value(question), SearchQueryField()), template="(%(expressions)s)", arg_joiner=" @@ ",
        output_field=models.BooleanField(),
    )  # fmt: skip
    return Q(answer)


class WordsQuerySet(models.QuerySet[Row]):
    """Rows that can be asked for by words."""

    def matching(self, words: str) -> Self:
        """Those with all these words, in any spelling, number or clitics; without a letter or digit there are none."""
        if not words.strip():
            return self
        question = asked(words)
        # Not ``none()``, of which no SQL can be made: counts are asked for with the SQL of what is found.
        return self.filter(matches(question) if question else Q(pk=0))


class FoundByWords(models.Model):
    """A row that is found by some of its own columns; its terms are made whenever one of them is saved."""

    #: The columns that ``searched_texts`` reads.
    SEARCHED: ClassVar[frozenset[str]]

    search_terms = models.TextField(blank=True, editable=False, default="")
    search = models.GeneratedField(expression=LEXEMES, output_field=SearchVectorField(), db_persist=True)

    class Meta:
        abstract = True
        indexes = [terms_index("%(class)s_by_search")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        saved = kwargs.get("update_fields")
        if saved is None or not self.SEARCHED.isdisjoint(saved):
            self.search_terms = stored_terms(self.searched_texts())
            kwargs["update_fields"] = saved if saved is None else {*saved, "search_terms"}
        super().save(*args, **kwargs)

    def searched_texts(self) -> Iterable[str]:
        return (getattr(self, column) for column in sorted(self.SEARCHED))
