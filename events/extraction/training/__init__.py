"""Learning from annotated articles: the weights by which an event's confidence and salience are made of its features.

python -m events.extraction.training FILE ... [--write]
"""
