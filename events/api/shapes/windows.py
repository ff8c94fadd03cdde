"""Windows of the timeline, and facets."""

from __future__ import annotations

from rest_framework import serializers

from events.api.shapes.events import EventRowShape


class BinShape(serializers.Serializer):
    first = serializers.DateField()
    last = serializers.DateField()
    count = serializers.IntegerField()


class ExtentShape(serializers.Serializer):
    first = serializers.DateField(allow_null=True)
    last = serializers.DateField(allow_null=True)


class EraShape(serializers.Serializer):
    title = serializers.CharField()
    edtf = serializers.CharField()
    first = serializers.DateField(allow_null=True)
    last = serializers.DateField(allow_null=True)
    colour = serializers.CharField(help_text="`sand`, `sky`, `leaf` or `rose`.")


class LaneShape(serializers.Serializer):
    value = serializers.CharField()
    total = serializers.IntegerField(
        allow_null=True,
        help_text="Events in the window with this value; null for windows of more than 5,000 events whose lanes are "
        "not tallied: these are the lanes of the 5,000 most salient, and `counts` is empty.",
    )
    counts = serializers.ListField(
        child=serializers.IntegerField(), help_text="Number of its events in each bin of `density`."
    )

    def get_fields(self) -> dict[str, serializers.Field]:
        """Every field has an attribute ``label`` of its own."""
        return super().get_fields() | {"label": serializers.CharField()}


class LanedRowShape(EventRowShape):
    lane = serializers.CharField(required=False, help_text="The event's lane, if `lanes` was requested.")


class WindowShape(serializers.Serializer):
    total = serializers.IntegerField(help_text="Number of events whose days overlap the window.")
    hidden = serializers.IntegerField(help_text="Number of events that are not listed here.")
    density = BinShape(many=True, help_text="Each event is counted once, in the bin of its middle day.")
    extent = ExtentShape(
        help_text="First and last day of all events that match the filters, inside or outside the window."
    )
    eras = EraShape(many=True, help_text="Named periods of a timeline, for the background.")
    lanes = LaneShape(many=True, help_text="Fullest first; empty unless `lanes` is requested.")
    events = LanedRowShape(many=True, help_text="Events pinned to the timeline, then the most salient.")

    def get_fields(self) -> dict[str, serializers.Field]:
        """Add ``from`` and ``to`` here: ``from`` is a keyword of Python and cannot be an attribute."""
        ends = {name: serializers.DateField(allow_null=True) for name in ("from", "to")}
        return ends | super().get_fields()


class ChoiceShape(serializers.Serializer):
    value = serializers.CharField()
    count = serializers.IntegerField()

    def get_fields(self) -> dict[str, serializers.Field]:
        """Every field has an attribute ``label`` of its own."""
        return super().get_fields() | {"label": serializers.CharField()}


class FacetsShape(serializers.Serializer):
    type = ChoiceShape(many=True)
    status = ChoiceShape(many=True)
    lang = ChoiceShape(many=True)
    actor = ChoiceShape(many=True)
