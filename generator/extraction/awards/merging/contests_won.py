"""The kind of those who won prizes stated by number only, from the contest: ``đoàn Việt Nam giành 2 huy chương vàng`` at an olympiad of
pupils. It is inferred, and says so. Source: lexicon ``contest-winners``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.merging.winners import is_bare
from generator.extraction.clauses import ArticleText
from generator.lexicon.load import Entry, lexicon

_MEDAL = re.compile(r"(?<!\w)(?:huy chương|hc[vbđ])(?!\w)")


@dataclass(frozen=True, slots=True)
class _Contest:
    start: int
    entry: Entry
    words: str


def with_kinds_of_contests(found: list[Draft], text: ArticleText) -> list[Draft]:
    """Fill in the winners' kind of prizes without a receiver, from the contest named last before them, else next behind in the sentence."""
    if not any(is_bare(draft) for draft in found):
        return found
    view = text.views.canonical
    contests = [
        _Contest(
            match.start(),
            lexicon("contest-winners").entry_of(match.group()),
            " ".join(text.article.text[match.start() : match.end()].split()),
        )
        for match in _named().finditer(view)
    ]
    filled = []
    for draft in found:
        contest = _contest_of(draft, contests) if is_bare(draft) else None
        if contest is None or (contest.entry.get("medals") and _MEDAL.search(view, draft.span.start, draft.span.end) is None):
            filled.append(draft)
        else:
            filled.append(replace(draft, kind=str(contest.entry.get("kind")), kind_of=contest.words))
    return filled


def _contest_of(draft: Draft, contests: list[_Contest]) -> _Contest | None:
    before = [contest for contest in contests if contest.start <= draft.span.end]
    behind = (contest for contest in contests if draft.span.end < contest.start <= draft.sentence.end)
    return before[-1] if before else next(behind, None)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    return re.compile(lexicon("contest-winners").alternatives)
