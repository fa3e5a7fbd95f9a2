"""Pages of news sites and portals give their article: every word of it, its title and date, and next to nothing around it."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from generator.model.article import BODY_KINDS, BlockKind, Source
from generator.reading import read
from generator.reading.formats import document_of
from generator.reading.formats.writing import article_of
from tests.adding.layouts import LAYOUTS, LINKS, page_in
from tests.adding.made import lines_of

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def story(seed: Path) -> tuple[str, list[str]]:
    """Return title and paragraphs of a seed."""
    article, lines = read(seed, seed.parent), lines_of(seed.read_text(encoding="utf-8"))
    title = article.title if article.title_is_headline else "Đảng ủy Khối Dân - Chính - Đảng tổng kết công tác năm 2022"
    return title, [line.removeprefix("date 2023-03 ") for line in lines if len(line) > 60 and line != article.title]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "seed", [SEEDS[0], *(pytest.param(seed, marks=pytest.mark.slow) for seed in SEEDS[1:])], ids=lambda path: path.name[:3]
)
def test_layouts(layout: str, seed: Path) -> None:
    title, lines = story(seed)
    document = document_of(page_in(layout, title, "04/01/2023 07:30", lines), Path("a.html"))
    article = article_of(document, Source("a.html", "", "HTML"))
    want = " ".join(lines).split()
    body = [block.span.of(article.text) for block in article.blocks if block.kind in BODY_KINDS | {BlockKind.REPEAT}]
    got = " ".join(body).split()
    matched = sum(block.size for block in SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks())
    assert matched >= 0.995 * len(want)
    assert len(got) - matched <= len(title.split()) + 15
    assert not [link for link in LINKS if link in article.text]
    assert article.title == title
    assert (article.published or "").startswith("2023-01-04")
