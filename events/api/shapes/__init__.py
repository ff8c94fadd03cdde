"""Serializers that describe requests and answers in the OpenAPI document."""
