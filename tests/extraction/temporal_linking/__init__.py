"""Whose time a time expression is."""
