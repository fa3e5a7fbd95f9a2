"""The content security policy: where it is, which scripts it lets run, and what an archive's owner may add."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.errors import ConfigurationError
from generator.publishing.archive_folder.configuration import site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.archive_folder.page_policy import Additions, additions
from generator.publishing.building.content_security import inline_scripts, policy, with_policy
from generator.publishing.building.page_frame import finish_frames
from tests.conftest import ARTICLE, Kyyeu, new_archive

THEMES = "<script>palette()</script>"
SCOPE = '<script>__md_scope=new URL("{base}",location),x.endsWith("/")</script>'
PAGE = '<!doctype html>\n<html lang="vi">\n  <head>\n    <meta charset="utf-8">\n<title>x</title>{head}</head><body>{body}</body></html>'
MADE = re.compile(r'<meta http-equiv="Content-Security-Policy" data-ky-policy content="([^"]*)">')


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def of(page: str) -> dict[str, list[str]]:
    """Return the one policy of ``page``: sources by directive."""
    (told,) = MADE.findall(page)
    parts = [directive.split() for directive in told.split(";")]
    return {name: sources for name, *sources in parts}


def unhashed(site: Path) -> list[tuple[str, str]]:
    """Return each page without a policy, and each inline script that a browser would run and that its page's policy does not name."""
    found: list[tuple[str, str]] = []
    for path in sorted(site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        if len(MADE.findall(page)) != 1 or page.index("Content-Security-Policy") > page.lower().index("<title"):
            found.append((path.name, "policy"))
        else:
            allowed = of(page)["script-src"]
            found += [(path.relative_to(site).as_posix(), script) for script in inline_scripts(page) if hashed(script) not in allowed]
    return found


def site_of(folder: Path, **pages: str) -> Path:
    for name, page in pages.items():
        path = folder / name.replace("__", "/")
        path = path.with_name(f"{path.name}.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="")
    return folder


def test_every_page_of_a_site_has_one_that_lets_the_themes_scripts_run(tmp_path: Path) -> None:
    hostile = f"<script>alert(1)</script> {ARTICLE}"
    folder = new_archive(tmp_path / "a", {"hoa-mai.txt": ARTICLE.encode(), "hostile.txt": hostile.replace("Mai", "Lan").encode()})
    (folder / "seeds" / "redirects.yml").write_text("- {old: ten-cu, new: hoa-mai}\n", encoding="utf-8")
    (folder / "docs" / "own.md").write_text("# Own\n\n<script>own()</script>\n", encoding="utf-8")
    pipeline.build(ArchiveFolder.at(folder))
    site = folder / "site"
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert {"404.html", "index.html", "gioi-thieu/index.html", "bai/ten-cu/index.html", "bai/hostile/index.html"} <= set(pages)
    assert unhashed(site) == [("own/index.html", "own()")]
    told = {MADE.findall((site / page).read_text(encoding="utf-8"))[0] for page in pages}
    assert len(told) == 1, "instant navigation keeps the first page's, so it must be the same on each"
    (one,) = told
    assert "unsafe" not in one.replace("style-src 'self' 'unsafe-inline'", "")
    assert len(re.findall("'sha256-", one)) < 12
    before = {page: (site / page).read_bytes() for page in pages}
    pipeline.index(site, ArchiveFolder.at(folder))
    assert {page: (site / page).read_bytes() for page in pages} == before


def test_only_what_the_page_without_articles_holds_is_the_themes(tmp_path: Path) -> None:
    foreign = "<script>foreign()</script>"
    named = '<ul><li><a href="x">A <script>named()</script></a></li></ul>'
    scope = SCOPE.format(base="/kho")
    data = '<script type="application/json">{"x": 1}</script><script src="x.js"></script>'
    deep = PAGE.format(head=SCOPE.format(base="../.."), body=foreign + THEMES)
    site = site_of(
        tmp_path,
        **{"404": PAGE.format(head=scope, body=THEMES + named + data), "index": PAGE.format(head=foreign, body=""), "bai__x__index": deep},
    )
    finish_frames(site, Additions())
    page = (site / "bai" / "x" / "index.html").read_text(encoding="utf-8")
    scopes = [f'__md_scope=new URL("{base}",location),x.endsWith("/")' for base in ("/kho", ".", "../..")]
    assert of(page)["script-src"] == ["'self'", hashed(scopes[0]), hashed("palette()"), *map(hashed, scopes[1:])]
    assert unhashed(site) == [("404.html", "named()"), ("bai/x/index.html", "foreign()"), ("index.html", "foreign()")]


def test_a_site_without_such_a_page_has_no_inline_script(tmp_path: Path) -> None:
    site = site_of(tmp_path, index=PAGE.format(head=THEMES, body=""))
    finish_frames(site, Additions())
    assert of((site / "index.html").read_text(encoding="utf-8"))["script-src"] == ["'self'"]


@pytest.mark.parametrize(
    ("page", "before"),
    [
        ("<!doctype html><html><head><meta charset=utf-8><script>x</script>", "<!doctype html><html><head><meta charset=utf-8>"),
        (
            "<!DOCTYPE html>\n<!-- a > b -->\n<HTML lang='a>b'>\n<HEAD>\n<title>x</title>",
            "<!DOCTYPE html>\n<!-- a > b -->\n<HTML lang='a>b'>\n<HEAD>\n",
        ),
        ("\ufeff<!doctype html><title>x</title>", "\ufeff<!doctype html>"),
        ("<!--><script>x</script>-->", ""),
        ("<!---><script>x</script>-->", ""),
        ("<header><script>x</script>", ""),
        ("<p>x", ""),
        ("", ""),
        ("<?xml version='1.0'?><html><head/><script>x</script>", "<?xml version='1.0'?><html><head/>"),
        ("<html><head><script>'<meta charset=x>'</script>", "<html><head>"),
    ],
)
def test_it_stands_before_all_that_could_run(page: str, before: str) -> None:
    told = with_policy(page, "script-src 'self'")
    meta = MADE.search(told)
    assert meta
    assert told == before + meta.group() + page[len(before) :]
    assert meta[1] == "script-src 'self'"
    assert with_policy(told, "script-src 'none'") == told.replace("'self'", "'none'")
    assert with_policy(told, None) == page


def test_bytes_that_are_no_text_stay(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"<!doctype html><p>\xff\r\n\xc3")
    finish_frames(tmp_path, Additions())
    told = (tmp_path / "index.html").read_bytes()
    assert told.startswith(b"<!doctype html><meta http-equiv=")
    assert told.endswith(b"<p>\xff \xc3")


def test_what_the_owner_allows_is_added() -> None:
    told = additions(
        {"content_security_policy": {"script-src": ["https://stats.example.org"], "frame-src": "https://a.example https://b.example:*"}}
    )
    made = policy(["x"], told)
    assert f"script-src 'self' {hashed('x')} https://stats.example.org;" in made
    assert "frame-src https://a.example https://b.example:*;" in made
    assert "object-src 'none';" in made
    inline = policy(["x"], additions({"content_security_policy": {"script-src": ["'unsafe-inline'"]}}))
    assert "script-src 'self' 'unsafe-inline';" in inline


def test_a_served_site_lets_the_live_reload_run_and_nothing_foreign() -> None:
    assert "script-src 'self' 'unsafe-inline'; " in policy(["x"], live_reload=True)
    assert "connect-src 'self';" in policy(["x"], live_reload=True)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("https://a.example", "not a table"),
        (["x"], "not a table"),
        ({"script": ["https://a.example"]}, 'unknown directive, "script"'),
        ({1: "x"}, 'unknown directive, "1"'),
        ({"script-src": []}, 'script-src has a value that is not a source: "[]"'),
        ({"script-src": None}, "not a source"),
        ({"script-src": [5]}, 'not a source: "5"'),
        ({"script-src": ["https://a.example; object-src *"]}, "not a source"),
        ({"script-src": ['"><script>']}, "not a source"),
        ({"script-src": ["'unsafe inline'"]}, "not a source"),
        ({"script-src": ["https://bài.example"]}, "not a source"),
    ],
)
def test_what_is_no_policy_is_an_error_of_the_configuration(told: Any, words: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(words)) as caught:
        additions({"content_security_policy": told}, "mkdocs.yml")
    assert str(caught.value).startswith("mkdocs.yml: extra.content_security_policy")
    assert caught.value.fix


