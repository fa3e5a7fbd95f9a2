"""Addresses that have no page: the page for wrong addresses leads on, as a host serves it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_content_security import ARTICLE
from tests.browser.windows import Windows
from tests.site_audit.serving import published

pytestmark = pytest.mark.slow


@pytest.fixture
def hosted(windows: Windows, site: Path) -> Iterator[Page]:
    with published(site) as address, windows.lent(address) as (page, _):
        yield page


def addresses(site: Path) -> dict[str, Any]:
    """Return the whole table."""
    return {
        old: what
        for path in (site / "du-lieu" / "dia-chi").glob("*.gz")
        for old, what in json.loads(gzip.decompress(path.read_bytes())).items()
    }


def test_each_kind_of_address_leads_where_it_means(hosted: Page, site: Path) -> None:
    known = addresses(site)
    old, there = next((old, what) for old, what in sorted(known.items()) if isinstance(what, str) and what[0] not in "?=")
    hosted.goto(f"{old}/#toan.van")
    hosted.wait_for_url(f"**/{there}#toan.van")
    hosted.goto(f"{old}.html")
    hosted.wait_for_url(f"**/{there}")
    old, name = next((old, what[1:]) for old, what in sorted(known.items()) if what[0] == "?")
    hosted.goto(f"{old}/")
    hosted.wait_for_url("**/tra-cuu/?tk=*")
    expect(hosted.locator("[data-ky-search] input[name=tk]")).to_have_value(f'"{name}"')
    old, pages = next((old, what) for old, what in sorted(known.items()) if isinstance(what, list))
    hosted.goto(f"{old}/")
    links = hosted.locator("article li a", has_text=pages[0][1])
    expect(links.first).to_be_visible()
    links.first.click()
    hosted.wait_for_url(f"**/{pages[0][0]}")


def test_a_file_that_a_page_once_had_leads_to_the_page(hosted: Page) -> None:
    hosted.goto(f"du-lieu/toan-van/{ARTICLE.split('/')[1]}.txt")
    hosted.wait_for_url(f"**/{ARTICLE}")
    hosted.goto("du-lieu/nam/2022--xep-loai.csv")
    hosted.wait_for_url("**/nam/2022/")


def test_a_wrong_address_stays_wrong_and_offers_its_words(hosted: Page) -> None:
    hosted.goto("nguoi/khong-co-ai--bcdfghjk/")
    expect(hosted.locator(".ky-lost input[name=tk]")).to_have_value("khong co ai")
    assert re.search(r"/nguoi/khong-co-ai--bcdfghjk/$", hosted.url)
