"""Draws the pictures that other sites show beside a link: ``python -m tests.browser.social_image``.

From the logo, the colours of the style sheet and our own fonts; 1200 × 630 pixels, the size that Open Graph's readers agree on.
Another archive's name and words: ``--name``, ``--lead``, ``--words``; another file: ``--to``. ``--cards`` draws the pictures for the kinds
of page and the icon of home screens instead, which name no archive.
"""

from __future__ import annotations

import argparse
import shutil
from base64 import b64encode
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import ROOT

ASSETS = ROOT / "docs" / "assets"
WIDTH, HEIGHT = 1200, 630
WORDS = "Thi đua, khen thưởng"
#: Of each kind of page, by its folder: what it is called, and what it holds.
CARDS = {
    "bai": ("Bài báo", "Từng dữ kiện dẫn về đúng |câu chữ trong bài"),
    "nguoi": ("Người", "Được khen gì, năm nào, |câu nào nói vậy"),
    "don-vi": ("Đơn vị", "Nhận gì, trao gì, xếp loại ra sao |qua từng năm"),
    "nam": ("Từng năm", "Khen thưởng và xếp loại |của một năm"),
    "hinh-thuc": ("Hình thức khen", "Ai được trao, |năm nào, bao nhiêu"),
}
_SHORT = 8  #: letters of a name in the largest type
_ICON = 180  #: pixels of the icon of home screens
_FACES = {
    "Lora": ("600", ("lora-latin-600-normal", "lora-latin-ext-600-normal", "lora-vietnamese-600-normal")),
    "Be Vietnam Pro": (
        "400",
        ("be-vietnam-pro-latin-400-normal", "be-vietnam-pro-latin-ext-400-normal", "be-vietnam-pro-vietnamese-400-normal"),
    ),
}
_STYLE = """
* { margin: 0; box-sizing: border-box }
body { width: 1200px; height: 630px; padding: 34px; background: #7a1712; color: #fff8ec; font-family: %(text)s }
main { position: relative; height: 100%%; padding: 76px 72px; border: 2px solid #c9993f; outline: 1px solid #c9993f; outline-offset: -12px }
svg { position: absolute; right: 52px; top: 96px; width: 330px; height: 330px; opacity: 0.95 }
h1 { font: 600 148px/1.2 %(title)s; letter-spacing: -1px }
h1.is-long { font-size: 84px; max-width: 640px; margin-top: 30px }
p { max-width: 640px; margin-top: 18px; font-size: 38px; line-height: 1.45 }
footer { position: absolute; left: 72px; bottom: 62px; font-size: 29px; color: #f2d9a0 }
mark { color: inherit; background: none; text-decoration: underline 3px #e9c46a; text-underline-offset: 10px }
"""


def document(name: str, lead: str, words: str) -> str:
    """Return the picture as a page. The last words of ``lead`` after a bar (``|``) are underlined, as evidence is in the archive."""
    families = {family: ", ".join(f"'{face}'" for face in faces) for family, (_, faces) in _FACES.items()}
    faces = "".join(
        f"@font-face {{ font-family: '{face}'; font-weight: 100 900; src: url(data:font/woff2;base64,"
        f"{b64encode((ASSETS / 'fonts' / f'{face}.woff2').read_bytes()).decode()}) }}\n"
        for _, some in _FACES.values()
        for face in some
    )
    plain, _, marked = lead.partition("|")
    style = _STYLE % {"title": families["Lora"], "text": families["Be Vietnam Pro"]}
    logo = (ASSETS / "logo.svg").read_text(encoding="utf-8")
    return (
        f"<!doctype html><html lang='vi'><meta charset='utf-8'><style>{faces}{style}</style><main>{logo}"
        f"<h1{' class=is-long' if len(name) > _SHORT else ''}>{escape(name)}</h1>"
        f"<p>{escape(plain)}<mark>{escape(marked)}</mark></p><footer>{escape(words)}</footer></main>"
    )


def icon() -> str:
    """Return the icon of home screens as a page: the logo on the colour of the header, with room for round corners."""
    logo = (ASSETS / "logo.svg").read_text(encoding="utf-8")
    style = f"* {{ margin: 0 }} body {{ background: #7a1712; width: {_ICON}px; height: {_ICON}px }} svg {{ width: 124px; margin: 28px }}"
    return f"<!doctype html><meta charset='utf-8'><style>{style}</style>{logo}"


def draw(page: str, to: Path, size: tuple[int, int] = (WIDTH, HEIGHT)) -> None:
    """``page`` as a PNG of ``size`` at ``to``."""
    to.parent.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": size[0], "height": size[1]})
        shown.set_content(page)
        shown.evaluate("document.fonts.ready")
        shown.screenshot(path=to)
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="Kỷ Yếu")
    parser.add_argument("--lead", default="Mỗi dữ kiện dẫn về đúng |câu chữ trong bài")
    parser.add_argument("--words", default="Kho lưu trữ bài báo về thi đua, khen thưởng")
    parser.add_argument("--to", type=Path, default=ASSETS / "social.png")
    parser.add_argument("--cards", action="store_true")
    given = parser.parse_args()
    if given.cards:
        for kind, (name, lead) in CARDS.items():
            draw(document(name, lead, WORDS), ASSETS / "cards" / f"{kind}.png")
        draw(icon(), ASSETS / "apple-touch-icon.png", (_ICON, _ICON))
    else:
        draw(document(given.name, given.lead, given.words), given.to)
