"""Candidate events: a trigger with its stretch of text, its time expression and the date that follows from both."""
