"""What belongs to a level of rating: the quantity near it, the quantities that share it, the units named for it."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.engine import Passage
from generator.extraction.rules.rating_pieces import Level, Quantity, Subject, percent_after

#: Words for any subject, told more closely before.
GENERIC = {"tap-the", "don-vi", "ca-nhan"}
_OWN_UNITS = {"dang-bo", "chi-bo"}
_AWARDED = re.compile(r"khen|trong\s+đó|tặng|trao|đề\s+nghị|này")


def is_near(canonical: str, quantity: Quantity, level: Level) -> bool:
    """Whether a quantity counts the level behind it: few words between, none of an award or a breakdown."""
    between = canonical[quantity.end : level.start]
    return len(between.split()) <= (30 if between.startswith(" là ") else 14) and _AWARDED.search(between) is None


def is_own_unit(passage: Passage, subject: Subject, level: Level) -> bool:
    """``Đảng bộ được xếp loại …``: the article's own unit, named by its capital."""
    return (
        passage.views.text[subject.start].isupper()
        and subject.kind in _OWN_UNITS
        and re.fullmatch(
            r"\s+(?:\S+\s+){0,3}được\s+(?:xếp|đánh)\s+\S+\s*(?:chất\s+lượng\s+)?(?:là\s+)?[\"']?",
            passage.views.canonical[subject.end : level.start],
        )
        is not None
    )


def named_row(canonical: str, bare: list[Subject]) -> list[Subject]:
    """The named subjects of one kind that end with the last, joined by commas and 'và'."""
    row = [bare[-1]]
    for one in reversed(bare[:-1]):
        between = canonical[one.end : row[0].start]
        if not (one.named and one.kind == row[0].kind and re.fullmatch(r"(?:\s+(?!được|đạt)[^\s,;.]+){0,8}\s*(?:,|\svà)\s*", between)):
            break
        row.insert(0, one)
    return row


def share_after(passage: Passage, at: int, quantities: list[Quantity]) -> tuple[float, int] | None:
    """A percentage that belongs to what was just told; one with a subject of its own belongs to that."""
    share = percent_after(passage, at)
    if share is not None and any(one.subjects and one.start < share[1] <= one.end for one in quantities):
        return None
    return share


def coordinated(canonical: str, left: list[Quantity]) -> list[Quantity]:
    """The quantities that share the level: a run joined by commas and 'và' right before it."""
    chosen = [left[-1]]
    for one in reversed(left[:-1]):
        between = canonical[one.end : chosen[0].start]
        if (
            re.fullmatch(r"\s*(?:,|và|,\s*và)\s*(?:có\s+)?", between)
            and (one.percent is None) == (chosen[0].percent is None)
            and one.subjects
        ):
            chosen.insert(0, one)
        elif (
            chosen[0].percent is not None
            and not chosen[0].subjects
            and one.count is not None
            and between.strip() in {"(", ",", ", chiếm", "- chiếm"}
        ):
            chosen[0] = replace(one, percent=chosen[0].percent)
        elif one.percent is not None and chosen[0].count is not None and re.fullmatch(r"\s*[(,]?\s*", between):
            chosen[0] = replace(chosen[0], percent=one.percent)
        else:
            break
    return chosen


def specific(kind: str, carried: str | None, canonical: str, start: int, at: int) -> str:
    """``52 tập thể`` after ``13 tập thể cấp ủy`` are cấp ủy: a general word keeps the subject told before."""
    if carried is not None and kind in GENERIC and carried not in GENERIC and canonical.rfind(";", start, at) < 0:
        return carried
    return kind
