"""The content security policy in a browser: every page works under it, and what is not the site's own does not run."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator import pipeline
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.building.content_security import with_policy
from tests.browser.conftest import served
from tests.conftest import new_archive
from tests.site_audit.findings import file_of, pages

LISTEN = """window.ran = []; window.refused = [];
document.addEventListener('securitypolicyviolation', (one) => refused.push(`${one.effectiveDirective} ${one.blockedURI}`));"""
ARTICLE = "bai/000-0d5fd4dc65c977ab/"
#: What somebody might get into a page, and the directive that refuses it (in a frame's own page: none here).
FOREIGN: dict[str, tuple[str, str | None]] = {
    "inline script": ("<script>ran.push('x')</script>", "script-src-elem"),
    "module": ("<script type='module'>ran.push('x')</script>", "script-src-elem"),
    "the theme's, changed": ("<script>var palette=__md_get('__palette');ran.push('x')</script>", "script-src-elem"),
    "script of another host": ("<script src='{other}x.js'></script>", "script-src-elem"),
    "data script": ("<script src='data:text/javascript,ran.push(1)'></script>", "script-src-elem"),
    "handler": ("<img src='../../assets/logo.svg' onload='ran.push(1)' alt=''>", "script-src-attr"),
    "handler of what fails": ("<img src='data:,' onerror='ran.push(1)' alt=''>", "script-src-attr"),
    "style sheet": ("<link rel='stylesheet' href='{other}x.css'>", "style-src-elem"),
    "picture": ("<img src='{other}x.png' alt=''>", "img-src"),
    "frame": ("<iframe src='{other}x.html'></iframe>", "frame-src"),
    "frame of words": ("<iframe srcdoc='<script>parent.ran.push(1)</script>'></iframe>", None),
    "object": ("<object data='{other}x.svg'></object>", "object-src"),
    "base": ("<base href='{other}'>", "base-uri"),
}


@contextmanager
def listening(browser: Browser, address: str) -> Iterator[tuple[Page, list[str], list[str]]]:
    """Provide a page whose scripts note in `ran` and `refused`; which addresses answered, and what the console says is wrong."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="vi-VN")
    try:
        page = context.new_page()
        page.add_init_script(LISTEN)
        answered: list[str] = []
        errors: list[str] = []
        page.on("response", lambda request: answered.append(request.url))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda message: errors.append(str(message)))
        yield page, answered, errors
    finally:
        context.close()


@pytest.mark.site
@pytest.mark.slow
def test_no_page_asks_for_what_its_policy_refuses(browser: Browser, site: Path, address: str) -> None:
    """Those of former addresses lead on at once, and have no script of the theme's."""
    places = [
        page for page in pages(site) if page != "404.html" and "javascripts/frame/" in file_of(site, page).read_text(encoding="utf-8")
    ]
    assert len(places) > 20
    with listening(browser, address) as (page, _, errors):
        for place in (*places, "tra-cuu/?tk=giấy+khen", f"{ARTICLE}?tk=giấy+khen"):
            page.goto(place)
            assert (place, page.evaluate("refused"), errors) == (place, [], [])
            assert page.evaluate("typeof __md_scope") == "object", "the theme's own script has not run"
        page.goto("tra-cuu/?tk=giấy+khen")
        page.locator(".ky-hits > li").first.wait_for()
        page.locator("label[for='__palette_1']").click()  # the theme's switch, and what it remembers
        page.reload()
        page.wait_for_function("document.body.dataset.mdColorScheme === 'default'")
        assert (page.evaluate("refused"), errors) == ([], [])


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Another host that would answer."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "x.js").write_text("window.ran?.push('foreign')", encoding="utf-8")
    for name in ("x.css", "x.html", "x.svg", "x.png"):
        (folder / name).write_text("", encoding="utf-8")
    with served(folder) as there:
        yield there


