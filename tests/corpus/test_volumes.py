"""The front page of yearly volumes leads to each; what cannot be published leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.corpus.cutting.choosing import Choice
from generator.corpus.volumes.making import publish
from generator.errors import CorpusError
from generator.publishing.starter.contents import Wishes
from generator.rendering.pages.volumes import Volume, front_page


@pytest.mark.parametrize(
    ("language", "names", "size"),
    [("vi", ["Năm 2024", "Không rõ năm"], "1.200 bài"), ("en", ["2024", "Without a year"], "1,200 articles")],
)
def test_the_front_page_leads_to_each_volume(language: str, names: list[str], size: str) -> None:
    page = LexborHTMLParser(front_page([Volume("2024", 2024, 1200), Volume("khong-ro-nam", None, 1)], "Kỷ yếu <Hoa Mai>", language))
    links = page.css("a[data-volume]")
    assert [link.text() for link in links] == names
    assert [link.attributes["href"] for link in links] == ["2024/", "khong-ro-nam/"]
    assert size in page.css("li")[0].text()
    assert [node.text() for node in page.css("h1")] == ["Kỷ yếu <Hoa Mai>"]
    (script,) = page.css("script")  # nothing of the page's words runs
    assert script.attributes["src"] == "assets/javascripts/search/volumes.js"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(CorpusError, match="something else"):
        publish(tmp_path / "corpus", tmp_path, Choice(), Wishes())
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
