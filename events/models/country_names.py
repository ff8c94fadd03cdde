"""Names of countries in every language of the interface, from Unicode's CLDR."""

from __future__ import annotations

from functools import lru_cache

import pycountry
from babel import Locale


@lru_cache(maxsize=1024)
def country_name(key: str, language: str) -> str:
    """The name of an ISO 3166 code of two or three letters; "" for any other key."""
    if not (key.isascii() and key.isupper() and len(key) in (2, 3)):
        return ""
    get = pycountry.countries.get
    country = get(alpha_2=key) if len(key) == 2 else get(alpha_3=key)
    return Locale.parse(language).territories.get(country.alpha_2, "") if country else ""
