"""One search over yearly volumes, each of which is built and searched by itself too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.corpus.running import run
from generator.corpus.sources.reading import sources_at
from tests.browser.conftest import VIEWS, served
from tests.conftest import Kyyeu
from tests.corpus.small import SETTINGS, Inline

BODY = "UBND tỉnh Điện Biên tổ chức lễ tổng kết sáng 15/01/{year}. Dịp này, UBND tỉnh tặng Bằng khen cho {n} tập thể ở bản {place}."
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("volumes")
    lines = [
        {"text": BODY.format(year=year, n=n, place=name), "title": f"Lễ tổng kết ở {name}"}
        for year, n, name in ((2023, 3, "Nậm Pồ"), (2024, 4, "Tủa Chùa"), (2024, 5, "Nậm Pồ"))
    ]
    (place / "bai.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    run(sources_at([place / "bai.jsonl"], {}), place / "corpus", Inline(), SETTINGS)
    return place / "corpus"


@pytest.fixture
def site(corpus: Path, kyyeu: Kyyeu) -> Path:
    target = corpus.parent / "published"
    if not target.exists():
        done = kyyeu("corpus", "volumes", corpus, target, "--province", "Điện Biên", "--name", "Kỷ yếu Điện Biên")
        assert done.returncode == 0, done.stderr
    return target / "site"


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with served(site) as url:
        yield url


@pytest.mark.parametrize("width", VIEWS)
def test_one_question_is_answered_by_every_volume(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page: Page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(address)
    expect(page.locator("a[data-volume]")).to_have_text(["Năm 2024", "Năm 2023"])
    page.get_by_role("searchbox").fill("le tong ket nam po")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-ky-volumes][data-search-state=done] a[data-hit]")
    sections = page.locator("[data-ky-results] section")
    assert [sections.nth(at).get_attribute("aria-label") for at in range(sections.count())] == ["Năm 2024", "Năm 2023"]
    assert page.locator("a[data-hit]").filter(has_text="Nậm Pồ").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.reload()  # the address keeps the question
    page.wait_for_selector("[data-ky-volumes][data-search-state=done] a[data-hit]")
    sections.nth(1).locator("a[data-hit]").first.click()
    page.wait_for_url("**/2023/bai/**")
    expect(page.locator("h1")).to_contain_text("Nậm Pồ")
    assert errors == []
    context.close()


def test_a_volume_that_is_gone_is_said_and_the_others_answer(browser: Browser, site: Path, address: str) -> None:
    (site / "2023" / "search").rename(site / "2023" / "gone")
    try:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}?tk=tổng+kết")
        page.wait_for_selector("[data-ky-volumes][data-search-state=done]")
        assert page.locator("a[data-hit]").count() >= 2
        expect(page.locator("section[aria-label='Năm 2023']")).not_to_contain_text("kết quả")
        context.close()
    finally:
        (site / "2023" / "gone").rename(site / "2023" / "search")
