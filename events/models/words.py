"""The base of all models that can be searched by words: columns with search terms, and how to query them."""

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
#: The terms exactly as ``search_terms`` made them.  PostgreSQL's own parser is bypassed, because it splits words
#: differently from version to version.
LEXEMES = Func(
    F("search_terms"), Value(" "), template="array_to_tsvector(string_to_array(%(expressions)s))", arg_joiner=", ",
    output_field=SearchVectorField(),
)  # fmt: skip


def terms_index(name: str) -> GinIndex:
    return GinIndex(fields=["search"], name=name)


def matches(question: str, path: str = "") -> Q:
    """A condition: the row's terms match ``question``, a tsquery made by ``search_terms.asked``.

    ``path`` is the lookup prefix for a related row, such as "outlet__".
    """
    answer = Func(
        F(f"{path}search"), Cast(Value(question), SearchQueryField()), template="(%(expressions)s)", arg_joiner=" @@ ",
        output_field=models.BooleanField(),
    )  # fmt: skip
    return Q(answer)


class WordsQuerySet(models.QuerySet[Row]):
    """Rows that can be searched by words."""

    def matching(self, words: str) -> Self:
        """Rows with all of these words, in any spelling, number and with any clitics.

        Blank ``words`` leave the rows as they are; ``words`` without a letter or digit match no row.
        """
        if not words.strip():
            return self
        question = asked(words)
        # Not ``none()``: facet counts build on the SQL of this queryset, and ``none()`` has no SQL.
        return self.filter(matches(question) if question else Q(pk=0))


class FoundByWords(models.Model):
    """A row that is found by words of its own columns.  Saving one of these columns updates its terms."""

    #: The names of the columns that ``searched_texts`` reads.
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
