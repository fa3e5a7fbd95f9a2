"""The drawer, the theme's settings and what else only scripts use are files, where a page has them as ``404.html`` does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.publishing.archive_folder.page_policy import Additions
from generator.publishing.building.content_security import inline_scripts
from generator.publishing.building.page_frame import finish_frames

SWITCHES = (
    '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">'
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search">'
    '<label class="md-overlay" for="__drawer"></label>'
)
DRAWER = (
    '<div class="md-sidebar md-sidebar--primary"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">'
    '<nav class="md-nav md-nav--primary"><a href="{home}">Kho “A” &amp; B</a>'
    '<img src="{up}logo.svg"><nav><a href="{articles}"{mark}>Bài</a>'
    '</nav><a href="https://a.example/x?y=1">Ngoài</a></nav></div></div></div>'
)
TOP = '<button type="button" class="md-top md-icon" hidden>Lên</button>'
END = (
    '<div class="md-dialog" data-md-component="dialog"><div class="md-dialog__inner"></div></div>'
    '<script id="__config" type="application/json">{{"base":"{base}","search":"{up}assets/w.js","features":{features}}}</script>'
)
PAGE = (
    "<!doctype html><html><head><title>x</title></head><body>{switches}"
    '<form class="ky-box" data-ky-box data-from-disk="Từ &quot;tệp&quot;" data-other-ways="Khác"></form>'
    '<main class="md-main">{drawer}<article>{words}</article><script>short()</script>{top}</main>{end}'
    '<script src="{up}bundle.js"></script></body></html>'
)


def page(base: str, articles: str, *, home: str | None = None, mark: str = "", features: str = "[]", words: str = "") -> str:
    up = base if base.endswith("/") else "" if base == "." else f"{base}/"
    drawer = DRAWER.format(home=home or base, up=up, articles=articles, mark=mark)
    return PAGE.format(switches=SWITCHES, drawer=drawer, words=words, top=TOP, up=up, end=END.format(base=base, up=up, features=features))


def finished(folder: Path, **pages: str) -> Path:
    for name, text in {"404": page("/kho/", "/kho/bai/", home="/kho/."), **pages}.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    finish_frames(folder, Additions())
    return folder


def put_back(path: Path) -> str:
    """Return a page with what its files put before themselves, as a browser would."""
    text = path.read_text(encoding="utf-8")

    def run(found: re.Match[str]) -> str:
        script = (path.parent / found[1]).read_text(encoding="utf-8")
        inserted = re.search(r"'beforebegin',(\"(?:[^\"\\]|\\.)*\")\.replaceAll\((\"[^\"]*\"),up\)", script)
        length = re.search(r"slice\(0,-(\d+)\)", script)
        assert inserted
        assert length
        part: str = json.loads(inserted[1].replace("<\\/", "</"))
        return part.replace(json.loads(inserted[2]), found[1][: -int(length[1])])

    return re.sub(r'<script src="([^"]*frame/[^"]*)"></script>', run, text)


def test_each_part_is_put_back_with_the_ways_of_its_page(tmp_path: Path) -> None:
    site = finished(tmp_path, index=page(".", "bai/"), bai__x__index=page("../..", "../"), nam__2024__index=page("../..", "../../bai/"))
    assert (
        len(list((site / "assets/javascripts/frame").iterdir())) == 3 + 1
    )  # the same for all pages; the short script, for the page for wrong addresses
    for name, up in (("index", "./"), ("bai/x/index", "../../"), ("nam/2024/index", "../../")):
        path = site / f"{name}.html"
        whole = put_back(path)
        assert SWITCHES in whole
        assert DRAWER.format(home=up, up=up, articles=f"{up}bai/", mark="") in whole
        assert END.format(base=up, up=up, features="[]") in whole
        text = path.read_text(encoding="utf-8")
        assert inline_scripts(text) == []
        assert not [part for part in ("md-sidebar", "__config", "md-top", "md-toggle", "data-from-disk") if part in text]
    end = next(path for path in (site / "assets/javascripts/frame").iterdir() if "__config" in path.read_text(encoding="utf-8"))
    script = end.read_text(encoding="utf-8")
    assert json.dumps(TOP, ensure_ascii=False).replace("</", "<\\/") in script
    assert "short();" in script
    assert '{fromDisk:"Từ \\"tệp\\"",otherWays:"Khác"}' in script
    assert inline_scripts((site / "404.html").read_text(encoding="utf-8")) == ["short()"]


@pytest.mark.parametrize(
    ("other", "stays"),
    [
        (page(".", "bai/", mark=' class="md-nav__link--active"'), "md-sidebar"),  # a page that the menu marks
        (page(".", "nam/"), "md-sidebar"),
        (page(".", "bai/", features='["x"]'), "__config"),
    ],
)
def test_what_is_of_the_page_alone_stays_in_it(tmp_path: Path, other: str, stays: str) -> None:
    text = (finished(tmp_path, index=other) / "index.html").read_text(encoding="utf-8")
    assert stays in text
    assert text.count("/frame/") == (3 if stays == "__config" else 2)
    assert inline_scripts(text) == []  # a short script has a file of its own where the end has none


def test_the_page_for_wrong_addresses_stays_whole_and_articles_words_stay_theirs(tmp_path: Path) -> None:
    site = finished(tmp_path, index=page(".", "bai/", words="<p>\x01 {up} &lt;/nav&gt;</p>"))
    missing = (site / "404.html").read_text(encoding="utf-8")
    assert SWITCHES in missing
    assert '"base":"/kho/"' in missing
    assert "<p>\x01 {up} &lt;/nav&gt;</p>" in (site / "index.html").read_text(encoding="utf-8")
    before = {path: path.read_bytes() for path in site.rglob("*.*")}
    finish_frames(site, Additions())
    assert {path: path.read_bytes() for path in site.rglob("*.*")} == before


def test_a_page_without_an_address_of_the_site_keeps_all(tmp_path: Path) -> None:
    text = (finished(tmp_path, **{"404": page("", "bai/"), "index": page(".", "bai/")}) / "index.html").read_text(encoding="utf-8")
    assert "md-sidebar" in text
    assert inline_scripts(text) == ["short()"]
