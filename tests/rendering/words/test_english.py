"""An English site: no Vietnamese but that of articles, names and the award names that are beside their translations."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from generator.gathering import gather
from generator.model.archive import Archive, ReviewItem, ReviewTopic
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.exports.text_files import cell
from generator.rendering.pages.review import listing
from generator.rendering.site import render
from generator.rendering.words.speaking import speaking
from generator.rendering.words.wordbook import wordbook
from generator.resolution.review.reasons import because
from tests.built_sites import english_site
from tests.conftest import ROOT
from tests.rendering.words.seen import VIETNAMESE

SEEDS = ROOT / "tests" / "archive" / "seeds"
GOLDEN = ROOT / "tests" / "golden" / "english"
PAGES = ("index.md", "bai/an-phu-tong-ket-2023.md", "khen-thuong/2023.md", "can-xem-lai.md")
EN = SiteSettings(language="en")
_TAG = re.compile(r"<[^>]*>")
_PART = re.compile(r"[()\[\]\"“”:;,.·|/{}\n–-]")


@cache
def _archive() -> Archive:
    return gather(ArchiveFolder(SEEDS.parent)).assembled()[0]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Words that are beside each other, where one of them has a letter that English has not."""
    for part in _PART.split(text):
        for pair in pairwise(re.findall(r"[^\W\d_]+", part.lower())):
            if VIETNAMESE.search("".join(pair)):
                yield pair


@cache
def _known() -> frozenset[tuple[str, str]]:
    """Return what the articles, the authority file and the English words themselves say in Vietnamese."""
    texts = [path.read_text(encoding="utf-8") for path in SEEDS.rglob("*.*")]
    return frozenset(pair for text in (*texts, "\n".join(wordbook("en").words.values())) for pair in _pairs(text))


@cache
def _english() -> frozenset[str]:
    """Words of English sentences: a name that is beside one is none of its own making."""
    sentences = (re.sub(r"<code>[^<]*</code>|\([^)]*\)|“[^”]*”", "", sentence) for sentence in wordbook("en").words.values())
    return frozenset(
        word.lower() for sentence in sentences if not VIETNAMESE.search(sentence) for word in re.findall(r"[^\W\d_]+", sentence)
    )


def _foreign(page: str) -> list[tuple[str, str]]:
    shown = _TAG.sub("\n", html.unescape(page)).replace(EN.site_name, "")
    return [pair for pair in _pairs(shown) if pair not in _known() and _english().isdisjoint(pair)]


def test_pages_hold_no_vietnamese_word_of_the_interface() -> None:
    for path, text in render(_archive(), EN).items():
        assert (path, _foreign(text.split("\n---\n", 1)[1])) == (path, [])


def test_the_check_finds_one() -> None:
    assert _foreign("<p>Từng năm</p> Quyển lưu bút: 2023") == [("từng", "năm"), ("quyển", "lưu"), ("lưu", "bút")]


@pytest.mark.parametrize("path", PAGES)
def test_golden_page(path: str) -> None:
    """As tests/rendering/test_golden.py: renewed by the same ``KYYEU_GOLDEN=renew``."""
    page = render(_archive(), EN)[path]
    if os.environ.get("KYYEU_GOLDEN") == "renew":
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_text(page, encoding="utf-8", newline="\n")
    assert page == (GOLDEN / path).read_text(encoding="utf-8")


def test_a_word_of_the_site_s_own_shows() -> None:
    own = render(_archive(), SiteSettings(words=(("evidence.words", "trích nguyên văn"), ("pages.ledger", "Sổ vàng"))))
    page = own["bai/an-phu-tong-ket-2023.md"]
    assert "[trích nguyên văn](#w" in page
    assert "xem câu trong bài](" not in page
    assert own["khen-thuong/index.md"].split("\n---\n", 1)[1].count("\n# Sổ vàng\n") == 1


def test_data_have_a_decimal_point() -> None:
    with speaking(EN):
        assert cell(98.45) == "98.45"
    assert cell(98.45) == "98,45"


def test_the_list_for_a_terminal_is_in_english() -> None:
    why = because("more-names", count=1, names=2, list="A, B")
    item = ReviewItem(ReviewTopic.SUMS, why, "x", None, None, because("correct", files="seeds/corrections/x.yml"))
    assert listing([(item, "seeds/x.txt:1")], EN).splitlines() == [
        "Numbers that do not fit [sums]: 1",
        "  seeds/x.txt:1: The number is 1 but 2 names are told: A, B",
        "      → If it is wrong, correct it in seeds/corrections/x.yml",
    ]


@pytest.mark.slow
@pytest.mark.site
def test_an_english_site_builds_strictly(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = english_site(tmp_path_factory)
    for name in ("index.html", "404.html", "hinh-thuc/index.html", "du-lieu/index.html", "bai/an-phu-tong-ket-2023/index.html"):
        page = (site / name).read_text(encoding="utf-8")
        assert '<html lang="en"' in page
        body = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
        assert (name, [pair for pair in _foreign(body) if pair not in set(_pairs(_EXAMPLE))]) == (name, [])
    assert '<div class="ky-text" id="toan.van" lang="vi">' in (site / "bai/an-phu-tong-ket-2023/index.html").read_text(encoding="utf-8")


_EXAMPLE = (ROOT / "generator/publishing/starter/archive/seeds/bai-vi-du.txt").read_text(encoding="utf-8")
