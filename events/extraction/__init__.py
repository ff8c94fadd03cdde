"""The extraction engine: from an article as pasted to dated, grounded events.  Pure Python: no Django, clock or network.

from events.extraction import extract
extraction = extract(body, published="2025-09-01")      # -> events.extraction.types.Extraction
"""

from events.extraction.engine import extract, publication_day
from events.extraction.types import ExtractionError, UnsupportedLanguage

__all__ = ["ExtractionError", "UnsupportedLanguage", "extract", "publication_day"]
