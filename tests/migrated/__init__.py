"""A filled database of an earlier commit, and what programs read of it there: both made by ``make.py`` and kept."""
