"""A date without a year, joined to one that has it, has the same: "in March and June 2015"."""

from __future__ import annotations

from events.extraction.text import Document
from events.extraction.timex.recognition import TimexMatch

#: Tokens that may stand between the two.
_APART = 3
#: ... and, where the second is the last of its name, so few that both are ("مايو ويونيو الماضيين").
_NEXT = 1


def inherit_years(found: list[TimexMatch], document: Document) -> None:
    """Give ``inherited_year`` to dates that are followed closely, in their sentence, by one with a year."""
    following: TimexMatch | None = None
    for one in reversed(found):
        if "month" in one.parts and not _settled(one) and following is not None:
            year = following.parts.get("year", following.parts.get("inherited_year"))
            back = following.parts.get("direction") if year is None else None
            if back == "-1" and following.first - one.last <= _NEXT and _joined(one, following, document):
                one.parts["direction"] = back  # "between May and June last"
            if year is not None and following.first - one.last <= _APART and _joined(one, following, document):
                one.parts["inherited_year"] = year
        following = one


def _settled(one: TimexMatch) -> bool:
    return any(name in one.parts for name in ("year", "year_shift", "told_year", "told_shift", "direction"))


def _joined(one: TimexMatch, following: TimexMatch, document: Document) -> bool:
    """Both are months or days of one, in one sentence."""
    sentence_of = document.sentence_of
    return "month" in following.parts and sentence_of[one.first] == sentence_of[following.first]
