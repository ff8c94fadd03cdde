"""Who and where: the names of a document, with a key that languages share where there is one.

    names = find_names(document, language)     tuple[Name, ...] in text order, none inside another
    name.first, name.last                      its tokens;  name.start, name.end its span in the body
    name.kind                                  NameKind: country, city, place, organisation, group, person, role, other
    NamesByPlace(names).within(first, last)    those that begin in these tokens
    name.as_actor() -> Actor                   "Moscow" and "the Kremlin" act under the key RUS
    name.as_place() -> Place, if name.locates  "Moscow" as a place is geonames:524901

Countries and their names come from CLDR, cities and capitals from GeoNames, demonyms by rule and exception; the files
in a language's folder ``entities/`` hold the rest: countries.toml, organisations.toml, words.toml.
"""

from events.extraction.entities.gazetteer_loading import known_names
from events.extraction.entities.name import Name, NameKind
from events.extraction.entities.names_by_place import NamesByPlace
from events.extraction.entities.recognition import find_names

__all__ = ["Name", "NameKind", "NamesByPlace", "find_names", "known_names"]
