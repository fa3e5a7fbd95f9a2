"""The theme's instant navigation, which an archive may switch on: pages change without being loaded anew."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, expect

from generator import pipeline
from generator.publishing.archive_folder.folder import ArchiveFolder
from tests.browser.conftest import served
from tests.conftest import ROOT, new_archive

FEATURES = "    - navigation.top\n"


def test_what_machines_are_told_follows_the_page_and_is_run_by_nobody(browser: Browser, tmp_path: Path) -> None:
    folder = new_archive(tmp_path / "a", {path.name: path.read_bytes() for path in (ROOT / "seeds").glob("*.*")})
    base, own = folder / "mkdocs.base.yml", folder / "mkdocs.yml"
    with served(folder / "site") as address:
        for file, old, new in (
            (base, FEATURES, f"{FEATURES}    - navigation.instant\n"),
            (own, 'site_url: !ENV [SITE_URL, "https://ky-yeu.github.io/ky-yeu/"]', f"site_url: {address}"),
        ):
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new), encoding="utf-8")
        pipeline.build(ArchiveFolder.at(folder))
        page = browser.new_page(viewport={"width": 1280, "height": 900}, base_url=address)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto("bai/")
        page.evaluate("window.kept = true")
        for _ in range(2):
            before = page.locator("h1").inner_text()
            page.locator(".ky-rows li > a, .ky-after a").first.click()
            expect(page.locator("h1")).not_to_have_text(before)
            shown = page.locator("script[type='application/ld+json']")
            expect(shown).to_have_count(1)
            news = json.loads(shown.text_content() or "")["@graph"][0]
            assert page.url == news["url"]
            assert page.evaluate("window.kept"), "the page was loaded anew, so nothing was shown"
        page.close()
    assert errors == []
