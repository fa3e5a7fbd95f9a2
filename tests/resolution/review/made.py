"""Entries made by hand for the tests of the review queue."""

from __future__ import annotations

from generator.extraction.extract import extract
from generator.model.archive import Entry
from generator.model.article import Source
from generator.model.facts import Aim, Award, Facts, Figure, Rating
from generator.model.span import Span
from generator.reading.text import article_from_text
from tests.rendering.made import PARAGRAPH, article


def read(text: str) -> Entry:
    """Return an entry with the facts that the program itself finds in ``text``."""
    read_article = article_from_text(text, Source("seeds/bai.txt", "0" * 64, "text"))
    return Entry("bai", read_article, extract(read_article), ())


def entry(text: str, **facts: object) -> Entry:
    """Return an entry of one paragraph with these facts."""
    return Entry("bai", article((PARAGRAPH, text), path="seeds/bai.txt"), Facts(**facts), ())  # type: ignore[arg-type]


def at(text: str, quote: str) -> tuple[Span, ...]:
    return (Span(text.index(quote), text.index(quote) + len(quote)),)


def award(evidence: tuple[Span, ...], **values: object) -> Award:
    given: dict[str, object] = {
        "type": "giay-khen", "rank": None, "kind": "dang-vien", "count": None, "names": (), "standard": None, "granted_by": None,
        "years": (), "period": None, "consecutive_years": None, "status": "granted", "rule": "award.test",
    } | values  # fmt: skip
    return Award(evidence=evidence, **given)  # type: ignore[arg-type]


def rating(level: str, count: int | None = None, percent: float | None = None, **values: object) -> Rating:
    given: dict[str, object] = {
        "subject": "to-chuc-co-so-dang", "at_least": False, "year": 2022, "kind": "result", "rule": "rating.test",
        "evidence": (Span(0, 3),),
    } | values  # fmt: skip
    return Rating(level=level, count=count, percent=percent, **given)  # type: ignore[arg-type]


def figure(value: float, of: float | None, percent: float | None, evidence: tuple[Span, ...] = (Span(0, 3),)) -> Figure:
    return Figure(
        evidence=evidence, rule="figure.test", measure="chi bộ", value=value, of=of, percent=percent, unit=None, year=None, kind=Aim.RESULT,
    )  # fmt: skip
