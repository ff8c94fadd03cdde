"""How right the engine is: its answers compared with annotated articles and with the languages' own cases.

``article_files`` reads and checks the articles, ``run`` lets the engine read them and counts, ``report`` says it;
``event_cases`` and ``timex_cases`` read the cases.
"""
