"""Names that no list holds, in languages that write them with capitals: runs of capitalised words, told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from events.extraction.entities.name import NameKind
from events.extraction.entities.name_words import NameWords
from events.extraction.text import Document
from events.extraction.text.marks import APOSTROPHE, FULL_STOP, HYPHEN

_LONGEST_RUN = 12  # tokens; longer runs are headlines and lists
_SMALL_WORDS = 3  # between two capitals of one name: "Bank of the West", "Ana de la Cruz"
_SHORTEST = 3  # letters of a single word that is a name by its capital alone


class Run(NamedTuple):
    """Tokens [first, last) that form one name, the title before it left out; ``titled`` says there was one."""

    first: int
    last: int
    kind: NameKind
    titled: bool


def runs(
    document: Document, words: NameWords, known: dict[int, int], is_verb: Callable[[str], bool] | None
) -> Iterator[Run]:
    """Names by their capitals.

    ``known`` gives first → last of demonyms and other names that end a run; ``is_verb``, where verbs stand first, says
    of a folded token that it may open a sentence as its verb and so begins no name there.
    """
    i, total = 0, len(document.words)
    behind_title = -1  # where a title with its place ends ("Mayor of London")
    while i < total:
        if i in known:
            behind_title = known[i] if i > 0 and document.words[i - 1] in words.inside else -1
            i = known[i]
            continue
        if is_verb and is_verb(document.words[i]) and document.opens(i):
            i += 1
            continue
        titled = _title_at(document, words, i)
        if titled and i + titled < total and _begins(document, words, i + titled):
            last = _run_end(document, words, i + titled, known)
            yield Run(i + titled, last, _titled_kind(document, words, i + titled, last), True)
            i = last
        elif not titled and _begins(document, words, i):
            last = _run_end(document, words, i, known)
            person = i == behind_title or _behind_person_noun(document, words, i)
            kind = _kind(document, words, i, last)
            if kind is NameKind.OTHER and person:
                kind = NameKind.PERSON
            elif kind is NameKind.OTHER and i > 0 and document.words[i - 1] in words.place_prepositions:
                kind = NameKind.PLACE
            if kind is not None:
                yield Run(i, last, kind, person)
            i = last
        else:
            i += titled or 1


def _title_at(document: Document, words: NameWords, i: int) -> int:
    """The length of the title at ``i``; 0 for none, and where it begins an institution ("Justice Department")."""
    length = words.title_at(document.words, i) if document.capitalised(i) else 0
    after = i + length
    return 0 if length and after < len(document.words) and document.words[after] in words.heads else length


def _begins(document: Document, words: NameWords, i: int) -> bool:
    return document.capitalised(i) and document.words[i] not in words.stops and document.words[i][:1].isalpha()


def _run_end(document: Document, words: NameWords, first: int, known: dict[int, int]) -> int:
    """The end of the run: capitals, hyphens and initials between them, and the small words that names hold."""
    i = first + 1
    sentence = document.sentence_of[first]
    limit = min(len(document.words), first + _LONGEST_RUN)
    while i < limit and document.sentence_of[i] == sentence and i not in known:
        if _continues(document, words, i):
            if _title_at(document, words, i):
                break
            i += 1
            continue
        after = i
        while after < limit and _joins(document, words, after) and after - i < _SMALL_WORDS:
            after += 1
        if after == i or after >= limit or not _continues(document, words, after) or after in known:
            break
        i = after + 1
    return i


def _continues(document: Document, words: NameWords, i: int) -> bool:
    word = document.words[i]
    return document.capitalised(i) and word[:1].isalpha() and word not in words.stops


def _joins(document: Document, words: NameWords, i: int) -> bool:
    """A small word inside names, a hyphen without spaces, the full stop of an initial."""
    word, before = document.words[i], document.words[i - 1]
    if word in words.particles:
        return True
    if word in words.inside:
        return before in words.heads
    if word in words.behind:
        return before in words.inside
    if word == HYPHEN:
        return not document.spaced(i) and i + 1 < len(document.words) and not document.spaced(i + 1)
    if word == APOSTROPHE:  # "the Growers' Union" is one, in "the Beatles' Apple Corps" one owns the other
        return not document.spaced(i) and not words.heads.keys().isdisjoint(document.words[i + 1 : i + 2])
    return word == FULL_STOP and not document.spaced(i) and len(document.words[i - 1]) == 1


def _kind(document: Document, words: NameWords, first: int, last: int) -> NameKind | None:
    """What the run names; None for a single word that has its capital from the sentence."""
    head = _head_kind(document, words, first, last)
    if head is not None and last - first > 1:
        return head
    if sum(document.capitalised(i) for i in range(first, last)) == 1:
        return _single_kind(document, words, first)
    return NameKind.OTHER


def _head_kind(document: Document, words: NameWords, first: int, last: int) -> NameKind | None:
    """The kind that the name's head says: its last word, or its first before "of"."""
    for i in (last - 1, first):
        kind = words.heads.get(document.words[i])
        if kind is not None:
            return kind
    for i in range(first + 1, last - 1):
        if document.words[i + 1] in words.inside and (kind := words.heads.get(document.words[i])):
            return kind
    return None


def _titled_kind(document: Document, words: NameWords, first: int, last: int) -> NameKind:
    head = _head_kind(document, words, first, last)
    return head if head is not None and last - first > 1 else NameKind.PERSON


def _single_kind(document: Document, words: NameWords, i: int) -> NameKind | None:
    if _shouted(document, i):
        return NameKind.ORGANISATION
    if document.words[i] in words.heads or len(document.words[i]) < _SHORTEST:
        return None
    return None if document.opens(i) else NameKind.OTHER


def _shouted(document: Document, i: int) -> bool:
    """An acronym: two capitals or more, and nothing else."""
    text = document.body[document.starts[i] : document.ends[i]]
    return len(text) > 1 and text.isupper()


def _behind_person_noun(document: Document, words: NameWords, i: int) -> bool:
    return i > 0 and document.words[i - 1] in words.person_nouns
