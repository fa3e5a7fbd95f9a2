"""The list of all articles: years in order, ways to each of them wherever it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.model.archive import Archive
from generator.model.facts import Facts
from generator.rendering.pages import article_index
from generator.rendering.site import render
from generator.resolution.assembly import assemble
from tests.rendering.made import PARAGRAPH, article


def dated(*days: str | None) -> Archive:
    made = [
        replace(article((PARAGRAPH, f"Bài số {number}."), path=f"seeds/bai-{number}.txt"), published=day) for number, day in enumerate(days)
    ]
    return assemble([(one, Facts()) for one in made])


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[article_index.ArticlesPage]:
    monkeypatch.setattr(article_index, "ROWS", 2)
    return article_index.articles_pages(dated("2021-03-02", "2023-05-01", None, "2023-06-01"))


def test_years_stand_in_order_and_lead_to_one_another(pages: Iterator[article_index.ArticlesPage]) -> None:
    first, second = pages
    assert [(year.anchor, len(year.lines)) for year in (*first.years, *second.years)] == [
        ("nam-2023", 2),
        ("nam-2021", 1),
        ("khong-ngay", 1),
    ]
    ways = [("index", "nam-2023"), ("index--trang-2", "nam-2021"), ("index--trang-2", "khong-ngay")]
    assert [(jump.address, jump.anchor) for jump in first.jumps] == ways
    assert second.jumps == first.jumps


def test_a_way_leads_to_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_index, "ROWS", 2)
    made = render(dated("2021-03-02", "2023-05-01", "2023-06-01"))
    assert "[Năm 2023](#nam-2023)" in made["bai/index.md"]
    assert "[Năm 2021](index--trang-2.md#nam-2021)" in made["bai/index.md"]
    assert '<h2 id="nam-2021">' in made["bai/index--trang-2.md"]
    assert "[Năm 2023](index.md#nam-2023)" in made["bai/index--trang-2.md"]
