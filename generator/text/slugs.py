"""ASCII addresses for Vietnamese names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.text.folding import folded
from generator.text.normalization import archived

_OTHER = re.compile(r"[^0-9a-z]+")


def slug(name: str, *, longest: int = 80) -> str:
    """Return the ASCII slug of ``name``: đ as d, no diacritics, hyphens; cut at a hyphen to at most ``longest``. May be empty."""
    words = _OTHER.sub("-", folded(archived(name))).strip("-")
    if len(words) <= longest:
        return words
    cut = words[: longest + 1].rpartition("-")[0]
    return cut or words[:longest]


def distinct_slugs(names: Iterable[str], *, longest: int = 80, fallback: str = "muc") -> dict[str, str]:
    """Return a distinct slug for each name, independent of the order: names that fold alike get -2, -3 in sorted order."""
    taken: dict[str, str] = {}
    result: dict[str, str] = {}
    by_slug: dict[str, list[str]] = {}
    for name in sorted(set(names)):
        by_slug.setdefault(slug(name, longest=longest) or fallback, []).append(name)
    for base, group in sorted(by_slug.items()):
        for name in group:
            candidate, number = base, 1
            while candidate in taken or (number > 1 and candidate in by_slug):
                number += 1
                candidate = f"{base}-{number}"
            taken[candidate] = name
            result[name] = candidate
    return result
