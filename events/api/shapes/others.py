"""Timelines, actors and tokens."""

from __future__ import annotations

from rest_framework import serializers


class CoverShape(serializers.Serializer):
    url = serializers.CharField(help_text="A WebP picture; another address where the picture is another.")
    alt = serializers.CharField(help_text="What it shows.")
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class TimelineShape(serializers.Serializer):
    slug = serializers.CharField()
    title = serializers.CharField()
    introduction = serializers.CharField(allow_blank=True)
    query = serializers.CharField(allow_blank=True, help_text="Its filter; put it after `/api/v1/window/?`.")
    url = serializers.CharField(help_text="Its page on this server.")
    cover = CoverShape(allow_null=True)


class ActorShape(serializers.Serializer):
    key = serializers.CharField()
    name = serializers.CharField()
    names = serializers.DictField(child=serializers.CharField(), help_text="Language → name.")
    events = serializers.IntegerField(help_text="Published events that name it.")


class CredentialsShape(serializers.Serializer):
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=4096, trim_whitespace=False, write_only=True)


class TokenShape(serializers.Serializer):
    token = serializers.CharField()
