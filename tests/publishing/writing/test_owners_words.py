"""The owner's settings appear in pages as text, whatever characters they have; only `copyright` is HTML, as MkDocs documents it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import Kyyeu

NAME = 'Kho "Hoa & Mai" <3 \'s &lt;'
ABOUT = 'Bài "về" khen thưởng & thi đua'


@pytest.mark.site
def test_names_with_marks(archive: Path, kyyeu: Kyyeu) -> None:
    path = archive / "mkdocs.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    settings = [line for line in lines if not line.startswith(("site_name", "site_desc", "copyright"))]
    told = {"site_name": NAME, "site_description": ABOUT, "copyright": '<a href="https://a.test/">Ai</a>'}
    own = yaml.safe_dump(told, allow_unicode=True)
    path.write_text("\n".join([*settings, own]), encoding="utf-8")
    done = kyyeu("build", "-C", archive)
    assert done.returncode == 0, done.stderr
    for name in ("index.html", "bai/hoa-mai/index.html", "404.html"):
        page = LexborHTMLParser((archive / "site" / name).read_bytes())
        title = page.css_first("title")
        assert title is not None
        assert title.text().endswith(NAME)
        assert {
            _value(page, ".md-logo", "aria-label"),
            _value(page, ".md-logo", "title"),
            _value(page, "meta[property='og:site_name']", "content"),
        } == {NAME}
        topic = page.css_first(".md-header__topic")
        assert topic is not None
        assert topic.text().strip() == NAME
        if name != "bai/hoa-mai/index.html":  # an article has a description of its own
            assert _value(page, "meta[property='og:description']", "content") in {ABOUT, _value(page, "meta[name=description]", "content")}
        assert _value(page, ".md-copyright a", "href") == "https://a.test/"
        if name == "404.html":
            assert _value(page, "meta[name=description]", "content") == ABOUT


def _value(page: LexborHTMLParser, selector: str, attribute: str) -> str | None:
    node = page.css_first(selector)
    return None if node is None else node.attributes.get(attribute)
