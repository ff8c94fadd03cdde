"""The extraction engine: from an article as pasted to dated, grounded events.  No Django, no clock, no network.

from events.extraction import extract
extraction = extract(body, published="2025-09-01")      # -> events.extraction.types.Extraction
"""

from events.extraction.engine import extract, publication_day
from events.extraction.types import ExtractionError, UnsupportedLanguage
from events.extraction.version import engine_version

__all__ = ["ExtractionError", "UnsupportedLanguage", "engine_version", "extract", "publication_day"]
