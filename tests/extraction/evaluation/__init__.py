"""Tests of the evaluation: small articles whose right figures can be counted by hand."""
