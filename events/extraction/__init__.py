"""The extraction engine: from an article as pasted to dated, grounded events.  No Django, no clock, no network.

from events.extraction import extract
extraction = extract(body, published="2025-09-01")      # -> events.extraction.types.Extraction
"""

from events.extraction.engine import extract, publication_day
from events.extraction.types import ExtractionError, UnsupportedLanguage

#: Changes whenever the same article may give another extraction; every run is stored with it.
ENGINE_VERSION = "0.1"

__all__ = ["ENGINE_VERSION", "ExtractionError", "UnsupportedLanguage", "extract", "publication_day"]
