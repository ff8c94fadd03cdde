"""Tests of learning the weights."""
