"""What an expression is resolved against: the publication date, the dates told before it, and the tense around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from events.edtf import EdtfDate
from events.extraction.text import Document
from events.extraction.text.marks import COMMAS
from events.extraction.types import Basis, TimexType

#: So many dates back one is looked for that an expression refers to: farther away it is of another story.
_LOOKED_BACK = 40
#: So many for the day of a quotation or of an hour to come, which stands close by.
_QUOTED_BACK = 10
#: Sentences from a day to come to the hour that belongs to it.
_SENTENCES_BACK = 2
#: So many tokens a clause has at most: no word about tense stands farther from its time expression.
CLAUSE_TOKENS = 30
_SHORT = 3  # tokens between the comma that opens an aside and its clause word
#: Days that news looks back on; one farther back is the scene only in its own paragraph.
_NEWS = 7


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means.  ``edtf`` None: no date; ``anchor``: the EDTF date it was counted from."""

    type: TimexType
    value: str
    edtf: str | None = None
    basis: Basis | None = None
    anchor: str | None = None
    by: tuple[str, ...] = ()  # what decided where the words leave it open: "tense-back", "nearest", "year-told" …


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date told at token ``at``: its bounds, and whether the text gives its year, there or in a date before it."""

    at: int
    first: date
    last: date
    edtf: str
    has_year: bool

    @property
    def is_day(self) -> bool:
        return self.first == self.last


def told_date(at: int, resolved: Resolved, parsed: EdtfDate, loose: bool) -> DateMention | None:
    """The date that a text tells; ``loose``: one that only describes ("the 2015 deal") and lends no year to others."""
    if resolved.basis == Basis.VAGUE or parsed.first is None or parsed.last is None:
        return None
    has_year = (resolved.basis == Basis.EXPLICIT and not loose) or "year-told" in resolved.by
    return DateMention(at, parsed.first, parsed.last, parsed.text, has_year)


@dataclass(eq=False)
class Context:
    """``tense`` says of a token whether its clause lies ahead (+1), lies back (-1) or does not say (0);
    ``tense(at, within=5)`` asks the words near by only.  ``reports`` says whether its clause says who said what,
    ``background`` whether it only tells since when or of whom."""

    document: Document
    published: date
    tense: Callable[..., int]
    reports: Callable[[int], bool]
    background: Callable[[int], bool]
    told: list[DateMention] = field(default_factory=list)
    history: bool = False  # nothing in the text points from the day of writing
    coming: DateMention | None = None  # the day that follows a time of day: "at 7:15 p.m. (1815 GMT) on Sunday"

    def remember(self, told: DateMention) -> None:
        """Keep a date for what refers to it later; what lies further back than anyone looks is forgotten."""
        self.told.append(told)
        if len(self.told) > 2 * _LOOKED_BACK:  # twice, so that not every date moves the list
            del self.told[:_LOOKED_BACK]

    def last_told(self, day: bool = False, until: date = date.max, most: int | None = None) -> DateMention | None:
        """The date told last; ``day``: only days, ``until``: none after it, ``most``: none of more days."""
        most = 1 if day else most
        for told in reversed(self.told[-_LOOKED_BACK:]):
            if told.first <= until and (most is None or (told.last - told.first).days < most):
                return told
        return None

    def day_of_scene(self, at: int, fixed: int) -> DateMention | None:
        """The last of the past days told lately on which something happened; else one on which it was said.

        The news itself goes before days of its background that an earlier paragraph tells.
        """
        days = [told for told in self.told[-fixed:] if told.is_day and told.first <= self.published]
        days = [told for told in days if (self.published - told.first).days <= _NEWS or self._beside(told, at)] or days
        happened = [told for told in reversed(days) if not self.reports(told.at)]
        in_the_story = (told for told in happened if not (self.is_aside(told.at, at) or self.background(told.at)))
        return next(in_the_story, happened[0] if happened else days[-1] if days else None)

    def last_of_story(self, at: int) -> DateMention | None:
        """The date told last with its year, if it is told last at all but for asides."""
        told = next((told for told in reversed(self.told[-_LOOKED_BACK:]) if not self.is_aside(told.at, at)), None)
        return told if told is not None and told.has_year else None

    def is_aside(self, at: int, seen_from: int) -> bool:
        """Does token ``at`` stand between two commas, within another clause: "Harlow, hurt on 5 June, retired"?"""
        words, clause = self.document.words, self.document.clause_of(at)
        begin = self.document.sentences[clause.sentence].first
        if words[clause.last - 1] not in COMMAS or seen_from < clause.last:
            return False
        opening = clause.first
        if opening > begin and words[opening - 1] not in COMMAS:  # ", held since 5 June,"
            before = self.document.clause_of(opening - 1)
            opening = before.first if opening - before.first <= _SHORT else opening
        return opening > begin and words[opening - 1] in COMMAS

    def _beside(self, told: DateMention, at: int) -> bool:
        sentence_of, sentences = self.document.sentence_of, self.document.sentences
        return sentences[sentence_of[told.at]].paragraph == sentences[sentence_of[at]].paragraph

    def day_ahead(self, at: int) -> DateMention | None:
        """The day to come that was told last, in the sentence of token ``at`` or the two before it in its paragraph."""
        sentence_of, sentences = self.document.sentence_of, self.document.sentences
        days = (told for told in reversed(self.told[-_QUOTED_BACK:]) if told.is_day and told.first > self.published)
        told = next(days, None)
        if told is None or sentence_of[at] - sentence_of[told.at] > _SENTENCES_BACK:
            return None
        same = sentences[sentence_of[at]].paragraph == sentences[sentence_of[told.at]].paragraph
        return told if same else None

    def today_at(self, at: int) -> DateMention | None:
        """The day on which the words at token ``at`` were said, if they are quoted and the sentence names it before."""
        quotation = self.document.quotation_of(at)
        if quotation is None or quotation.first < 2:
            return None
        sentence_of = self.document.sentence_of
        for told in reversed(self.told[-_QUOTED_BACK:]):
            if told.at < quotation.first:
                said = sentence_of[told.at] == sentence_of[quotation.first - 2] and told.first <= self.published
                return told if said and told.is_day else None
        return None

    def last_in_sentence(self, at: int) -> DateMention | None:
        """The date told last in the sentence of token ``at``."""
        if self.told and self.document.sentence_of[self.told[-1].at] == self.document.sentence_of[at]:
            return self.told[-1]
        return None
