"""The signs that a person may have been misread: not a person at all, or a name cut wrongly."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.extraction.certainty.surroundings import FactContext
from generator.lexicon.load import lexicon
from generator.model.facts import Person
from generator.text.folding import canonical
from generator.text.sentences import LOWER, UPPER

_SHORT, _LONG = 3, 5  # syllables of a name
_CAPITAL_BEFORE = re.compile(rf"[{UPPER}][{LOWER}]+\s$")

SIGNS = (
    "no-role", "many-roles", "short-name", "long-name", "unknown-family", "within-name", "by-honour", "by-list", "no-event",
    "told-once", "aside", "long-sentence", "inferred",
)  # fmt: skip


def person_signs(near: FactContext, person: Person, sought: frozenset[str] | None = None) -> frozenset[str]:
    """Return the signs that ``person`` shows, each an id of :data:`SIGNS`; only those ``sought``, if any are named."""
    syllables = person.name.split()
    signs: dict[str, Callable[[], bool]] = {
        "no-role": lambda: not person.roles,
        "many-roles": lambda: len(person.roles) > 3,
        "short-name": lambda: len(syllables) < _SHORT,
        "long-name": lambda: len(syllables) >= _LONG,
        "unknown-family": lambda: canonical(syllables[0] if syllables else "") not in lexicon("family-names").by_variant,
        "within-name": lambda: _is_within_name(near, person),
        "by-honour": lambda: person.rule.endswith("honoured"),
        "by-list": lambda: person.rule.endswith("list"),
        "no-event": lambda: near.facts.event is None or near.facts.event.name is None,
    }
    return near.shown(person, signs, sought)


def _is_within_name(near: FactContext, person: Person) -> bool:
    """Return whether the name, where it first occurs, directly follows a capitalised word and no position: ``Bộ Công Thương``."""
    span = min(person.evidence)
    text = near.text.article.text
    return text.startswith(person.name, span.start) and _CAPITAL_BEFORE.search(text, max(0, span.start - 24), span.start) is not None
