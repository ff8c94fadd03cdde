"""Tests of ``newsdesk/doors``, between the web server and Django."""
