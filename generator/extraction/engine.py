"""Rules, and how they are run.

A rule has an id, a function, examples and counter-examples. Most rules are a pattern with named groups (:func:`pattern_rule`);
those that combine several findings are a function (:func:`rule`). Either way a rule maps a :class:`Passage` to findings, each
with its span and value. A test runs the examples of every registered rule and fails for a rule without examples or
counter-examples.

Overlaps are decided by :func:`longest_first`: the longer finding wins, then the earlier, then the rule registered first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Literal, TypeVar

from generator.model.span import Span
from generator.text.views import Views

View = Literal["text", "canonical", "folded"]
Found = TypeVar("Found")
#: Code points that a match may span when only a part of a passage is searched (:meth:`Passage.first`); the longest spans 180.
REACH = 240


@dataclass(frozen=True)
class Passage:
    """A part of an article's text that rules read: a sentence, a block or the whole.

    ``context`` is further knowledge of the article (its publication date, for example); rules that need it document it.
    """

    views: Views
    start: int = 0
    end: int | None = None
    context: Any = None

    @property
    def stop(self) -> int:
        return len(self.views.text) if self.end is None else self.end

    @property
    def text(self) -> str:
        """The passage as written."""
        return self.views.text[self.start : self.stop]

    def within(self, start: int, end: int) -> Passage:
        """Return the part ``[start, end)``, in offsets of the article's text."""
        return Passage(self.views, start, end, self.context)

    def holds(self, *words: str) -> bool:
        """Return whether one of ``words`` is in the canonical view of the passage.

        Much quicker than a pattern: it excludes most passages in which a pattern could not match.
        """
        view, start = self.views.canonical, self.start
        stop = len(view) if self.end is None else self.end
        for word in words:  # noqa: SIM110  any(…) takes twice as long, and every sentence is checked
            if view.find(word, start, stop) >= 0:
                return True
        return False

    def first(self, pattern: re.Pattern[str], start: int, stop: int) -> re.Match[str] | None:
        """Find the first match of ``pattern`` in ``[start, stop)`` of the canonical view, as if the text ended at ``stop``.

        Repeated for ever longer parts of a passage, it reads the passage once: a place without a match has none in a longer
        part either, except where the end cut a match off, within the last :data:`REACH` code points.
        """
        memory, key = self.views.memory, (pattern, self.start, self.stop)
        place = memory.get(key, self.start)  # nothing begins before it
        match = pattern.search(self.views.canonical, max(start, min(place, stop - REACH)), stop)
        if start <= place:
            memory[key] = max(place, stop - REACH if match is None else min(match.start(), stop - REACH))
        return match

    def matches(self, pattern: re.Pattern[str], view: View = "canonical") -> Iterator[re.Match[str]]:
        """Return every match of ``pattern`` inside the passage, on one of the text's views; offsets are the text's own."""
        text: str = self.views.canonical if view == "canonical" else getattr(self.views, view)
        return pattern.finditer(text, self.start, len(text) if self.end is None else self.end)


@dataclass(frozen=True)
class Finding:
    """A result of a rule: its span, its value, and the rule's id."""

    span: Span
    value: Any
    rule: str = ""


@dataclass(frozen=True)
class Example:
    """A text with the expected span between ``[[`` and ``]]``, and the value that the rule must give for it.

    ``value`` None accepts any value. ``context`` is passed to the passage.
    """

    marked: str
    value: Any = None
    context: Any = None

    def parts(self) -> tuple[str, Span]:
        """Return the text without its marks, and the span between them."""
        before, _, rest = self.marked.partition("[[")
        inside, _, after = rest.partition("]]")
        return before + inside + after, Span(len(before), len(before) + len(inside))


def remembered(find: Callable[[Passage], Iterable[Found]]) -> Callable[[Passage], tuple[Found, ...]]:
    """Decorate a function that depends only on a passage's words, not on its context, so that its result is remembered.

    The memory lasts as long as the article's views.
    """

    @wraps(find)
    def ask(passage: Passage) -> tuple[Found, ...]:
        memory, key = passage.views.memory, (find, passage.start, passage.stop)
        found: tuple[Found, ...] | None = memory.get(key)
        if found is None:
            found = memory[key] = tuple(find(passage))
        return found

    return ask


@dataclass(frozen=True)
class Rule:
    """A rule for one kind of thing; ``source`` is the source of its knowledge."""

    id: str
    find: Callable[[Passage], Iterable[Finding]]
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]
    source: str = ""

    def __call__(self, passage: Passage) -> list[Finding]:
        return [finding if finding.rule else Finding(finding.span, finding.value, self.id) for finding in self.find(passage)]


@dataclass
class Registry:
    """The rules, in the order in which they were declared. Ids are unique."""

    rules: dict[str, Rule] = field(default_factory=dict)

    def add(self, rule: Rule) -> Rule:
        if rule.id in self.rules:
            raise ValueError(f"two rules with the id {rule.id}")
        self.rules[rule.id] = rule
        return rule


REGISTRY = Registry()


def rule(
    id: str, *, examples: Iterable[Example], counterexamples: Iterable[str], source: str = "", registry: Registry = REGISTRY
) -> Callable[[Callable[[Passage], Iterable[Finding]]], Rule]:
    """Decorate a function from a passage to findings, so that it becomes a registered rule."""

    def declare(find: Callable[[Passage], Iterable[Finding]]) -> Rule:
        return registry.add(Rule(id, find, tuple(examples), tuple(counterexamples), source))

    return declare


def pattern_rule(
    id: str,
    pattern: str,
    value: Callable[[re.Match[str]], Any],
    *,
    examples: Iterable[Example],
    counterexamples: Iterable[str],
    view: View = "canonical",
    group: str | int = 0,
    source: str = "",
    registry: Registry = REGISTRY,
) -> Rule:
    r"""Declare a rule that is a pattern.

    ``pattern`` is verbose (re.VERBOSE: write a space as ``[ ]`` or ``\\s``), has named groups and runs on ``view``; ``group``
    is the part that is the finding's span; ``value`` may return None to reject a match.
    """
    compiled = re.compile(pattern, re.VERBOSE)

    def find(passage: Passage) -> Iterator[Finding]:
        for match in passage.matches(compiled, view):
            meaning = value(match)
            if meaning is not None:
                yield Finding(Span(*match.span(group)), meaning)

    return registry.add(Rule(id, find, tuple(examples), tuple(counterexamples), source))


def longest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings without overlaps, in reading order: the longer wins, then the earlier."""
    chosen: list[Finding] = []
    for finding in sorted(findings, key=lambda item: (-len(item.span), item.span.start)):
        if not any(finding.span.overlaps(other.span) for other in chosen):
            chosen.append(finding)
    return sorted(chosen, key=lambda item: item.span)
