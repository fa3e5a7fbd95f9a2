"""The surroundings of a fact: its sentence and block, and what else is found there. Each is looked up once an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.ratings.levels import levels_in
from generator.lexicon.load import alternatives, lexicon
from generator.model.article import BlockKind
from generator.model.facts import Fact, Facts
from generator.model.span import Span
from generator.text.folding import canonical
from generator.text.sentences import LOWER, UPPER

#: Code points of a fact's words that are examined; the longest correct reading has about 500.
WINDOW = 600
#: Code points of a sentence that cannot be read as one: a list run together, or paragraphs without full stops.
LONG = 400
_MOST_NAMES = 200  # of an article's people and units among which names are searched
_MOST_LISTED = 40  # names of an award whose context is examined
_NAME = re.compile(rf"[{UPPER}][{LOWER}]*(?:\s[{UPPER}][{LOWER}]*){{1,12}}")
_ASIDE = {BlockKind.TITLE, BlockKind.CAPTION}
_ROW = re.compile(rf"\s{{0,3}}(?:\([^()]{{0,80}}\))?\s{{0,3}}(?:[,;]\s{{0,3}}|và\s{{1,3}})(?=[{UPPER}])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_GOES_ON = re.compile(rf"\s{{0,3}}(?:[,;]|và\s)\s{{0,3}}(?:\d|[{UPPER}“\"])")


@dataclass(frozen=True)
class FactContext:
    """The text and the facts found in it."""

    text: ArticleText
    facts: Facts

    @cached_property
    def _starts(self) -> list[int]:
        return [other_sentence.start for other_sentence in self.text.sentences]

    def sentence(self, span: Span) -> Sentence | None:
        """Return the sentence in which ``span`` begins, or the last before it; None if there is none."""
        at = bisect_right(self._starts, span.start)
        return self.text.sentences[at - 1] if at else None

    @cached_property
    def awards_in(self) -> Counter[int]:
        """The number of awards first stated in each sentence, by its index."""
        found = (self.sentence(min(award.evidence)) for award in self.facts.awards)
        return Counter(first.index for first in found if first is not None)

    def words(self, span: Span) -> str:
        """Return the words of ``span`` on the canonical view, at most :data:`WINDOW` code points of them."""
        return self.text.views.canonical[span.start : min(span.end, span.start + WINDOW)]

    def shown(self, fact: Fact, own: Mapping[str, Callable[[], bool]], sought: frozenset[str] | None) -> frozenset[str]:
        """Return the signs of ``fact``: its ``own``, and those that any fact may show (stated once or aside, in a long sentence, inferred).

        Each is looked for only if it is one of ``sought``; None seeks all.
        """
        every: dict[str, Callable[[], bool]] = {
            **own,
            "told-once": lambda: len(fact.evidence) == 1,
            "aside": lambda: self.is_aside(fact),
            "long-sentence": lambda: self._is_long(fact),
            "inferred": lambda: bool(fact.inferred),
        }
        return frozenset(sign for sign, shows in every.items() if (sought is None or sign in sought) and shows())

    def is_aside(self, fact: Fact) -> bool:
        """Return whether only headings or captions state ``fact``."""
        return all((at := self.sentence(span)) is not None and at.block.kind in _ASIDE for span in fact.evidence)

    def _is_long(self, fact: Fact) -> bool:
        sentence = self.sentence(min(fact.evidence))
        return sentence is not None and sentence.end - sentence.start > LONG

    def goes_on(self, span: Span) -> bool:
        """Return whether a number or a name follows in the same row as ``span``: the list may not have been read to its end."""
        return _GOES_ON.match(self.text.article.text, span.end) is not None

    def unread_names(self, span: Span, known: Iterable[str]) -> bool:
        """Return whether ``span`` contains a name that is part neither of the ``known`` words nor of a person, position or unit
        of the facts."""
        known_words = " | ".join(map(_plain, known))
        stop = min(span.end, span.start + WINDOW)
        names = (_plain(match.group()) for match in _NAME.finditer(self.text.article.text, span.start, stop))
        return any(name not in known_words and not self._is_known(name) for name in names)

    def _is_known(self, name: str) -> bool:
        if name not in self._asked:
            self._asked[name] = name in self._known_names
        return self._asked[name]

    @cached_property
    def _asked(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _known_names(self) -> str:
        """The people, their positions and the units, :data:`_MOST_NAMES` of each."""
        people, units = self.facts.people[:_MOST_NAMES], self.facts.units[:_MOST_NAMES]
        roles = [part for person in people for role in person.roles for part in (role.title, role.unit) if part]
        return " | ".join(map(_plain, (*(person.name for person in people), *roles, *(mention.name for mention in units))))

    def breaks_a_list(self, span: Span, names: Sequence[str]) -> bool:
        """Return whether a capitalised word that begins none of ``names`` follows one of them in its row: of ``A và B`` only A was read."""
        people = self._people
        words, starts = self.words(span), tuple(canonical(form) for form in names[:_MOST_LISTED] if form not in people)
        for name in starts:
            at = words.find(name)
            row = None if at < 0 else _ROW.match(self.text.article.text, span.start + at + len(name), span.end)
            if row is not None and not self.text.views.canonical.startswith(starts, row.end()):
                return True
        return False

    def is_about_earlier(self, sentence: Sentence) -> bool:
        """Return whether ``sentence`` names years, the last of them more than a year before the article."""
        if self._year is None:
            return False
        years = [int(year) for year in _YEAR.findall(self.text.article.text, sentence.start, sentence.end)]
        return bool(years) and max(years) < self._year - 1

    @cached_property
    def _year(self) -> int | None:
        """The year of the event, else of the publication."""
        event = self.facts.event
        date = (event.date if event else None) or self.text.article.published
        return int(date[:4]) if date else None

    @cached_property
    def _people(self) -> frozenset[str]:
        return frozenset(person.name for person in self.facts.people)

    def levels(self, sentence: Sentence) -> int:
        """Return how many levels of the appraisal ``sentence`` names."""
        found = self._levels.get(sentence.index)
        if found is None:
            found = self._levels[sentence.index] = sum(1 for _ in levels_in(self.text.passage(sentence)))
        return found

    @cached_property
    def _levels(self) -> dict[int, int]:
        return {}


def _plain(words: str) -> str:
    return " ".join(canonical(words).split())


@lru_cache(maxsize=16)
def cue(name: str) -> re.Pattern[str]:
    """Compile the words of a group of lexicon ``doubt-cues``, for the canonical view."""
    return re.compile(alternatives(lexicon("doubt-cues").by_id[name].variants))
