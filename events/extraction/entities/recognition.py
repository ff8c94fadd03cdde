"""All names of a document: the known ones, those their form gives away, and later mentions by surname."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from events.extraction.entities.capitalised import Run, runs
from events.extraction.entities.gazetteer import Gazetteer, GazetteerMatch
from events.extraction.entities.gazetteer_loading import known_names
from events.extraction.entities.name import Name, NameKind
from events.extraction.entities.name_words import NameWords, name_words
from events.extraction.entities.titled_people import titled
from events.extraction.languages import Language
from events.extraction.text import Document
from events.extraction.text.title_case import title_cased

_SHORTEST_SURNAME = 4  # letters; a shorter one is too often another word
_FULL_NAME = 2  # words of a person's name
#: Says something of a folded token.
IsWord = Callable[[str], bool]


def _never(word: str) -> bool:
    return False


def find_names(
    document: Document, language: Language, is_word: IsWord = _never, is_verb: IsWord = _never
) -> tuple[Name, ...]:
    """The names of the document in the order of the text, none inside another.

    ``is_word`` says of a folded token that it is another word and so begins no person's name, where capitals mark no
    names; ``is_verb``, where they do, that it can be the verb of a clause: by verbs headlines are told, and what opens
    a sentence where verbs stand first.  Neither takes anything from the known names.
    """
    gazetteer, words = known_names(language), name_words(language)
    known = list(_known(document, gazetteer))
    if language.typology.capitals_mark_names:
        names = _by_capitals(document, words, known, is_verb)
    else:
        names = _by_titles(document, words, known, is_word)
    return tuple(sorted(_with_surnames(document, names, words), key=lambda name: name.first))


def _known(document: Document, gazetteer: Gazetteer) -> Iterator[Name]:
    i, total = 0, len(document.words)
    while i < total:
        found = gazetteer.at(document, i)
        if found is None:
            i += 1
            continue
        yield _known_name(document, i, found)
        i = found.last


def _known_name(document: Document, first: int, found: GazetteerMatch) -> Name:
    entry = found.entry
    start = document.offset(first, found.skipped) if found.skipped else document.starts[first]
    end = document.ends[found.last - 1]
    display = entry.display or _display(document, start, end)
    return Name(first, found.last, start, end, entry.kind, display, entry.key, entry.country, entry.demonym)


def _display(document: Document, start: int, end: int) -> str:
    return " ".join(document.body[start:end].split())


def _by_capitals(document: Document, words: NameWords, known: list[Name], is_verb: IsWord) -> list[Name]:
    """Known names and runs of capitals; a run that says more than the known name inside it takes its place."""
    ends = {name.first: name.last for name in known if _ends_run(document, words, name)}
    opens_with_verb = None if document.language.typology.subject_first else is_verb
    headlines = title_cased(document, is_verb, {i for name in known for i in range(name.first, name.last)})
    inside = {name.first: name for name in known}
    taken: set[int] = set()
    names: list[Name] = []
    for run in runs(document, words, ends, opens_with_verb):
        if document.sentence_of[run.first] in headlines:
            continue
        within = [inside[i] for i in range(run.first, run.last) if i in inside]
        if within and not _swallows(run, within):
            continue
        names.append(_run_name(document, run))
        taken.update(range(run.first, run.last))
    return names + [name for name in known if taken.isdisjoint(range(name.first, name.last))]


def _ends_run(document: Document, words: NameWords, name: Name) -> bool:
    """Names that stay by themselves beside other capitals: demonyms, organisations, "US", "Mayor of London"."""
    if name.demonym or name.kind in (NameKind.ORGANISATION, NameKind.GROUP):
        return True
    if name.kind is NameKind.COUNTRY and name.display.isupper():
        return True
    return name.first > 1 and document.words[name.first - 1] in words.inside and _ends_title(document, words, name)


def _ends_title(document: Document, words: NameWords, name: Name) -> bool:
    """Does a title stand before the small word before the name?"""
    starts = range(name.first - 2, -1, -1)[: words.longest_title]
    return any((name.first - 1 - i) == words.title_at(document.words, i) for i in starts)


def _swallows(run: Run, within: list[Name]) -> bool:
    """Does the run name something else than the known names in it ("Brussels Airport", "Paris Hilton")?"""
    if any(name.first == run.first and name.last >= run.last for name in within):
        return False
    if run.kind in (NameKind.ORGANISATION, NameKind.PLACE):
        return True
    if run.titled:
        return True
    return within[-1].last < run.last and within[0].kind is NameKind.CITY


def _run_name(document: Document, run: Run) -> Name:
    start, end = document.span(run.first, run.last)
    key = _person_key(document, run.first, run.last) if run.kind is NameKind.PERSON else None
    return Name(run.first, run.last, start, end, run.kind, _display(document, start, end), key)


def _person_key(document: Document, first: int, last: int) -> str:
    return "person:" + "-".join(word for word in document.words[first:last] if word[:1].isalnum())


def _by_titles(document: Document, words: NameWords, known: list[Name], is_word: IsWord) -> list[Name]:
    """Known names, people behind their titles, and roles without a name."""
    ends = {name.first: name.last for name in known}
    countries = {name.first: name.country for name in known if name.country}
    names = list(known)
    for person in titled(document, words, ends, is_word):
        if person.last > person.first:
            start, end = document.span(person.first, person.last)
            key = _person_key(document, person.first, person.last)
            display = _display(document, start, end)
            names.append(Name(person.first, person.last, start, end, NameKind.PERSON, display, key))
            continue
        country = next((countries[i] for i in range(person.title, person.last) if i in countries), None)
        bare = next((i for i in range(person.title, person.last) if i in ends), person.last)
        if country and bare > person.title:
            start, end = document.span(person.title, bare)
            display = _display(document, start, document.ends[person.last - 1])
            names.append(Name(person.title, bare, start, end, NameKind.ROLE, display, None, country))
    return names


def _with_surnames(document: Document, names: list[Name], words: NameWords) -> Iterable[Name]:
    """Let a person's surname, alone, stand for the person."""
    names = _people_by_surname(document, names)
    people = _surnames(document, names)
    taken: set[int] = set()
    for name in names:
        whole = people.get(document.words[name.last - 1])
        single = name.last - name.first == 1 and name.kind in (NameKind.PERSON, NameKind.OTHER, NameKind.CITY)
        taken.update(range(name.first, name.last))
        yield _same_person(name, whole) if whole and single and whole.first <= name.first else name
    if not people:
        return
    for i in range(len(document.words)):
        if i not in taken and (mention := _surname_at(document, people, words, i)):
            yield mention


