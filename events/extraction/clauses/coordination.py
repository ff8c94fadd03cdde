"""Does "and" join things or clauses?  Clauses, where a verb stands on both its sides."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from events.extraction.text.marks import COMMAS


def joining_things(
    words: Sequence[str], verbs: Collection[int], conjunctions: Collection[str], boundaries: Collection[str]
) -> set[int]:
    """The tokens of ``conjunctions`` that join things: "Hull and York in May", but not "he fell and died".

    ``verbs`` are the tokens of finite verbs; ``boundaries`` (marks, clause words) end what is looked at on either side.
    """
    followers = {i for i, word in enumerate(words) if word in conjunctions}
    told_before: set[int] = set()
    verb = False
    for i, word in enumerate(words):
        if verb and word in conjunctions:
            told_before.add(i)
        kept = word in conjunctions or word not in boundaries or (word in COMMAS and i + 1 in followers)
        verb = i in verbs or (verb and kept)
    things: set[int] = set()
    verb = False
    for i in range(len(words) - 1, -1, -1):
        if words[i] in conjunctions and not (verb and i in told_before):
            things.add(i)
        verb = i in verbs or (verb and words[i] not in boundaries and words[i] not in conjunctions)
    return things
