"""Names whose head is given with the name before them: ``Hội Nông dân tỉnh Cà Mau, Bạc Liêu`` are two associations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.bodies.granters import granters_in
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Span
from generator.text.folding import canonical


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return two patterns: the part of a name before its final province, and a further province in a row."""
    entry = lexicon("name-like-places").by_id["tinh-thanh"]
    province = alternatives(entry.variants)
    after = r"(?=\s*(?:[,;.]|$|(?:và|được|đã|vì|có|nhận|đạt)\s))"
    return re.compile(rf"[^,;:.]*\stỉnh\s(?={province}$)"), re.compile(rf"(?:,\s+|\s+và\s+)(?P<name>{province}){after}")


def elided_names(passage: Passage, end: int, name: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and full name of each further organisation written as its province alone: ``Hội Nông dân tỉnh Cà Mau,
    Bạc Liêu`` are two.

    ``name`` is the first name, which ends at ``end``.
    """
    if " tỉnh " not in name:
        return
    first, further = _patterns()
    head = first.match(canonical(name))
    while head is not None and (match := further.match(passage.views.canonical, end, passage.stop)) is not None:
        written = passage.views.text[match.start("name") : match.end("name")]
        if not written[0].isupper():
            return
        yield *match.span("name"), name[: head.end()] + " ".join(written.split())
        end = match.end()


@rule(
    "organisation.elided",
    examples=[
        Example("cờ cho Hội Nông dân tỉnh Cà Mau, [[Bạc Liêu]].", "Hội Nông dân tỉnh Bạc Liêu"),
        Example("LĐLĐ tỉnh Sơn La, [[Lào Cai]] được tặng", "LĐLĐ tỉnh Lào Cai"),
    ],
    counterexamples=["Hội Nông dân huyện Châu Thành, Bạc Liêu.", "Công an tỉnh Nghệ An, Hà Tĩnh anh hùng", "tỉnh Cà Mau, Sở Y tế"],
    source="architecture/grammar.md §7.4",
)
def names_without_head(passage: Passage) -> Iterator[Finding]:
    """Yield names of which only the province is written; the value is the full name."""
    for _, end, name in granters_in(passage):
        for first, last, whole in elided_names(passage, end, name):
            yield Finding(Span(first, last), whole)
