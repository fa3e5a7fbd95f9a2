"""A seed printed by Chromium and scanned is read by an installed Tesseract."""

from __future__ import annotations

import html
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, PdfMargins

from generator.extraction.extract import extract
from generator.model.article import Source
from generator.reading.formats.pdf.recognition import is_installed, recognised
from generator.reading.formats.writing import text_of
from generator.reading.text import article_from_text
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs Tesseract")]

DOTS = 200 / 72  #: a point
MARGINS: PdfMargins = {"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"}


def scanned(browser: Browser, text: str) -> bytes:
    """Return a PDF of the pictures of the printed pages of ``text``, whose first line is its title."""
    title, *lines = (html.escape(line) for line in text.split("\n") if line.strip())
    page = browser.new_page()
    page.set_content(
        f"<body style='font: 12pt/1.5 serif'><h1 style='font-size: 18pt'>{title}</h1>{''.join(f'<p>{line}</p>' for line in lines)}"
    )
    printed = pypdfium2.PdfDocument(page.pdf(format="A4", margin=MARGINS))
    page.close()
    made, out = pypdfium2.PdfDocument.new(), BytesIO()
    for sheet in printed:
        picture, (width, height) = pypdfium2.PdfImage.new(made), sheet.get_size()
        picture.set_bitmap(sheet.render(scale=DOTS, grayscale=True))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        copy = made.new_page(width, height)
        copy.insert_obj(picture)
        copy.gen_content()
    made.save(out)
    return out.getvalue()


def test_a_scanned_seed_has_its_words_its_title_and_its_facts(browser: Browser) -> None:
    text = (ROOT / "seeds" / "001_882af54aea8de29e.txt").read_text(encoding="utf-8")
    made = text_of(recognised(scanned(browser, text), Path("a.pdf")))
    words, meant = made.split(), text.split()
    same = sum(block.size for block in SequenceMatcher(None, words, meant, autojunk=False).get_matching_blocks())
    assert same >= 0.97 * len(meant)
    read, plain = (article_from_text(each, Source("a", "", "text")) for each in (made, text))
    assert read.title == plain.title
    assert abs(len(read.blocks) - len(plain.blocks)) <= 3
    found, stated = extract(read), extract(plain)
    assert [(award.type, award.count) for award in found.awards] == [(award.type, award.count) for award in stated.awards]
    levels = [{(rating.level, rating.count) for rating in facts.ratings} for facts in (found, stated)]
    assert len(levels[0] & levels[1]) >= 0.8 * len(levels[1]), "a figure may be misread, as the note says"
