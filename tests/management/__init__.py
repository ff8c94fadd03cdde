"""Tests of ``manage.py``'s commands."""
