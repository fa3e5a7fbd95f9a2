"""What belongs to a page of the data, as a file: made in the browser from files of many."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.rendering.exports.portions import RECORDS
from tests.browser.test_content_security import ARTICLE
from tests.browser.windows import Windows
from tests.rendering.sharded import on_disk, record

pytestmark = pytest.mark.slow
SLUG = ARTICLE.split("/")[1]


def taken(page: Page, link: str) -> tuple[str, bytes]:
    """Return name and content of the file that a click on ``link`` saves."""
    with page.expect_download() as saved:
        page.locator(link).first.click()
    return saved.value.suggested_filename, Path(saved.value.path()).read_bytes()


def test_an_article_gives_its_own_files(page: Page) -> None:
    page.goto(ARTICLE)
    name, text = taken(page, ".ky-meta [data-save=text] a")
    assert name == f"{SLUG}.txt"
    assert hashlib.sha256(text).hexdigest() in (page.locator(".ky-source").text_content() or "")
    page.locator(".ky-cite summary").click()
    for kind in ("bib", "json"):
        name, cited = taken(page, f".ky-cite [data-save={kind}] a")
        assert name == f"{SLUG}.{kind}"
        assert cited.decode() == page.locator(f"[data-save={kind}] + pre").text_content()
    name, found = taken(page, ".ky-cite [data-save=annotations] a")
    items = json.loads(found)["items"]
    assert len(items) > 5
    assert all(f"#{SLUG}." in item["id"] for item in items)
    assert name == f"{SLUG}.chu-thich.json"


def test_a_page_of_an_index_gives_its_rows(page: Page, site: Path) -> None:
    page.goto("khen-thuong/2022/")
    name, found = taken(page, "[data-rows='khen-thuong/2022'] a")
    assert name == "2022.csv"
    assert found.decode("utf-8-sig") == record(on_disk(site, RECORDS), RECORDS, "khen-thuong/2022")
    assert len(list(csv.reader(found.decode("utf-8-sig").splitlines()))) > 3
    assert page.locator(".ky-unscripted").is_hidden()


def test_from_disk_and_without_script_the_links_lead_to_the_files_of_all(windows: Windows, site: Path, plain: Page) -> None:
    with windows.lent(f"{site.as_uri()}/") as (disk, _):
        disk.goto(f"{ARTICLE}index.html")
        name, found = taken(disk, ".ky-meta [data-save=text] a")
        assert (name, found) == ("van-ban-luu.parquet", (site / "du-lieu" / name).read_bytes())
    plain.goto("khen-thuong/2022/")
    assert plain.locator(".ky-unscripted").is_visible()
    assert (site / "khen-thuong/2022" / (plain.locator("[data-rows] a").first.get_attribute("href") or "")).resolve().is_file()