@pytest.fixture(scope="module")
def attacked(site: Path, elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Provide the site with a page for each of FOREIGN in its article, beside it one without the policy."""
    copy = tmp_path_factory.mktemp("attacked") / "site"
    shutil.copytree(site, copy)
    built = (copy / ARTICLE / "index.html").read_text(encoding="utf-8")
    for number, (words, _) in enumerate(FOREIGN.values()):
        before, article, rest = built.partition('<article class="md-content__inner md-typeset">')
        assert rest
        page = before + article + words.replace("{other}", elsewhere) + rest
        (copy / ARTICLE / f"True-{number}.html").write_text(page, encoding="utf-8")
        (copy / ARTICLE / f"False-{number}.html").write_text(with_policy(page, None), encoding="utf-8")
    with served(copy) as there:
        yield there


@pytest.mark.parametrize("guarded", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["policy", "none"])
def test_what_is_foreign_does_not_run(browser: Browser, attacked: str, elsewhere: str, guarded: bool) -> None:
    with listening(browser, attacked) as (page, answered, _):
        for number, (kind, (_, directive)) in enumerate(FOREIGN.items()):
            answered.clear()
            page.goto(f"{ARTICLE}{guarded}-{number}.html", wait_until="load")
            if guarded and directive:
                page.wait_for_function("refused.length")
                assert {one.split()[0] for one in page.evaluate("refused")} == {directive}, kind
            elif not guarded:
                assert page.evaluate("refused") == [], kind
            does = page.evaluate("ran.length > 0 || document.baseURI !== location.href")
            assert (does or any(one.startswith(elsewhere) for one in answered)) is not guarded, kind


def test_an_address_that_is_a_script_does_nothing(browser: Browser, address: str) -> None:
    with listening(browser, address) as (page, _, _):
        page.goto(ARTICLE)
        page.evaluate("""() => { const link = document.createElement('a');
          link.href = "javascript:ran.push('x')"; document.body.append(link); link.click(); }""")
        page.wait_for_function("refused.length")
        assert page.evaluate("ran") == []


TURNED = """\
Phường Hoa Mai trao \u202e 123 giấy khen

Sáng 15/01/2022, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết công tác năm 2021.

Dịp này, Đảng ủy phường Hoa Mai \u202etặng giấy khen cho 21 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ\u2066 năm 2021.
"""
_LEFT_TO_RIGHT = """text => { const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const out = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = node.data.indexOf(text); at !== -1; at = node.data.indexOf(text, at + 1)) {
      const range = new Range();
      const lefts = [...text].map((_, i) => {
        range.setStart(node, at + i);
        range.setEnd(node, at + i + 1);
        return range.getBoundingClientRect().left;
      });
      if (range.getBoundingClientRect().width) out.push(lefts.every((left, i) => !i || left > lefts[i - 1]));
    }
  }
  return out; }"""


def test_numbers_stand_as_they_are_written(browser: Browser, tmp_path: Path) -> None:
    folder = new_archive(tmp_path / "a", {"hoa-mai.txt": TURNED.encode()})
    pipeline.build(ArchiveFolder.at(folder))
    for path in (folder / "site").rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".jsonl", ".csv", ".txt", ".bib", ".gz"}:
            content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", content.decode("utf-8")), path
    with served(folder / "site") as address, listening(browser, address) as (page, _, errors):
        page.goto("bai/hoa-mai/")
        for number in ("123", "21", "12 "):
            shown = page.evaluate(_LEFT_TO_RIGHT, number)
            assert shown
            assert all(shown), number
        assert page.title().startswith("Phường Hoa Mai trao \ufffd 123 giấy khen")
        links = page.locator(".ky-quotes a[href^='#']")
        for at in range(links.count()):
            name = str(links.nth(at).get_attribute("href")).removeprefix("#")
            if re.fullmatch(r"t\d+\.\d+", name):
                start, end = map(int, name.removeprefix("t").split("."))
                words = page.locator(f'[id="{name}"]').inner_text()
                assert " ".join(words.split()) == " ".join(re.sub("[\u202e\u2066]", "\ufffd", TURNED[start:end]).split())
        assert errors == []
        page.goto("can-xem-lai/")
        assert "U+202E, U+2066" in page.locator("article").inner_text()
