"""Tests of setting up, starting and stopping."""
