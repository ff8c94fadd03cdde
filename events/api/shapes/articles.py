"""Articles as they are submitted, listed and shown."""

from __future__ import annotations

from datetime import date
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from events.api.shapes.events import EventRowShape
from events.edtf import plain_figures
from events.models.choices import ArticleState, DateBasis, Visibility

_EXAMPLES = [
    OpenApiExample(
        "English",
        value={
            "title": "Harbour towns agree on ferry",
            "body": "Mayors of the two harbour towns signed a ferry agreement on Monday after a year of talks.",
            "publication_date": "2025-09-02",
            "outlet": "The Harbour Post",
        },
        request_only=True,
    ),
    OpenApiExample(
        "Arabic",
        value={
            "title": "بلديتان تتفقان على خط عبّارات",
            "body": "وقّع رئيسا بلديتي المدينتين أمس الاثنين اتفاقًا لتشغيل خط عبّارات بعد عام من المفاوضات.",
            "publication_date": "2025-09-02",
            "language": "ar",
        },
        request_only=True,
    ),
]


@extend_schema_serializer(examples=_EXAMPLES)
class DayField(serializers.DateField):
    """A day in the digits of any keyboard."""

    def to_internal_value(self, value: Any) -> date:
        return super().to_internal_value(plain_figures(value) if isinstance(value, str) else value)


class SubmissionShape(serializers.Serializer):
    """Which text is taken is decided by ``desk.submit_article``; here only the types of the values."""

    body = serializers.CharField(trim_whitespace=False, allow_blank=True, help_text="Plain text.")
    publication_date = DayField(help_text="Publication date.")
    title = serializers.CharField(required=False, allow_blank=True, default="", max_length=500)
    language = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=8, help_text="Default: detected from the text."
    )
    outlet = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=200, help_text="Name of the outlet that published it."
    )
    url = serializers.CharField(required=False, allow_blank=True, default="", max_length=2000)
    author = serializers.CharField(required=False, allow_blank=True, default="", max_length=200)


class ArticleItemShape(serializers.Serializer):
    id = serializers.IntegerField()
    title = serializers.CharField(allow_blank=True)
    lang = serializers.CharField(allow_blank=True)
    outlet = serializers.CharField(allow_blank=True)
    author = serializers.CharField(allow_blank=True)
    source_url = serializers.CharField(allow_blank=True, help_text="URL of the original.")
    published = serializers.DateField()
    url = serializers.CharField(
        help_text="Page on this site; visible to readers once an event of the article is published."
    )
    state = serializers.ChoiceField(ArticleState.choices, required=False, help_text="Staff only.")
    failure = serializers.CharField(
        required=False, allow_blank=True, help_text="Staff only: why extraction failed, in words."
    )
    failure_code = serializers.CharField(
        required=False, allow_blank=True, help_text="Staff only: why extraction failed, as a stable code."
    )
    submitted_at = serializers.DateTimeField(required=False, help_text="Staff only.")


class TellingSpanShape(serializers.Serializer):
    start = serializers.IntegerField(help_text="Offset in code points from the start of the text.")
    end = serializers.IntegerField()
    text = serializers.CharField()


class ArticleEventShape(serializers.Serializer):
    event = EventRowShape()
    visibility = serializers.ChoiceField(Visibility.choices)
    edtf = serializers.CharField(help_text="The date in this article.")
    basis = serializers.ChoiceField(DateBasis.choices)
    basis_words = serializers.CharField()
    stale = serializers.BooleanField()
    pending = serializers.BooleanField(
        help_text="Staff only: true while it waits for an editor and readers do not see it."
    )
    mentions = TellingSpanShape(many=True)


class ReadTimeShape(serializers.Serializer):
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()
    type = serializers.CharField(help_text="TIMEX3 type: `DATE`, `TIME`, `DURATION` or `SET`.")
    value = serializers.CharField(help_text="TIMEX3 value.")
    edtf = serializers.CharField(allow_blank=True)
    date_words = serializers.CharField(allow_blank=True)
    basis = serializers.ChoiceField(DateBasis.choices, allow_blank=True)
    basis_words = serializers.CharField(allow_blank=True)
    anchor = serializers.CharField(allow_blank=True)
    rules = serializers.ListField(child=serializers.CharField())


class ArticleShape(ArticleItemShape):
    body = serializers.CharField()
    events = ArticleEventShape(many=True)
    times = ReadTimeShape(many=True)
