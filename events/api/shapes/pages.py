"""Pages of lists."""

from __future__ import annotations

from drf_spectacular.utils import inline_serializer
from rest_framework import serializers


def page_of(shape: type[serializers.Serializer]) -> serializers.Serializer:
    """The serializer for a page of items with this shape."""
    return inline_serializer(
        f"{shape.__name__.removesuffix('Shape')}Page",
        {
            "count": serializers.IntegerField(help_text="Number of results on all pages."),
            "next": serializers.CharField(allow_null=True),
            "previous": serializers.CharField(allow_null=True),
            "results": shape(many=True),
        },
    )
