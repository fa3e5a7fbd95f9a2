"""Tables of cases for extraction: a short article, and the facts that it tells.

A case is ``{id, text, expect}``. ``text`` stands below a neutral headline and lead, unless ``whole: true``. Each
expected fact names only the keys that matter; a list under a key that holds one value means any of these. Names,
standards and granters compare as ``shared/facts/score.py`` does: without case and diacritics, one inside the other
or nearly equal.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, TypeVar

from generator.extraction.extract import extract
from generator.model.article import Article, Block, BlockKind, Source
from generator.model.facts import Decision, Fact, Facts
from generator.model.span import Span
from generator.reading.text import article_from_text
from generator.text.normalization import archived
from generator.yaml_documents import load_packaged

F = TypeVar("F", bound=Fact)

HEADLINE = "Hội nghị tổng kết công tác năm và triển khai nhiệm vụ mới\n\n"
LEAD = "Sáng 12/01/2023, cơ quan đã tổ chức hội nghị tổng kết công tác năm với sự tham dự của đông đảo đại biểu.\n\n"
_FOLDER = Path(__file__).parent / "cases"
_LISTS = {"years", "period", "names"}
_WORDS = {"standard", "granted_by"}


@dataclass(frozen=True)
class Case:
    id: str
    text: str
    expect: list[dict[str, Any]]


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a YAML file. Raises ValueError when two share an id."""
    found: list[Case] = []
    for one in load_packaged(path.read_text(encoding="utf-8")):
        text = one["text"] if one.get("whole") else HEADLINE + LEAD + one["text"]
        found.append(Case(one["id"], text, one["expect"]))
    ids = [case.id for case in found]
    if len(set(ids)) < len(ids):
        raise ValueError(f"{path.name}: an id stands twice: {sorted({case for case in ids if ids.count(case) > 1})}")
    return found


def table(name: str) -> list[Case]:
    """Return the cases of ``cases/NAME.yml``."""
    return read_cases(_FOLDER / f"{name}.yml")


def article(text: str) -> Article:
    return article_from_text(text, Source("case.txt", "0" * 64, "text"))


def article_of_lines(text: str, published: str | None = None) -> Article:
    """Return an article of which each line is a paragraph, none of them furniture or byline whatever it says."""
    text = archived(text)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line.strip()))))
        at += len(line) + 1
    return Article(Source("a.txt", "0", "text"), text, tuple(blocks), text[:20], Span(0, min(20, len(text))), True, published)


def with_evidence(read_article: Article, facts: tuple[F, ...]) -> tuple[F, ...]:
    """Return the facts; asserts that the evidence of each is a quote of the article."""
    for fact in facts:
        assert fact.evidence, fact
        for span in fact.evidence:
            assert span.of(read_article.text).strip() == span.of(read_article.text) != "", fact
    return facts


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one run of ``work``."""
    start = time.process_time()
    work()
    return time.process_time() - start


def facts_of(text: str) -> tuple[Article, Facts]:
    """Return the facts of a text; asserts that each has evidence in it."""
    read_article = article(text)
    facts = extract(read_article)
    for _, fact in facts.walk():
        assert fact.evidence
        assert all(0 <= span.start < span.end <= len(read_article.text) and span.of(read_article.text).strip() for span in fact.evidence), (
            fact
        )
    return read_article, facts


def folded_words(text: str | None) -> str:
    plain = unicodedata.normalize("NFD", text or "").lower().replace("đ", "d")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^0-9a-z%/]+", " ", plain).split())


def alike(one: str | None, other: str | None) -> bool:
    first, second = folded_words(one), folded_words(other)
    if not first or not second:
        return first == second
    return first in second or second in first or SequenceMatcher(None, first, second).ratio() >= 0.8


def fits(expected: dict[str, Any], fact: Fact) -> bool:
    """Whether ``fact`` has all that is expected."""
    return all(_value_fits(key, wanted, getattr(fact, key)) for key, wanted in expected.items())


def _value_fits(key: str, wanted: Any, value: Any) -> bool:
    if isinstance(value, Decision):
        return wanted is not None and all(getattr(value, name) == one for name, one in wanted.items())
    if key in _WORDS:
        return any(alike(one, value) for one in (wanted if isinstance(wanted, list) else [wanted]))
    if key == "names":
        return len(wanted) == len(value) and all(any(alike(case, other) for other in value) for case in wanted)
    if key in _LISTS:
        return list(wanted or ()) == list(value or ())
    return value in wanted if isinstance(wanted, list) else bool(value == wanted)


def mismatch(expected: list[dict[str, Any]], found: Iterable[Fact]) -> str:
    """Return what is missing (-) and what is too much (+); empty when each expected fact has exactly one of its own."""
    left = list(found)
    missing: list[dict[str, Any]] = []
    for one in sorted(expected, key=len, reverse=True):
        fact = next((fact for fact in left if fits(one, fact)), None)
        if fact is None:
            missing.append(one)
        else:
            left.remove(fact)
    return "\n".join([*(f"- {one}" for one in missing), *(f"+ {shown(one)}" for one in left)])


def shown(fact: Fact) -> str:
    """Return the fact's fields that hold something, without evidence and rule."""
    tail = {"evidence", "inferred", "rule"}
    return str({key: getattr(fact, key) for key in fact.__dataclass_fields__ if key not in tail and getattr(fact, key) not in (None, ())})


def outcome(case: Case, kind: Callable[[Facts], Iterable[Fact]], expect: list[dict[str, Any]] | None = None) -> str:
    """Return the mismatch of a case in one kind of fact."""
    return mismatch(case.expect if expect is None else expect, kind(facts_of(case.text)[1]))
