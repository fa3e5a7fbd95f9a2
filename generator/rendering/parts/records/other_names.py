"""A unit's other names as its page lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.lexicon.load import lexicon
from generator.text.folding import canonical


def other_names(name: str, names: Iterable[str]) -> Iterator[str]:
    """Yield ``names`` that are another name of the unit called ``name``: each once whatever its capitals, and no post of a person in it
    (``Bộ trưởng Bộ Công an``), unless the unit is one (``Chủ tịch nước``)."""
    seen = {canonical(name)}
    post = _begins_with_post()
    for other in names:
        plain = canonical(other)
        if plain not in seen and (post.match(canonical(name)) or not post.match(plain)):
            seen.add(plain)
            yield other


@lru_cache(maxsize=1)
def _begins_with_post() -> re.Pattern[str]:
    return re.compile(lexicon("roles").alternatives)
