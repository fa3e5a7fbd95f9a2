"""What the owner's settings say stands in pages as words, whatever marks it has; `copyright` alone is HTML, as MkDocs documents it."""

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
    settings = [
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(("site_name", "site_desc", "copyright"))
    ]
    own = yaml.safe_dump(
        {"site_name": NAME, "site_description": ABOUT, "copyright": '<a href="https://a.test/">Ai</a>'}, allow_unicode=True
    )
    path.write_text("\n".join([*settings, own]), encoding="utf-8")
    done = kyyeu("build", "-C", archive)
    assert done.returncode == 0, done.stderr
    for name in ("index.html", "bai/hoa-mai/index.html", "404.html"):
        page = LexborHTMLParser((archive / "site" / name).read_bytes())

        def value(selector: str, attribute: str, page: LexborHTMLParser = page) -> str | None:
            node = page.css_first(selector)
            return None if node is None else node.attributes.get(attribute)

        title = page.css_first("title")
        assert title is not None
        assert title.text().endswith(NAME)
        assert {value(".md-logo", "aria-label"), value(".md-logo", "title"), value("meta[property='og:site_name']", "content")} == {NAME}
        topic = page.css_first(".md-header__topic")
        assert topic is not None
        assert topic.text().strip() == NAME
        if name != "bai/hoa-mai/index.html":  # an article has a description of its own
            assert value("meta[property='og:description']", "content") in {ABOUT, value("meta[name=description]", "content")}
        assert value(".md-copyright a", "href") == "https://a.test/"
    assert value("meta[name=description]", "content") == ABOUT