@pytest.mark.slow
def test_the_configuration_is_read_when_pages_are_made_and_when_they_are_indexed(archive: Path, tmp_path: Path, kyyeu: Kyyeu) -> None:
    settings = archive / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    site = site_of(tmp_path / "site", index=PAGE.format(head="", body="<main><h1>x</h1></main>"))

    def index(policy: str) -> str:
        settings.write_text(text.replace("\nextra:\n", f"\nextra:\n  content_security_policy: {policy}\n"), encoding="utf-8")
        run = kyyeu("index", "-C", archive, site)
        assert (run.returncode, run.stderr) == (0, "")
        return (site / "index.html").read_text(encoding="utf-8")

    assert of(index("{img-src: https://bilder.example}"))["img-src"] == ["'self'", "data:", "https://bilder.example"]
    assert "Content-Security-Policy" not in index("false")
    assert of(index("true"))["img-src"] == ["'self'", "data:"]
    settings.write_text(text.replace("\nextra:\n", "\nextra:\n  content_security_policy: {x: y}\n"), encoding="utf-8")
    with pytest.raises(ConfigurationError, match="unknown directive"):
        site_settings(ArchiveFolder.at(archive))
    shutil.rmtree(archive)
    assert kyyeu("index", "-C", tmp_path, site).returncode == 0
