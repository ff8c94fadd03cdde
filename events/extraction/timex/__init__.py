"""Time expressions: recognised by the rules of the language's folder, then resolved into TIMEX3 values and EDTF.

find_timexes(document, published) -> tuple[Timex, ...]      in text order, never overlapping
"""

from events.extraction.timex.pipeline import find_timexes

__all__ = ["find_timexes"]
