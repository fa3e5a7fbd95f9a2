"""What persons decided about items for review: ``seeds/reviews.yml``, so that no later build lists these again. An example::

- kind: sums                      # as `kyyeu review` names it; or unknown-unit, unit-apart
article: hoa-mai                # the article's address
words: 12 đảng viên             # the words that the item is about
numbers: ['12', '13']           # those in its reason: with others it is asked again
decision: dismissed             # or settled
reason: Bài ghi nhầm, đã hỏi phường.
by: Lê Thị Lụa
on: 2024-05-01
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.errors import CorrectionError
from generator.model.archive import ReviewItem
from generator.model.review_decision import ReviewDecision
from generator.model.statement import Reason
from generator.reading.files import contents_if_any
from generator.resolution.yaml_rows import Row, read_rows, refusal
from generator.resolution.yaml_values import Field, date, many, one_of, words
from generator.text.normalization import archived

DECISIONS = ("settled", "dismissed")
_NUMBER = re.compile(r"\d+")
_FIELDS = {
    "kind": Field(words, required=True),
    "article": Field(words),
    "words": Field(words),
    "numbers": Field(many(words)),
    "unit": Field(words),
    "decision": Field(one_of(lambda: DECISIONS), required=True),
    "reason": Field(words, required=True),
    "by": Field(words, required=True),
    "on": Field(date, required=True),
}


def read_reviews(path: Path, *, again: bool = False) -> tuple[ReviewDecision, ...]:
    """Return the decisions in the file at ``path``; none without the file. ``again``: it is read after each small change.

    Raises CorrectionError with all errors of the file, each with its line and its fix.
    """
    data = contents_if_any(path, CorrectionError)
    return () if data is None else reviews_in(data, path, again=again)


def reviews_in(data: bytes, path: Path, *, again: bool = False) -> tuple[ReviewDecision, ...]:
    """Return the decisions in ``data``, the file at ``path``. Raises as :func:`read_reviews`."""
    rows, errors = read_rows(data, _FIELDS, again=again)
    if errors:
        raise refusal(errors, path, CorrectionError)
    return tuple(_decision(row) for row in rows)


def undecided(items: Iterable[ReviewItem], decisions: Sequence[ReviewDecision]) -> tuple[ReviewItem, ...]:
    """Return the ``items`` about which nobody has decided."""
    known = {(each.kind, each.article, _plain(each.words), each.numbers) for each in decisions}
    return tuple(item for item in items if identity(item) not in known)


def identity(item: ReviewItem) -> tuple[str, str | None, str, tuple[str, ...]]:
    """Return that by which an item is known again: its kind, article, words, and the numbers in its reason."""
    return (item.kind, item.slug, _plain(item.words or ""), numbers_in(item.why))


def numbers_in(why: Reason) -> tuple[str, ...]:
    """Return the numbers in the reason of an item, in whatever language it is worded."""
    return tuple(sorted(set(_NUMBER.findall(why if isinstance(why, str) else repr(why.parts)))))


def decided_names(decisions: Iterable[ReviewDecision], kind: str) -> frozenset[tuple[str, str | None]]:
    """Return the names, each with the unit if any, about which ``kind`` was decided."""
    return frozenset((_plain(each.words), each.unit) for each in decisions if each.kind == kind)


def _decision(row: Row) -> ReviewDecision:
    get = row.values.get
    return ReviewDecision(
        row.values["kind"], get("article"), get("words", ""), tuple(sorted(get("numbers", ()))), row.values["decision"],
        row.values["reason"], row.values["by"], row.values["on"], row.line, get("unit"),
    )  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(archived(text).split())
