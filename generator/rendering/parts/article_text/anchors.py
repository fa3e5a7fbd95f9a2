"""The addresses of an article's words, and the ids of its facts: made of the words, so that they stay when the text around them is edited.

A quote that is evidence once has ``w.`` with a mark of its words. Of equal quotes each adds a mark of the words around it, and where these
are equal too, its place among them. A script (``docs/assets/javascripts/anchors.js``) leads a link whose fragment the page no longer has to
the words it was made of: one that has become one of several, one of several whose surroundings were edited or that alone is left; where
they are several times or no longer, the page says so. What is counted is the same in every spelling
(:func:`~generator.text.folding.canonical`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from generator.model.archive import Entry
from generator.model.article import Article
from generator.model.facts import Fact, Facts
from generator.model.span import Span
from generator.resolution.addresses import mark
from generator.text.folding import canonical, canonical_part

_AROUND = 4  #: words on either side by which equal quotes are stated apart
_REACH = 80  #: characters within which these are sought


def anchors(text: str, spans: Iterable[Span]) -> Mapping[Span, str]:
    """Return the id of the element that marks each of ``spans``, evidence in ``text``. With its dot it can be no heading's id, which are
    made of letters and hyphens."""
    by_words: dict[str, list[Span]] = {}
    for span in sorted({span for span in spans if len(span)}):
        by_words.setdefault(_spelled(text).of(span), []).append(span)
    found: dict[Span, str] = {}
    for words, equal in by_words.items():
        name, times = f"w.{mark(words)}", dict[str, int]()
        for span in equal:
            anchor = name if len(equal) == 1 else f"{name}.{mark(*_around(text, span), length=5)}"
            times[anchor] = times.get(anchor, 0) + 1
            found[span] = anchor if times[anchor] == 1 else f"{anchor}.{times[anchor]}"
    return found


def anchors_of(entry: Entry) -> Mapping[Span, str]:
    """Return those of all evidence of ``entry``."""
    return _anchors(_Same(entry.facts), entry.article.text)


def fact_ids(article: Article, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return an id for each of ``facts`` (of one kind in ``article``): made of its quote, with a number if several have the same quote."""
    times: dict[str, int] = {}
    ids, spelled = [], _spelled(article.text)
    for fact in facts:
        identifier = mark(*map(spelled.of, fact.evidence))
        times[identifier] = times.get(identifier, 0) + 1
        ids.append(identifier if times[identifier] == 1 else f"{identifier}-{times[identifier]}")
    return tuple(ids)


class _Same:
    """Facts as keys by identity, without hashing them."""

    __slots__ = ("facts",)

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def __hash__(self) -> int:
        return id(self.facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.facts is self.facts


@lru_cache(maxsize=256)  # what leads to words anywhere in the archive asks `Places`
def _anchors(of: _Same, text: str) -> Mapping[Span, str]:
    return anchors(text, of.facts.evidence())


class _Spelled:
    """The words of the evidence in one text as they are counted; several facts rest on the same, and pages and data ask for each."""

    __slots__ = ("_known", "_text", "_view")

    def __init__(self, text: str) -> None:
        self._text, self._view = text, canonical(text)
        self._known: dict[Span, str] = {}

    def of(self, span: Span) -> str:
        found = self._known.get(span)
        if found is None:
            found = self._known[span] = " ".join(canonical_part(self._text, self._view, span.start, span.end).split())
        return found


@lru_cache(maxsize=256)
def _spelled(text: str) -> _Spelled:
    return _Spelled(text)


def _around(text: str, span: Span) -> tuple[str, str]:
    before = _words(text[max(0, span.start - _REACH) : span.start]).split()
    after = _words(text[span.end : span.end + _REACH]).split()
    return " ".join(before[-_AROUND:]), " ".join(after[:_AROUND])


def _words(text: str) -> str:
    return " ".join(canonical(text).split())
