"""The words by which a language shows where a title may end, and what it must not lack."""

from __future__ import annotations

from dataclasses import dataclass

from events.extraction.languages import Language
from events.extraction.lexicon.entries import event_lexicon_of


@dataclass(frozen=True, slots=True)
class TitleCues:
    """Sets of folded words of one language."""

    phrases: frozenset[str]  # begin a phrase before which a title may be cut
    unfinished: frozenset[str]  # end no title
    infinitive: frozenset[str]  # "to"
    auxiliaries: frozenset[str]  # before the verb of a clause
    content: frozenset[str]  # open what was said
    about: frozenset[str]  # "about": say of what somebody spoke
    pointing: frozenset[str]  # pronouns that only the text before explains
    trailing: frozenset[str]  # behind a comma they go on with an afterthought


def title_cues_of(language: Language) -> TitleCues:
    """The language's cues, made on first use."""
    made: TitleCues = language.cached("titles.cues", _make)
    return made


def _make(language: Language) -> TitleCues:
    cue = event_lexicon_of(language).cue
    return TitleCues(
        phrases=cue("PHRASE", "words"),
        unfinished=cue("UNFINISHED", "words"),
        infinitive=cue("INFINITIVE"),
        auxiliaries=cue("PERFECT") | cue("PASSIVE") | cue("MODAL"),
        content=cue("CONTENT"),
        about=cue("DROPPED", "words"),
        pointing=cue("POINTING", "words"),
        trailing=cue("TRAILING", "words"),
    )
