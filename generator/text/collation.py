"""Vietnamese alphabetical order, by ICU with the CLDR rules for ``vi`` (a ă â … d đ … tones last)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from icu import Collator, Locale, UCollAttribute, UCollAttributeValue

T = TypeVar("T")


@lru_cache(maxsize=1)
def _collator() -> Collator:
    collator = Collator.createInstance(Locale("vi"))
    collator.setAttribute(UCollAttribute.NUMERIC_COLLATION, UCollAttributeValue.ON)  # Chi bộ 2 before Chi bộ 10
    return collator


def alphabetical_key(text: str) -> tuple[bytes, str]:
    """Return the sort key of ``text``; strings that collate alike always have the same order."""
    return bytes(_collator().getSortKey(text)), text


def alphabetical(items: Iterable[T], key: Callable[[T], str]) -> list[T]:
    """Return ``items`` in Vietnamese alphabetical order of ``key(item)``."""
    return sorted(items, key=lambda item: alphabetical_key(key(item)))
