"""The home page: contents and example queries; the same for one article and for thousands."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

import pytest

from generator.model.facts import Document, Facts, Person, Role
from generator.model.settings import SiteSettings
from generator.rendering.pages.home import LATEST
from generator.rendering.site import render
from tests.rendering.made import award
from tests.rendering.made_units import BLOC, HERE, YEARS, archive_of, bare
from tests.rendering.shown import html_of, read


def person(name: str) -> Person:
    return Person(evidence=HERE, rule="r", name=name, roles=(Role("Bí thư", None),))


def document(number: str | None) -> Document:
    return Document(evidence=HERE, rule="r", kind="quyet-dinh", number=number, title=None, issuer=None, session=None, date=None)


def queries(text: str) -> list[str]:
    return [parse_qs(one)["tk"][0] for one in re.findall(r"\(tra-cuu\.md\?([^)]*)\)", text)]


def test_totals_and_the_span_of_years() -> None:
    words, _ = read(html_of(render(YEARS)["index.md"]))
    for told in ("3 bài", "12 đợt khen", "2019–2022 năm xét khen"):
        assert told in words


def test_examples_are_of_what_the_archive_tells() -> None:
    honour = award(HERE, kind="ca-nhan", count=1, names=("An *B* (c) & d",), years=(2021,))
    facts = Facts(
        years=(2021,), awards=(award(HERE, years=(2021,)), award(HERE, type="tang-hoa")), people=(person("Lê Thị Lụa"),),
        documents=(document("18"), document(None), document("12-QĐ/ĐU")),
    )  # fmt: skip
    archive = archive_of(
        bare("a", facts, (BLOC,)), bare("b", Facts(people=(person("An *B* (c) & d"),), awards=(honour,))), units={BLOC.id: BLOC}
    )
    assert queries(render(archive)["index.md"]) == ["giấy khen 2021", BLOC.name, "An *B* (c) & d", "12-QĐ/ĐU"]


def test_the_box_leads_to_the_search() -> None:
    assert '<form class="ky-ask" action="tra-cuu/" method="get"' in render(YEARS)["index.md"]
    assert 'action="tra-cuu.html"' in render(YEARS, SiteSettings(directory_urls=False))["index.md"]


def test_with_one_article_that_tells_nothing_it_says_so_and_leads_on() -> None:
    text = render(archive_of(bare("a", Facts())))["index.md"]
    words, _ = read(html_of(text))
    for told in ("1 bài", "0 đợt khen", "Các bài chưa nêu đơn vị nào.", "Các bài chưa cho biết năm nào.", "Bài a."):
        assert told in words
    assert not re.search(r"<svg|Ví dụ|[0-9] năm xét khen|Tất cả 1 bài", text)


@pytest.mark.parametrize("many", [LATEST, pytest.param(2000, marks=pytest.mark.slow)])
def test_its_size_is_bounded(many: int) -> None:
    facts = [Facts(years=(year,), awards=(award(HERE, years=(year,)),)) for year in range(1960, 2020)]
    text = render(archive_of(*(bare(f"a-{n}", facts[n % 60]) for n in range(many))))["index.md"]
    assert text.count('class="ky-entry"') == LATEST
    assert text.count("](nam/") <= 20
    assert ("Tất cả 2.000 bài" in read(html_of(text))[0]) == (many > LATEST)
    assert len(text) < 40_000


def test_awards_of_one_year_are_a_sentence_not_a_chart() -> None:
    one = award(HERE, years=(2021,))
    text = render(archive_of(bare("a", Facts(years=(2021,), awards=(one, one)))))["index.md"]
    assert "Mọi đợt khen trong kho đều cho năm 2021," in text
    assert "<svg" not in text
    assert "đều cho" not in render(YEARS)["index.md"]
