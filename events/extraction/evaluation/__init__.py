"""How right the engine is, measured on annotated articles: events, their fields, confidence and time expressions.

``article_files`` reads and checks the articles, ``run`` lets the engine read them and counts, ``report`` says it.
"""
