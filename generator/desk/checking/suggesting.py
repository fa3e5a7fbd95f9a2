"""What selected words state, as far as the program recognises it: the beginning of a new fact."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from generator.desk.checking.fields import values_of
from generator.errors import KyYeuError
from generator.extraction.extract import extract
from generator.lexicon.load import lexicon
from generator.model.article import Article
from generator.model.facts import FactKind
from generator.model.record import KINDS
from generator.reading.text import article_from_text
from generator.text.folding import canonical

#: The kinds of fact that words are taken for, the likeliest first.
_LIKELY = ("awards", "ratings", "documents", "people", "figures", "units", "event")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w’'-]*\s+){1,5}[^\W\d_a-z][\w’'-]*")


def suggested(article: Article, words: str, kind: str | None = None) -> tuple[str, dict[str, Any]]:
    """Return the kind of fact (``kind`` where given) that ``words`` of ``article`` most likely state, and its values as far as known."""
    read = _read(article, words, kind)
    if read is not None:
        return read
    found = _by_lexicon(words)
    chosen = kind or next((each for each in _LIKELY if found.get(each)), "units")
    values = dict(found.get(chosen, {}))
    name = {"people": "name", "units": "name", "figures": "measure", "event": "name", "documents": "title"}.get(chosen)
    if name and not values.get(name):
        values[name] = " ".join(words.split())
    return chosen, values


def _read(article: Article, words: str, kind: str | None) -> tuple[str, dict[str, Any]] | None:
    """Return what the program reads in the words alone."""
    try:
        facts = extract(article_from_text(f"{article.title}\n\n{words.strip()}\n", replace(article.source)))
    except KyYeuError:
        return None
    for each in (kind,) if kind else _LIKELY[:3]:
        for fact in facts.of_kind(FactKind(each)):
            if min(fact.evidence).start > len(article.title):
                return each, {name: value for name, value in values_of(fact).items() if value not in (None, ())}
    return None


def _by_lexicon(words: str) -> dict[str, dict[str, Any]]:
    """Return what single words say: forms of award, recipients, levels, kinds of document, numbers, names."""
    award, who, level, document = (_entry(name, words) for name in ("award-types", "recipients", "rating-levels", "document-kinds"))
    number = next((int(match[0].replace(".", "")) for match in _NUMBER.finditer(words)), None)
    found: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    if award:
        found["awards"] = {"type": award, "kind": who or "khac", "count": number}
    if level:
        found["ratings"] = {"level": level, "subject": who or "khac", "count": number}
    if document:
        found["documents"] = {"kind": document}
    if _NAME.fullmatch(words.strip()):
        found["people"] = {"name": " ".join(words.split())}
    if number is not None:
        found["figures"] = {"value": number, "measure": " ".join(words.split())}
    return found


def _entry(name: str, words: str) -> str | None:
    """Return the id of the entry of a lexicon of which the longest form is among the words."""
    text = _spaced(words)
    forms = (
        (len(form), entry.id) for entry in lexicon(name).entries for form in map(_spaced, (entry.label, *entry.variants)) if form in text
    )
    return max(forms, default=(0, None))[1]


def _spaced(words: str) -> str:
    return f" {' '.join(_WORD.findall(canonical(words)))} "
