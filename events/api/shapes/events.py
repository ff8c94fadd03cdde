"""Events: a row of the timeline, an item of the list, and the whole panel."""

from __future__ import annotations

from rest_framework import serializers

from events.models.choices import DateBasis, DatePrecision, EventStatus, EventType, Visibility


class NamedShape(serializers.Serializer):
    key = serializers.CharField()
    name = serializers.CharField()


class CastShape(NamedShape):
    role = serializers.CharField(help_text="`actor` or `target`.")


class EventRowShape(serializers.Serializer):
    id = serializers.IntegerField()
    title = serializers.CharField()
    lang = serializers.CharField(help_text="Language of the title, which may differ from the one requested.")
    edtf = serializers.CharField(help_text="The date, as precise as its source: EDTF (ISO 8601-2).", allow_blank=True)
    date_words = serializers.CharField(help_text="The date in words.", allow_blank=True)
    first = serializers.DateField(allow_null=True, help_text="First day; null if the interval is open.")
    last = serializers.DateField(allow_null=True, help_text="Last day; null if the interval is open.")
    precision = serializers.ChoiceField(DatePrecision.choices, allow_blank=True)
    approximate = serializers.BooleanField(help_text="True for EDTF with `~`, `?` or `%`.")
    type = serializers.ChoiceField(EventType.choices, allow_blank=True)
    type_label = serializers.CharField(allow_blank=True)
    status = serializers.ChoiceField(EventStatus.choices, allow_blank=True)
    salience = serializers.FloatField(help_text="Importance, 0 to 1.")
    confidence = serializers.FloatField(help_text="How sure the extraction is, 0 to 1.")
    sources = serializers.IntegerField(help_text="Number of source articles.")
    url = serializers.CharField(help_text="Page on this site.")


class EventItemShape(EventRowShape):
    titles = serializers.DictField(child=serializers.CharField(), help_text="Language → title.")
    basis = serializers.ChoiceField(DateBasis.choices, allow_blank=True, help_text="Reason for the date.")
    visibility = serializers.ChoiceField(Visibility.choices)
    place = NamedShape(allow_null=True)
    actors = CastShape(many=True)


class QuoteShape(serializers.Serializer):
    text = serializers.CharField()
    before = serializers.CharField(allow_blank=True)
    after = serializers.CharField(allow_blank=True)
    start = serializers.IntegerField(help_text="Offset in code points from the start of the article's text.")
    end = serializers.IntegerField()
    anchor = serializers.CharField(
        help_text="URL fragment of the quote on the article's page; the same after every extraction."
    )


class EvidenceShape(serializers.Serializer):
    article = serializers.IntegerField()
    title = serializers.CharField(allow_blank=True)
    outlet = serializers.CharField(allow_blank=True)
    url = serializers.CharField(allow_blank=True)
    published = serializers.DateField()
    published_words = serializers.CharField()
    lang = serializers.CharField(allow_blank=True)
    edtf = serializers.CharField(help_text="The date in this article.")
    stale = serializers.BooleanField(help_text="No longer found by a later extraction.")
    quotes = QuoteShape(many=True)


class WhyShape(serializers.Serializer):
    expression = serializers.CharField(allow_blank=True, help_text="The words that give the date.")
    lang = serializers.CharField(allow_blank=True)
    anchor = serializers.CharField(allow_blank=True, help_text="EDTF: the date that the words were counted from.")
    anchor_words = serializers.CharField(allow_blank=True)
    basis = serializers.ChoiceField(DateBasis.choices, allow_blank=True)
    basis_words = serializers.CharField(allow_blank=True)
    rules = serializers.ListField(child=serializers.CharField(), help_text="The extraction rules that matched.")


class OtherDateShape(serializers.Serializer):
    edtf = serializers.CharField()
    date_words = serializers.CharField()
    basis = serializers.ChoiceField(DateBasis.choices)
    basis_words = serializers.CharField()
    article = serializers.IntegerField()
    outlet = serializers.CharField(allow_blank=True)


class EventPanelShape(serializers.Serializer):
    """A row of the timeline and all that stands behind it."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    lang = serializers.CharField()
    titles = serializers.DictField(child=serializers.CharField())
    edtf = serializers.CharField(allow_blank=True)
    date_words = serializers.CharField(allow_blank=True)
    first = serializers.DateField(allow_null=True)
    last = serializers.DateField(allow_null=True)
    precision = serializers.ChoiceField(DatePrecision.choices, allow_blank=True)
    precision_label = serializers.CharField(allow_blank=True)
    approximate = serializers.BooleanField()
    basis = serializers.ChoiceField(DateBasis.choices, allow_blank=True)
    basis_words = serializers.CharField(allow_blank=True)
    type = serializers.ChoiceField(EventType.choices, allow_blank=True)
    type_label = serializers.CharField(allow_blank=True)
    status = serializers.ChoiceField(EventStatus.choices, allow_blank=True)
    status_label = serializers.CharField(allow_blank=True)
    visibility = serializers.ChoiceField(Visibility.choices)
    confidence = serializers.FloatField()
    salience = serializers.FloatField()
    url = serializers.CharField()
    why = WhyShape()
    place = NamedShape(allow_null=True)
    actors = CastShape(many=True)
    sources = EvidenceShape(many=True)
    other_dates = OtherDateShape(many=True)
