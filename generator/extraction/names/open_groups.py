"""Groups of recipients that no lexicon lists: who is honoured is an open class, known by its place behind a verb of giving or
``cho`` (``trao giấy khen cho ba ngư dân``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.names.recipients import Group
from generator.lexicon.load import alternatives, lexicon
from generator.text.numbers import WORDS, number_in_digits, number_in_words
from generator.text.sentences import LOWER

#: Words of number that are other words too (một số, năm sau), and years.
_NO_NUMBERS = {"một", "năm"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = r"(?<![\w/.,%])(?:\d{1,3}(?:\.\d{3})+|\d{1,5})(?![\d/%]|[.,]\d)"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    give = alternatives(lexicon("award-cues").by_id["give"].variants)
    return re.compile(
        rf"(?<!đại diện )(?:cho|{give})\s+(?:cho\s+)?(?P<all>(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?(?:(?P<digits>{_DIGITS})|(?P<words>{WORDS}(?![-\w])))"
        rf"\s+(?:nam\s+|nữ\s+|anh\s+|chị\s+|vị\s+)?(?P<noun>[{LOWER}]{{2,}}(?:\s+[{LOWER}]{{2,}})?))"
    )


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """What a noun's first word or two say of its class: ``collective``, ``thing``, ``none`` (no recipient at all)."""
    return {form: entry.id for entry in lexicon("noun-classes").entries for form in entry.variants}


_KINDS = {"collective": "tap-the", "thing": "khac"}


def open_groups(passage: Passage) -> Iterator[Group]:
    """Yield the counted groups behind a verb of giving or ``cho`` whose noun is no kind of the lexicon: a person's by default."""
    listed, classes = lexicon("recipients").by_variant, _classes()
    for match in passage.matches(_pattern()):
        first, _, second = " ".join(match["noun"].split()).partition(" ")
        both = f"{first} {second}"
        if first in listed or both in listed:
            continue
        kind = classes.get(both) or classes.get(first)
        if kind in {"none", "attribute"}:
            continue
        number = match["digits"] or " ".join(match["words"].split())
        if number in _NO_NUMBERS or _YEAR.fullmatch(number):
            continue
        count = int(number_in_digits(number)) if match["digits"] else number_in_words(number)
        end = match.end("noun") if not second or classes.get(second) != "attribute" else match.start("noun") + len(first)
        yield Group(match.start("all"), end, _KINDS.get(kind or "", "ca-nhan"), count, True, False, match["noun"])
