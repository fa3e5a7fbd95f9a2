"""Award types that only refer back to one named before in their sentence: ``… cùng đạt danh hiệu này``, ``Huân chương cùng hạng``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extraction.engine import REACH, Passage
from generator.lexicon.award_classes import AwardClass

if TYPE_CHECKING:
    from generator.extraction.awards.forms.form import Form

_AGAIN = re.compile(
    r"(?<!\w)(?:đạt|nhận|tặng|trao)\s+"
    r"(?P<again>(?:danh\s+hiệu|phần\s+thưởng)(?:\s+cao\s+quý)?\s+này|huân\s+chương\s+(?:này|cùng\s+hạng))(?!\w)"
)
_SO_FAR = re.compile(r"(?<!\w)(?:đến|tới)\s+nay(?!\w)")  # how many hold it by now is not what was granted


def with_references(passage: Passage, named: list[Form]) -> list[Form]:
    """Return the award types in reading order with those that refer back to one of ``named``."""
    if not named or not passage.holds(" này", "cùng hạng"):
        return named
    found = list(named)
    for match in passage.matches(_AGAIN):
        meant = next(
            (form for form in reversed(named) if form.end <= match.start() and form.group in {AwardClass.FORM, AwardClass.TITLE}), None
        )
        if meant is None:
            continue
        if _SO_FAR.search(passage.views.canonical, max(meant.end, match.start() - REACH), match.start()) is None:
            found.append(replace(meant, start=match.start("again"), end=match.end("again"), count=None))
    return sorted(found, key=lambda form: form.start)
