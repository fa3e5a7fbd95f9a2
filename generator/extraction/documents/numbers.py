"""Numbers of documents, as Party and State write them.

``05-CT/TW`` (Party), ``433/QĐ-UBND`` (State), ``98/2023/NĐ-CP`` (legal), ``06/2022/QH15`` (laws), ``424/SGDĐT-VP`` (letters
without a code), with the slips of the press: spaces, a missing dash, Latin D for Đ, a year after the slash. All patterns run on
the canonical view.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.lexicon.load import lexicon
from generator.text.folding import canonical, folded

_ISSUER = r"[^\W\d_]\w{0,11}(?:\.[^\W\d_]{1,6})?(?:-[^\W\d_][\w&]{0,9}){0,3}"
_FIRST = r"(?<![\w/.,-])(?P<first>\d{1,6}[a-z]?)"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number: its range, the code of its kind (canonical), of its issuer, and whether it has Party style."""

    start: int
    end: int
    kind: str | None
    issuer: str | None
    party: bool


@lru_cache(maxsize=1)
def kinds_of_codes() -> Mapping[str, str]:
    """Return the document kinds by code (folded)."""
    return {folded(code): entry.id for entry in lexicon("document-kinds").entries for code in entry.get("codes", ())}


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    written = [code for entry in lexicon("document-kinds").entries for code in entry.get("codes", ())]
    forms = {form for code in written for form in (canonical(code), folded(code))}
    codes = "|".join(sorted((re.escape(form) for form in forms), key=lambda form_written: (-len(form_written), form_written)))
    return (
        re.compile(rf"{_FIRST}\s{{0,2}}-?\s{{0,2}}(?P<kind>{codes})\s{{0,2}}/\s{{0,2}}(?P<issuer>{_ISSUER})(?![\w/])"),
        re.compile(
            rf"{_FIRST}\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?(?P<kind>{codes})"
            rf"(?:\s{{0,2}}-\s{{0,2}}(?P<issuer>{_ISSUER})(?:\s\([a-z]\d{{1,2}}\))?)?(?![\w/])"
        ),
        re.compile(rf"{_FIRST}\s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?(?P<issuer>(?:qh|ubtvqh)\d{{1,2}})(?![\w/])"),
    )


_LETTER = re.compile(rf"{_FIRST}\s?/\s?(?P<issuer>[^\W\d_]{{2,12}}(?:-[^\W\d_]{{2,12}}){{0,2}})(?![\w/])")
#: Letters with digits, as the police number their files: ``77/PC02``, ``118/C03 (P7)``, ``62/CSKT-Đ2``.
_OFFICE = re.compile(
    rf"{_FIRST}\s?/\s?(?P<issuer>[^\W\d_]{{1,8}}\d{{0,3}}(?:-[^\W\d_]{{1,8}}\d{{0,3}}){{0,2}})(?P<part>\s\([^\W\d_]{{1,4}}\d{{1,2}}\))?(?![\w/])"
)
_OLD = re.compile(rf"{_FIRST}-(?P<issuer>cp|ttg|hđbt|ct|hđkt|ldld)(?![\w/-])")
_YEARLY = re.compile(rf"{_FIRST}/(?P<year>(?:19|20)\d\d)(?![\d/.,-])(?!\s*/)")
#: The beginning of a code: a quick test before the patterns run.
MAYBE = re.compile(r"\d[a-z]?\s{0,2}[-/ ]\s{0,2}(?:\d{4}\s?/\s?)?[^\W\d_]")


def code_at(view: str, start: int, stop: int) -> DocumentNumber | None:
    """Return the full number that begins at ``start`` of the canonical view, or None."""
    for place, pattern in enumerate(_patterns()):
        match = pattern.match(view, start, stop)
        if match is None:
            continue
        parts = match.groupdict()
        if place == 1 and parts["issuer"] is None and parts["year"] is None and len(parts["kind"]) < 2:
            continue
        return DocumentNumber(match.start(), match.end(), parts.get("kind"), parts["issuer"], place == 0)
    return None


def codes(view: str, start: int, stop: int) -> list[DocumentNumber]:
    """Return every full number between ``start`` and ``stop`` of the canonical view."""
    found: list[DocumentNumber] = []
    for match in MAYBE.finditer(view, start, stop):
        at = match.start()
        while at > start and view[at - 1].isdigit():
            at -= 1
        if found and at < found[-1].end:
            continue
        number = code_at(view, at, stop)
        if number is not None:
            found.append(number)
    return found


#: Kinds that an office numbers with its own letters.
_OF_OFFICES = ("quyet-dinh", "ke-hoach", "bao-cao", "huong-dan", "bien-ban", "lenh", "thong-bao")


def loose_number_at(view: str, start: int, stop: int, kind: str) -> DocumentNumber | None:
    """Return a number without a kind's code, which counts only behind a kind's word; or None.

    ``424/SGDĐT-VP`` of a letter, ``83/2008``, ``176-CP``.
    """
    if kind in ("cong-van", "van-ban", "thong-bao", "to-trinh") and (match := _LETTER.match(view, start, stop)):
        return DocumentNumber(match.start(), match.end(), None, match["issuer"], False)
    if kind in _OF_OFFICES and (match := _OFFICE.match(view, start, stop)) and (match["part"] or len(match["issuer"]) > 1):
        return DocumentNumber(match.start(), match.end(), None, match["issuer"], False)
    if match := _OLD.match(view, start, stop):
        return DocumentNumber(match.start(), match.end(), None, match["issuer"], False)
    if match := _YEARLY.match(view, start, stop):
        return DocumentNumber(match.start(), match.end(), None, None, False)
    return None