def _people_by_surname(document: Document, names: list[Name]) -> list[Name]:
    """A name of two words or more whose last word stands alone later, and whose first does not, is a person's."""
    alone = {document.words[name.first] for name in names if name.last - name.first == 1}
    return [_as_person(document, name) if _goes_by_surname(document, name, alone) else name for name in names]


def _goes_by_surname(document: Document, name: Name, alone: set[str]) -> bool:
    if name.kind is not NameKind.OTHER or name.last - name.first < _FULL_NAME:
        return False
    return document.words[name.last - 1] in alone and document.words[name.first] not in alone


def _as_person(document: Document, name: Name) -> Name:
    return replace(name, kind=NameKind.PERSON, key=_person_key(document, name.first, name.last))


def _surnames(document: Document, names: list[Name]) -> dict[str, Name]:
    """Full names by surname, the first in the text; a surname that is a known name too is left alone."""
    people: dict[str, Name] = {}
    for name in sorted(names, key=lambda name: name.first):
        surname = document.words[name.last - 1]
        if name.kind is NameKind.PERSON and name.last - name.first > 1 and len(surname) >= _SHORTEST_SURNAME:
            people.setdefault(surname, name)
    return people


def _same_person(name: Name, whole: Name) -> Name:
    return replace(name, kind=NameKind.PERSON, display=whole.display, key=whole.key)


def _surname_at(document: Document, people: dict[str, Name], words: NameWords, i: int) -> Name | None:
    word, skipped = document.words[i], 0
    if word not in people:
        prefix = next((p for p in document.language.proclitics if word.startswith(p) and word[len(p) :] in people), "")
        if not prefix:
            return None
        word, skipped = word[len(prefix) :], len(prefix)
    cased = document.body[document.starts[i]].islower()
    whole = people[word]
    if cased or whole.first > i or word in words.stops:
        return None
    start = document.offset(i, skipped) if skipped else document.starts[i]
    return Name(i, i + 1, start, document.ends[i], NameKind.PERSON, whole.display, whole.key)
