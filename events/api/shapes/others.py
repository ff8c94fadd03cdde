"""Timelines, actors and tokens."""

from __future__ import annotations

from rest_framework import serializers


class CoverShape(serializers.Serializer):
    url = serializers.CharField(help_text="A WebP picture; the URL changes with the picture.")
    alt = serializers.CharField(help_text="Alternative text.")
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class TimelineShape(serializers.Serializer):
    slug = serializers.CharField()
    title = serializers.CharField()
    introduction = serializers.CharField(allow_blank=True)
    query = serializers.CharField(allow_blank=True, help_text="The filter as a query string, for `/api/v1/window/?`.")
    url = serializers.CharField(help_text="Page on this site.")
    cover = CoverShape(allow_null=True)


class ActorShape(serializers.Serializer):
    key = serializers.CharField()
    name = serializers.CharField()
    names = serializers.DictField(child=serializers.CharField(), help_text="Language → name.")
    events = serializers.IntegerField(help_text="Number of published events.")


class CredentialsShape(serializers.Serializer):
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=4096, trim_whitespace=False, write_only=True)


class TokenShape(serializers.Serializer):
    token = serializers.CharField()
