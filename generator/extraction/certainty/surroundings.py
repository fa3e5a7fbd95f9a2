"""What stands around a fact: its sentence and block, and what else is found there. Each is looked up once an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.extraction.clauses import ArticleText, Sentence
from generator.lexicon.load import alternatives, lexicon
from generator.model.article import BlockKind
from generator.model.facts import Fact, Facts
from generator.model.span import Span
from generator.text.folding import canonical
from generator.text.sentences import LOWER, UPPER

#: Code points of a fact's words that are looked at: the longest that was read right has some 500.
WINDOW = 600
#: Code points of a sentence that is no longer read like one: a list run together, or paragraphs without full stops.
LONG = 400
_NAME = re.compile(rf"[{UPPER}][{LOWER}]*(?:\s[{UPPER}][{LOWER}]*){{1,12}}")
_ASIDE = {BlockKind.TITLE, BlockKind.CAPTION}
_ROW = re.compile(rf"\s{{0,3}}(?:\([^()]{{0,80}}\))?\s{{0,3}}(?:[,;]\s{{0,3}}|và\s{{1,3}})(?=[{UPPER}])")
_GOES_ON = re.compile(rf"\s{{0,3}}(?:[,;]|và\s)\s{{0,3}}(?:\d|[{UPPER}“\"])")


@dataclass(frozen=True)
class Surroundings:
    """The text and the facts found in it."""

    text: ArticleText
    facts: Facts

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.text.sentences]

    def sentence(self, span: Span) -> Sentence | None:
        """Return the sentence in which ``span`` begins, or the last before it; None where the text has none before it."""
        at = bisect_right(self._starts, span.start)
        return self.text.sentences[at - 1] if at else None

    @cached_property
    def awards_in(self) -> Counter[int]:
        """How many awards are first told in each sentence, by its index."""
        told = (self.sentence(min(one.evidence)) for one in self.facts.awards)
        return Counter(one.index for one in told if one is not None)

    def words(self, span: Span) -> str:
        """Return the words of ``span`` on the canonical view, at most :data:`WINDOW` code points of them."""
        return self.text.views.canonical[span.start : min(span.end, span.start + WINDOW)]

    def shared(self, fact: Fact) -> frozenset[str]:
        """Return the signs that any fact may show: told once or aside, in a long sentence, inferred."""
        first = min(fact.evidence)
        sentence = self.sentence(first)
        found = {
            "told-once": len(fact.evidence) == 1,
            "aside": all((at := self.sentence(one)) is not None and at.block.kind in _ASIDE for one in fact.evidence),
            "long-sentence": sentence is not None and sentence.end - sentence.start > LONG,
            "inferred": bool(fact.inferred),
        }
        return frozenset(name for name, shown in found.items() if shown)

    def goes_on(self, span: Span) -> bool:
        """Say whether a number or a name follows in the same row as ``span``: the list may not have been read to its end."""
        return _GOES_ON.match(self.text.article.text, span.end) is not None

    def unread_names(self, span: Span, known: Iterable[str]) -> bool:
        """Say whether ``span`` holds a name that is part of none of the ``known`` words."""
        told = " | ".join(map(_plain, known))
        stop = min(span.end, span.start + WINDOW)
        names = _NAME.finditer(self.text.article.text, span.start, stop)
        return any(_plain(one.group()) not in told for one in names)

    def breaks_a_list(self, span: Span, names: Sequence[str]) -> bool:
        """Say whether a capitalised word follows one of ``names`` in its row that begins none of the others: of ``A và B`` only A was read."""
        words, starts = self.words(span), tuple(map(canonical, names))
        for name in starts:
            at = words.find(name)
            row = None if at < 0 else _ROW.match(self.text.article.text, span.start + at + len(name), span.end)
            if row is not None and not self.text.views.canonical.startswith(starts, row.end()):
                return True
        return False

    @cached_property
    def all_names(self) -> tuple[str, ...]:
        """The names of people, their positions and the units that the article's facts hold."""
        facts = self.facts
        roles = (part for one in facts.people for role in one.roles for part in (role.title, role.unit) if part)
        return (*(one.name for one in facts.people), *roles, *(one.name for one in facts.units))


def _plain(words: str) -> str:
    return " ".join(canonical(words).split())


@lru_cache(maxsize=16)
def cue(name: str) -> re.Pattern[str]:
    """Compile the words of one group of lexicon ``doubt-cues``, for the canonical view."""
    return re.compile(alternatives(lexicon("doubt-cues").by_id[name].variants))
